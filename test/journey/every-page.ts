import { access } from '#access/contract';
import { organization } from '#organization/contract';
import { clientOf } from '#platform/browser/client';

/** What the parameters of the addresses are in the demonstration. */
type Samples = Record<string, string>;

/**
 * Looks up in the demonstration what the parameters of the pages' addresses stand for; invites somebody for their link.
 * @param cookie  of an administrator
 */
export async function samplesOf(url: string, cookie: string): Promise<Samples> {
  const options = {
    url: `${url}/api`,
    fetch: (request: Request) => {
      request.headers.set('cookie', cookie);
      request.headers.set('origin', url);
      return fetch(request);
    },
  };
  const { items } = await clientOf(organization, options).findPeople({ q: '小野 真理' });
  const invited = { email: 'hayashi@mihari.example.jp', name: '林 直子', role: 'analyst' as const };
  const { link } = await clientOf(access, options).invitePerson(invited);
  return {
    model: 'mc-220',
    release: '2.4.1@a1',
    name: 'CVE-2024-2398',
    guide: 'analyst',
    personId: items[0]?.id ?? '',
    $: 'nothing-here',
    invitation: new URL(link).hash,
  };
}

/** Pages that show another picture by their query; every other page is looked at once. */
const moreOf: Record<string, (samples: Samples) => (string | undefined)[]> = {
  '/products': () => ['?view=part-numbers', '?kind=device&market=JP&support=within-6', '?q=nothing'],
  '/products/tags': () => ['?q=nothing'],
  '/products/components': () => ['?q=zlib', '?q=nothing-like-this'],
  '/products/sold-as': () => ['?q=nothing'],
  '/products/files': () => ['?register=shipments'],
  '/vulnerabilities': () => ['?view=all', '?view=trend', '?q=nothing-like-this'],
  '/vulnerabilities/phrases': () => ['?which=set'],
  '/vulnerabilities/verdicts': () => ['?view=inherited', '?view=day', '?q=nothing-like-this'],
  '/products/$model/$release': ({ name }) => [
    `?row=${name}`,
    '?tab=unidentified',
    '?tab=sbom',
    '?tab=modules',
    '?tab=shipments',
    '?tab=evidence',
    '?tab=history',
  ],
  '/settings/organization/hand-over': ({ personId }) => [`?from=${personId}`],
  '/invitation': ({ invitation }) => [invitation],
};

/**
 * The addresses with which a page is looked at, from its path in the router.
 * @throws when a parameter has no sample: say above what stands for it in the demonstration
 */
export function addressesOf(path: string, samples: Samples): string[] {
  const address = path.replace(/\$(\w*)/g, (dollar, name: string) => {
    const sample = samples[name || dollar];
    if (!sample) throw new Error(`Nothing stands for ${dollar} of ${path}: give samplesOf() one`);
    return encodeURIComponent(sample);
  });
  return [address, ...(moreOf[path]?.(samples).map((query) => address + query) ?? [])];
}

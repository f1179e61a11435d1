import { formatPurl, PurlFault } from '#formats/purl';
import { distributionOf } from './distribution.ts';
import type { ProductName } from './statement.ts';

type Browser = { address: RegExp; type: 'rpm' | 'deb'; namespace: string; cna: string };

/** Where distributions show their packages; CNAs of theirs name these as the collection. */
const browsers: readonly Browser[] = [
  {
    ...{ address: /^https?:\/\/access\.redhat\.com\/downloads\/content\/package-browser/, type: 'rpm' },
    ...{ namespace: 'redhat', cna: 'redhat' },
  },
  { address: /^https?:\/\/packages\.fedoraproject\.org(?:\/|$)/, type: 'rpm', namespace: 'fedora', cna: 'fedora' },
  { address: /^https?:\/\/launchpad\.net\/ubuntu\/\+source/, type: 'deb', namespace: 'ubuntu', cna: 'canonical' },
];

type Entry = {
  collectionURL?: string | undefined;
  packageName?: string | undefined;
  product: string;
  cpes: readonly string[];
};

/**
 * An entry about a package of a distribution: the package in each release that its CPE names, which are those of the system
 * and not of the package ("cpe:/a:redhat:rhel_eus:8.8::appstream", "cpe:/a:redhat:openshift:4.14::el8"). null for any other.
 * @returns `cna` whose word about these packages decides
 */
export function packageOfDistribution(entry: Entry): { products: ProductName[]; cna: string } | null {
  const { collectionURL = '', packageName = '', product, cpes } = entry;
  const browser = browsers.find(({ address }) => address.test(collectionURL));
  // A module's stream stands before its packages: container-tools:rhel8/skopeo.
  const name = packageName.split('/').at(-1) ?? '';
  // Fedora's pages show the packages of EPEL too, which are for others' systems.
  if (!browser || name === '' || (browser.namespace === 'fedora' && !/^fedora\b/i.test(product))) return null;
  const { type, namespace, cna } = browser;
  const purl = purlOf(type, namespace, name);
  if (purl === null) return null;
  const releases = cpes.flatMap((cpe) => /^cpe:\/[oa]:redhat:(.+)$/i.exec(cpe)?.[1] ?? []);
  const distributions = releases.length > 0 ? releases : [/Linux (\d[\d.]*)/.exec(product)?.[1] ?? product];
  const named = namespace === 'redhat' ? distributions.map((one) => distributionOf(namespace, one)) : [null];
  return {
    products: [...new Set(named)].map((distribution) => ({ space: 'purl', purl, distribution })),
    cna,
  };
}

function purlOf(type: string, namespace: string, name: string): string | null {
  try {
    return formatPurl({ type, namespace, name });
  } catch (fault) {
    if (fault instanceof PurlFault) return null;
    throw fault;
  }
}

import { formatPurl, PurlFault, parsePurl } from '#formats/purl';
import { schemeOfPurlType } from '#versions/scheme-of-purl';
import type { Scheme } from '#versions/version-key';
import { distributionOf, namespaceOfDistribution } from './distribution.ts';
import type { ProductName } from './statement.ts';

type OsvPackage = { product: ProductName; scheme: Scheme | null };

/** Ecosystems of OSV as types of purl; a namespace stands before the names of distributions, as lists of packages write it. */
const types: Record<string, { type: string; namespace?: string }> = {
  npm: { type: 'npm' },
  PyPI: { type: 'pypi' },
  Maven: { type: 'maven' },
  Go: { type: 'golang' },
  'crates.io': { type: 'cargo' },
  RubyGems: { type: 'gem' },
  NuGet: { type: 'nuget' },
  Packagist: { type: 'composer' },
  Hex: { type: 'hex' },
  Pub: { type: 'pub' },
  SwiftURL: { type: 'swift' },
  ConanCenter: { type: 'conan' },
  Bitnami: { type: 'bitnami' },
  CRAN: { type: 'cran' },
  Hackage: { type: 'hackage' },
  Debian: { type: 'deb', namespace: 'debian' },
  Ubuntu: { type: 'deb', namespace: 'ubuntu' },
  Echo: { type: 'deb', namespace: 'echo' },
  Alpine: { type: 'apk', namespace: 'alpine' },
  Alpaquita: { type: 'apk', namespace: 'alpaquita' },
  Wolfi: { type: 'apk', namespace: 'wolfi' },
  Chainguard: { type: 'apk', namespace: 'chainguard' },
  MinimOS: { type: 'apk', namespace: 'minimos' },
  'Rocky Linux': { type: 'rpm', namespace: 'rocky' },
  AlmaLinux: { type: 'rpm', namespace: 'almalinux' },
  SUSE: { type: 'rpm', namespace: 'suse' },
  openSUSE: { type: 'rpm', namespace: 'opensuse' },
  'Red Hat': { type: 'rpm', namespace: 'redhat' },
  Mageia: { type: 'rpm', namespace: 'mageia' },
  openEuler: { type: 'rpm', namespace: 'openeuler' },
  'Azure Linux': { type: 'rpm', namespace: 'azurelinux' },
  'Photon OS': { type: 'rpm', namespace: 'photon' },
  'OSS-Fuzz': { type: 'generic' },
};

/**
 * A package of OSV as a purl, with the release of the distribution ("debian-12", "alpine-3.19") where the record names one;
 * by its name where its ecosystem has no purl.
 * @source OSV schema, Defined Ecosystems; a release, or the address of a registry, stands behind a colon
 */
export function packageOfOsv(said: { ecosystem: string; name: string; purl?: string | undefined }): OsvPackage {
  const [ecosystem = '', suffix = ''] = said.ecosystem.split(/:(.*)/s);
  if (ecosystem === 'Linux') return { product: kernel, scheme: null };
  const known = Object.hasOwn(types, ecosystem) ? types[ecosystem] : undefined;
  try {
    if (known) return ofType(known, said.name, suffix);
    if (said.purl) return bare(said.purl, null);
  } catch (fault) {
    if (!(fault instanceof PurlFault)) throw fault;
  }
  return { product: { space: 'name', vendor: ecosystem, product: said.name }, scheme: null };
}

/** The one package of the ecosystem Linux. */
const kernel = { space: 'cpe', part: 'o', vendor: 'linux', product: 'linux_kernel' } as const;

function ofType({ type, namespace }: { type: string; namespace?: string }, name: string, suffix: string): OsvPackage {
  const path = [...(namespace ? [namespace] : []), ...pathOf(type, name)].map(encodeURIComponent).join('/');
  return bare(`pkg:${type}/${path}`, namespace && suffix ? distributionOf(namespace, suffix) : null);
}

/** "group:artifact" of Maven, and the address of a repository, as a purl parts them. */
function pathOf(type: string, name: string): string[] {
  if (type === 'maven') return name.replace(':', '/').split('/');
  return (type === 'swift' ? name.replace(/^\w+:\/\/|\.git$/g, '') : name).split('/');
}

/**
 * "https://github.com/openssl/openssl" is openssl of openssl; one that stands alone ("https://git.ffmpeg.org/ffmpeg.git") is
 * of nobody that the address names. null for what is no such address.
 */
export function packageOfRepository(repository: string): OsvPackage | null {
  const path = /^(?:\w+:\/\/)?[^/:]*[:/](.+?)(?:\.git)?\/*$/.exec(repository.trim())?.[1] ?? '';
  const [name, owner] = path.split('/').filter(Boolean).reverse();
  if (name === 'linux' && ['torvalds', 'stable'].includes(owner ?? '')) return { product: kernel, scheme: null };
  return name ? { product: { space: 'name', vendor: owner ?? '', product: name }, scheme: null } : null;
}

function bare(text: string, distribution: string | null): OsvPackage {
  const { type, namespace, name } = parsePurl(text);
  const isPackaged = ['deb', 'rpm', 'apk'].includes(type) && namespace !== null;
  const purl = formatPurl({ type, namespace: isPackaged ? namespaceOfDistribution(namespace) : namespace, name });
  return { product: { space: 'purl', purl, distribution }, scheme: schemeOfPurlType(type) };
}

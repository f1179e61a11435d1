import { formatPurl, PurlFault, parsePurl } from '#formats/purl';
import { schemeOfPurlType } from '#versions/scheme-of-purl';
import type { Scheme } from '#versions/version-key';

type OsvPackage = { space: 'purl'; purl: string; distribution: string | null; scheme: Scheme | null };

/** Ecosystems of OSV as types of purl; a namespace stands before the names of distributions. */
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
  Debian: { type: 'deb', namespace: 'debian' },
  Ubuntu: { type: 'deb', namespace: 'ubuntu' },
  Alpine: { type: 'apk', namespace: 'alpine' },
  Wolfi: { type: 'apk', namespace: 'wolfi' },
  Chainguard: { type: 'apk', namespace: 'chainguard' },
  'Rocky Linux': { type: 'rpm', namespace: 'rocky-linux' },
  AlmaLinux: { type: 'rpm', namespace: 'almalinux' },
  SUSE: { type: 'rpm', namespace: 'suse' },
  openSUSE: { type: 'rpm', namespace: 'opensuse' },
  'Red Hat': { type: 'rpm', namespace: 'redhat' },
  Mageia: { type: 'rpm', namespace: 'mageia' },
  openEuler: { type: 'rpm', namespace: 'openeuler' },
  'OSS-Fuzz': { type: 'generic' },
  Linux: { type: 'generic' },
};

/**
 * A package of OSV as a purl, with the release of the distribution ("debian-12", "alpine-3.19") where the record names one.
 * @returns null for an ecosystem that has no purl, or a name that makes none
 * @source OSV schema, Defined Ecosystems; a release stands behind a colon
 */
export function packageOfOsv(said: { ecosystem: string; name: string; purl?: string | undefined }): OsvPackage | null {
  const [ecosystem = '', release = ''] = said.ecosystem.split(/:(.*)/s);
  const known = Object.hasOwn(types, ecosystem) ? types[ecosystem] : undefined;
  try {
    if (!known) return said.purl ? { ...bare(said.purl), distribution: null } : null;
    const name = known.type === 'maven' ? said.name.replace(':', '/') : said.name;
    const path = [...(known.namespace ? [known.namespace] : []), ...name.split('/')].map(encodeURIComponent).join('/');
    const distribution = known.namespace && release ? `${known.namespace}-${release.replace(/^v/, '')}` : null;
    return { ...bare(`pkg:${known.type}/${path}`), distribution };
  } catch (fault) {
    if (fault instanceof PurlFault) return null;
    throw fault;
  }
}

function bare(text: string): Omit<OsvPackage, 'distribution'> {
  const purl = parsePurl(text);
  return {
    space: 'purl',
    purl: formatPurl({ ...purl, version: null, qualifiers: {}, subpath: null }),
    scheme: schemeOfPurlType(purl.type),
  };
}

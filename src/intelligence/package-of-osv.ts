import { formatPurl, PurlFault, parsePurl } from '#formats/purl';
import { schemeOfPurlType } from '#versions/scheme-of-purl';
import type { Scheme } from '#versions/version-key';
import type { ProductName } from './statement.ts';

type OsvPackage = { product: ProductName; scheme: Scheme | null };

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
 * A package of OSV as a purl, with the release of the distribution ("debian-12", "alpine-3.19") where the record names one;
 * by its name where its ecosystem has no purl, and by its repository where there is no package.
 * @source OSV schema, Defined Ecosystems; a release stands behind a colon
 */
export function packageOfOsv(said: { ecosystem: string; name: string; purl?: string | undefined }): OsvPackage {
  const [ecosystem = '', release = ''] = said.ecosystem.split(/:(.*)/s);
  const known = Object.hasOwn(types, ecosystem) ? types[ecosystem] : undefined;
  const byName: OsvPackage = { product: { space: 'name', vendor: ecosystem, product: said.name }, scheme: null };
  try {
    if (!known) return said.purl ? bare(said.purl, null) : byName;
    const name = known.type === 'maven' ? said.name.replace(':', '/') : said.name;
    const path = [...(known.namespace ? [known.namespace] : []), ...name.split('/')].map(encodeURIComponent).join('/');
    return bare(
      `pkg:${known.type}/${path}`,
      known.namespace && release ? `${known.namespace}-${release.replace(/^v/, '')}` : null,
    );
  } catch (fault) {
    if (fault instanceof PurlFault) return byName;
    throw fault;
  }
}

/** "https://github.com/openssl/openssl" is openssl of openssl. null for what is no such address. */
export function packageOfRepository(repository: string | undefined): OsvPackage | null {
  const [, owner, name] =
    /^(?:https?|git):\/\/[^/]+\/(?:.*\/)?([^/]+)\/([^/]+?)(?:\.git)?\/?$/.exec(repository ?? '') ?? [];
  return owner && name ? { product: { space: 'name', vendor: owner, product: name }, scheme: null } : null;
}

function bare(text: string, distribution: string | null): OsvPackage {
  const purl = parsePurl(text);
  const named = formatPurl({ ...purl, version: null, qualifiers: {}, subpath: null });
  return { product: { space: 'purl', purl: named, distribution }, scheme: schemeOfPurlType(purl.type) };
}

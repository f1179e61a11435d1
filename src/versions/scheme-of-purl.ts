import type { Scheme } from './version-key.ts';

const schemeByType: Record<string, Scheme> = {
  npm: 'semver',
  golang: 'semver',
  composer: 'semver',
  hex: 'semver',
  pub: 'semver',
  swift: 'semver',
  cocoapods: 'semver',
  deb: 'deb',
  opkg: 'deb',
  rpm: 'rpm',
  apk: 'apk',
  apkbuild: 'apk',
  pypi: 'pep440',
  maven: 'maven',
  cargo: 'cargo',
  gem: 'gem',
  nuget: 'nuget',
  conan: 'conan',
  alpm: 'alpm',
  arch: 'alpm',
  ebuild: 'gentoo',
  gentoo: 'gentoo',
};

/** The types whose versions have an order of their own. */
export const orderedPurlTypes: readonly (readonly [type: string, scheme: Scheme])[] = Object.entries(schemeByType);

/** How versions of a purl's type are ordered; generic for those without a rule of their own and where there is no purl. */
export function schemeOfPurlType(type: string | null): Scheme {
  if (type === null || !Object.hasOwn(schemeByType, type.toLowerCase())) return 'generic';
  return schemeByType[type.toLowerCase()] ?? 'generic';
}

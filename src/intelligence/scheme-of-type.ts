import type { Scheme } from '#versions/version-key';

const schemes: Record<string, Scheme> = {
  semver: 'semver',
  npm: 'semver',
  deb: 'deb',
  dpkg: 'deb',
  rpm: 'rpm',
  apk: 'apk',
  python: 'pep440',
  pypi: 'pep440',
  pep440: 'pep440',
  maven: 'maven',
  nuget: 'nuget',
  gem: 'gem',
  rubygems: 'gem',
  cargo: 'cargo',
  conan: 'conan',
  alpm: 'alpm',
  ebuild: 'gentoo',
  gentoo: 'gentoo',
  intdot: 'intdot',
  datetime: 'datetime',
};

/** The order that a record names for its bounds; null leaves it to the product (custom, and words that name no order). */
export const schemeOfType = (versionType: string | undefined): Scheme | null =>
  schemes[(versionType ?? '').toLowerCase()] ?? null;

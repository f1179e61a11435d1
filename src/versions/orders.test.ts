import { describe, expect, test } from 'vitest';
import { schemeOfPurlType } from './scheme-of-purl.ts';
import { compareVersions, type Scheme, schemes, spansOf, versionKey } from './version-key.ts';

/** Each row ascends from left to right; an equals sign joins what counts as one version. */
const ascending: Record<Scheme, string[]> = {
  generic: [
    '0.9.8 0.9.8a 0.9.8z 0.9.8za 0.9.8zh 1.0.0 1.0.2 1.0.2p 1.0.2zk 1.1.1 1.1.1k 1.1.1l 1.1.1.1 3.0.0-alpha1 3.0.0-beta2 3.0.0-rc1 3.0.0',
    '7.9p1 8.3 8.3p1 8.3p2 8.4p1',
    '4.2.8 4.2.8p1 4.2.8p9 4.2.8p15',
    '2019.07-rc1 2019.07-rc4 2019.07 2019.10',
    '2.8.123d 2.8.123e 2.8.124',
    '0.8.x_rtw_r24647.20171025 0.8.x_rtw_r33755.20190617 0.8.1',
    '1.0=1.0.0=v1.0=1.0-final=1.0+git5=1.0-yocto-standard=1',
    '1.1.1k=OpenSSL_1_1_1k=openssl-1.1.1k=1.1.1K=1.1.1k-fips',
    '9.11.0a1 9.11.0b2 9.11.0rc1 9.11.0 9.11.4-P1 9.11.4-P2',
    '8u291 8u292 8u1000',
    '2.10.1=VER-2-10-1 2.11.0',
    '5.10.9 5.10.120=5.10.120-yocto 5.10.120-rt70 5.10.121',
    '1.2.3 1.2.3-5-gabc1234=1.2.3-5-gdef5678 1.2.3-6',
    '20221231 20230101 20230101a',
  ],
  semver: [
    '1.0.0-alpha 1.0.0-alpha.1 1.0.0-alpha.beta 1.0.0-beta 1.0.0-beta.2 1.0.0-beta.11 1.0.0-rc.1 1.0.0 2.0.0 2.1.0 2.1.1',
    'v1.2.3=1.2.3=1.2.3+build.5',
    'v0.0.0-20190101000000-abcdefabcdef v0.0.0-20200101000000-abcdefabcdef v0.0.1',
    'go1.20rc1 1.20 1.20.3',
    '1.9.0 1.10.0 1.99999999999999999999.0 1.100000000000000000000.0',
  ],
  deb: [
    '1.0~~ 1.0~~a 1.0~ 1.0~rc1 1.0 1.0a 1.0+b1 1.0.1 1:0.9',
    '1.0=1.0-0=0:1.0 1.0-1 1.0-1+deb11u1 1.0-2',
    '1.1.1k-1 1.1.1k-1+deb11u1 1.1.1k-1+deb11u10 1.1.1l-1 1.1.1n-0+deb11u5',
    '1.2.3=1.02.3 1.2.10',
    '2.36-9~bpo11+1 2.36-9',
  ],
  rpm: [
    '1.0~rc1 1.0 1.0^git1 1.0.1',
    '1.5 1.5b 1.5.1',
    '1.1.1k 1.1.1k-6.el8 1.1.1k-7.el8 1.1.1k-7.el8_6 1:0.9-1',
    '1.0a 1.0.1 1.0.9 1.0.10=1.0.010',
    '5.16.1.3-1=5_16.1.3-1',
  ],
  apk: [
    '1.0_alpha 1.0_alpha1 1.0_beta 1.0_pre2 1.0_rc1 1.0 1.0-r0 1.0-r1 1.0_git20200101 1.0_p1 1.0a 1.0.1',
    '4.09 4.1 4.9 4.10',
  ],
  pep440: [
    '1.0.dev456 1.0a1 1.0a2.dev456 1.0a12.dev456 1.0a12 1.0b1.dev456 1.0b2 1.0b2.post345.dev456 1.0b2.post345 1.0rc1.dev456 1.0rc1 1.0=1.0.0=v1.0 1.0+abc.5 1.0+abc.7 1.0+5 1.0.post456.dev34 1.0.post456=1.0-456 1.0.15 1.1.dev1 1!0.1',
    '1.0-alpha.1=1.0a1 1.0c1=1.0rc1=1.0_preview_1',
  ],
  maven: [
    '1-alpha2snapshot=1-alpha-2-snapshot 1-alpha-123 1-beta-2 1-beta123=1-b123 1-m2=1-milestone-2 1-rc=1-cr 1-snapshot 1=1-final=1.0.0=1.0-ga 1-sp 1-foo 1-1 1.1',
    '2.0 2.0.1 2.0.1-xyz 2.0.1-1 2.0.1.1',
    '1.0.rc1 1.0 1.0.1',
    '0..1=0.0.1 .1=0.1 0.1.1',
  ],
  // Package Manager Specification 8, 3.3, and the tests that Portage has of it.
  gentoo: [
    '1 1.0=1.00=1.0-r0 1.0-r1 1.0.0 1.0.1',
    '1_alpha=1_alpha0 1_alpha1_beta 1_alpha1 1_beta 1_pre2 1_rc1 1 1_p=1_p0 1_p1_alpha 1_p1 1_p1_p1 1b_alpha 1b 1b_p1 1.0',
    '1.001000000000000000001 1.001000000000000000002 1.01=1.010=1.0100 1.09 1.1 1.9 1.10',
    '12.2b 12.2.5 012.3=12.3',
  ],
  // pacman, vercmp(8) and its tests.
  alpm: [
    '1.0a 1.0alpha 1.0b 1.0beta 1.0p 1.0pre 1.0rc 1.0 1.0.a 1.0.1',
    '1 1.0 1.1 1.1.1 1.2 2.0 3.0.0',
    '1.5.0-1=1.5.0=0:1.5.0 1.5.0-1.1 1.5.0-2 1.5.1-1 1:1.0-1',
    '1.5 1.5.a 1.5.b 1.5.1=1.5.01=1.5_1 1.5..1',
    '1.1.r5.gabc 1.1.r10.gabc',
  ],
  // RubyGems guides, and the documentation of Gem::Version.
  gem: [
    '1.0.a.2 1.0.b1 1.0.rc1 1.0=1=1.0.0 1.0.1 1.1.a 1.1 2',
    '1.A 1.a.0.b 1.a=1.a.0=1.0.a 1.a.0.1 1.a.1 1',
    '1.8.2.a 1.8.2.b 1.8.2 1.8.10',
    '2.0.0-1=2.0.0.pre.1 2.0.0.rc1 2.0.0',
    '5.a 5.0.0.rc2 5.0.0 5.2.4.a 5.2.4.a10 5.2.4',
  ],
  // NuGet documentation, Package versioning.
  nuget: [
    '1.0.1-alpha 1.0.1-alpha.2 1.0.1-alpha.10 1.0.1-alpha2 1.0.1-beta=1.0.1-BETA 1.0.1-open 1.0.1-rc.2 1.0.1-zzz 1.0.1',
    '1=1.0=1.0.0.0=1.00.0=1.0.0+build 1.0.0.1-alpha 1.0.0.1 1.0.1=1.0.01=1.0.1.0',
    '1.9.9.9999 1.10',
    '1.0.0-beta1=1.0.0beta1 1.0.0',
  ],
  // The Cargo Book, and Semantic Versioning 2.0.0, 11.
  cargo: [
    '1.0.0-alpha 1.0.0-alpha.1 1.0.0-alpha.beta 1.0.0-beta 1.0.0-beta.2 1.0.0-beta.11 1.0.0-rc.1 1.0.0=1=1.0=1.0.0+21AF26D3 1.0.1',
    '0.0.0-0 0.0.0 0.0.1 0.1.0 0.10.0 0.100000000000000000000.0',
    '1.0.0-A 1.0.0-a',
  ],
  // Conan 2 documentation, Version ranges, and the tests of its Version.
  conan: [
    '1.0.0- 1.0-alpha.3 1.0-alpha.22 1.0-pre1=1.0.0-pre1.0 1=1.0=1.0.0.0 1.0+b.3 1.0+b.22 1.0+b1=1+b1.0 1.0.1 1.0.a',
    '1.1 1.1* 1.1a 1.20 1.a',
    '1.1.1 1.1.1d 1.1.1k 1.1.2 9 9d 10 cci.20200203 cci.20210118',
    '2021-10-15 2021 2021.02.22.00 2021.07.22.00',
    'a.b.c b.c',
  ],
  // VERS, Special VERS types.
  intdot: ['1=1.0=01.00=1-rc1=1.0alpha 1.2 1.10 1.10.1=1.010.1 2 10.234.5.12 100000000000000000000'],
  // RFC 3339, 5.6 and 5.8.
  datetime: [
    '1937-01-01T12:00:27.87+00:20 1985-04-12T23:20:50.52Z 1990-12-31T23:59:59.9Z 1990-12-31T23:59:60Z=1990-12-31T15:59:60-08:00 1991-01-01T00:00:00Z',
    '1996-12-19T16:39:57-08:00=1996-12-20T00:39:57Z=1996-12-20t00:39:57.000z 1996-12-20T00:39:57.0001Z',
    '0000-01-01T00:00:00+23:59 0000-01-01T00:00:00Z 1970-01-01T00:00:00Z 9999-12-31T23:59:60-23:59',
  ],
  // UTF-8 keeps the order of code points (RFC 3629, 1).
  lexicographic: ['0 1 1.10 1.2 A a aa ss z \u00df \u00e4 \u00e9 \u20ac \u{1f600}'],
  none: [],
};

describe.each(schemes)('%s', (scheme) => {
  test.each(ascending[scheme])('%s', (row) => {
    const places = row.split(' ').map((place) => place.split('='));

    const pairs = places.flatMap((place, index) =>
      place.flatMap((version) => places.flatMap((other, at) => other.map((second) => [version, second, index - at]))),
    ) as [string, string, number][];

    const wrong = pairs.filter(
      ([a, b, sign]) => Math.sign(compareVersions(scheme, a, b) ?? Number.NaN) !== Math.sign(sign),
    );
    expect(wrong).toEqual([]);
  });

  test('what says nothing about before and after has no key', () => {
    const silent = [
      '',
      ' ',
      '*',
      '-',
      'unknown',
      'NOASSERTION',
      'master',
      '1a2b3c4d5e',
      'd6f8a6e0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6',
    ];

    const keyed = [...silent, '9'.repeat(301)].filter((version) => versionKey(scheme, version) !== null);

    expect(keyed).toEqual([]);
  });
});

test.each<[Scheme, string]>([
  ['gentoo', '1.0a1'],
  ['alpm', '1.5.'],
  ['alpm', '1.5-'],
  ['gem', '1.0_beta'],
  ['nuget', '1.0.0.0.1'],
  ['cargo', '1.0.0.1'],
  ['intdot', 'v1.0'],
  ['datetime', '2023-02-29T00:00:00Z'],
  ['datetime', '2023-02-28T24:00:00Z'],
  ['datetime', '2023-02-28'],
  ['deb', '2::1'],
  ['rpm', '0:'],
  ['none', '1.0'],
])('%s has no place for %s', (scheme, version) => expect(versionKey(scheme, version)).toBeNull());

test('a bound that leaves out what a distribution adds includes it', () => {
  const upTo = { from: null, fromIncluded: false, to: '1.1.1k', toIncluded: true };
  const below = { ...upTo, toIncluded: false };

  expect(holds('deb', upTo, '1.1.1k-1+deb11u2')).toBe(true);
  expect(holds('alpm', upTo, '1:1.1.1k-2')).toBe(true);
  expect(holds('gentoo', upTo, '1.1.1k-r2')).toBe(true);
  expect(holds('gentoo', { ...upTo, to: '1.1.1k-r1' }, '1.1.1k-r2')).toBe(false);
  expect(holds('rpm', upTo, '1:1.1.1k-7.el8')).toBe(true);
  expect(holds('apk', upTo, '1.1.1k-r3')).toBe(true);
  expect(holds('deb', below, '1.1.1k-1')).toBe(false);
  expect(holds('deb', below, '1.1.1j-9')).toBe(true);
  expect(holds('deb', { ...upTo, to: '1.1.1k-1' }, '1.1.1k-1+deb11u2')).toBe(false);
  expect(holds('deb', { ...upTo, to: '0:1.1.1k' }, '1:1.1.1j-1')).toBe(false);
  expect(holds('pep440', { from: '2.0', fromIncluded: true, to: '2.0', toIncluded: true }, '2.0+cu118')).toBe(true);
  expect(holds('rpm', { from: '9.11', fromIncluded: true, to: null, toIncluded: false }, '32:9.16.1-2')).toBe(true);
  expect(spansOf('semver', { ...upTo, to: 'unknown' })).toBeNull();
  for (const scheme of ['deb', 'rpm'] as const) expect(spansOf(scheme, { ...upTo, to: 'unknown' })).toBeNull();
});

test.each([
  ['npm', 'semver'],
  ['Golang', 'semver'],
  ['deb', 'deb'],
  ['pypi', 'pep440'],
  ['nuget', 'nuget'],
  ['gem', 'gem'],
  ['cargo', 'cargo'],
  ['conan', 'conan'],
  ['alpm', 'alpm'],
  ['ebuild', 'gentoo'],
  ['github', 'generic'],
  ['constructor', 'generic'],
  [null, 'generic'],
])('versions of pkg:%s are ordered as %s', (type, scheme) => expect(schemeOfPurlType(type)).toBe(scheme));

function holds(scheme: Scheme, range: Parameters<typeof spansOf>[1], version: string): boolean {
  const key = Buffer.from(versionKey(scheme, version) ?? []);
  const spans = spansOf(scheme, range) ?? [];
  return spans.some(({ from, before }) => key.compare(from) >= 0 && key.compare(before) < 0);
}

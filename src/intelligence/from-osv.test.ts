import { expect, test } from 'vitest';
import { readOsv } from '#formats/osv';
import { statementOfOsv } from './from-osv.ts';
import type { Criterion, Range, Statement } from './statement.ts';

const readRecord = (record: object) =>
  readOsv(new TextEncoder().encode(JSON.stringify({ id: 'TEST-2026-1', modified: '2026-11-01T00:00:00Z', ...record })));

function statementOf(record: object): Statement {
  const read = readRecord(record);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return statementOfOsv(read.document);
}

test.each([
  [{ aliases: ['CVE-2026-1001', 'GHSA-x'] }, ['CVE-2026-1001', 'GHSA-x'], []],
  [{ aliases: ['CVE-2026-1001', 'CVE-2026-1002'] }, [], ['CVE-2026-1001', 'CVE-2026-1002']],
  [{ id: 'CVE-2026-1001', aliases: ['CVE-2026-1002', 'GHSA-x'] }, [], ['CVE-2026-1002', 'GHSA-x']],
  [{ upstream: ['GHSA-x'], related: ['GHSA-y'] }, ['GHSA-x'], ['GHSA-y']],
  [{ upstream: ['CVE-2026-1001', 'UBUNTU-CVE-2026-1001'] }, ['CVE-2026-1001'], ['UBUNTU-CVE-2026-1001']],
  [{ upstream: ['CVE-2026-1001', 'CVE-2026-1002'] }, [], ['CVE-2026-1001', 'CVE-2026-1002']],
  [{ aliases: ['CVE-2026-1001'], upstream: ['UBUNTU-CVE-2026-1002'] }, [], ['CVE-2026-1001', 'UBUNTU-CVE-2026-1002']],
])('a record with %j', (record, names, related) => {
  const statement = statementOf(record);

  expect(statement.names).toEqual([statement.externalId, ...names]);
  expect(statement.related).toEqual(related);
});

const npm = { package: { ecosystem: 'npm', name: 'part' } };
const debian = { package: { ecosystem: 'Debian:12', name: 'part' } };
const textOf = ({ from, to }: Range) =>
  `${from ? `${from.included ? '[' : '('}${from.version}` : '('},${to ? `${to.version}${to.included ? ']' : ')'}` : ')'}`;
const criteriaOf = (...affected: object[]): Criterion[] => statementOf({ affected }).criteria;
const rangesOf = (affected: object) => criteriaOf(affected).flatMap(({ ranges }) => ranges.map(textOf));
const events = (...said: [string, string][]) => [
  { type: 'ECOSYSTEM', events: said.map(([is, version]) => ({ [is]: version })) },
];

test.each<[string, [string, string][], string[]]>([
  [
    'a fix',
    [
      ['introduced', '0'],
      ['fixed', '1.2.0'],
    ],
    ['(,1.2.0)'],
  ],
  ['no end', [['introduced', '1.0.0']], ['[1.0.0,)']],
  [
    'a last one',
    [
      ['introduced', '1.0.0'],
      ['last_affected', '1.2.0'],
    ],
    ['[1.0.0,1.2.0]'],
  ],
  [
    'one version',
    [
      ['introduced', '1.2.0'],
      ['last_affected', '1.2.0'],
    ],
    ['[1.2.0,1.2.0]'],
  ],
  [
    'branches in any order',
    [
      ['fixed', '2.1.0'],
      ['introduced', '2.0.0'],
      ['fixed', '1.2.0'],
      ['introduced', '0'],
    ],
    ['(,1.2.0)', '[2.0.0,2.1.0)'],
  ],
  [
    'again from its fix on',
    [
      ['introduced', '0'],
      ['fixed', '1.2.0'],
      ['introduced', '1.2.0'],
    ],
    ['(,1.2.0)', '[1.2.0,)'],
  ],
  [
    'numbers, not letters',
    [
      ['introduced', '1.9.0'],
      ['fixed', '1.10.0'],
    ],
    ['[1.9.0,1.10.0)'],
  ],
  [
    'two beginnings',
    [
      ['introduced', '1.0.0'],
      ['introduced', '1.1.0'],
      ['fixed', '1.2.0'],
    ],
    ['[1.0.0,1.2.0)'],
  ],
  [
    'fixed where introduced',
    [
      ['introduced', '1.2.0'],
      ['fixed', '1.2.0'],
    ],
    ['[1.2.0,1.2.0)'],
  ],
  [
    'a limit',
    [
      ['introduced', '1.0.0'],
      ['limit', '2.0.0'],
    ],
    ['[1.0.0,2.0.0)'],
  ],
  [
    'the highest of several limits, and what lies beyond it',
    [
      ['introduced', '0'],
      ['fixed', '1.2.0'],
      ['introduced', '1.9.0'],
      ['limit', '1.5.0'],
      ['limit', '2.0.0'],
      ['introduced', '3.0.0'],
      ['fixed', '3.1.0'],
    ],
    ['(,1.2.0)', '[1.9.0,2.0.0)'],
  ],
  [
    'a fix before the limit',
    [
      ['introduced', '0'],
      ['fixed', '1.2.0'],
      ['limit', '2.0.0'],
    ],
    ['(,1.2.0)'],
  ],
  [
    'no limit at all',
    [
      ['introduced', '0'],
      ['limit', '*'],
    ],
    ['(,)'],
  ],
  [
    'what has no order',
    [
      ['introduced', '0'],
      ['fixed', 'abc'],
    ],
    ['(,abc)'],
  ],
])('events with %s', (_, said, expected) => {
  expect(rangesOf({ ...npm, ranges: events(...said) })).toEqual(expected);
});

test('versions of a distribution are ordered as it orders them', () => {
  const said = events(['fixed', '1:0.9-1'], ['introduced', '2.0-1'], ['introduced', '0'], ['fixed', '1.0~rc1-1']);

  expect(rangesOf({ ...debian, ranges: said })).toEqual(['(,1.0~rc1-1)', '[2.0-1,1:0.9-1)']);
});

test('every entry and every range is heard, and commits are never versions', () => {
  const commits = {
    ...{ type: 'GIT', repo: 'https://github.com/example/part' },
    events: [{ introduced: '0' }, { fixed: 'a'.repeat(40) }, { fixed: 'b'.repeat(40) }, { introduced: 'c'.repeat(40) }],
  };
  const criteria = criteriaOf(
    { ...npm, ranges: [...events(['introduced', '0'], ['fixed', '1.0.0']), commits] },
    { ...debian, ranges: [...events(['introduced', '0'], ['fixed', '1.0-1']), ...events(['introduced', '2.0-1'])] },
    { ranges: [commits], versions: ['v1.0', 'v1.1'] },
  );

  expect(
    criteria.map(({ path, ranges, commits: { length }, otherVersions }) => [
      path,
      ranges.map(textOf),
      length,
      otherVersions,
    ]),
  ).toEqual([
    ['/affected/0', ['(,1.0.0)'], 3, 'unaffected'],
    ['/affected/1', ['(,1.0-1)', '[2.0-1,)'], 0, 'unaffected'],
    ['/affected/2', ['[v1.0,v1.0]', '[v1.1,v1.1]'], 3, 'unknown'],
  ]);
  expect(criteria[0]?.commits).toEqual([
    { introduced: '0', fixed: 'a'.repeat(40) },
    { introduced: '0', fixed: 'b'.repeat(40) },
    { introduced: 'c'.repeat(40), fixed: null },
  ]);
});

test('each repository of an entry without a package is a product', () => {
  const git = (repo: string) => ({ type: 'GIT', repo, events: [{ introduced: '0' }] });
  const repositories = [
    'https://github.com/openssl/openssl',
    'https://git.ffmpeg.org/ffmpeg.git',
    'git@gitlab.example:group/sub/part.git/',
    'git://git.kernel.org/pub/scm/linux/kernel/git/stable/linux.git',
  ];

  expect(criteriaOf({ ranges: repositories.map(git) }).map(({ product }) => product)).toMatchObject([
    { vendor: 'openssl', product: 'openssl' },
    { vendor: '', product: 'ffmpeg' },
    { vendor: 'sub', product: 'part' },
    { space: 'cpe', vendor: 'linux', product: 'linux_kernel' },
  ]);
});

test('a list of versions is kept whole, beside ranges only what they do not hold', () => {
  const versions = Array.from({ length: 5_000 }, (_, n) => `1.${n}.0`);

  expect(rangesOf({ ...npm, versions })).toHaveLength(5_000);
  expect(rangesOf({ ...npm, versions, ranges: events(['introduced', '0'], ['fixed', '1.4998.0']) })).toEqual([
    '(,1.4998.0)',
    '[1.4998.0,1.4998.0]',
    '[1.4999.0,1.4999.0]',
  ]);
});

test.each([
  ['Debian:12', 'part', 'pkg:deb/debian/part', 'debian-12'],
  ['Alpine:v3.20', 'part', 'pkg:apk/alpine/part', 'alpine-3.20'],
  ['Ubuntu:Pro:22.04:LTS', 'part', 'pkg:deb/ubuntu/part', 'ubuntu-22.04'],
  ['Rocky Linux:9', 'part', 'pkg:rpm/rocky/part', 'rocky-9'],
  ['AlmaLinux:9', 'part', 'pkg:rpm/almalinux/part', 'almalinux-9'],
  ['Red Hat:rhel_eus:9.2::appstream', 'part', 'pkg:rpm/redhat/part', 'redhat-9.2'],
  ['SUSE:Linux Enterprise Server 15 SP4', 'part', 'pkg:rpm/suse/part', 'suse-15.4'],
  ['Azure Linux:3', 'part', 'pkg:rpm/azurelinux/part', 'azurelinux-3'],
  ['Maven:https://maven.google.com', 'com.example:part', 'pkg:maven/com.example/part', null],
  ['SwiftURL', 'https://github.com/example/part.git', 'pkg:swift/github.com/example/part', null],
  ['npm', '@example/part', 'pkg:npm/%40example/part', null],
])('%s is %s', (ecosystem, name, purl, distribution) => {
  const [criterion] = criteriaOf({ package: { ecosystem, name } });

  expect(criterion?.product).toEqual({ space: 'purl', purl, distribution });
});

test('the package of the ecosystem Linux is the kernel, and one without a purl goes by its name', () => {
  const products = ['Linux:Kernel', 'Android', '__proto__'].map(
    (ecosystem) => criteriaOf({ package: { ecosystem: ecosystem.split(':')[0] ?? '', name: 'Kernel' } })[0]?.product,
  );

  expect(products).toMatchObject([
    { space: 'cpe', vendor: 'linux', product: 'linux_kernel' },
    { space: 'name', vendor: 'Android', product: 'Kernel' },
    { space: 'name', vendor: '__proto__', product: 'Kernel' },
  ]);
});

test.each([
  [
    'a range without a beginning',
    { affected: [npm, { ...npm, ranges: events(['fixed', '1.0.0']) }] },
    '/affected/1/ranges/0/events',
  ],
  [
    'an event of another kind',
    { affected: [{ ...npm, ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { cured: '1' }] }] }] },
    '/affected/0/ranges/0/events/1',
  ],
  ['an entry about nothing', { affected: [{ versions: ['1.0'] }] }, '/affected/0'],
  ['a day of withdrawal that is none', { withdrawn: 'yes' }, '/withdrawn'],
])('%s is refused with its place', (_, record, path) => {
  expect(readRecord(record)).toMatchObject({ problems: [{ path, rule: 'wrong-shape' }] });
});

test('a withdrawn record says when, and nothing of products', () => {
  expect(statementOf({ withdrawn: '2026-11-02T00:00:00Z', affected: [npm] })).toMatchObject({
    ...{ state: 'withdrawn', stateReason: '2026-11-02T00:00:00Z', criteria: [] },
  });
});

test('scores of packages count where the record has none of its own', () => {
  const severity = [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }];

  expect(
    statementOf({
      affected: [
        { ...npm, severity },
        { ...debian, severity },
      ],
    }).scores,
  ).toMatchObject([{ version: '3.1', score: 9.8 }]);
});

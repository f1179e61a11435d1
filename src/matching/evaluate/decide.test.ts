import { expect, test } from 'vitest';
import type { Criterion, Range, Statement } from '#intelligence/pure';
import {
  aComponent,
  aCriterion,
  aRange,
  aStatement,
  cpeProduct,
  ranges,
  unaffected,
} from '../../../test/statements.ts';
import { matchOf } from '../pure.ts';

const curl = cpeProduct('a', 'haxx:curl');
const part = aComponent({ version: '1.5', cpes: ['cpe:2.3:a:acme:part:*:*:*:*:*:*:*:*'] });

function said(role: Criterion['role'], all: Range[], facts: Partial<Criterion> = {}): Statement {
  const source = { owner: 'cve', analyst: 'nvd', ecosystem: 'osv', coordinator: 'jvn', own: 'own' } as const;
  return aStatement({ source: source[role], criteria: [aCriterion({ role, by: role, ranges: all, ...facts })] });
}

test('curl 7.83.0 is never free of CVE-2023-38545, whatever sources are there', () => {
  const owner = said('owner', [aRange('[8.4.0,8.4.0)'), unaffected('[7.69.0,7.69.0)')], {
    product: { space: 'name', vendor: 'curl', product: 'curl' },
  });
  const nvd = said('analyst', ranges('[7.69.0,8.4.0)'), { product: curl });
  const jvn = said('coordinator', [], { product: curl });
  const component = aComponent({ name: 'curl', version: '7.83.0' });

  const values = [[owner], [nvd], [jvn], [owner, nvd], [owner, jvn], [nvd, jvn], [owner, nvd, jvn]].map(
    (statements) => matchOf(component, statements)?.value,
  );

  expect(values).toEqual(['may-apply', 'applies', 'may-apply', 'applies', 'may-apply', 'applies', 'applies']);
});

test.each<[string, Statement[], string, string]>([
  ['agree', [said('owner', ranges('(,2.0)')), said('analyst', ranges('(,2.0)'))], 'applies', 'in-range'],
  [
    'contradict each other',
    [said('owner', ranges('(,2.0)')), said('analyst', ranges('(,1.5)'))],
    'may-apply',
    'sources-disagree',
  ],
  [
    'contradict each other with bounds',
    [said('owner', ranges('[1.6,2.0)')), said('analyst', ranges('[1.0,2.0)'))],
    'may-apply',
    'sources-disagree',
  ],
  [
    'leave the beginning to the owner',
    [said('owner', ranges('[1.6,2.0)')), said('analyst', ranges('(,2.0)'))],
    'does-not-apply',
    'out-of-range',
  ],
  [
    'both leave the beginning open',
    [said('owner', ranges('(,1.4)')), said('analyst', ranges('(,2.0)'))],
    'may-apply',
    'sources-disagree',
  ],
  [
    'say nothing and no',
    [said('coordinator', []), said('analyst', ranges('(,1.0)'))],
    'does-not-apply',
    'out-of-range',
  ],
  ['say nothing and yes', [said('coordinator', []), said('analyst', ranges('(,2.0)'))], 'applies', 'in-range'],
  [
    'are of the maker too',
    [said('analyst', ranges('(,2.0)')), said('own', [unaffected('=1.5')])],
    'does-not-apply',
    'unaffected-range',
  ],
  [
    'have a withdrawn one',
    [said('analyst', ranges('(,2.0)')), { ...said('ecosystem', ranges('(,1.0)')), state: 'withdrawn' }],
    'applies',
    'in-range',
  ],
  ['are withdrawn', [{ ...said('ecosystem', ranges('(,2.0)')), state: 'withdrawn' }], 'does-not-apply', 'withdrawn'],
])('sources that %s', (_what, statements, value, reason) => {
  const match = matchOf(part, statements);

  expect(match).toMatchObject({ value, evidence: { value, decided: { reason } } });
});

test('a rejected record closes what other sources say, and they stay to be read', () => {
  const rejected = aStatement({ source: 'cve', state: 'rejected', stateReason: 'A duplicate.' });

  const match = matchOf(part, [said('analyst', ranges('(,2.0)')), rejected]);

  expect(match?.evidence).toMatchObject({
    value: 'does-not-apply',
    decided: { reason: 'rejected', source: 'cve', detail: 'A duplicate.' },
    others: [{ value: 'applies', source: 'nvd' }],
  });
  expect(matchOf(part, [rejected])).toBeNull();
});

test('a name alone says "may-apply", with the supplier it says more', () => {
  const record = said('analyst', ranges('(,2.0)'), { product: cpeProduct('a', 'acme:gadget') });

  const values = [null, 'ACME Corporation', 'Other Ltd.'].map(
    (supplier) => matchOf(aComponent({ name: 'gadget', version: '1.5', supplier }), [record])?.value,
  );

  expect(values).toEqual(['may-apply', 'applies', 'may-apply']);
});

test('a statement of another release of the distribution is about something else', () => {
  const purl = 'pkg:deb/debian/curl';
  const record = said('ecosystem', ranges('(,7.90-1)'), {
    product: { space: 'purl', purl, distribution: 'debian-12' },
  });
  const on = (distribution: string | null) =>
    matchOf(aComponent({ name: 'curl', version: '7.88-1', purl: `${purl}@7.88-1`, distribution }), [record])?.value;

  expect([on('debian-12'), on('debian-12.4'), on('debian-11'), on(null)]).toEqual([
    'applies',
    'applies',
    undefined,
    'may-apply',
  ]);
});

test('a distribution is the same however tools write it', () => {
  const record = (purl: string, distribution: string) =>
    said('ecosystem', ranges('(,2.0)'), { product: { space: 'purl', purl, distribution } });
  const of = (purl: string, distribution: string, record: Statement) =>
    matchOf(aComponent({ name: 'curl', version: '1.0', purl: `${purl}@1.0`, distribution }), [record])?.value;

  expect([
    of('pkg:rpm/redhat/curl', 'rhel-9.2', record('pkg:rpm/redhat/curl', 'redhat-9')),
    of('pkg:rpm/rocky/curl', 'rocky-9.3', record('pkg:rpm/rocky-linux/curl', 'rocky-9')),
    of('pkg:rpm/sles/curl', 'sles-15.4', record('pkg:rpm/suse/curl', 'suse-15.4')),
    of('pkg:apk/alpine/curl', '3.20.1', record('pkg:apk/alpine/curl', 'alpine-3.20')),
    of('pkg:deb/debian/curl', 'bookworm', record('pkg:deb/debian/curl', 'debian-12')),
    of('pkg:rpm/sles/curl', 'sles-15.4', record('pkg:rpm/suse/curl', 'suse: OpenStack Cloud 9')),
    of('pkg:rpm/redhat/curl', 'rhel-8.6', record('pkg:rpm/redhat/curl', 'redhat-9')),
  ]).toEqual(['applies', 'applies', 'applies', 'applies', 'applies', 'may-apply', undefined]);
});

test('a list of versions means each by itself; beside commits it does not tell that the others are safe', () => {
  const purl = 'pkg:pypi/part';
  const listed = (facts: Partial<Criterion>) =>
    said('ecosystem', ranges('=1.0', '=2004d', '=1.2'), {
      product: { space: 'purl', purl, distribution: null },
      ...facts,
    });
  const of = (version: string, facts: Partial<Criterion>) =>
    matchOf(aComponent({ name: 'part', version, purl: `${purl}@${version}` }), [listed(facts)])?.value;
  const versions = ['1.0', '1.1', '1.3', '2004d'];
  const commits = [{ introduced: '0', fixed: null }];

  expect(versions.map((version) => of(version, { otherVersions: 'unaffected' }))).toEqual([
    ...['applies', 'does-not-apply', 'does-not-apply', 'applies'],
  ]);
  expect(versions.map((version) => of(version, { otherVersions: 'unknown', commits }))).toEqual([
    ...['applies', 'may-apply', 'may-apply', 'applies'],
  ]);
});

test('where all but some versions are affected, an exception that nobody has read is no safety and no certainty', () => {
  const with_ = (facts: Partial<Criterion>) =>
    said('owner', facts.ranges ?? [], { product: cpeProduct('a', 'acme:part'), otherVersions: 'affected', ...facts });
  const other = said('analyst', ranges('(,1.0)'), { product: cpeProduct('a', 'acme:part') });
  const exceptions = ['1.5 with hotfix 3'];
  const of = (...statements: Statement[]) => {
    const match = matchOf(part, statements);
    return [match?.value, match?.evidence.decided.reason];
  };

  expect([
    of(with_({})),
    of(with_({ exceptions })),
    of(with_({ exceptions, ranges: [unaffected('[2.0,)')] })),
    of(with_({ exceptions, ranges: [unaffected('[1.5,)')] })),
    of(with_({ exceptions, ranges: ranges('(,2.0)') })),
    of(with_({ exceptions, otherVersions: 'unaffected', ranges: ranges('(,1.2)') })),
    of(with_({ exceptions }), other),
  ]).toEqual([
    ['applies', 'all-versions'],
    ['may-apply', 'unread-exception'],
    ['may-apply', 'unread-exception'],
    ['does-not-apply', 'unaffected-range'],
    ['applies', 'in-range'],
    ['does-not-apply', 'out-of-range'],
    ['may-apply', 'unread-exception'],
  ]);
});

test('a product that is not affected in any version needs no version', () => {
  const record = said('coordinator', [unaffected('*')], { product: cpeProduct('a', 'acme:part') });
  const noVersion = aComponent({ cpes: ['cpe:2.3:a:acme:part:*:*:*:*:*:*:*:*'] });

  expect(matchOf(noVersion, [record])).toMatchObject({ value: 'does-not-apply' });
});

test('an upstream range does not decide over a package of a distribution, unless the package is beyond it', () => {
  const record = said('analyst', ranges('[7.0,7.84.0)'), { product: curl });
  const of = (purl: string) => matchOf(aComponent({ name: 'curl', purl }), [record])?.value;

  expect([
    of('pkg:deb/debian/curl@7.74.0-1.3%2Bdeb11u7'),
    of('pkg:deb/debian/curl@7.88.1-10'),
    of('pkg:rpm/redhat/curl@6.0-3.el8'),
    of('pkg:opkg/openwrt/curl@7.83.1-r2'),
    of('pkg:apk/openwrt/curl@7.83.1-r2'),
  ]).toEqual(['may-apply', 'does-not-apply', 'may-apply', 'applies', 'applies']);
});

test('of many ranges that do not hold a version the nearest that ended before it is told', () => {
  const each = ['(,5.4.269)', '[5.5,5.10.210)', '[5.11,5.15.149)'].map((text) =>
    aCriterion({ ranges: ranges(text), product: cpeProduct('o', 'linux:linux_kernel') }),
  );

  const match = matchOf(aComponent({ name: 'linux', version: '5.10.212' }), [aStatement({ criteria: each })]);

  expect(match?.evidence.decided).toMatchObject({ reason: 'out-of-range', range: { to: { version: '5.10.210' } } });
  expect(match?.evidence.others).toEqual([]);
});

test.each([
  ['acme:part', '1.5', '=1.5', 'applies', 'in-range'],
  ['acme:part', '1.5', '[1.2,1.5]', 'applies', 'in-range'],
  ['acme:part', '1.5', '=1.5 =1.5p2', 'may-apply', 'patch-level-unknown'],
  ['acme:part', '8.3', '(,8.3p1]', 'may-apply', 'patch-level-unknown'],
  ['acme:part', '1.1.1k', '[1.1.1,1.1.1k]', 'applies', 'in-range'],
  ['openbsd:openssh', '9.3', '=9.3', 'may-apply', 'patch-level-unknown'],
  ['openbsd:openssh', '9.3', '(,9.5)', 'applies', 'in-range'],
])(
  'a CPE %s:%s:* before %s leaves a patch level open only where there are some',
  (name, version, said, value, reason) => {
    const component = aComponent({ name: 'part', version, cpes: [`cpe:2.3:a:${name}:${version}:*:*:*:*:*:*:*`] });
    const statement = aStatement({
      criteria: [aCriterion({ product: cpeProduct('a', name), ranges: ranges(...said.split(' ')) })],
    });

    expect(matchOf(component, [statement])?.evidence.decided).toMatchObject({ value, reason });
  },
);

test('versions named one by one say nothing of others, and stand against nobody who does', () => {
  const named = said('analyst', ranges('=7.8.50'), { otherVersions: 'unknown' });
  const owner = said('owner', ranges('=1.5'), { otherVersions: 'unaffected' });

  expect(matchOf(part, [named])?.evidence.decided).toMatchObject({ value: 'does-not-apply', reason: 'not-listed' });
  expect(matchOf(part, [named, owner])?.value).toBe('applies');
  expect(matchOf(part, [named, said('owner', [])])?.value).toBe('may-apply');
});

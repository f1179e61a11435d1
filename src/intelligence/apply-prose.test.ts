import { expect, test } from 'vitest';
import { withPhrasesRead } from './apply-prose.ts';
import type { Criterion } from './statement.ts';

const about = { vulnerabilities: ['CVE-2026-0001'] };

test('phrases about the product itself become its ranges', () => {
  const [own, ...others] = withPhrasesRead(
    aCriterion('ABC-1234', ['Ver. 1.32 and earlier', 'ABC-1234 firmware Ver. 2.0 to 2.1']),
    about,
  );

  expect(own?.ranges.map(({ from, to, basis, text }) => [from?.version, to?.version, basis, text])).toEqual([
    [undefined, '1.32', 'phrase', 'Ver. 1.32 and earlier'],
    ['2.0', '2.1', 'phrase', 'ABC-1234 firmware Ver. 2.0 to 2.1'],
  ]);
  expect(own?.unread).toEqual([]);
  expect(others).toEqual([]);
});

test('what is not understood waits for a person, beside what is', () => {
  const [own] = withPhrasesRead(aCriterion('ABC-1234', ['1.32 以前', 'prior to 2.0 (SQLite version)']), about);

  expect(own?.ranges).toHaveLength(1);
  expect(own?.unread).toEqual(['prior to 2.0 (SQLite version)']);
});

test('another product that is named has a criterion of its own, of the same vendor', () => {
  const text = 'ABC-1234 Ver. 1.0 and earlier, and DEF-5678 Ver. 2.0 and earlier';
  const [own, other] = withPhrasesRead(aCriterion('ABC-1234', [text]), about);

  expect(own?.unread).toEqual([]);
  expect(own?.ranges.map(({ to }) => to?.version)).toEqual(['1.0']);
  expect(other?.product).toEqual({ space: 'name', vendor: 'Example', product: 'DEF-5678' });
  expect(other?.ranges.map(({ to }) => to?.version)).toEqual(['2.0']);
});

test('a phrase about another product alone is not lost for the first one', () => {
  const [own, other] = withPhrasesRead(aCriterion('Controller', ['DEF-5678 Ver. 2.0 and earlier']), about);

  expect(own?.unread).toEqual(['DEF-5678 Ver. 2.0 and earlier']);
  expect(other?.product).toMatchObject({ product: 'DEF-5678' });
});

test.each(['NJ501-1[]0[] Ver.1.64.03 and earlier', 'ABC-1/ABC-2 Ver.1.64.03 and earlier'])(
  'a name of several products is nobody: %s',
  (text) => {
    const criteria = withPhrasesRead(aCriterion('NJ Series', [text]), about);

    expect(criteria.map(({ unread, ranges }) => [unread, ranges])).toEqual([[[text], []]]);
  },
);

test('bounds tied to other vulnerabilities are left out', () => {
  const text = 'CVE-2026-0001: 1.2 and earlier; CVE-2026-0002: 1.3 and earlier';
  const [own] = withPhrasesRead(aCriterion('ABC-1234', [text]), about);
  const nothing = withPhrasesRead(aCriterion('ABC-1234', ['Ver.1.2より前のバージョン（CVE-2026-0002）']), about);

  const [both] = withPhrasesRead(aCriterion('ABC-1234', [text]), {
    vulnerabilities: ['JVNDB-2026-000001', 'CVE-2026-0001', 'CVE-2026-0002'],
  });

  expect(own?.ranges.map(({ to }) => to?.version)).toEqual(['1.2']);
  expect(both?.ranges.map(({ to }) => to?.version)).toEqual(['1.2', '1.3']);
  expect(nothing).toEqual([]);
});

test('a criterion whose product is a purl or a cpe knows its own name', () => {
  const purl = { ...aCriterion('', ['Foo_Bar 1.2 and earlier', 'Baz 1.3 and earlier']) };
  const [own, ...others] = withPhrasesRead(
    { ...purl, product: { space: 'purl', purl: 'pkg:npm/foo-bar', distribution: null } },
    about,
  );
  const cpe = aCriterion('', ['ABC-1234 Ver. 1.0 and earlier']);
  const [ofCpe] = withPhrasesRead(
    { ...cpe, product: { space: 'cpe', part: 'o', vendor: 'example', product: 'abc-1234_firmware' } },
    about,
  );

  expect([own?.ranges.length, own?.unread, others]).toEqual([1, ['Baz 1.3 and earlier'], []]);
  expect([ofCpe?.ranges.length, ofCpe?.unread]).toEqual([1, []]);
});

test('a criterion without phrases stays as it is', () => {
  const criterion = aCriterion('ABC-1234', []);

  expect(withPhrasesRead(criterion, about)).toEqual([criterion]);
});

function aCriterion(product: string, unread: string[]): Criterion {
  return {
    path: '/containers/cna/affected/0',
    by: 'jpcert',
    role: 'coordinator',
    product: { space: 'name', vendor: 'Example', product },
    qualifiers: {},
    ranges: [],
    otherVersions: 'unknown',
    unread,
    commits: [],
    conditions: [],
    isNegated: false,
    files: [],
    routines: [],
    platforms: [],
  };
}

import { expect, test } from 'vitest';
import { aComponent, aCriterion, aStatement, cpeProduct, ranges } from '../../test/statements.ts';
import { matchOf } from './evaluate/match-of.ts';
import { fixesOf } from './fixes.ts';

const part = aComponent({
  name: 'openssl',
  version: '1.1.1k',
  cpes: ['cpe:2.3:a:openssl:openssl:1.1.1k:*:*:*:*:*:*:*'],
});
const product = cpeProduct('a', 'openssl:openssl');
const says = (source: 'nvd' | 'cve', by: string, ...said: string[]) =>
  aStatement({
    ...{ source, externalId: 'CVE-2021-3711', by },
    criteria: said.map((one, at) =>
      aCriterion({
        product,
        by,
        role: source === 'cve' ? 'owner' : 'analyst',
        path: `/${at}`,
        ranges: ranges(...one.split('|')),
      }),
    ),
  });

function fixes(...statements: ReturnType<typeof says>[]) {
  const match = matchOf(part, statements);
  return (
    match && fixesOf(match.evidence, statements).map(({ version, is, by }) => [version, is, by.map(({ en }) => en)])
  );
}

test('records that agree name one version, with all who say it', () => {
  expect(fixes(says('cve', 'OpenSSL', '[1.1.1,1.1.1l)'), says('nvd', 'nvd', '[1.1.1,1.1.1l)'))).toEqual([
    ['1.1.1l', 'first-outside', ['OpenSSL', 'NVD']],
  ]);
});

test('records that do not agree name several, that of the one that decided first', () => {
  expect(fixes(says('nvd', 'nvd', '[1.1.1,1.1.1m)'), says('cve', 'OpenSSL', '[1.1.1,1.1.1l)'))).toEqual([
    ['1.1.1l', 'first-outside', ['OpenSSL']],
    ['1.1.1m', 'first-outside', ['NVD']],
  ]);
});

test('where another range begins at the end of ours, it goes on to the end of that', () => {
  expect(fixes(says('nvd', 'nvd', '[1.1.1,1.1.1l)|[1.1.1l,1.1.1n)'))).toEqual([['1.1.1n', 'first-outside', ['NVD']]]);
});

test('a range that ends with a version which is still in it tells of no fix', () => {
  expect(fixes(says('nvd', 'nvd', '[1.1.1,1.1.1k]'))).toEqual([['1.1.1k', 'last-inside', ['NVD']]]);
});

test('all versions, or a version outside, have none', () => {
  expect(fixes(says('nvd', 'nvd', '[1.1.1,)'))).toEqual([]);
  expect(fixes(says('nvd', 'nvd', '[1.0.0,1.1.1)'))).toEqual([]);
});

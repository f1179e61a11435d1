import { expect, test } from 'vitest';
import { aComponent, aCriterion, aStatement, cpeProduct, ranges } from '../../test/statements.ts';
import { matchOf } from './evaluate/match-of.ts';
import { asideOf } from './why-aside.ts';

const part = aComponent({ name: 'curl', version: '7.83.0', cpes: ['cpe:2.3:a:haxx:curl:7.83.0:*:*:*:*:*:*:*'] });
const product = cpeProduct('a', 'haxx:curl');
const owner = (said: string) =>
  aStatement({
    ...{ source: 'cve', externalId: 'CVE-2023-38545', by: 'curl' },
    criteria: [aCriterion({ product, by: 'curl', role: 'owner', path: '/owner', ranges: ranges(said) })],
  });
const analyst = (said: string) =>
  aStatement({
    ...{ source: 'nvd', externalId: 'CVE-2023-38545' },
    criteria: [aCriterion({ product, path: '/analyst', ranges: ranges(said) })],
  });

test.each([
  ['a record that says the same', '[7.69.0,8.4.0)', '[7.69.0,8.4.0)', ['agrees']],
  ['a range that contradicts itself', '[8.4.0,8.4.0)', '[7.69.0,8.4.0)', ['says-nothing']],
  ['records that contradict each other', '[8.0.0,8.4.0)', '[7.69.0,8.4.0)', ['contradicts', 'contradicts']],
  ['an open range against that of the owner', '[8.0.0,8.4.0)', '(,8.4.0)', ['owner-first']],
])('%s', (_, said, other, expected) => {
  const evidence = matchOf(part, [owner(said), analyst(other)])?.evidence;
  expect(evidence?.others.map((one) => evidence && asideOf(evidence, one))).toEqual(expected);
});

import { expect, test } from 'vitest';
import { type Random, randomOf, seedOfRun } from '../../../test/random.ts';
import { faultOfJson, isSuspectJson, type JsonLimits } from './index.ts';

const utf8 = new TextEncoder();
const limits: JsonLimits = { bytes: 100_000, depth: 6, values: 4_000 };
const keys = ['a', 'b', '\\u0061', 'ab', 'b\\"', '__proto__', '日', '\\u65e5', '', '\\\\', 'Aa', 'BB'];

/** JSON whose objects have keys that may stand twice, in some other writing. */
function aText(random: Random, depth: number): string {
  const kind = random.int(depth > 4 ? 3 : 5);
  if (kind === 0) return random.pick(['1', '-2.5e3', 'true', 'null', '[]', '{}']);
  if (kind < 3) return random.pick(['"x"', '"a\\"b,{["', '"\\\\"', '"日本"', '":"']);
  const items = Array.from({ length: random.int(5) }, () => aText(random, depth + 1));
  const space = () => random.pick(['', '', ' ', '\n  ']);
  if (kind === 3) return `[${items.map((item) => space() + item + space()).join(',')}]`;
  return `{${items.map((item) => `${space()}"${random.pick(keys)}"${space()}:${space()}${item}${space()}`).join(',')}}`;
}

test('exactly those texts are suspect that the strict reader refuses', () => {
  const random = randomOf(seedOfRun(5));
  const tally = { plain: 0, suspect: 0 };
  for (let round = 0; round < 20_000; round++) {
    const text = aText(random, 0);
    const bytes = utf8.encode(text);
    const isSuspect = isSuspectJson(bytes, limits);
    tally[isSuspect ? 'suspect' : 'plain']++;
    expect({ text, isSuspect }).toEqual({ text, isSuspect: faultOfJson(bytes, limits) !== null });
  }
  expect(Math.min(tally.plain, tally.suspect)).toBeGreaterThan(1_000);
});

const manyKeys = (count: number, last: string) =>
  `{${Array.from({ length: count }, (_, n) => `"k${n}":0`).join(',')},"${last}":0}`;

test.each([
  ['a key twice', '{"a":1,"b":{"a":1},"a":2}', 'duplicate-key', '$.a'],
  ['one in another writing', '{"a":[{"key":1,"k\\u0065y":2}]}', 'duplicate-key', '$.a[0].key'],
  ['one among many', manyKeys(500, 'k7'), 'duplicate-key', '$.k7'],
  ['depth', '['.repeat(7), 'too-deep', '$[0][0][0][0][0][0]'],
  ['values', `[${'0,'.repeat(5_000)}0]`, 'too-many-values', '$[3999]'],
  ['size', `"${'x'.repeat(100_000)}"`, 'too-large', '$'],
])('%s is found', (_, text, rule, path) => {
  const bytes = utf8.encode(text);

  expect(isSuspectJson(bytes, limits)).toBe(true);
  expect(faultOfJson(bytes, limits)).toMatchObject({ rule, path });
});

test.each([
  ['many keys', manyKeys(500, 'other')],
  ['the same key beside each other in two objects', '[{"a":1},{"a":1}]'],
  ['a value that looks like a key', '{"a":"a","b":["a","a"]}'],
  ['all that is allowed', `${'['.repeat(6)}${']'.repeat(6)}`],
])('%s is not suspect', (_, text) => {
  expect(isSuspectJson(utf8.encode(text), limits)).toBe(false);
});

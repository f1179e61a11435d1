import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomOf, seedOfRun } from '../../../test/random.ts';
import { JsonFault, type JsonLimits, type JsonRoute, type JsonYield, jsonLimits, readJson } from './index.ts';

const utf8 = new TextEncoder();
const lenient: JsonLimits = { bytes: 1e9, depth: 1_000, values: 1e9 };

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(
  text: string | Uint8Array,
  route: JsonRoute = {},
  limits = lenient,
  size = 7,
): Promise<JsonYield[]> {
  const bytes = typeof text === 'string' ? utf8.encode(text) : text;
  return Array.fromAsync(readJson(inPieces(bytes, size), route, limits));
}

const whole = async (text: string | Uint8Array, size = 7) => (await read(text, {}, lenient, size)).at(-1)?.value;

test('any JSON reads as JSON.parse reads it, wherever it is cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.json(), fc.integer({ min: 1, max: 40 }), fc.boolean(), async (text, size, isSpaced) => {
      const written = isSpaced ? JSON.stringify(JSON.parse(text), null, 2) : text;
      const distinct = JSON.stringify(JSON.parse(written));
      expect(await whole(distinct, size)).toEqual(JSON.parse(distinct));
    }),
    { numRuns: 2_000 },
  );
});

test('a changed text is refused, or reads as JSON.parse reads it', async () => {
  const random = randomOf(seedOfRun(3));
  const text = JSON.stringify(
    { a: [1, -2.5e3, true, null, 'é\\"\u0000日本'], b: { c: {}, d: [], e: '\ud83d\ude00' } },
    null,
    1,
  );
  const origin = utf8.encode(text);
  const tally = { refused: 0, read: 0 };
  for (let round = 0; round < 20_000; round++) {
    const bytes = origin.slice(0, random.int(20) === 0 ? random.int(origin.length) : origin.length);
    for (let n = random.int(3); n >= 0; n--)
      bytes[random.int(bytes.length)] = random.pick([...origin, 0, 0xff, 0x80, 0x22, 0x5c]);
    const expected = parsed(bytes);
    try {
      const value = await whole(bytes, 1 + random.int(60));
      tally.read++;
      expect({ value }).toEqual({ value: expected });
    } catch (fault) {
      if (!(fault instanceof JsonFault)) throw fault;
      tally.refused++;
      if (fault.rule !== 'duplicate-key') expect({ fault, expected }).toEqual({ fault, expected: 'refused' });
    }
  }
  expect(Math.min(tally.refused, tally.read)).toBeGreaterThan(1_000);
}, 60_000);

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return 'refused';
  }
}

test.each([
  ['', 'empty', '$', 1],
  ['  \n ', 'empty', '$', 2],
  ['{"a":[1,2', 'truncated', '$.a[1]', 1],
  ['{"a":\n\n"x', 'truncated', '$.a', 3],
  ['{"a":1,\n"b":{"c":1,\n"c":2}}', 'duplicate-key', '$.b.c', 3],
  ['{"a":1 "b":2}', 'malformed', '$.a', 1],
  ['[1,]', 'malformed', '$[1]', 1],
  ['[01]', 'malformed', '$[0]', 1],
  ['[1e]', 'malformed', '$[0]', 1],
  ['["\\x"]', 'malformed', '$[0]', 1],
  ['["\n"]', 'malformed', '$[0]', 1],
  ['{} {}', 'malformed', '$', 1],
  ['[1}', 'malformed', '$[0]', 1],
  ['[nul]', 'malformed', '$[0]', 1],
  [`${'['.repeat(10_000)}`, 'too-deep', `$${'[0]'.repeat(200)}`, 1],
])('%j is refused with its rule, path and line', async (text, rule, path, line) => {
  const attempt = read(text, {}, jsonLimits);

  await expect(attempt).rejects.toMatchObject({ name: 'JsonFault', rule, path, line });
});

test('bytes that are not UTF-8 are refused with their place', async () => {
  const bytes = new Uint8Array([...utf8.encode('{"name":"'), 0xc3, 0x28, ...utf8.encode('"}')]);

  await expect(read(bytes)).rejects.toMatchObject({ rule: 'not-utf8', path: '$.name' });
});

test('a byte order mark is passed over', async () => {
  expect(await whole(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8.encode('{"a":1}')]), 100)).toEqual({ a: 1 });
});

test('"__proto__" is a key like any other', async () => {
  const value = (await whole('{"__proto__":{"polluted":true}}')) as object;

  expect(Object.keys(value)).toEqual(['__proto__']);
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('what a route names is handed out as it closes, inner before outer, and its parent does not keep it', async () => {
  const part: JsonRoute = { yields: 'part', members: {} };
  part.members = { parts: { elements: part }, bulk: { skip: true } };
  const route: JsonRoute = { members: { version: { yields: 'version' }, parts: { elements: part } } };
  const text = '{"version":"1",\n"parts":[{"n":1,"parts":[{"n":2}],"bulk":[{"x":[1]}]},\n{"n":3}],"rest":[true]}';

  const out = await read(text, route);

  expect(out).toEqual([
    { name: 'version', value: '1', path: '$.version', line: 1 },
    { name: 'part', value: { n: 2 }, path: '$.parts[0].parts[0]', line: 2 },
    { name: 'part', value: { n: 1, parts: [] }, path: '$.parts[0]', line: 2 },
    { name: 'part', value: { n: 3 }, path: '$.parts[1]', line: 3 },
    { name: 'document', value: { parts: [], rest: [true] }, path: '$', line: 1 },
  ]);
});

test('a key stands twice also where its value was handed out or skipped', async () => {
  const route: JsonRoute = { members: { parts: { elements: { yields: 'part' } }, bulk: { skip: true } } };

  await expect(read('{"parts":[],"parts":[]}', route)).rejects.toMatchObject({ rule: 'duplicate-key' });
  await expect(read('{"bulk":[],"bulk":[]}', route)).rejects.toMatchObject({ rule: 'duplicate-key' });
  await expect(read('{"bulk":{"a":1,"a":1}}', route)).rejects.toMatchObject({
    rule: 'duplicate-key',
    path: '$.bulk.a',
  });
});

test('limits name themselves', async () => {
  const tight: JsonLimits = { bytes: 20, depth: 3, values: 4 };

  await expect(read('[1,2,3,4]', {}, tight)).rejects.toMatchObject({ rule: 'too-many-values', details: { limit: 4 } });
  await expect(read(`"${'x'.repeat(20)}"`, {}, tight)).rejects.toMatchObject({
    rule: 'too-large',
    details: { limit: 20 },
  });
  await expect(read('[[[[]]]]', {}, tight)).rejects.toMatchObject({ rule: 'too-deep', details: { limit: 3 } });
});

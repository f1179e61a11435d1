import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseJson, readShape } from './read-shape.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

test.each([
  ['{"a":{"b":1,\n"b":2}}', 'duplicate-key', '/a/b', 2],
  ['{"a/b":[{"x~y":1},\n\n{"c.d":1,"c.d":1}]}', 'duplicate-key', '/a~1b/1/c.d', 3],
  ['{"a":[1,\n2', 'truncated', '/a/1', 2],
  ['{"a":\n01}', 'malformed', '/a', 2],
  ['', 'empty', '', 1],
  ['['.repeat(1_000_000), 'too-deep', '/0'.repeat(200), 1],
  [`[${'{},'.repeat(1_100_000)}0]`, 'too-many-values', '/999999', 1],
])('%.30j is refused as %s', (text, rule, path, line) => {
  expect(parseJson(bytesOf(text))).toMatchObject({ problems: [{ rule, path, details: { line } }] });
});

test('bytes that are no UTF-8 are refused with their place', () => {
  const bytes = new Uint8Array([...bytesOf('{"a":"'), 0xc3, 0x28, ...bytesOf('"}')]);

  expect(parseJson(bytes)).toMatchObject({ problems: [{ rule: 'not-utf8', path: '/a' }] });
});

test('what no database keeps is replaced, and what looks like it is not', () => {
  const text = String.raw`{"a":"x\u0000y\ud800z","b":"\ud83d\ude00","c":"\\u0000","d":["\u0000"]}`;

  expect(parseJson(bytesOf(text))).toEqual({
    document: { a: 'x\ufffdy\ufffdz', b: '😀', c: String.raw`\u0000`, d: ['\ufffd'] },
  });
});

test('"__proto__" is a key like any other, and nothing that is asked for comes from it', () => {
  const text = '{"__proto__":{"name":"x","polluted":true},"constructor":{"prototype":{"polluted":true}}}';

  expect(readShape(bytesOf(text), z.object({ name: z.string() }))).toMatchObject({ problems: [{ path: '/name' }] });
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

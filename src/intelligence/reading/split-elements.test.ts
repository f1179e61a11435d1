import { expect, test } from 'vitest';
import { type Piece, SplitFault, splitElements } from './split-elements.ts';

async function* pieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function split(text: string, size: number) {
  const found: Piece[] = [];
  try {
    for await (const piece of splitElements(pieces(text, size), 'list')) found.push(piece);
    return { found, rule: null };
  } catch (fault) {
    if (!(fault instanceof SplitFault)) throw fault;
    return { found, rule: fault.rule };
  }
}
const valuesOf = (found: Piece[]) => found.map(({ bytes }) => JSON.parse(new TextDecoder().decode(bytes)) as unknown);

const list = [{ a: 'x],{"list":[', b: [1, { list: [2] }] }, 'list', 3, null, [4, [5]], {}, '日"\\', { list: [] }];
const others = { first: [1, 2], nested: { list: [9] }, text: 'list' };

test.each([1, 2, 7, 100_000])(
  'the elements of a list are those that JSON.parse finds, in pieces of %d bytes',
  async (size) => {
    for (const text of [JSON.stringify({ ...others, list, last: [1] }), JSON.stringify({ ...others, list }, null, 2)]) {
      const { found, rule } = await split(text, size);

      expect([valuesOf(found), rule]).toEqual([list, null]);
      expect(found.map(({ index }) => index)).toEqual(list.map((_, at) => at));
      expect(found.every(({ bytes }) => (bytes.at(-1) ?? 0) > 32)).toBe(true);
    }
  },
);

test.each([
  ['{"list":[]}', 0, null],
  ['{"list":[{"a":1},{"b":', 1, 'truncated'],
  ['{"other":[{"a":1}]}', 0, 'wrong-shape'],
  ['{"nested":{"list":[1]}}', 0, 'wrong-shape'],
  ['', 0, 'wrong-shape'],
])('%s gives %d elements and %s', async (text, count, rule) => {
  const { found, rule: said } = await split(text, 3);

  expect([found.length, said]).toEqual([count, rule]);
});

test('an element that is too large ends the reading', async () => {
  const { found, rule } = await split(`{"list":[1,"${'x'.repeat(34_000_000)}"]}`, 1_000_000);

  expect([valuesOf(found), rule]).toEqual([[1], 'too-large']);
});

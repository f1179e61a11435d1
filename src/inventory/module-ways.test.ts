import { expect, test } from 'vitest';
import { waysDown } from './module-ways.ts';

const parts = (...pairs: [number, number][]) => pairs.map(([whole, part]) => ({ whole, part }));

test.each([
  ['itself', parts(), 1, [[]]],
  ['directly inside', parts([1, 2]), 2, [[]]],
  ['three deep', parts([1, 2], [2, 3], [3, 4]), 4, [[2, 3]]],
  ['directly and through another, the shorter first', parts([1, 2], [2, 3], [1, 3]), 3, [[], [2]]],
  ['by two ways', parts([1, 2], [1, 3], [2, 4], [3, 4]), 4, [[2], [3]]],
  ['not inside', parts([1, 2], [3, 4]), 4, []],
])('%s', (_what, pairs, to, ways) => expect(waysDown(pairs, 1, to)).toEqual(ways));

test('of more ways than anybody reads there are twenty, soon', () => {
  // Thirty layers of two modules, each in both of the layer above: a thousand million ways.
  const layered = Array.from({ length: 30 }, (_, n) => [2 * n, 2 * n + 1]).flatMap((pair, n) =>
    pair.flatMap((part) =>
      n === 0 ? [{ whole: -1, part }] : [2 * n - 2, 2 * n - 1].map((whole) => ({ whole, part })),
    ),
  );
  const started = performance.now();

  const ways = waysDown(layered, -1, 11);

  expect(ways).toHaveLength(20);
  expect(ways.every((way) => way.length === 5)).toBe(true);
  expect(waysDown(layered, -1, 59).length).toBeLessThanOrEqual(20);
  expect(performance.now() - started).toBeLessThan(1_000);
});

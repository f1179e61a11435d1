import { expect, test } from 'vitest';
import { topByEpss } from './epss-top.ts';

test.each([
  [null, null],
  [0.4, null],
  [0.89999, null],
  [0.9, 10],
  [0.97, 3],
  [0.9699, 4],
  [0.99999, 1],
  [1, 1],
])('percentile %s lies in the top %s percent', (percentile, top) => {
  expect(topByEpss(percentile)).toBe(top);
});

import { expect, test } from 'vitest';
import type { Trend } from '../../contract.ts';
import { newCompared, openCompared } from './compare-weeks.ts';

const week = (applies: number | null, high = 0): Trend['weeks'][number] => ({
  monday: '2026-11-23',
  known:
    applies === null
      ? null
      : { applies, mayApply: 0, still: applies, open: { critical: 0, high, medium: 0, low: 0, none: 1 } },
});

test('the running week is in no comparison of full ones, nor is that of the first match', () => {
  const weeks = [99, 1, 1, 1, 1, 2, 2, 2, 2, 50].map((applies) => week(applies));
  expect(newCompared(weeks)).toEqual({ now: 8, before: 4 });
  expect(newCompared(weeks.slice(1))).toBeNull();
  expect(newCompared([week(null), ...weeks.slice(1)])).toBeNull();
});

test('what is open now is held against the end of the week four weeks ago', () => {
  expect(openCompared([3, 4, 4, 4, 7].map((high) => week(0, high)))).toEqual({ now: 8, before: 4 });
  expect(openCompared([week(null), ...[4, 4, 4, 7].map((high) => week(0, high))])).toBeNull();
});

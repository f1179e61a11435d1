import { expect, test } from 'vitest';
import { countMarks, linePath, spread } from './chart-scale.ts';

test.each([
  [0, [0, 1]],
  [3, [0, 1, 2, 3]],
  [7, [0, 2, 4, 6, 8]],
  [26, [0, 10, 20, 30]],
  [412, [0, 100, 200, 300, 400, 500]],
])('an axis up to %i has the marks %j', (largest, marks) => {
  expect(countMarks(largest)).toEqual(marks);
});

test('labels give way to each other and stay inside', () => {
  const inside = { top: 0, bottom: 100 };
  expect(spread([50, 52, 10], 14, inside)).toEqual([50, 64, 10]);
  expect(spread([99, 98], 14, inside)).toEqual([100, 86]);
});

test('a line breaks where nothing is known', () => {
  const points = [4, 6, null, 8].map((y, place) => ({ x: place * 10, y }));
  expect(linePath(points)).toBe('M0 4L10 6M30 8');
});

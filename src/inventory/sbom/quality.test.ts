import { expect, test } from 'vitest';
import { percentOf } from './quality.ts';

test.each([
  [0, 0],
  [0.007, 0],
  [0.29, 29],
  [0.996, 99],
  [1, 100],
])('a share of %d is %i%%', (share, percent) => expect(percentOf(share)).toBe(percent));

import { expect, test } from 'vitest';
import { newId, newNumber } from './ids.ts';

test('ids are unique, of version 7, of now, and in the order in which they were made', () => {
  const before = Date.now();
  const ids = Array.from({ length: 20_000 }, newId);
  const after = Date.now();

  const births = ids.map((id) => Number.parseInt(id.replace('-', '').slice(0, 12), 16));
  expect(ids.filter((id) => !/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
  expect(Math.min(...births)).toBeGreaterThanOrEqual(before);
  expect(Math.max(...births)).toBeLessThanOrEqual(after + 1);
});

test('the step from one id to the next is random, so that a gap tells nothing', () => {
  const tails = Array.from({ length: 200 }, newId).map((id) => BigInt(`0x${id.slice(24)}`));
  const steps = new Set(tails.map((tail, index) => tail - (tails[index - 1] ?? 0n)));

  expect(steps.size).toBe(tails.length);
});

test('a number for people has only letters that cannot be mistaken for others', () => {
  expect(newNumber('M')).toMatch(/^M-[2-9A-HJKMNP-Z]{5}$/);
});

import { expect, test } from 'vitest';
import { oneByOne } from './one-by-one.ts';

const refusing = (bad: readonly string[]) => async (one: string) => {
  if (bad.includes(one)) throw new Error(one);
};

test('what is refused for one keeps the others from nothing, and the first refusal is told', async () => {
  expect(await oneByOne(['a', 'b', 'c', 'd'], refusing(['b', 'c']))).toEqual({ done: 2, refused: new Error('b') });
  expect(await oneByOne(['a', 'b'], refusing([]))).toEqual({ done: 2, refused: undefined });
});

test('when none is done, it is refused as a whole', async () => {
  await expect(oneByOne(['a', 'b'], refusing(['a', 'b']))).rejects.toThrow('a');
});

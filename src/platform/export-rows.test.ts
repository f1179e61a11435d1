import { expect, test } from 'vitest';
import { readAllRows } from './export-rows.ts';

const of = (count: number) => async (limit: number) => Array.from({ length: Math.min(count, limit) }, (_, row) => row);

test('as many rows as a file may have are all there; one more is refused, never cut off', async () => {
  expect(await readAllRows(3, of(3))).toEqual([0, 1, 2]);
  await expect(readAllRows(3, of(4))).rejects.toMatchObject({ code: 'too-large', details: { mostRows: 3 } });
});

import { expect, test } from 'vitest';
import { fileObstacle, limitText, sizeText } from './files.ts';

test.each([
  [{ name: '製品.CSV', size: 10 }, null],
  [{ name: '製品.csv', size: 101 }, 'too-large'],
  [{ name: '製品.pdf', size: 10 }, 'wrong-kind'],
  [{ name: 'csv', size: 10 }, 'wrong-kind'],
])('%o is refused as %s', (file, obstacle) => {
  expect(fileObstacle(file, ['.csv', '.xlsx'], 100)).toBe(obstacle);
});

test.each([
  [999, '999 B'],
  [3200, '3.2 KB'],
  [50_000_000, '50 MB'],
])('%i bytes read %s', (bytes, size) => {
  expect(sizeText(bytes)).toBe(size);
});

test.each([
  [64 * 1024 * 1024, '64 MiB'],
  [5_000_000, '5 MB'],
])('a limit of %i bytes reads %s', (bytes, limit) => {
  expect(limitText(bytes)).toBe(limit);
});

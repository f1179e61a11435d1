import { expect, test } from 'vitest';
import { pageAskedBy } from './paging.ts';

test.each([
  ['', 0, 100],
  ['pageNumber=3&pageSize=500', 1000, 500],
  ['page=2&limit=50', 50, 50],
  ['page=2', 100, 100],
  ['offset=40&limit=20', 40, 20],
  ['pageNumber=2&pageSize=9999', 500, 500],
  ['page=0&limit=-1', 0, 100],
  ['page=x&limit=y&offset=z', 0, 100],
])('"%s" starts at %i and takes %i', (query, offset, limit) => {
  expect(pageAskedBy(new URLSearchParams(query))).toEqual({ offset, limit });
});

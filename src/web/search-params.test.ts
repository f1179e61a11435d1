import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSearch, printSearch } from './search-params.ts';

test('lists stay readable and numbers stay words', () => {
  expect(printSearch({ match: 'applies,may-apply', sort: '-severity' })).toBe(
    '?match=applies,may-apply&sort=-severity',
  );
  expect(parseSearch('?lot=007&q=%E8%A3%BD%E5%93%81')).toEqual({ lot: '007', q: '製品' });
});

test('what is empty is not in the address', () => {
  expect(printSearch({ q: '', row: undefined, sort: null })).toBe('');
});

test('every word comes back as it was', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (word) => {
      expect(parseSearch(printSearch({ q: word }))).toEqual({ q: word });
    }),
  );
});

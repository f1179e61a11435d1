import { expect, test } from 'vitest';
import { changeSearch, ids, oneOf, printSort, readState, row, someOf, sort, word } from './url-state.ts';

const params = {
  q: word(),
  state: someOf(['shipped', 'development', 'ended']),
  view: oneOf(['all', 'mine'], 'all'),
  sort: sort(['name', 'supportEnd'], 'name'),
  open: ids(),
  row: row(),
};

test('an empty address is the default of everything', () => {
  expect(readState(params, {})).toEqual({
    q: '',
    state: [],
    view: 'all',
    sort: { key: 'name', direction: 'ascending' },
    open: [],
    row: null,
  });
});

test('an address that was shared gives the same picture', () => {
  const search = { q: 'MR', state: 'shipped,ended', view: 'mine', sort: '-supportEnd', open: 'a,b', row: 'x' };

  expect(readState(params, search)).toEqual({
    q: 'MR',
    state: ['shipped', 'ended'],
    view: 'mine',
    sort: { key: 'supportEnd', direction: 'descending' },
    open: ['a', 'b'],
    row: 'x',
  });
});

test('what an address says wrongly is the default', () => {
  expect(readState(params, { state: 'shipped,nonsense', view: 'theirs', sort: '-price' })).toMatchObject({
    state: ['shipped'],
    view: 'all',
    sort: { key: 'name', direction: 'ascending' },
  });
});

test('a change touches its own words only, and defaults leave the address', () => {
  const search = { q: 'MR', sort: '-supportEnd', tab: 'other' };

  const changed = changeSearch(params, search, {
    sort: { key: 'name', direction: 'ascending' },
    state: ['ended', 'shipped'],
  });

  expect(changed).toEqual({ q: 'MR', tab: 'other', sort: undefined, state: 'shipped,ended' });
});

test('an order is written as the API takes it', () => {
  expect(printSort({ key: 'name', direction: 'descending' })).toBe('-name');
});

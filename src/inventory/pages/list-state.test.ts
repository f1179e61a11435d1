import { expect, test } from 'vitest';
import { changeSearch, readState } from '../../kit/url-state.ts';
import { askedOf, listParams, viewOf } from './list-state.ts';

test.each([
  [{}, 'all', {}],
  [{ support: 'within-6', sort: 'security-end' }, 'soon', { support: 'within-6' }],
  [{ missing: 'owner,support,sbom' }, 'lacking', { missing: 'owner,support,sbom' }],
  [{ missing: 'owner,support' }, null, { missing: 'owner,support' }],
  [{ state: 'shipped,melted' }, null, { state: 'shipped' }],
  [{ view: 'part-numbers', q: 'MC' }, 'numbers', { q: 'MC' }],
  [{ q: ' MC ', kind: 'app,device' }, null, { q: 'MC', kind: 'device,app' }],
  [{ support: 'soon', kind: 'fridge' }, 'all', {}],
])('the address %j is the view %s and asks %j', (search, view, asked) => {
  const state = readState(listParams, search);

  expect(viewOf(state)).toBe(view);
  expect(askedOf(state)).toEqual(asked);
});

test.each([[null], [[]], [['a', 'b']]])('open lines %j come back as they were', (open) => {
  const search = changeSearch(listParams, {}, { open });

  expect(readState(listParams, search).open).toEqual(open);
});

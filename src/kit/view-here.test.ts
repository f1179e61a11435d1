import { expect, test } from 'vitest';
import { conditionsOf, ids, passing, row, someOf, sort, word } from './url-state.ts';
import type { SavedView } from './Views.tsx';
import { printQuery, readQuery, viewHere } from './view-here.ts';

const view = (name: string, query: string, own = true): SavedView => ({
  ...{ id: name + own, list: 'products', name, query, own, shared: !own, by: '佐藤 美咲' },
});
const seen = (conditions: Record<string, string>, columns?: string) => ({ conditions, columns });

test('the view that the address names is open, also when its conditions were changed', () => {
  const routers = view('ルーター', 'kind=device&q=MR');
  const views = [view('全部', 'q=x'), routers];

  expect(viewHere(views, seen({ q: 'MR', kind: 'device' }), 'ルーター')).toEqual({ view: routers, changed: false });
  expect(viewHere(views, seen({ q: 'MR' }), 'ルーター')).toEqual({ view: routers, changed: true });
  expect(viewHere(views, seen({}), 'ルーター')).toEqual({ view: routers, changed: true });
});

test('of two of one name, that is open whose conditions are seen', () => {
  const own = view('ルーター', 'q=MR');
  const shared = view('ルーター', 'q=MC', false);

  expect(viewHere([own, shared], seen({ q: 'MC' }), 'ルーター')).toEqual({ view: shared, changed: false });
});

test('a name that nobody here has tells nothing; the same conditions do', () => {
  const routers = view('ルーター', 'q=MR');

  expect(viewHere([routers], seen({ q: 'MC' }), '知らない名前')).toEqual({ view: null, changed: false });
  expect(viewHere([routers], seen({ q: 'MR' }), undefined)).toEqual({ view: routers, changed: false });
  expect(viewHere([view('空', '')], seen({}), undefined)).toEqual({ view: null, changed: false });
});

test('columns count for the views that keep some', () => {
  const wide = view('幅広い', 'q=MR&columns=name%2Cowner');
  const plain = view('ふつう', 'q=MR');

  expect(viewHere([wide], seen({ q: 'MR' }, 'name,owner'), '幅広い').changed).toBe(false);
  expect(viewHere([wide], seen({ q: 'MR' }, 'name'), '幅広い').changed).toBe(true);
  expect(viewHere([plain], seen({ q: 'MR' }, 'name'), 'ふつう').changed).toBe(false);
});

test('a query comes back as it was', () => {
  const said = seen({ q: '部品:openssl 版:<1.1.1n & x=1', kind: 'device,app' }, 'name,owner');

  expect(readQuery(printQuery(said))).toEqual({ ...said.conditions, columns: 'name,owner' });
});

test('what stands in the address by the way is no condition', () => {
  const params = { q: word(), kind: someOf(['a', 'b']), sort: sort(['x'], 'x'), open: passing(ids()), row: row() };

  const search = { q: ' MR ', kind: 'b,unknown,a', sort: 'x', open: '1,2', row: '7', tab: 'matches', saved: 'x' };

  expect(conditionsOf(params, search)).toEqual({ q: 'MR', kind: 'a,b' });
});

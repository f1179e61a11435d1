import { expect, test } from 'vitest';
import { differencesOf } from './diff.ts';

const named = (before: unknown, after: unknown) =>
  differencesOf(before, after).map(({ path, before: from, after: to }) => [path.join('.'), from, to]);

test.each([
  ['nothing', null, null, []],
  [
    'something new',
    null,
    { name: 'a', tags: [] },
    [
      ['name', undefined, 'a'],
      ['tags', undefined, []],
    ],
  ],
  ['something gone', { name: 'a' }, null, [['name', 'a', undefined]]],
  ['equal fields', { name: 'a', n: 1, list: [1, { x: 2 }] }, { name: 'a', n: 1, list: [1, { x: 2 }] }, []],
  ['a field that became none', { until: '2026-11-24' }, { until: null }, [['until', '2026-11-24', null]]],
  ['inner fields', { a: { b: 1, c: 2 } }, { a: { b: 1, c: 3 } }, [['a.c', 2, 3]]],
  ['a list as a whole', { roles: ['x'] }, { roles: ['x', 'y'] }, [['roles', ['x'], ['x', 'y']]]],
  ['an object against a word', { a: { b: 1 } }, { a: 'x' }, [['a', { b: 1 }, 'x']]],
  ['plain values', 'old', 'new', [['', 'old', 'new']]],
])('%s', (_what, before, after, differences) => {
  expect(named(before, after)).toEqual(differences);
});

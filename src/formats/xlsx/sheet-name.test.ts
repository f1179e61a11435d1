import { expect, test } from 'vitest';
import { safeSheetNames } from './sheet-name.ts';

test.each([[['製品', '機種']], [['a'.repeat(31)]]])('%j are kept', (names) => {
  expect(safeSheetNames(names)).toEqual(names);
});

test.each([
  ['a/b\\c?d*e[f]g:h', 'a_b_c_d_e_f_g_h'],
  ["'製品'", '製品'],
  ['', 'Sheet'],
  ["''", 'Sheet'],
  ['a\u0000b\nc', 'a_b_c'],
  ['a'.repeat(40), 'a'.repeat(31)],
  [`${'a'.repeat(30)}😀`, 'a'.repeat(30)],
  [`${'a'.repeat(30)}'b`, 'a'.repeat(30)],
  ['History', 'History (2)'],
  ['履歴', '履歴 (2)'],
])('%j becomes %j', (name, safe) => {
  expect(safeSheetNames([name])).toEqual([safe]);
});

test('equal names are numbered, without regard to case and within the length', () => {
  const long = 'x'.repeat(35);

  expect(safeSheetNames(['A', 'a', 'A'])).toEqual(['A', 'a (2)', 'A (3)']);
  expect(safeSheetNames([long, long])).toEqual(['x'.repeat(31), `${'x'.repeat(27)} (2)`]);
});

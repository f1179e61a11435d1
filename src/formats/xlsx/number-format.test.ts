import { expect, test } from 'vitest';
import { meaningOf, showDigits } from './number-format.ts';

test.each([
  ['General', 'number'],
  ['G/標準', 'number'],
  ['"G/"標準', 'number'],
  ['0', 'number'],
  ['0.00E+00', 'number'],
  ['#,##0', 'number'],
  ['#,##0"台"', 'number'],
  ['0"台"', 'number'],
  ['#,##0_ ;[Red]\\-#,##0\\ ', 'number'],
  ['[$¥-411]#,##0', 'number'],
  ['0%', 'number'],
  ['# ?/?', 'number'],
  ['@', 'number'],
  ['[h]:mm', 'number'],
  ['[mm]:ss', 'number'],
  ['yyyy/mm/dd', 'day'],
  ['yyyy/m/d;@', 'day'],
  ['m/d', 'day'],
  ['mmm\\-yy', 'day'],
  ['mm', 'day'],
  ['yyyy"年"m"月"d"日"', 'day'],
  ['[$-411]ggge"年"m"月"d"日";@', 'day'],
  ['[$-ja-JP]ge.m.d', 'day'],
  ['aaaa', 'day'],
  ['[赤]yyyy/mm/dd', 'day'],
  ['yyyy/mm/dd\\ hh:mm:ss', 'instant'],
  ['yyyy/m/d h:mm AM/PM', 'instant'],
  ['h:mm', 'clock'],
  ['h:mm:ss AM/PM', 'clock'],
  ['mm:ss.0', 'clock'],
  ['h"時"mm"分"', 'clock'],
  ['00000', 'digits'],
  ['000-0000', 'digits'],
  ['"MR-"0000', 'digits'],
  ['0000"-"00', 'digits'],
])('the format %s is understood as %s', (code, kind) => {
  expect(meaningOf(164, code).kind).toBe(kind);
});

test.each([
  [0, 'number'],
  [14, 'day'],
  [20, 'clock'],
  [22, 'instant'],
  [27, 'day'],
  [31, 'day'],
  [32, 'clock'],
  [46, 'number'],
  [49, 'number'],
  [57, 'day'],
  [58, 'day'],
])('the built-in format %d is understood as %s', (id, kind) => {
  expect(meaningOf(id, undefined).kind).toBe(kind);
});

test.each([
  [123, '00000', '00123'],
  [0, '000', '000'],
  [1_234_567, '000-0000', '123-4567'],
  [45, '000-0000', '000-0045'],
  [123_456, '000', '123456'],
  [12, '\\M\\R\\-0000', 'MR-0012'],
  [1.5, '000', null],
  [-1, '000', null],
])('%d in the format %s is shown as %s', (value, pattern, shown) => {
  expect(showDigits(value, pattern)).toBe(shown);
});

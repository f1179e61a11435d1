import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOfSerial, formatDay, parseDay } from './day.ts';

test.each([
  ['2026/11/23', '2026-11-23'],
  ['2026/1/5', '2026-01-05'],
  ['2026-11-23', '2026-11-23'],
  ['2026.11.23', '2026-11-23'],
  ['20261123', '2026-11-23'],
  ['2026年11月23日', '2026-11-23'],
  ['２０２６年１１月２３日', '2026-11-23'],
  ['２０２６／１１／２３', '2026-11-23'],
  ['2026−11−23', '2026-11-23'],
  ['2026年 1月 5日', '2026-01-05'],
  ['2026年11月23日（月）', '2026-11-23'],
  ['2026/11/23(月曜日)', '2026-11-23'],
  ['2026/11/23 0:00', '2026-11-23'],
  ['2026/11/23 00:00:00', '2026-11-23'],
  ['2024/2/29', '2024-02-29'],
  ['2031年3月末', '2031-03-31'],
  ['2028年2月末日', '2028-02-29'],
  ['R8.11.23', '2026-11-23'],
  ['r8/11/23', '2026-11-23'],
  ['Ｒ８．１１．２３', '2026-11-23'],
  ['令和8年11月23日', '2026-11-23'],
  ['㋿8年11月23日', '2026-11-23'],
  ['令和元年5月1日', '2019-05-01'],
  ['R1.5.1', '2019-05-01'],
  ['H31.4.30', '2019-04-30'],
  ['平成元年1月8日', '1989-01-08'],
  ['㍻31年4月30日', '2019-04-30'],
  ['昭和64年1月7日', '1989-01-07'],
  ['S1.12.25', '1926-12-25'],
  ['大正15年12月24日', '1926-12-24'],
  ['明治6年1月1日', '1873-01-01'],
  ['46349', '2026-11-23'],
])('%s is the day %s', (text, day) => {
  expect(String(parseDay(text))).toBe(day);
});

test.each([
  ['11/23/2026', 'ambiguous-order'],
  ['23/11/2026', 'ambiguous-order'],
  ['5/6/2026', 'ambiguous-order'],
  ['26/11/23', 'ambiguous-order'],
  ['2026/2/29', 'impossible-day'],
  ['2026/13/1', 'impossible-day'],
  ['2026/11/31', 'impossible-day'],
  ['2026/0/1', 'impossible-day'],
  ['20261301', 'impossible-day'],
  ['0000/1/1', 'impossible-day'],
  ['令和8年2月29日', 'impossible-day'],
  ['平成35年3月31日', 'outside-era'],
  ['R1.4.30', 'outside-era'],
  ['H31.5.1', 'outside-era'],
  ['S64.1.8', 'outside-era'],
  ['明治5年12月2日', 'outside-era'],
  ['R0.5.1', 'outside-era'],
  ['2026年11月23日（火）', 'weekday-differs'],
  ['2026年11月', 'day-missing'],
  ['2026/11', 'day-missing'],
  ['2026年度末', 'day-missing'],
  ['2026年11月上旬', 'day-missing'],
  ['', 'not-a-day'],
  ['未定', 'not-a-day'],
  ['2026', 'not-a-day'],
  ['2026/11-23', 'not-a-day'],
  ['2026/11/23 9:05', 'not-a-day'],
  ['1234567', 'not-a-day'],
  ['X8.11.23', 'not-a-day'],
])('%j is no day: %s', (text, problem) => {
  expect(parseDay(text)).toBe(problem);
});

test.each([
  [1, '1900-01-01'],
  [59, '1900-02-28'],
  [60, 'impossible-day'],
  [61, '1900-03-01'],
  [36526, '2000-01-01'],
  [46349.75, '2026-11-23'],
  [2_958_465, '9999-12-31'],
  [2_958_466, 'impossible-day'],
  [0, 'impossible-day'],
  [-1, 'impossible-day'],
  [Number.NaN, 'impossible-day'],
])('the serial number %d is %s', (serial, day) => {
  expect(String(dayOfSerial(serial))).toBe(day);
});

test('every day is read as it is written, in the western and the Japanese calendar', () => {
  const japanese = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { dateStyle: 'long', timeZone: 'UTC' });
  const start = Temporal.PlainDate.from('1873-01-01');

  fc.assert(
    fc.property(fc.integer({ min: 0, max: 80_000 }), (days) => {
      const day = start.add({ days });
      expect(String(parseDay(formatDay(day)))).toBe(String(day));
      expect(String(parseDay(japanese.format(day.toZonedDateTime('UTC').epochMilliseconds)))).toBe(String(day));
    }),
    { numRuns: 3_000 },
  );
});

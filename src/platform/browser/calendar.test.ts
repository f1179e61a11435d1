import { expect, test } from 'vitest';
import {
  dayAlone,
  formatDay,
  formatDeadline,
  formatFullInstant,
  formatInstant,
  formatRemaining,
  todayIn,
} from './calendar.ts';

const now = Temporal.Instant.from('2026-11-24T01:00:00Z'); // 10:00 in Tokyo
const today = Temporal.PlainDate.from('2026-11-24');

test.each([
  ['Asia/Tokyo', '2026-11-23T15:00:00Z', '2026-11-24'],
  ['Asia/Tokyo', '2026-11-23T14:59:59Z', '2026-11-23'],
  ['UTC', '2026-11-23T15:00:00Z', '2026-11-23'],
  ['Pacific/Kiritimati', '2026-12-31T10:00:00Z', '2027-01-01'],
])('in %s it is at %s the day %s', (zone, at, day) => {
  expect(String(todayIn(zone, Temporal.Instant.from(at)))).toBe(day);
});

test.each([
  ['2026-11-24', '11月24日（火）', 'Tue 24 Nov'],
  ['2026-11-29', '11月29日（日）', 'Sun 29 Nov'],
  ['2026-01-05', '1月5日（月）', 'Mon 5 Jan'],
  ['2025-03-31', '2025年3月31日', '31 Mar 2025'],
  ['2031-03-31', '2031年3月31日', '31 Mar 2031'],
])('the day %s is written %s and %s', (day, ja, en) => {
  expect(formatDay(Temporal.PlainDate.from(day), 'ja', today)).toBe(ja);
  expect(formatDay(Temporal.PlainDate.from(day), 'en', today)).toBe(en);
});

test.each([
  ['2026-11-24T00:06:00Z', '本日 9:06', 'Today 9:06'],
  ['2026-11-23T15:00:00Z', '本日 0:00', 'Today 0:00'],
  ['2026-11-23T12:05:59Z', '昨日 21:05', 'Yesterday 21:05'],
  ['2026-11-20T06:32:00Z', '11月20日 15:32', '20 Nov 15:32 JST'],
  ['2026-11-25T06:32:00Z', '11月25日 15:32', '25 Nov 15:32 JST'],
  ['2025-12-31T14:59:00Z', '2025年12月31日 23:59', '31 Dec 2025 23:59 JST'],
])('the instant %s is written %s and %s', (at, ja, en) => {
  expect(formatInstant(Temporal.Instant.from(at), 'ja', now)).toBe(ja);
  expect(formatInstant(Temporal.Instant.from(at), 'en', now)).toBe(en);
});

test('the day after the turn of the year still has a yesterday', () => {
  const newYear = Temporal.Instant.from('2027-01-01T00:00:00Z');

  expect(formatInstant(Temporal.Instant.from('2026-12-31T12:00:00Z'), 'ja', newYear)).toBe('昨日 21:00');
});

test.each([
  ['2026-12-15T01:00:00Z', '12月15日（火）10:00 まで', 'until Tue 15 Dec, 10:00 JST'],
  ['2027-01-15T01:00:00Z', '2027年1月15日 10:00 まで', 'until 15 Jan 2027, 10:00 JST'],
])('the deadline %s is written %s and %s', (at, ja, en) => {
  expect(formatDeadline(Temporal.Instant.from(at), 'ja', now)).toBe(ja);
  expect(formatDeadline(Temporal.Instant.from(at), 'en', now)).toBe(en);
});

test.each([
  ['2026-11-24', '本日まで', 'Until today'],
  ['2026-11-25', 'あと1日', '1 day left'],
  ['2026-12-15', 'あと21日', '21 days left'],
  ['2027-01-23', 'あと60日', '60 days left'],
  ['2027-01-24', 'あと2か月', '2 months left'],
  ['2027-03-31', 'あと4か月', '4 months left'],
  ['2027-11-23', 'あと11か月', '11 months left'],
  ['2027-11-24', 'あと1年', '1 year left'],
  ['2028-12-24', 'あと2年1か月', '2 years 1 month left'],
  ['2026-11-23', '1日超過', '1 day over'],
  ['2026-11-22', '2日超過', '2 days over'],
  ['2023-03-31', '3年7か月超過', '3 years 7 months over'],
])('until %s it is %s and %s', (until, ja, en) => {
  expect(formatRemaining(Temporal.PlainDate.from(until), 'ja', today)).toBe(ja);
  expect(formatRemaining(Temporal.PlainDate.from(until), 'en', today)).toBe(en);
});

test('the tooltip has the whole instant and its zone', () => {
  const at = Temporal.Instant.from('2026-11-24T00:06:00Z');

  expect(formatFullInstant(at, 'ja')).toBe('2026年11月24日 9:06（日本時間）');
  expect(formatFullInstant(at, 'en')).toBe('24 Nov 2026, 9:06 JST (UTC+9)');
});

test.each([
  ['2023-10-18T00:00:00Z', '2023-10-18'],
  ['2023-10-18T00:00:00.001Z', null],
  ['2023-10-17T15:00:00Z', null],
])('what a source tells by %s is the day %s alone', (at, day) => {
  expect(dayAlone(Temporal.Instant.from(at))?.toString() ?? null).toBe(day);
});

import { expect, test } from 'vitest';
import { dayText, fullInstantText, instantText, tokyoDay } from './time-text.ts';

const now = new Date('2026-11-24T01:00:00Z'); // 10:00 in Tokyo

test.each([
  ['2026-11-24', '11月24日（火）', 'Tue 24 Nov'],
  ['2026-12-15', '12月15日（火）', 'Tue 15 Dec'],
  ['2029-03-31', '2029年3月31日', '31 Mar 2029'],
  ['2025-03-31', '2025年3月31日', '31 Mar 2025'],
])('the day %s is %s and %s', (on, ja, en) => {
  expect(dayText(on, 'ja', now)).toBe(ja);
  expect(dayText(on, 'en', now)).toBe(en);
});

test.each([
  ['2026-11-24T00:06:00Z', '本日 9:06', 'Today 9:06'],
  ['2026-11-23T15:00:00Z', '本日 0:00', 'Today 0:00'],
  ['2026-11-23T14:59:00Z', '昨日 23:59', 'Yesterday 23:59'],
  ['2026-11-20T06:32:00Z', '11月20日 15:32', '20 Nov 15:32 JST'],
  ['2025-12-31T15:30:00Z', '1月1日 0:30', '1 Jan 0:30 JST'],
  ['2025-12-31T14:30:00Z', '2025年12月31日 23:30', '31 Dec 2025 23:30 JST'],
])('the instant %s is %s and %s', (at, ja, en) => {
  expect(instantText(new Date(at), 'ja', now)).toBe(ja);
  expect(instantText(new Date(at), 'en', now)).toBe(en);
});

test('the day changes at midnight in Japan, wherever the reader is', () => {
  expect(tokyoDay(new Date('2026-11-23T15:00:00Z'))).toBe('2026-11-24');
});

test('the tooltip has the whole instant and its zone', () => {
  expect(fullInstantText(new Date('2026-11-24T00:06:00Z'), 'ja')).toBe('2026年11月24日 9:06（日本時間）');
  expect(fullInstantText(new Date('2026-11-24T00:06:00Z'), 'en')).toBe('24 Nov 2026, 9:06 JST (UTC+9)');
});

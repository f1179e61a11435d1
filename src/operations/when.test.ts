import { expect, test } from 'vitest';
import { scheduleText, sizeText } from './when.ts';

test.each([
  ['17 3 * * *', '毎日 3:17', 'every day at 3:17'],
  ['5 0 * * *', '毎日 0:05', 'every day at 0:05'],
  ['1 * * * *', '毎時1分', '1 past every hour'],
  ['*/5 * * * *', '5分ごと', 'every 5 minutes'],
  ['* * * * *', '毎分', 'every minute'],
  ['0 9 * * 1', '0 9 * * 1', '0 9 * * 1'],
])('%s', (cron, ja, en) => {
  expect([scheduleText(cron, 'ja'), scheduleText(cron, 'en')]).toEqual([ja, en]);
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1_400, '1.4 kB'],
  [812_000_000, '812 MB'],
  [1_400_000_000, '1.4 GB'],
  [52e12, '52 TB'],
  [5e15, '5000 TB'],
])('%d bytes', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});

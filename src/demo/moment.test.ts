import { expect, test } from 'vitest';
import { workingHoursBefore } from './moment.ts';

const inJapan = (at: string) => Temporal.PlainDateTime.from(at).toZonedDateTime('Asia/Tokyo').toInstant();

test.each([
  ['2026-11-24T15:00', 2, '2026-11-24T13:00'],
  ['2026-11-24T10:00', 3, '2026-11-23T16:00'],
  ['2026-11-24T07:30', 0.5, '2026-11-23T17:30'],
  ['2026-11-24T23:30', 8.5, '2026-11-24T09:30'],
  ['2026-11-24T09:00', 8.5, '2026-11-23T09:30'],
  ['2026-11-24T12:00', 3, '2026-11-23T18:00'],
])('at %s, %d hours of work before was %s', (at, hours, before) => {
  expect(workingHoursBefore(inJapan(at), hours).toString()).toBe(inJapan(before).toString());
});

test('eight and a half hours of work lie within the last 24 hours, whenever it is', () => {
  for (let hour = 0; hour < 48; hour += 0.25) {
    const now = inJapan('2026-11-24T00:00').add({ minutes: hour * 60 });
    const before = workingHoursBefore(now, 8.5);
    expect(now.since(before).total('hours')).toBeLessThan(24);
    expect(Temporal.Instant.compare(before, now)).toBe(-1);
  }
});

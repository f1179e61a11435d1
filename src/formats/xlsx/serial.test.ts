import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockOfSerial, dateTimeOfSerial, serialOf } from './serial.ts';

test.each([
  [1, 1900, '1900-01-01T00:00:00'],
  [59, 1900, '1900-02-28T00:00:00'],
  [60, 1900, 'null'],
  [60.5, 1900, 'null'],
  [61, 1900, '1900-03-01T00:00:00'],
  [46349.378472222, 1900, '2026-11-23T09:05:00'],
  [46349.9999999999, 1900, '2026-11-24T00:00:00'],
  [2_958_465, 1900, '9999-12-31T00:00:00'],
  [2_958_466, 1900, 'null'],
  [0.5, 1900, 'null'],
  [-1, 1900, 'null'],
  [0, 1904, '1904-01-01T00:00:00'],
  [44887, 1904, '2026-11-23T00:00:00'],
] as const)('the serial number %d of the %d system is %s', (serial, system, local) => {
  expect(String(dateTimeOfSerial(serial, system))).toBe(local);
});

test.each([
  [0, '00:00:00'],
  [0.378472222, '09:05:00'],
  [46349.75, '18:00:00'],
  [0.999999, '00:00:00'],
])('the clock of %d is %s', (serial, clock) => {
  expect(clockOfSerial(serial)).toBe(clock);
});

test('a local time to the second survives as a serial number', () => {
  const start = Temporal.PlainDateTime.from('1900-03-01T00:00');

  fc.assert(
    fc.property(fc.integer({ min: 0, max: 8_099 * 365 * 86_400 }), (seconds) => {
      const local = start.add({ seconds });
      expect(String(dateTimeOfSerial(serialOf(local) ?? 0, 1900))).toBe(String(local));
    }),
    { numRuns: 3_000 },
  );
  expect(serialOf(Temporal.PlainDateTime.from('1900-02-28T00:00'))).toBeNull();
});

test('a second that is not over is not the next one', () => {
  const late = Temporal.PlainDateTime.from('2026-11-30T09:22:43.999');

  expect(String(dateTimeOfSerial(serialOf(late) ?? 0, 1900))).toBe('2026-11-30T09:22:43');
});

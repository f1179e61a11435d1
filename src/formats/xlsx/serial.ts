const DAY_MS = 86_400_000;
const LAST_DAY = 2_958_465;
// The 1904 system of old Macintosh files counts from its first day as 0.
const DAYS_FROM_1900_TO_1904 = 1462;
const DAYS_FROM_1900_TO_1970 = 25_569;

/**
 * The local date and time of a serial number, to the millisecond.
 * @returns null outside 1900-01-01 … 9999-12-31 and on the 29 February 1900 that only Excel knows
 * @source ISO 29500-1, 18.17.4
 */
export function dateTimeOfSerial(serial: number, system: 1900 | 1904): Temporal.PlainDateTime | null {
  const ms = Math.round((system === 1904 ? serial + DAYS_FROM_1900_TO_1904 : serial) * DAY_MS);
  const day = Math.floor(ms / DAY_MS);
  if (!(day >= 1 && day <= LAST_DAY) || day === 60) return null;
  const midnight = Temporal.PlainDateTime.from('1899-12-30').add({ days: day < 60 ? day + 1 : day });
  return midnight.add({ milliseconds: ms - day * DAY_MS });
}

/**
 * The serial number in the 1900 system, to the second, or null before March 1900, where Excel's count is wrong by a day.
 * A part of a second is left out: programs show the nearest second, and a minute that is not over would be.
 */
export function serialOf(dateTime: Temporal.PlainDateTime): number | null {
  const second = dateTime.round({ smallestUnit: 'second', roundingMode: 'floor' });
  const serial = second.toZonedDateTime('UTC').epochMilliseconds / DAY_MS + DAYS_FROM_1900_TO_1970;
  return serial >= 61 ? serial : null;
}

/** 09:05:00, as a cell with a clock format shows the fraction of its number. */
export function clockOfSerial(serial: number): string {
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400) % 86_400;
  return Temporal.PlainTime.from('00:00').add({ seconds }).toString({ smallestUnit: 'second' });
}

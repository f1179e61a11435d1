/** Why a text is no day. Nothing is guessed: each of these is a question to the person who wrote it. */
export type DayProblem =
  | 'not-a-day'
  | 'impossible-day'
  | 'ambiguous-order'
  | 'day-missing'
  | 'outside-era'
  | 'weekday-differs';

type Numbers = { year: number; month: number; day: number };

// 明治 begins here with the Gregorian calendar (明治6年); its first five years were counted by the moon.
const ERAS = [
  { names: ['令和', '令', 'R'], from: '2019-05-01', until: '9999-12-31' },
  { names: ['平成', '平', 'H'], from: '1989-01-08', until: '2019-04-30' },
  { names: ['昭和', '昭', 'S'], from: '1926-12-25', until: '1989-01-07' },
  { names: ['大正', '大', 'T'], from: '1912-07-30', until: '1926-12-24' },
  { names: ['明治', '明', 'M'], from: '1873-01-01', until: '1912-07-29', offset: 1867 },
];
const ERA_NAMES = ERAS.flatMap(({ names }) => names).join('|');
const WEEKDAYS = '月火水木金土日';

const SUFFIX = `(?:\\(([${WEEKDAYS}])(?:曜日?)?\\))?(?: ?0?0:00(?::00(?:\\.0+)?)?)?`;
const WESTERN = new RegExp(`^(\\d{4})(?:([/.-])(\\d{1,2})\\2(\\d{1,2})|年(\\d{1,2})月(\\d{1,2})日)${SUFFIX}$`);
const ERA = new RegExp(
  `^(${ERA_NAMES})(\\d{1,2}|元)(?:([/.-])(\\d{1,2})\\3(\\d{1,2})|年(\\d{1,2})月(\\d{1,2})日)${SUFFIX}$`,
  'i',
);
const MONTH_END = /^(\d{4})年(\d{1,2})月末日?$/;
const MONTH_ONLY = new RegExp(
  `^(?:\\d{4}|(?:${ERA_NAMES})(?:\\d{1,2}|元))(?:[/.-]\\d{1,2}|年(?:\\d{1,2}月|度)?(?:末|上旬|中旬|下旬)?)$`,
  'i',
);
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const SERIAL = /^\d{5}$/;
const NO_YEAR_FIRST = /^\d{1,2}[/.-]\d{1,2}[/.-](\d{2}|\d{4})$/;

/** 2026/11/23, as Excel shows a day in Japan; months and days always with two digits, so text sorts as time. */
export function formatDay(day: Temporal.PlainDate): string {
  return day.toString().replaceAll('-', '/');
}

/**
 * Reads a day as Japanese files write it: 2026/11/23, 2026-11-23, 2026.11.23, 20261123, 2026年11月23日（月）, 2026年11月末,
 * R8.11.23, 令和8年11月23日, 令和元年5月1日, in half or full width, a following 0:00:00, and five-digit Excel serial numbers.
 * @returns the day, or a word that says why there is none: 11/23/2026 and 26/11/23 have no certain order, 平成35年 never was
 */
export function parseDay(text: string): Temporal.PlainDate | DayProblem {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/[‐-―−ー]/g, '-')
    .replace(/\s*([年月日/.()-])\s*/g, '$1')
    .replace(/\s+/g, ' ');

  const western = WESTERN.exec(plain);
  if (western) {
    const [, year, , month1, day1, month2, day2, weekday] = western;
    return dayOf({ year: Number(year), month: Number(month1 ?? month2), day: Number(day1 ?? day2) }, weekday);
  }
  const era = ERA.exec(plain);
  if (era) {
    const [, name = '', year = '', , month1, day1, month2, day2, weekday] = era;
    const numbers = {
      year: year === '元' ? 1 : Number(year),
      month: Number(month1 ?? month2),
      day: Number(day1 ?? day2),
    };
    return dayOfEra(name, numbers, weekday);
  }
  const compact = COMPACT.exec(plain);
  if (compact)
    return dayOf({ year: Number(compact[1]), month: Number(compact[2]), day: Number(compact[3]) }, undefined);
  const end = MONTH_END.exec(plain);
  if (end) return lastDayOf(Number(end[1]), Number(end[2]));
  if (SERIAL.test(plain)) return dayOfSerial(Number(plain));
  if (NO_YEAR_FIRST.test(plain)) return 'ambiguous-order';
  return MONTH_ONLY.test(plain) ? 'day-missing' : 'not-a-day';
}

/**
 * The day of an Excel serial number in the 1900 system; the fraction, a time of day, is left out.
 * @returns 'impossible-day' below 1, above 9999-12-31, and for 60, the 29 February 1900 that only Excel knows
 */
export function dayOfSerial(serial: number): Temporal.PlainDate | DayProblem {
  const days = Math.floor(serial);
  if (!(days >= 1 && days <= 2_958_465) || days === 60) return 'impossible-day';
  return Temporal.PlainDate.from('1899-12-30').add({ days: days < 60 ? days + 1 : days });
}

function dayOf(numbers: Numbers, weekday: string | undefined): Temporal.PlainDate | DayProblem {
  let day: Temporal.PlainDate;
  try {
    day = Temporal.PlainDate.from(numbers, { overflow: 'reject' });
  } catch {
    return 'impossible-day';
  }
  if (day.year < 1) return 'impossible-day';
  return weekday === undefined || WEEKDAYS[day.dayOfWeek - 1] === weekday ? day : 'weekday-differs';
}

function dayOfEra(
  name: string,
  { year, month, day }: Numbers,
  weekday: string | undefined,
): Temporal.PlainDate | DayProblem {
  const era = ERAS.find(({ names }) => names.includes(name.toUpperCase()));
  if (!era) return 'not-a-day';
  const from = Temporal.PlainDate.from(era.from);
  const found = dayOf({ year: (era.offset ?? from.year - 1) + year, month, day }, weekday);
  if (typeof found === 'string') return found;
  const isInside =
    Temporal.PlainDate.compare(from, found) <= 0 &&
    Temporal.PlainDate.compare(found, Temporal.PlainDate.from(era.until)) <= 0;
  return isInside && year > 0 ? found : 'outside-era';
}

function lastDayOf(year: number, month: number): Temporal.PlainDate | DayProblem {
  const first = dayOf({ year, month, day: 1 }, undefined);
  return typeof first === 'string' ? first : first.with({ day: first.daysInMonth });
}

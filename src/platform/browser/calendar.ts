import type { Language } from './texts.ts';

/** The zone whose clock people in Japan read; every instant is shown in it. */
const TOKYO = 'Asia/Tokyo';

const WEEKDAYS = { ja: [...'月火水木金土日'], en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] };
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The day in Japan at an instant. */
export function todayInJapan(at: Temporal.Instant): Temporal.PlainDate {
  return todayIn(TOKYO, at);
}

/** The day that it is in a zone at an instant. */
export function todayIn(zone: string, at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO(zone).toPlainDate();
}

/** A day as people write it: 11月24日（火） or Tue 24 Nov in the year of `today`, 2025年3月31日 or 31 Mar 2025 in others. */
export function formatDay(day: Temporal.PlainDate, language: Language, today: Temporal.PlainDate): string {
  const isThisYear = day.year === today.year;
  const weekday = WEEKDAYS[language][day.dayOfWeek - 1];
  if (language === 'ja') {
    return isThisYear ? `${day.month}月${day.day}日（${weekday}）` : `${day.year}年${day.month}月${day.day}日`;
  }
  const monthDay = `${day.day} ${MONTHS[day.month - 1]}`;
  return isThisYear ? `${weekday} ${monthDay}` : `${monthDay} ${day.year}`;
}

/**
 * An instant in Japanese time, 24 hours: 本日 9:06, 昨日 21:05, 11月20日 15:32; Today 9:06, Yesterday 21:05, 20 Nov 15:32 JST.
 * In other years the year is added.
 */
export function formatInstant(at: Temporal.Instant, language: Language, now: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO(TOKYO);
  const today = todayIn(TOKYO, now);
  const time = `${local.hour}:${String(local.minute).padStart(2, '0')}`;
  const daysAgo = local.toPlainDate().until(today).days;
  if (daysAgo === 0) return language === 'ja' ? `本日 ${time}` : `Today ${time}`;
  if (daysAgo === 1) return language === 'ja' ? `昨日 ${time}` : `Yesterday ${time}`;
  const isThisYear = local.year === today.year;
  if (language === 'ja') return `${isThisYear ? '' : `${local.year}年`}${local.month}月${local.day}日 ${time}`;
  return `${local.day} ${MONTHS[local.month - 1]}${isThisYear ? '' : ` ${local.year}`} ${time} JST`;
}

/** The day of a source that told a day alone, or null: written as an instant that is midnight in UTC. */
export function dayAlone(at: Temporal.Instant): Temporal.PlainDate | null {
  const told = at.toZonedDateTimeISO('UTC');
  return told.toPlainTime().equals(Temporal.PlainTime.from('00:00')) ? told.toPlainDate() : null;
}

/** The whole instant with its zone, for a tooltip: 2026年11月24日 9:06（日本時間）; 24 Nov 2026, 9:06 JST (UTC+9). */
export function formatFullInstant(at: Temporal.Instant, language: Language): string {
  const { year, month, day, hour, minute } = at.toZonedDateTimeISO(TOKYO);
  const time = `${hour}:${String(minute).padStart(2, '0')}`;
  if (language === 'ja') return `${year}年${month}月${day}日 ${time}（日本時間）`;
  return `${day} ${MONTHS[month - 1]} ${year}, ${time} JST (UTC+9)`;
}

/** A deadline with its hour: 12月15日（火）10:00 まで; until Tue 15 Dec, 10:00 JST. */
export function formatDeadline(at: Temporal.Instant, language: Language, now: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO(TOKYO);
  const day = formatDay(local.toPlainDate(), language, todayIn(TOKYO, now));
  const time = `${local.hour}:${String(local.minute).padStart(2, '0')}`;
  return language === 'ja' ? `${day}${day.endsWith('）') ? '' : ' '}${time} まで` : `until ${day}, ${time} JST`;
}

/**
 * How long it is until a day, rounded down so that nobody is promised time that is not there:
 * あと2年3か月, あと4か月, あと12日, 本日まで, 3日超過; 2 years 3 months left, 4 months left, 12 days left, Until today, 3 days over.
 * Months are calendar months and begin at two; below that days are counted. The last day itself is still in time.
 */
export function formatRemaining(until: Temporal.PlainDate, language: Language, today: Temporal.PlainDate): string {
  const isOver = Temporal.PlainDate.compare(until, today) < 0;
  if (until.equals(today)) return language === 'ja' ? '本日まで' : 'Until today';
  const [from, to] = isOver ? [until, today] : [today, until];
  const length = lengthText(from, to, language);
  if (language === 'ja') return isOver ? `${length}超過` : `あと${length}`;
  return isOver ? `${length} over` : `${length} left`;
}

function lengthText(from: Temporal.PlainDate, to: Temporal.PlainDate, language: Language): string {
  const { years, months } = from.until(to, { largestUnit: 'year', smallestUnit: 'month', roundingMode: 'trunc' });
  if (years === 0 && months < 2) return unitText(from.until(to).days, 'day', language);
  const parts = [years > 0 && unitText(years, 'year', language), months > 0 && unitText(months, 'month', language)];
  return parts.filter((part) => part !== false).join(language === 'ja' ? '' : ' ');
}

function unitText(count: number, unit: 'year' | 'month' | 'day', language: Language): string {
  if (language === 'ja') return `${count}${{ year: '年', month: 'か月', day: '日' }[unit]}`;
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

import { formatDay } from '#platform/browser/calendar';
import type { Language, Like } from '#platform/browser/texts';
import { standingOf } from '../model.ts';
import type { text } from './text.ts';

type Words = Pick<Like<(typeof text.en)['products']>, 'monthsLeft' | 'daysLeft'>;

/** How long support lasts from today when the end is near, in months, or in days below two months; '' when it is far or over. */
export function timeLeft(endsOn: string | null, today: string, words: Words): string {
  if (endsOn === null || standingOf(endsOn, today) !== 'soon') return '';
  const from = Temporal.PlainDate.from(today);
  const { months } = from.until(endsOn, { largestUnit: 'months' });
  return months >= 2 ? words.monthsLeft(months) : words.daysLeft(from.until(endsOn, { largestUnit: 'days' }).days);
}

/** A day in words: 2028年3月31日; the year is always there, because ends of support lie far. */
export function dayWords(on: string, language: Language): string {
  const day = Temporal.PlainDate.from(on);
  return formatDay(day, language, day.subtract({ years: 1 }));
}

/** A month in words: 2021年6月. */
export function monthWords(on: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: language === 'ja' ? 'long' : 'short',
    timeZone: 'UTC',
  });
  return format.format(Date.parse(`${on}T00:00:00Z`));
}

/** Names of countries in the language of the page, the home market first. */
export function countryNames(codes: readonly string[], language: Language): string {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const inOrder = codes.toSorted((one, other) => Number(other === 'JP') - Number(one === 'JP'));
  return inOrder.map((code) => names.of(code) ?? code).join(language === 'ja' ? '・' : ', ');
}

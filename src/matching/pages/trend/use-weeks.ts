import type { ReactNode } from 'react';
import type { ChartProps, ChartStep } from '#kit/Chart';
import { formatDay, todayInJapan } from '#platform/browser/calendar';
import { useLanguage, useText } from '#platform/browser/language';
import type { Trend } from '../../contract.ts';
import { trendText } from '../words/trend.ts';

type Known = NonNullable<Trend['weeks'][number]['known']>;

/** The weeks as steps of a chart, and what its frame says. */
export function useWeeks(trend: Trend, since: string) {
  const words = useText(trendText);
  const { language } = useLanguage();
  const today = todayInJapan(Temporal.Instant.from(trend.at));
  const dayWords = (day: Temporal.PlainDate) => formatDay(day, language, today);
  const sinceDay = dayWords(todayInJapan(Temporal.Instant.from(since)));
  const mondays = trend.weeks.map(({ monday }) => Temporal.PlainDate.from(monday));

  const steps = (counts: (known: Known) => number[], more?: (known: Known) => ReactNode[]): ChartStep[] =>
    trend.weeks.map(({ monday, known }, place) => {
      const day = mondays[place] as Temporal.PlainDate;
      return {
        ...{ key: monday, label: words.week(dayWords(day)), mark: monthMark(day, mondays[place - 1], language) },
        counts: known && counts(known),
        ...(more && known ? { more: more(known) } : {}),
      };
    });

  const frame: Pick<ChartProps, 'unit' | 'running' | 'unknown' | 'words'> = {
    unit: words.unit,
    running: words.running(dayWords(today)),
    unknown: words.unknown(sinceDay),
    words: { numbers: words.numbers, step: words.weekTitle, noCount: words.noCount },
  };
  const linkOf = ({ key }: ChartStep) => ({ to: '/vulnerabilities', search: { week: key } });
  return { steps, frame, linkOf, sinceDay, isPartly: trend.weeks.some(({ known }) => known === null) };
}

/** The first week that begins in a month is marked by it. */
function monthMark(day: Temporal.PlainDate, before: Temporal.PlainDate | undefined, language: 'ja' | 'en') {
  if (!before || before.month === day.month) return null;
  return language === 'ja' ? `${day.month}月` : day.toLocaleString('en-GB', { month: 'short' });
}

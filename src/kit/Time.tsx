import type { ReactNode } from 'react';
import { dayAlone, formatDay, formatFullInstant, formatInstant, todayInJapan } from '#platform/browser/calendar';
import { useLanguage } from '#platform/browser/language';
import classes from './Id.module.css';

/** An instant in Japanese time, with the whole of it in the tooltip. `at` is ISO 8601 in UTC. */
export function Time(props: { at: string }): ReactNode {
  const { language } = useLanguage();
  const at = Temporal.Instant.from(props.at);
  return (
    <time dateTime={props.at} className={classes.id} title={formatFullInstant(at, language)}>
      {formatInstant(at, language, Temporal.Now.instant())}
    </time>
  );
}

/** What a source tells of a time; where that is a day alone, no time is made up. */
export function TimeTold(props: { at: string }): ReactNode {
  const day = dayAlone(Temporal.Instant.from(props.at));
  return day ? <Day on={day.toString()} /> : <Time at={props.at} />;
}

/** A day without a time, as YYYY-MM-DD. */
export function Day(props: { on: string }): ReactNode {
  const { language } = useLanguage();
  return (
    <time dateTime={props.on} className={classes.id}>
      {formatDay(Temporal.PlainDate.from(props.on), language, todayInJapan(Temporal.Now.instant()))}
    </time>
  );
}

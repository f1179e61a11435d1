import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLanguage } from '#platform/browser/language';
import classes from './Id.module.css';
import { dayText, fullInstantText, instantText } from './time-text.ts';

/** An instant in Japanese time, with the whole of it in the tooltip. `at` is ISO 8601 in UTC. */
export function Time(props: { at: string }): ReactNode {
  const { language } = useLanguage();
  const at = new Date(props.at);
  return (
    <Tooltip label={fullInstantText(at, language)}>
      <time dateTime={props.at} className={classes.id}>
        {instantText(at, language, new Date())}
      </time>
    </Tooltip>
  );
}

/** A day without a time, as YYYY-MM-DD. */
export function Day(props: { on: string }): ReactNode {
  const { language } = useLanguage();
  return (
    <time dateTime={props.on} className={classes.id}>
      {dayText(props.on, language, new Date())}
    </time>
  );
}

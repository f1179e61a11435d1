import type { ReactNode } from 'react';
import { useText } from '#platform/browser/language';
import classes from './audit.module.css';
import { text } from './audit-text.ts';

/** From which day to which, both included, both optional; '' is open. */
export function DayRange(props: {
  from: string;
  to: string;
  onChange: (change: { from: string } | { to: string }) => void;
}): ReactNode {
  const words = useText(text).days;
  return (
    <span className={classes.days}>
      <label>
        {words.from}
        <input
          type="date"
          value={props.from}
          max={props.to || undefined}
          onChange={(event) => props.onChange({ from: event.currentTarget.value })}
        />
      </label>
      <label>
        {words.to}
        <input
          type="date"
          value={props.to}
          min={props.from || undefined}
          onChange={(event) => props.onChange({ to: event.currentTarget.value })}
        />
      </label>
    </span>
  );
}

import type { ReactNode } from 'react';
import classes from './Mark.module.css';

/** The sign of Mamori: a lamp under its roof. */
export function Mark(props: { size?: number }): ReactNode {
  return (
    <svg
      className={classes.mark}
      viewBox="0 0 24 24"
      width={props.size ?? 22}
      height={props.size ?? 22}
      aria-hidden="true"
    >
      <path d="M12 2.8V6M3.5 11V6.5h17V11" />
      <circle cx="12" cy="15.5" r="4.2" />
    </svg>
  );
}

import { type ReactNode, useEffect, useRef } from 'react';
import { useText } from '#platform/browser/language';
import classes from './ErrorSummary.module.css';
import { text } from './text.ts';

/** What must be corrected, after submitting: takes the focus, and each line leads to its field (its `name`). */
export function ErrorSummary(props: { errors: { field: string; message: string }[] }): ReactNode {
  const words = useText(text);
  const summary = useRef<HTMLElement>(null);
  const count = props.errors.length;
  useEffect(() => {
    if (count > 0) summary.current?.focus();
  }, [count]);

  if (count === 0) return null;
  return (
    <section ref={summary} tabIndex={-1} className={classes.summary} aria-label={words.summary(count)}>
      <p>{words.summary(count)}</p>
      <ul>
        {props.errors.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(field)?.focus();
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

import type { ReactNode } from 'react';
import { useText } from '#platform/browser/language';
import classes from './Problem.module.css';
import { text } from './text.ts';

/**
 * Something failed, in the place of the part that failed: what, what is safe, the way out, a number to quote.
 * `question` is the amber form for what a person must answer; it is not a failure.
 */
export function Problem(props: {
  what: string;
  /** What still holds: the last data, the draft, the previous file. */
  safe?: ReactNode;
  action?: ReactNode;
  /** The request's number, so that support finds it in the log. */
  id?: string | undefined;
  kind?: 'failure' | 'question';
}): ReactNode {
  const words = useText(text).problem;
  const kind = props.kind ?? 'failure';
  return (
    <div className={classes.problem} data-kind={kind} role={kind === 'failure' ? 'alert' : undefined}>
      <p className={classes.what}>{props.what}</p>
      {props.safe ? <div className={classes.safe}>{props.safe}</div> : null}
      {props.action || props.id ? (
        <div className={classes.way}>
          {props.action}
          {props.id ? <span className={classes.id}>{words.number(props.id)}</span> : null}
        </div>
      ) : null}
    </div>
  );
}

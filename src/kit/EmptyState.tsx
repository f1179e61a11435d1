import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

/**
 * Nothing to show, said so that it is believable: why, what to do next, and a button for it.
 * First use, "the filter finds nothing" and "all done" are three different sentences.
 */
export function EmptyState(props: { why: string; next?: ReactNode; action?: ReactNode }): ReactNode {
  return (
    <div className={classes.empty}>
      <p className={classes.why}>{props.why}</p>
      {props.next ? <p className={classes.next}>{props.next}</p> : null}
      {props.action ? <div className={classes.action}>{props.action}</div> : null}
    </div>
  );
}

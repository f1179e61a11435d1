import type { ReactNode } from 'react';
import classes from './Id.module.css';

/** An id, version or model number: never broken over lines, and in Latin whatever the page's language. `mono` for keys and hashes. */
export function Id(props: { children: ReactNode; mono?: boolean }): ReactNode {
  return (
    <span className={classes.id} data-mono={props.mono || undefined} translate="no">
      {props.children}
    </span>
  );
}

import type { ReactNode } from 'react';
import classes from './Facts.module.css';

/** What is known of an object, in one row: small label over value. null is left out; what nobody knows is written 不明. */
export function Facts(props: { facts: ([label: string, value: ReactNode] | null)[] }): ReactNode {
  return (
    <dl className={classes.row}>
      {props.facts
        .filter((fact) => fact !== null)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** The same beside each other, line by line: for panels and dialogs. */
export function FactList(props: { facts: ([label: string, value: ReactNode] | null)[] }): ReactNode {
  return (
    <dl className={classes.list}>
      {props.facts
        .filter((fact) => fact !== null)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

import type { ReactNode } from 'react';
import classes from './Chip.module.css';
import { Icon, type IconName } from './Icon.tsx';

/** `alert` is for what applies, is overdue or wrong, and nothing else. */
export type Tone = 'plain' | 'alert' | 'medium' | 'ok' | 'quiet';

/** A state in a word. Colour is never alone: give it an icon, or a word that says it. `dashed` for what is only proposed. */
export function Chip(props: {
  tone?: Tone;
  shape?: 'round' | 'square';
  dashed?: boolean;
  icon?: IconName;
  children: ReactNode;
}): ReactNode {
  return (
    <span
      className={classes.chip}
      data-tone={props.tone ?? 'plain'}
      data-shape={props.shape ?? 'square'}
      data-dashed={props.dashed || undefined}
    >
      {props.icon ? <Icon name={props.icon} size={12} /> : null}
      {props.children}
    </span>
  );
}

/** A small outlined word that says of what kind something is. */
export function Label(props: { children: ReactNode }): ReactNode {
  return <span className={classes.label}>{props.children}</span>;
}

/** Where something stands in its life: filled when it is in use, empty when it is not yet or no more. */
export function State(props: { filled: boolean; children: ReactNode }): ReactNode {
  return (
    <span className={classes.state} data-filled={props.filled || undefined}>
      {props.children}
    </span>
  );
}

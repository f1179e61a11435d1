import { type ReactNode, useId } from 'react';
import classes from './Panel.module.css';

/**
 * A section of a page with a hairline around it: head, body, foot. Never inside another panel.
 * A body of text needs `padded`; a table or list brings its own space.
 */
export function Panel(props: {
  title?: string;
  /** Beside the title: a count, a short remark. */
  aside?: ReactNode;
  /** At the right of the head: one link or button. */
  action?: ReactNode;
  padded?: boolean;
  children: ReactNode;
}): ReactNode {
  const id = useId();
  return (
    <section className={classes.panel} aria-labelledby={props.title ? id : undefined}>
      {props.title ? (
        <header className={classes.head}>
          <h2 id={id}>{props.title}</h2>
          {props.aside ? <span className={classes.aside}>{props.aside}</span> : null}
          {props.action ? <span className={classes.action}>{props.action}</span> : null}
        </header>
      ) : null}
      {props.padded ? <div className={classes.body}>{props.children}</div> : props.children}
    </section>
  );
}

/** Panels below each other at the page's distance. */
export function Stack(props: { children: ReactNode }): ReactNode {
  return <div className={classes.stack}>{props.children}</div>;
}

/** Main column and a rail of 320 px for what presses on the object; where that leaves it too little, the rail comes below. */
export function WithRail(props: { rail: ReactNode; children: ReactNode }): ReactNode {
  return (
    <div className={classes.withRail}>
      <div className={classes.stack}>{props.children}</div>
      <aside className={classes.stack}>{props.rail}</aside>
    </div>
  );
}

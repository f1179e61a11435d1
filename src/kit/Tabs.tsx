import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { countText } from '#platform/browser/numbers';
import { Icon } from './Icon.tsx';
import classes from './Tabs.module.css';

export interface Tab {
  label: string;
  to: string;
  search?: Record<string, string | undefined>;
  current: boolean;
  count?: number;
  /** The count is something that somebody must act on. */
  hot?: boolean;
  /** Others see it too; by whom. */
  shared?: string;
  /** Beside the label: 「変更あり」. */
  note?: string;
}

/** Views of one object or list, each with its own address. */
export function Tabs(props: {
  label: string;
  tabs: Tab[];
  /** After the last tab: a menu with those that found no room. */
  more?: ReactNode;
  /** At the right end of the row: what can be done with the view that is open. */
  children?: ReactNode;
}): ReactNode {
  return (
    <div className={classes.row} data-tabs>
      <nav aria-label={props.label} className={classes.tabs}>
        {props.tabs.map((tab) => (
          <Link
            key={`${tab.to} ${tab.label} ${tab.shared ?? ''}`}
            to={tab.to}
            search={(tab.search ?? {}) as never}
            activeOptions={{ exact: true }}
            aria-current={tab.current ? 'page' : undefined}
          >
            {tab.shared === undefined ? null : (
              <span className={classes.shared} role="img" aria-label={tab.shared} title={tab.shared}>
                <Icon name="people" size={14} />
              </span>
            )}
            {tab.label}
            {tab.count === undefined ? null : (
              <span className={classes.count} data-hot={tab.hot || undefined}>
                {countText(tab.count)}
              </span>
            )}
            {tab.note ? <span className={classes.note}>{tab.note}</span> : null}
          </Link>
        ))}
        {props.more}
      </nav>
      {props.children ? <div className={classes.actions}>{props.children}</div> : null}
    </div>
  );
}

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { countText } from '#platform/browser/numbers';
import classes from './Tabs.module.css';

export interface Tab {
  label: string;
  to: string;
  search?: Record<string, string | undefined>;
  current: boolean;
  count?: number;
  /** The count is something that somebody must act on. */
  hot?: boolean;
}

/** Views of one object or list, each with its own address. */
export function Tabs(props: { label: string; tabs: Tab[] }): ReactNode {
  return (
    <nav aria-label={props.label} className={classes.tabs}>
      {props.tabs.map((tab) => (
        <Link
          key={tab.label}
          to={tab.to}
          search={(tab.search ?? {}) as never}
          activeOptions={{ exact: true }}
          aria-current={tab.current ? 'page' : undefined}
        >
          {tab.label}
          {tab.count === undefined ? null : (
            <span className={classes.count} data-hot={tab.hot || undefined}>
              {countText(tab.count)}
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}

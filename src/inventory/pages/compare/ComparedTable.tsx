import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Chip } from '#kit/Chip';
import { EmptyState } from '#kit/EmptyState';
import type { IconName } from '#kit/Icon';
import { Id } from '#kit/Id';
import { LoadProblem } from '#kit/LoadProblem';
import { type Column, Lines, None, Table } from '#kit/Table';
import { useLanguage, useText } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';
import type {
  ChangedComponent,
  ComparedComponent,
  ComparisonSummary,
  ComponentChange,
} from '../../contract/exports.ts';
import classes from '../release/release.module.css';
import { text } from './compare-text.ts';

type Page = { items: ChangedComponent[]; next: string | null } & ComparisonSummary;

/** The components that differ, both sides next to each other. */
export function ComparedTable(props: {
  found: UseInfiniteQueryResult<InfiniteData<Page>>;
  /** The versions of the two releases. */
  before: string;
  after: string;
  isFiltered: boolean;
}): ReactNode {
  const { found } = props;
  const words = useText(text);
  const rows = found.data?.pages.flatMap(({ items }) => items);
  const unchanged = found.data?.pages[0]?.totals.unchanged ?? 0;
  const columns: Column<ChangedComponent>[] = [
    { key: 'name', title: words.component, phone: 'title', cell: ({ name }) => <b>{name}</b> },
    { key: 'change', title: words.change, phone: 'main', cell: (row) => <Changes row={row} /> },
    { key: 'before', title: words.before(props.before), cell: (row) => <Side component={row.before} row={row} /> },
    { key: 'after', title: words.after(props.after), cell: (row) => <Side component={row.after} row={row} /> },
  ];
  return (
    <Table
      label={words.label}
      columns={columns}
      rows={rows}
      idOf={({ before, after }) => `${before?.id ?? ''} ${after?.id ?? ''}`}
      nameOf={({ name }) => name}
      more={{ load: found.hasNextPage ? () => found.fetchNextPage() : null, loading: found.isFetchingNextPage }}
      empty={
        props.isFiltered ? (
          <EmptyState why={words.nothing} />
        ) : (
          <EmptyState why={words.none} next={words.noneNext(countText(unchanged))} />
        )
      }
      failed={
        found.isError && !found.data ? <LoadProblem thrown={found.error} retry={() => found.refetch()} /> : undefined
      }
    />
  );
}

function Changes({ row }: { row: ChangedComponent }): ReactNode {
  const words = useText(text);
  return (
    <span className={classes.tags}>
      {row.changes.map((change) => (
        <Chip key={change} {...iconOf(change, row.direction)}>
          {change === 'version' && row.direction ? words[row.direction] : words.changes[change]}
        </Chip>
      ))}
    </span>
  );
}

function iconOf(change: ComponentChange, direction: ChangedComponent['direction']): { icon?: IconName } {
  if (change === 'added') return { icon: 'plus' };
  if (change === 'removed') return { icon: 'close' };
  if (change !== 'version' || !direction) return {};
  return { icon: direction === 'newer' ? 'up' : 'down' };
}

/** One side: the version, and of the rest only what differs. */
function Side({ component, row }: { component: ComparedComponent | null; row: ChangedComponent }): ReactNode {
  const words = useText(text);
  const { language } = useLanguage();
  if (!component) return <None />;
  const isAlone = !row.before || !row.after;
  const identity = row.changes.includes('identity') || isAlone ? (component.purl ?? component.cpes[0]) : null;
  const licences = row.changes.includes('licence') || isAlone ? component.licences : [];
  return (
    <Lines
      main={component.version === null ? words.noVersion : <Id>{component.version}</Id>}
      sub={
        identity || licences.length > 0 ? (
          <>
            {identity ? <span className={classes.identity}>{identity}</span> : null}
            {licences.length > 0 ? <div>{licences.join(language === 'ja' ? '、' : ', ')}</div> : null}
          </>
        ) : null
      }
    />
  );
}

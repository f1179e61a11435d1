import type { ReactNode } from 'react';
import type { Column } from './columns.ts';
import { Icon } from './Icon.tsx';
import classes from './Table.module.css';
import type { Sort } from './url-state.ts';

/** The head of a column; a button where the rows can be ordered by it. */
export function Heading<Row>(props: {
  column: Column<Row>;
  /** Hidden by the person's own choice. */
  away: boolean;
  sort: Sort | undefined;
  onSort: ((sort: Sort) => void) | undefined;
}): ReactNode {
  const { column, sort, onSort } = props;
  const away = props.away || undefined;
  const direction = sort?.key === column.key ? sort.direction : undefined;
  const className = column.number ? classes.number : undefined;
  if (!column.sortable || !onSort) {
    return (
      <th scope="col" className={className} data-away={away}>
        {column.head ?? column.title}
      </th>
    );
  }
  const next = direction === 'ascending' ? 'descending' : 'ascending';
  return (
    <th scope="col" className={className} data-away={away} aria-sort={direction ?? 'none'}>
      <button type="button" className={classes.sort} onClick={() => onSort({ key: column.key, direction: next })}>
        {column.title}
        {direction ? <Icon name={direction === 'ascending' ? 'up' : 'down'} size={12} /> : null}
      </button>
    </th>
  );
}

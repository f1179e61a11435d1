import { type ReactNode, useRef } from 'react';
import { useText } from '#platform/browser/language';
import type { Column } from './columns.ts';
import { Heading } from './Heading.tsx';
import { useLayout } from './layout.ts';
import { isLong, RowBlocks } from './RowBlocks.tsx';
import { BulkBar, type Selection, useSelection } from './Selection.tsx';
import { type More, ShowMore } from './ShowMore.tsx';
import { Skeleton } from './Skeleton.tsx';
import classes from './Table.module.css';
import { type RowKey, useRowKeys } from './table-keys.ts';
import { text } from './text.ts';
import type { Sort } from './url-state.ts';

export type { Column } from './columns.ts';
export type { Selection } from './Selection.tsx';
export type { More } from './ShowMore.tsx';
export type { RowKey } from './table-keys.ts';

export interface TableProps<Row> {
  /** What the rows are, for those who cannot see the heading above. */
  label: string;
  /** The name under which the device remembers the person's columns and rows; none for a few facts. */
  list?: string;
  columns: Column<Row>[];
  /** undefined while they are on their way. */
  rows: Row[] | undefined;
  idOf: (row: Row) => string;
  /** How a row is called in labels: 「MC-220を選ぶ」. */
  nameOf: (row: Row) => string;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** Opens the row's panel or page; the first cell must hold a link for those without a mouse. */
  onOpen?: (row: Row) => void;
  /** The row whose panel is open. */
  openId?: string | null;
  selection?: Selection;
  /** What else a key does with a row. */
  rowKey?: RowKey<Row> | undefined;
  more?: More;
  /** In place of the rows when there are none. */
  empty: ReactNode;
  /** In place of the rows when they could not be loaded: a Problem. */
  failed?: ReactNode;
  /** At the end of each row: a MoreMenu. */
  actions?: (row: Row) => ReactNode;
}

/** Rows of one kind, ordered by the server, loaded further by 「続きを表示」; blocks on a phone. `j` and `k` move, `x` selects. */
export function Table<Row>(props: TableProps<Row>): ReactNode {
  const table = useRef<HTMLTableElement>(null);
  const rows = props.rows ?? [];
  const select = useSelection(props.selection, rows.map(props.idOf));
  const layout = useLayout(props.list, props.columns);
  const { rowKey } = props;
  useRowKeys(table, {
    open: (index) => openRow(props, rows[index]),
    select: select?.toggleAt,
    own: rowKey && { ...rowKey, run: (index) => rowKey.run(index === undefined ? undefined : rows[index]) },
  });

  if (props.failed) return <div className={classes.instead}>{props.failed}</div>;
  if (!props.rows) return <Skeleton rows={6} />;
  if (rows.length === 0) return props.empty;
  return (
    <div className={classes.wrap} data-density={layout.density} data-long={isLong(rows) || undefined}>
      {props.selection ? <BulkBar selection={props.selection} /> : null}
      <table ref={table} className={classes.table} aria-label={props.label}>
        <thead>
          <tr>
            {select ? <th className={classes.tick}>{select.all}</th> : null}
            {props.columns.map((column) => (
              <Heading
                key={column.key}
                column={column}
                away={layout.isAway(column.key)}
                sort={props.sort}
                onSort={props.onSort}
              />
            ))}
            {props.actions ? <td className={classes.actions} /> : null}
          </tr>
        </thead>
        <RowBlocks
          rows={rows}
          draw={(row, index) => (
            <Line
              key={props.idOf(row)}
              row={row}
              table={props}
              isAway={layout.isAway}
              isSelected={select?.has(index) ?? false}
              tick={select?.one(index, props.nameOf(row))}
            />
          )}
        />
      </table>
      {props.more ? <ShowMore more={props.more} shown={rows.length} /> : null}
    </div>
  );
}

function openRow<Row>(table: TableProps<Row>, row: Row | undefined): void {
  if (row !== undefined) table.onOpen?.(row);
}

function Line<Row>(props: {
  row: Row;
  table: TableProps<Row>;
  isAway: (key: string) => boolean;
  isSelected: boolean;
  tick: ReactNode;
}): ReactNode {
  const { row, table } = props;
  const id = table.idOf(row);
  return (
    <tr
      tabIndex={-1}
      data-open={id === table.openId || undefined}
      data-selected={props.isSelected || undefined}
      data-opens={table.onOpen ? true : undefined}
      onClick={(event) => {
        if (!isOwnClick(event.target)) openRow(table, row);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget) openRow(table, row);
      }}
    >
      {props.tick ? <td className={classes.tick}>{props.tick}</td> : null}
      {table.columns.map((column) => (
        <td
          key={column.key}
          className={column.number ? classes.number : undefined}
          data-phone={column.phone ?? 'line'}
          data-away={props.isAway(column.key) || undefined}
          data-label={column.title}
          data-unit={column.unit}
        >
          {column.cell(row)}
        </td>
      ))}
      {table.actions ? <td className={classes.actions}>{table.actions(row)}</td> : null}
    </tr>
  );
}

// A click on a link, button or tick inside the row is theirs; so is the end of marking text.
function isOwnClick(target: EventTarget): boolean {
  if (window.getSelection()?.type === 'Range') return true;
  return target instanceof Element && target.closest('a, button, input, label, [role="menu"]') !== null;
}

/** A cell of two lines: what it is, and the explanation below it. */
export function Lines(props: { main: ReactNode; sub: ReactNode }): ReactNode {
  return (
    <>
      {props.main}
      {props.sub ? <span className={classes.sub}>{props.sub}</span> : null}
    </>
  );
}

/** The explanation beside a name, on the same line: what kind, where sold. */
export function Note(props: { children: ReactNode }): ReactNode {
  return <span className={classes.note}>{props.children}</span>;
}

/** None: a dash with a word for those who listen. What nobody knows is not none, write 不明. */
export function None(): ReactNode {
  const words = useText(text);
  return (
    <span className={classes.none} role="img" aria-label={words.none}>
      –
    </span>
  );
}

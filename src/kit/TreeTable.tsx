import { type KeyboardEvent, memo, type ReactNode, useCallback, useMemo, useRef } from 'react';
import { useText } from '#platform/browser/language';
import type { Column } from './columns.ts';
import { Heading } from './Heading.tsx';
import { Icon } from './Icon.tsx';
import { useLayout } from './layout.ts';
import { isLong, RowBlocks, rowsOf } from './RowBlocks.tsx';
import { BulkBar, type Selection, useSelection } from './Selection.tsx';
import { Skeleton } from './Skeleton.tsx';
import table from './Table.module.css';
import classes from './TreeTable.module.css';
import { useRowKeys } from './table-keys.ts';
import { text } from './text.ts';
import { openableIds, type TreeLine, type TreeNode, treeKey, visibleLines } from './tree.ts';
import type { Sort } from './url-state.ts';

export type { Column } from './columns.ts';
export type { Selection } from './Selection.tsx';
export type { TreeNode } from './tree.ts';

export interface TreeTableProps<Row> {
  label: string;
  /** As in Table: the name under which columns and rows are remembered. */
  list?: string;
  /** The first column carries the tree. */
  columns: Column<Row>[];
  /** undefined while they are on their way. */
  nodes: TreeNode<Row>[] | undefined;
  nameOf: (row: Row) => string;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** The ids of the open nodes: keep them in the address, so that a colleague sees the same. */
  open: string[];
  onToggle: (open: string[]) => void;
  /** Opens the page or panel of a row; the first cell must hold a link for those without a mouse. */
  onOpen?: (row: Row) => void;
  /** The node whose panel is open. */
  openId?: string | null;
  empty: ReactNode;
  failed?: ReactNode;
  /** The last line: sums, by the key of the column. Say below the table how they are counted. */
  sums?: Partial<Record<string, ReactNode>>;
  /** Ticks before the rows of one kind; the id of a row that has one, else null. */
  selection?: Selection & { idOf: (row: Row) => string | null };
}

/** A tree in a table. Arrows walk and open, `j` and `k` walk too, Home and End go to the ends, Enter or `e` opens the row. */
export function TreeTable<Row>(props: TreeTableProps<Row>): ReactNode {
  const open = useMemo(() => new Set(props.open), [props.open]);
  const lines = useMemo(() => visibleLines(props.nodes ?? [], open), [props.nodes, open]);
  const layout = useLayout(props.list, props.columns);
  // Moving draws nothing anew: with a thousand rows that would be felt at each key.
  const at = useRef(0);
  const place = useRef<HTMLTableElement>(null);

  const { selection } = props;
  const select = useSelection(
    selection,
    lines.map(({ node }) => selection?.idOf(node.row) ?? ''),
  );
  useRowKeys(place, {
    open: (index) => {
      const line = lines[index];
      if (line) props.onOpen?.(line.node.row);
    },
    select: select?.toggleAt,
  });

  const toggle = (id: string) =>
    props.onToggle(open.has(id) ? props.open.filter((one) => one !== id) : [...props.open, id]);
  const latest = useRef(toggle);
  latest.current = toggle;
  const onToggle = useCallback((id: string) => latest.current(id), []);
  const onKey = (event: KeyboardEvent, index: number) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const line = lines[index];
    if (event.key === 'Enter' && line) return props.onOpen?.(line.node.row);
    const done = treeKey(lines, index, event.key);
    if (!done) return;
    event.preventDefault();
    if ('toggle' in done) return toggle(done.toggle);
    rowsOf(place.current)[done.to]?.focus();
  };

  if (props.failed) return <div className={table.instead}>{props.failed}</div>;
  if (!props.nodes) return <Skeleton rows={8} />;
  if (lines.length === 0) return props.empty;
  const active = Math.min(at.current, lines.length - 1);
  const onFocus = (row: HTMLElement, index: number) => {
    const before = rowsOf(place.current)[at.current];
    if (before) before.tabIndex = -1;
    row.tabIndex = 0;
    at.current = index;
  };
  return (
    <div className={table.wrap} data-density={layout.density} data-long={isLong(lines) || undefined}>
      {selection ? <BulkBar selection={selection} /> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: WAI-ARIA's treegrid is written on a table, so that rows and cells keep their meaning */}
      <table ref={place} role="treegrid" aria-label={props.label} className={`${table.table} ${classes.tree}`}>
        <thead>
          <tr>
            {select ? <th className={table.tick}>{select.all}</th> : null}
            {props.columns.map((column) => (
              <Heading
                key={column.key}
                column={column}
                away={layout.isAway(column.key)}
                sort={props.sort}
                onSort={props.onSort}
              />
            ))}
          </tr>
        </thead>
        <RowBlocks
          rows={lines}
          isSame={isSameLine}
          draw={(line, index) => (
            <TreeRow
              key={line.node.id}
              line={line}
              tree={props}
              isAway={layout.isAway}
              isSelected={select?.has(index) ?? false}
              tick={select?.one(index, props.nameOf(line.node.row))}
              inTabOrder={index === active}
              onToggle={onToggle}
              onKeyDown={(event) => onKey(event, index)}
              onFocus={(row) => onFocus(row, index)}
            />
          )}
        />
        {props.sums ? (
          <Sums columns={props.columns} sums={props.sums} isAway={layout.isAway} hasTicks={select !== undefined} />
        ) : null}
      </table>
    </div>
  );
}

function TreeRow<Row>(props: {
  line: TreeLine<Row>;
  tree: TreeTableProps<Row>;
  isAway: (key: string) => boolean;
  isSelected: boolean;
  /** undefined in a tree without ticks, null in a row without one. */
  tick: ReactNode;
  inTabOrder: boolean;
  onToggle: (id: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onFocus: (row: HTMLElement) => void;
}): ReactNode {
  const { line, tree } = props;
  const { row, id } = line.node;
  return (
    <tr
      aria-level={line.level}
      aria-posinset={line.position}
      aria-setsize={line.siblings}
      aria-expanded={line.expanded}
      tabIndex={props.inTabOrder ? 0 : -1}
      data-level={line.level}
      data-open={id === tree.openId || undefined}
      data-opens={tree.onOpen ? true : undefined}
      data-selected={props.isSelected || undefined}
      onKeyDown={props.onKeyDown}
      onFocus={(event) => props.onFocus(event.currentTarget)}
      onClick={(event) => {
        if (!(event.target as Element).closest('a, button, input, label')) tree.onOpen?.(row);
      }}
    >
      {props.tick === undefined ? null : <td className={table.tick}>{props.tick}</td>}
      <Cells
        columns={tree.columns}
        row={row}
        id={id}
        name={tree.nameOf(row)}
        expanded={line.expanded}
        isAway={props.isAway}
        onToggle={props.onToggle}
      />
    </tr>
  );
}

interface CellsProps<Row> {
  columns: Column<Row>[];
  row: Row;
  id: string;
  name: string;
  expanded: boolean | undefined;
  isAway: (key: string) => boolean;
  onToggle: (id: string) => void;
}

function CellsOf<Row>(props: CellsProps<Row>): ReactNode {
  const { columns, row, id, name, expanded } = props;
  return columns.map((column, index) => (
    <td
      key={column.key}
      className={column.number ? table.number : undefined}
      data-phone={column.phone ?? (index === 0 ? 'title' : 'line')}
      data-away={props.isAway(column.key) || undefined}
      data-label={column.title}
      data-unit={column.unit}
    >
      {index === 0 ? (
        <span className={classes.branch}>
          <Twig expanded={expanded} name={name} onToggle={() => props.onToggle(id)} />
          <span>{column.cell(row)}</span>
        </span>
      ) : (
        column.cell(row)
      )}
    </td>
  ));
}

// Rows are made anew with each drawing of a page, of things that stay the same: what they hold is compared. A tick among
// a thousand rows then draws one row's cells, where the page keeps its columns.
const Cells = memo(CellsOf, (before, after) => {
  const { row, ...rest } = after;
  const same = (Object.keys(rest) as (keyof typeof rest)[]).every((key) => before[key] === after[key]);
  return same && holdsSame(before.row, row);
}) as typeof CellsOf;

const isSameLine = <Row,>(one: TreeLine<Row>, other: TreeLine<Row>) =>
  holdsSame({ ...one, node: one.node.id }, { ...other, node: other.node.id }) &&
  holdsSame(one.node.row, other.node.row);

function holdsSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const keys = Object.keys(one) as never[];
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}

// Outside the tab order: the row itself opens by the arrow keys, this is for the mouse and the finger.
function Twig(props: { expanded: boolean | undefined; name: string; onToggle: () => void }): ReactNode {
  const words = useText(text).table;
  const { expanded } = props;
  if (expanded === undefined) return <span className={classes.twig} />;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classes.twig}
      aria-label={expanded ? words.collapse(props.name) : words.expand(props.name)}
      onClick={props.onToggle}
    >
      <Icon name={expanded ? 'down' : 'right'} />
    </button>
  );
}

function Sums<Row>(props: {
  columns: Column<Row>[];
  sums: Partial<Record<string, ReactNode>>;
  isAway: (key: string) => boolean;
  hasTicks: boolean;
}): ReactNode {
  return (
    <tfoot>
      <tr>
        {props.hasTicks ? <td className={table.tick} /> : null}
        {props.columns.map((column, index) => (
          <td
            key={column.key}
            className={column.number ? table.number : undefined}
            data-phone={index === 0 ? 'title' : 'line'}
            data-away={props.isAway(column.key) || undefined}
            data-label={column.title}
          >
            {props.sums[column.key]}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}

/** The control above a tree that opens or closes everything. */
export function useOpenAll<Row>(nodes: TreeNode<Row>[] | undefined, open: string[]): { all: boolean; next: string[] } {
  const openable = useMemo(() => openableIds(nodes ?? []), [nodes]);
  const all = openable.length > 0 && openable.every((id) => open.includes(id));
  return { all, next: all ? [] : openable };
}

import type { RefObject } from 'react';
import { useText } from '#platform/browser/language';
import { useActions } from './Keys.tsx';
import { rowsOf } from './RowBlocks.tsx';
import { text } from './text.ts';

/** The row that the keyboard is in, and all of them. */
function rowsIn(table: HTMLTableElement | null): { rows: HTMLElement[]; at: number } {
  const rows = rowsOf(table);
  return { rows, at: rows.findIndex((row) => row.contains(document.activeElement)) };
}

/** A key of its own for the rows of a list; its row is undefined while the keyboard is in none. */
export type RowKey<Row> = { keys: string; label: string; run: (row: Row | undefined) => void };

/** `j` and `k` move from row to row, Enter or `e` opens the row, `x` ticks it. */
export function useRowKeys(
  table: RefObject<HTMLTableElement | null>,
  on: {
    open: (index: number) => void;
    select: ((index: number) => void) | undefined;
    own?: RowKey<number> | undefined;
  },
): void {
  const words = useText(text).rows;
  const move = (step: 1 | -1) => {
    const { rows, at } = rowsIn(table.current);
    rows[at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + step))]?.focus();
  };
  const here = (act: ((index: number) => void) | undefined) => {
    const { at } = rowsIn(table.current);
    if (at >= 0) act?.(at);
  };
  const { own } = on;
  const runOwn = () => {
    const { at } = rowsIn(table.current);
    own?.run(at < 0 ? undefined : at);
  };
  useActions([
    { keys: 'j', label: words.down, inPalette: false, run: () => move(1) },
    { keys: 'k', label: words.up, inPalette: false, run: () => move(-1) },
    { keys: 'e', label: words.open, inPalette: false, run: () => here(on.open) },
    ...(on.select ? [{ keys: 'x', label: words.select, inPalette: false, run: () => here(on.select) }] : []),
    ...(own ? [{ keys: own.keys, label: own.label, run: runOwn }] : []),
  ]);
}

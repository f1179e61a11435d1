import { fold } from '#platform/browser/fold';
import type { Sheet } from '../../sheet/read-sheet.ts';
import { type CellFault, type Rule, understandingOf } from './cells.ts';
import type { ColumnKey, Columns } from './columns.ts';

/** What is wrong in one cell; `column` is its name in the file, null where the file has no such column. */
export type RowError = {
  line: number;
  key: ColumnKey;
  column: string | null;
  value: string;
  rule: Rule;
  details: Record<string, string | number>;
};

/** A row as it was understood: a value for each cell that is not empty, null for each that is. */
export type SaidRow = {
  line: number;
  said: Partial<Record<ColumnKey, unknown>>;
  wrong: (key: ColumnKey, fault: CellFault) => void;
};

/** Understands every row by itself; empty rows say nothing and are not counted. Each cell that is wrong is named, never only the first. */
export function parseRows(
  sheet: Sheet,
  columns: Columns,
  { needed, tags }: { needed: readonly ColumnKey[]; tags: ReadonlyMap<string, string> },
): { rows: SaidRow[]; errors: RowError[]; count: number } {
  const understand = understandingOf(tags);
  const errors: RowError[] = [];
  let count = 0;
  const rows = sheet.rows.flatMap(({ line, cells }): SaidRow[] => {
    if (cells.every((cell) => fold(cell) === '')) return [];
    const cellOf = (key: ColumnKey) => cells[columns.indexByKey.get(key) ?? -1] ?? '';
    count++;
    const before = errors.length;
    const wrong = (key: ColumnKey, { rule, details = {} }: CellFault) => {
      const column = sheet.header[columns.indexByKey.get(key) ?? -1] ?? null;
      errors.push({ line, key, column, value: cellOf(key), rule, details });
    };
    const said: SaidRow['said'] = {};
    for (const key of columns.indexByKey.keys()) {
      const cell = cellOf(key);
      const read = fold(cell) === '' ? { value: null } : understand[key](cell);
      if ('rule' in read) wrong(key, read);
      else if (read.value === null && needed.includes(key)) wrong(key, { rule: 'cell-empty' });
      else said[key] = read.value;
    }
    return errors.length > before ? [] : [{ line, said, wrong }];
  });
  return { rows, errors, count };
}

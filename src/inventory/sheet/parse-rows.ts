import { fold, foldId } from '#platform/browser/fold';
import type { PartNumber } from '../model.ts';
import { slugOf } from '../model.ts';
import { type ColumnKey, type Columns, type FactColumn, factColumns } from './columns.ts';
import type { Sheet } from './read-sheet.ts';
import {
  type Fault,
  type Rule,
  type Understand,
  understandingOf,
  understandName,
  understandNote,
  understandNumber,
  understandReason,
  type Words,
} from './said.ts';

/** What is wrong in one cell; `column` is its name in the file, null where the file has no such column. */
export type RowError = {
  line: number;
  key: ColumnKey;
  column: string | null;
  value: string;
  rule: Rule;
  details: Record<string, string | number>;
};

/** What a row says: only what is not empty. `cell` is the text as it stands in the file. */
export type SaidRow = {
  line: number;
  lineName: string;
  modelName: string;
  slug: string;
  number: PartNumber | null;
  folded: string | null;
  facts: Partial<Record<FactColumn | 'reason', { value: unknown; cell: string }>>;
};

/** Understands every row by itself; empty rows say nothing. Each cell that is wrong is named, never only the first. */
export function parseRows(sheet: Sheet, columns: Columns, words: Words): { rows: SaidRow[]; errors: RowError[] } {
  const understand = understandingOf(words);
  const errors: RowError[] = [];
  const rows: SaidRow[] = [];

  for (const { line, cells } of sheet.rows) {
    if (cells.every((cell) => fold(cell) === '')) continue;
    const cellOf = (key: ColumnKey) => {
      const index = columns.indexByKey.get(key);
      const cell = index === undefined ? '' : (cells[index] ?? '');
      return fold(cell) === '' ? '' : cell;
    };
    const refuse = (key: ColumnKey, { rule, details = {} }: Fault) =>
      errors.push({ line, key, column: nameOf(sheet, columns, key), value: cellOf(key), rule, details });
    const take = <T>(key: ColumnKey, one: (cell: string) => { value: T } | Fault): T | null => {
      const cell = cellOf(key);
      if (cell === '') return null;
      const said = one(cell);
      if ('rule' in said) {
        refuse(key, said);
        return null;
      }
      return said.value;
    };

    if (cellOf('line') === '') refuse('line', { rule: 'line-empty' });
    if (cellOf('model') === '') refuse('model', { rule: 'model-empty' });
    const lineName = take('line', understandName);
    const modelName = take('model', understandName);
    const number = take('partNumber', understandNumber);
    const note = take('partNumberNote', understandNote) ?? '';
    const facts: SaidRow['facts'] = {};
    for (const key of [...factColumns, 'reason'] as const) {
      const one: Understand = key === 'reason' ? understandReason : understand[key];
      const value = take(key, one);
      if (value !== null) facts[key] = { value, cell: cellOf(key) };
    }
    if (lineName === null || modelName === null) continue;
    const folded = number === null ? null : foldId(number);
    const said = number === null ? null : { number, note };
    rows.push({ line, lineName, modelName, slug: slugOf(modelName), number: said, folded, facts });
  }
  return { rows, errors };
}

/** The name of a column as it stands in the file. */
export function nameOf(sheet: Sheet, columns: Columns, key: ColumnKey): string | null {
  const index = columns.indexByKey.get(key);
  return index === undefined ? null : (sheet.header[index] ?? null);
}

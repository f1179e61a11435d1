import type { Tools } from '#access';
import type { Language } from '#platform/browser/texts';
import { datedName, type TableColumn, type TableFormat, tableFile } from '#platform/table-file';
import type { RegisterName } from '../model/registers.ts';
import { registersText } from '../registers-text.ts';
import { idsIn } from './change-entries.ts';
import { registerOf } from './registers.ts';
import { cellsOf } from './sheet/cells-of.ts';
import { type ColumnKey, sheetColumns } from './sheet/columns.ts';
import type { Facts } from './sheet/plan.ts';
import { listEntries } from './store/entries.ts';
import { type References, readReferences } from './store/references.ts';

/** A file has so many rows at most; more than that is asked for with a narrower filter. */
export const mostRows = 200_000;
export type Taken = { format: TableFormat; language: Language };

/**
 * These entries of a register as a file, in this order, in the columns that an import understands: the same file imported
 * again changes nothing.
 * @throws Refusal 'conflict' with the cells that CP932 cannot express
 */
export async function exportRows(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  name: RegisterName,
  ids: string[],
  { format, language }: Taken,
): Promise<File> {
  const register = registerOf(name);
  const entries = await listEntries(db, register.table, ids);
  const references = await readReferences(
    db,
    idsIn(
      register,
      entries.map(({ facts }) => ({ standing: null, after: facts })),
    ),
  );
  const factsById = new Map(entries.map(({ id, facts }) => [id, facts]));
  const rows = ids.flatMap((id) => factsById.get(id) ?? []);
  const title = datedName(registersText[language].registers[name], now());
  return tableFile(title, format, columnsOf(name, references, language), rows);
}

/** The columns of a register's file in a language; unknown facts are empty cells. */
export function columnsOf(name: RegisterName, references: References, language: Language): TableColumn<Facts>[] {
  const words = registersText[language];
  const cells = cellsOf(name, references, language);
  return sheetColumns[name].columns.map((key) => ({
    title: words.columns[key],
    kind: kindOf[key] ?? 'text',
    width: kindOf[key] ? 14 : 20,
    value: (facts) => cells[key](facts),
  }));
}

const kindOf: Partial<Record<ColumnKey, 'day' | 'number'>> = {
  releasedOn: 'day',
  endedOn: 'day',
  sinceOn: 'day',
  untilOn: 'day',
  units: 'number',
};

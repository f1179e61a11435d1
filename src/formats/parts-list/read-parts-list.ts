import type { Problem } from '../problem.ts';
import { type ListProfile, listProfiles, type PartColumn } from './profiles.ts';
import {
  holdsParts,
  likeliestTable,
  type PartsTable,
  placeOf,
  rowsBeforeHeader,
  type TableRule,
  tablesOf,
  type UnknownTable,
} from './tables.ts';

export type PartsListRule = TableRule | 'no-known-header';

/** One row; cells as written, trimmed, without those that are empty or say that nothing is known. */
export type ListedPart = { place: string; cells: Partial<Record<PartColumn, string>> };

export type PartsList = {
  kind: ListProfile['id'];
  /** The name of the sheet that was read; null for a CSV. */
  sheet: string | null;
  /** Names of other sheets that look like lists of parts and were not read. */
  otherSheets: string[];
  parts: ListedPart[];
  /** Rows above the header: SPDX Lite sheets tell there who made them. */
  above: string[][];
};

/** Position of a column from 0. */
export type ColumnPositions = { [Column in PartColumn]?: number | undefined };

/**
 * Reads a list of parts as CSV (any encoding that Excel writes) or XLSX, by one of the known headers.
 * The header may stand below a title; of several sheets with such a header the one with the most rows counts.
 * @returns the list; or the table that is likeliest to be one, when its header is none that is known;
 *   or problems with their line or cell
 * @source listProfiles
 */
export async function readPartsList(
  bytes: Uint8Array,
): Promise<{ list: PartsList } | { unknown: UnknownTable } | { problems: Problem<PartsListRule>[] }> {
  const read = await tablesOf(bytes);
  if ('problems' in read) return read;
  for (const profile of listProfiles) {
    const lists = read.tables.flatMap((table) => listOf(table, profile) ?? []);
    const [longest] = lists.sort((a, b) => b.parts.length - a.parts.length);
    if (longest) return { list: { ...longest, otherSheets: sheetsBeside(longest, lists) } };
  }
  const unknown = likeliestTable(read.tables);
  return unknown ? { unknown } : { problems: [noTable] };
}

/**
 * Reads the list whose columns a person has explained: of the same table that `readPartsList` calls unknown.
 * @returns problems with their line or cell, when there is no table
 */
export async function readMappedList(
  bytes: Uint8Array,
  columns: ColumnPositions,
): Promise<{ list: PartsList } | { problems: Problem<PartsListRule>[] }> {
  const read = await tablesOf(bytes);
  if ('problems' in read) return read;
  const table = likeliestTable(read.tables);
  if (!table) return { problems: [noTable] };
  const said = Object.entries(columns) as [PartColumn, number | undefined][];
  const positions = new Map(said.flatMap(([column, at]) => (at === undefined ? [] : [[column, at] as const])));
  const parts = partsOf(table, table.rows, positions);
  const otherSheets = sheetsBeside(table, read.tables.filter(holdsParts));
  return { list: { kind: 'parts-list', sheet: table.sheet, otherSheets, parts, above: [] } };
}

const noTable: Problem<PartsListRule> = {
  path: 'file',
  rule: 'no-known-header',
  message: 'There is no table here: a list of parts has a row of column names, at least for name and version',
  details: {},
};

const sheetsBeside = ({ sheet }: { sheet: string | null }, all: readonly { sheet: string | null }[]) =>
  all.flatMap((other) => (other.sheet === null || other.sheet === sheet ? [] : [other.sheet]));

function listOf(table: PartsTable, profile: ListProfile): PartsList | null {
  const { rows, sheet } = table;
  for (const [index, { cells }] of rows.slice(0, rowsBeforeHeader).entries()) {
    const columns = columnsOf(cells, profile);
    if (!profile.required.every((column) => columns.has(column))) continue;
    const parts = partsOf(table, rows.slice(index + 1), columns);
    return { kind: profile.id, sheet, otherSheets: [], parts, above: rows.slice(0, index).map((row) => row.cells) };
  }
  return null;
}

function partsOf(table: PartsTable, rows: PartsTable['rows'], columns: Map<PartColumn, number>): ListedPart[] {
  return rows.flatMap((row): ListedPart[] => {
    const found = [...columns].flatMap(([column, at]) => {
      const text = row.cells[at]?.trim() ?? '';
      return text === '' || nothing.test(text) ? [] : [[column, text] as const];
    });
    return found.length === 0 ? [] : [{ place: placeOf(table, row.line), cells: Object.fromEntries(found) }];
  });
}

const nothing = /^(?:NOASSERTION|NONE|N\/A|unknown|不明|なし|[-‐－—]+)$/i;

function columnsOf(header: readonly string[], { columns }: ListProfile): Map<PartColumn, number> {
  const names = header.map(nameOf);
  const found = new Map<PartColumn, number>();
  for (const [column, candidates] of Object.entries(columns) as [PartColumn, readonly string[]][]) {
    const at = candidates.map((candidate) => names.indexOf(nameOf(candidate))).find((index) => index >= 0);
    if (at !== undefined) found.set(column, at);
  }
  return found;
}

/** "3.1 Package Name *" and "packagename" are one heading; full and half width too. */
function nameOf(heading: string): string {
  return heading
    .normalize('NFKC')
    .trim()
    .replace(/^L?\d+(?:\.\d+)+\s*/i, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

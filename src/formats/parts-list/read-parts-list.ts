import { readCsv } from '../csv/index.ts';
import type { Problem } from '../problem.ts';
import { readXlsx, tableOfSheet } from '../xlsx/index.ts';
import { type ListProfile, listProfiles, type PartColumn } from './profiles.ts';

/** One row; cells as written, trimmed, without those that are empty or say that nothing is known. */
export type ListedPart = { place: string; cells: Partial<Record<PartColumn, string>> };

export type PartsList = {
  profile: ListProfile;
  parts: ListedPart[];
  /** Rows above the header: SPDX Lite sheets tell there who made them. */
  above: string[][];
};

type Table = { place: (line: number) => string; rows: { line: number; cells: string[] }[] };

const rowsBeforeHeader = 50;

/**
 * Reads a list of parts as CSV (any encoding that Excel writes) or XLSX, by one of the known headers or by `profile`.
 * The header may stand below a title; of several sheets the first with such a header counts.
 * @returns the list, or problems with their line or cell
 * @source listProfiles
 */
export async function readPartsList(
  bytes: Uint8Array,
  profiles: readonly ListProfile[] = listProfiles,
): Promise<{ list: PartsList } | { problems: Problem[] }> {
  const read = await tablesOf(bytes);
  if ('problems' in read) return read;
  for (const profile of profiles) {
    for (const table of read.tables) {
      const list = listOf(table, profile);
      if (list) return { list };
    }
  }
  const message = 'No row names columns of a known list: at least a name and a version are needed';
  return { problems: [{ path: 'file', rule: 'no-known-header', message, details: {} }] };
}

async function tablesOf(bytes: Uint8Array): Promise<{ tables: Table[] } | { problems: Problem[] }> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const { document, problems } = await readXlsx(bytes);
    if (document.sheets.length === 0) return { problems };
    const tables = document.sheets.map((sheet): Table => {
      const { header, rows } = tableOfSheet(sheet).document;
      const first = { line: sheet.rows[0]?.row ?? 1, cells: header };
      return { place: (line) => `${sheet.name}!${line}`, rows: [first, ...rows] };
    });
    return { tables };
  }
  const { document, problems } = readCsv(bytes);
  // A title above the header makes every row look ragged; what is wrong with the header itself shows below.
  const faults = problems.filter(({ rule }) => !/^(?:ragged-row|empty-header|duplicate-header)$/.test(rule));
  if (faults.length > 0) return { problems: faults };
  const rows = [{ line: 1, cells: document.header }, ...document.rows];
  return { tables: [{ place: (line) => `line ${line}`, rows }] };
}

function listOf({ rows, place }: Table, profile: ListProfile): PartsList | null {
  for (const [index, { cells }] of rows.slice(0, rowsBeforeHeader).entries()) {
    const columns = columnsOf(cells, profile);
    if (!profile.required.every((column) => columns.has(column))) continue;
    const parts = rows.slice(index + 1).flatMap((row): ListedPart[] => {
      const found = [...columns].flatMap(([column, at]) => {
        const text = row.cells[at]?.trim() ?? '';
        return text === '' || nothing.test(text) ? [] : [[column, text] as const];
      });
      return found.length === 0 ? [] : [{ place: place(row.line), cells: Object.fromEntries(found) }];
    });
    return { profile, parts, above: rows.slice(0, index).map((row) => row.cells) };
  }
  return null;
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

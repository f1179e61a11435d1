import { type CsvRule, readCsv } from '../csv/index.ts';
import type { Problem } from '../problem.ts';
import { readXlsx, tableOfSheet, type XlsxRule } from '../xlsx/index.ts';

export type TableRule = CsvRule | XlsxRule;

/** Rows of a CSV, or of one sheet of a workbook; `sheet` is its name. Which row is the header is not decided yet. */
export type PartsTable = { sheet: string | null; rows: { line: number; cells: string[] }[] };

/** Where a row stands, for a person: "line 4" or "部品!4". */
export const placeOf = ({ sheet }: PartsTable, line: number): string =>
  sheet === null ? `line ${line}` : `${sheet}!${line}`;

/** The header of a list may stand below a title. */
export const rowsBeforeHeader = 50;

/** The tables of a CSV (any encoding that Excel writes) or of a workbook, those without rows left out. */
export async function tablesOf(
  bytes: Uint8Array,
): Promise<{ tables: PartsTable[] } | { problems: Problem<TableRule>[] }> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return sheetsOf(bytes);
  const { document, problems } = readCsv(bytes);
  // A title above the header makes every row look ragged; what is wrong with the header itself shows below.
  const faults = problems.filter(({ rule }) => !/^(?:ragged-row|empty-header|duplicate-header)$/.test(rule));
  if (faults.length > 0) return { problems: faults };
  return { tables: [{ sheet: null, rows: [{ line: 1, cells: document.header }, ...document.rows] }] };
}

async function sheetsOf(bytes: Uint8Array): Promise<{ tables: PartsTable[] } | { problems: Problem<TableRule>[] }> {
  const { document, problems } = await readXlsx(bytes);
  if (document.sheets.length === 0) return { problems };
  const tables = document.sheets.map((sheet): PartsTable => {
    const { header, rows } = tableOfSheet(sheet).document;
    const first = { line: sheet.rows[0]?.row ?? 1, cells: header };
    return { sheet: sheet.name, rows: [first, ...rows] };
  });
  return { tables: tables.filter(({ rows }) => rows.some(({ cells }) => cells.some(isFilled))) };
}

const isFilled = (cell: string) => cell.trim() !== '';
const filledIn = (cells: readonly string[]) => cells.filter(isFilled).length;

/** A table whose columns nobody has explained: its header, and the rows below with at least one value. */
export type UnknownTable = PartsTable & { header: { line: number; cells: string[] } };

/**
 * Of the tables the one with the most rows that look like parts, cut at what looks like its header:
 * the first row that is about as full as the fullest.
 */
export function likeliestTable(tables: readonly PartsTable[]): UnknownTable | null {
  const candidates = tables.flatMap((table) => headed(table) ?? []);
  const rated = candidates.map((table) => ({ table, parts: table.rows.filter(looksLikePart).length }));
  rated.sort((a, b) => b.parts - a.parts || b.table.rows.length - a.table.rows.length);
  return rated[0]?.table ?? null;
}

function headed({ sheet, rows }: PartsTable): UnknownTable | null {
  const fullest = Math.max(0, ...rows.slice(0, rowsBeforeHeader).map(({ cells }) => filledIn(cells)));
  if (fullest < 2) return null;
  const at = rows.findIndex(({ cells }) => filledIn(cells) >= Math.max(2, 0.8 * fullest));
  const header = rows[at];
  return header ? { sheet, header, rows: rows.slice(at + 1).filter(({ cells }) => filledIn(cells) > 0) } : null;
}

/** Whether rows of a table look like parts: two values or more, one of them a version, a purl or a CPE name. */
export const holdsParts = ({ rows }: PartsTable): boolean => rows.some(looksLikePart);

const identity = /^(?:pkg:|cpe:)|^v?\d+(?:\.\d+)+/i;
const looksLikePart = ({ cells }: { cells: string[] }) =>
  filledIn(cells) >= 2 && cells.some((cell) => identity.test(cell.trim()));

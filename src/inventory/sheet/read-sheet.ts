import { type CsvEncoding, type Problem, readCsv } from '#formats/csv';
import { readXlsx, tableOfSheet } from '#formats/xlsx';

/** A table as it stands in a file; `line` is the number that Excel shows at the left. */
export type Sheet = {
  format: 'csv' | 'xlsx';
  encoding: CsvEncoding | null;
  header: string[];
  rows: { line: number; cells: string[] }[];
  /** Visible sheets that are not read because they are not the first. */
  otherSheets: string[];
};

export const maxRows = 20_000;

/**
 * Reads a CSV file or the first visible sheet of a workbook; what it is follows from the bytes, not from the name.
 * @returns problems with their place; the file may be used only when there are none
 */
export async function readSheet(bytes: Uint8Array, rows = maxRows): Promise<{ sheet: Sheet; problems: Problem[] }> {
  if (workbookSignatures.some((signature) => signature.every((byte, index) => bytes[index] === byte)))
    return readWorkbook(bytes, rows);
  const { document, problems } = readCsv(bytes, { limits: { rows } });
  return { sheet: { format: 'csv', ...document, otherSheets: [] }, problems };
}

async function readWorkbook(bytes: Uint8Array, rows: number): Promise<{ sheet: Sheet; problems: Problem[] }> {
  const { document, problems } = await readXlsx(bytes, { rows });
  const [first, ...others] = document.sheets.filter(({ isHidden }) => !isHidden);
  if (!first) return { sheet: emptyWorkbook, problems: problems.length > 0 ? problems : [noSheet] };
  const table = tableOfSheet(first);
  const otherSheets = others.filter(({ rows }) => rows.length > 0).map(({ name }) => name);
  return {
    sheet: { format: 'xlsx', encoding: null, ...table.document, otherSheets },
    problems: [...problems.filter(({ details }) => !otherSheets.includes(String(details.sheet))), ...table.problems],
  };
}

// A zip archive, and the container of Excel 97–2003 and of workbooks with a password, which readXlsx refuses by name.
const workbookSignatures = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];
const emptyWorkbook: Sheet = { format: 'xlsx', encoding: null, header: [], rows: [], otherSheets: [] };
const noSheet: Problem = { path: 'file', rule: 'no-header', message: 'The workbook has no visible sheet', details: {} };

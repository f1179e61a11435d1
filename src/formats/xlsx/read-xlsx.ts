import { openArchive } from './archive.ts';
import { XLSX_LIMITS, type XlsxLimits } from './limits.ts';
import { Unreadable, type XlsxProblem } from './problems.ts';
import { readSheet, type XlsxSheet } from './sheet.ts';
import { readWorkbook } from './workbook.ts';

export type XlsxDocument = { sheets: XlsxSheet[] };

/**
 * Reads the values of a workbook, never its formulas, macros or links: text without furigana, numbers, booleans,
 * and what a number format shows as a day, a time or an id with leading zeros.
 * Hidden sheets are read and marked. Of cells that cannot be read the first 1,000 of each sheet are listed.
 * @returns problems with their place (製品!C5); when the file as a whole cannot be read, no sheets and one problem
 * @source ISO 29500-1 and -4
 */
export async function readXlsx(
  bytes: Uint8Array,
  limits: Partial<XlsxLimits> = {},
): Promise<{ document: XlsxDocument; problems: XlsxProblem[] }> {
  try {
    return await readSheets(bytes, { ...XLSX_LIMITS, ...limits });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { document: { sheets: [] }, problems: [error.problem] };
  }
}

async function readSheets(bytes: Uint8Array, limits: XlsxLimits) {
  const archive = await openArchive(bytes, limits);
  const workbook = await readWorkbook(archive);
  if (workbook.sheets.length > limits.sheets) {
    const details = { found: workbook.sheets.length, limit: limits.sheets };
    throw new Unreadable(
      'too-many-sheets',
      `${details.found} sheets, at most ${details.limit} are read`,
      'file',
      details,
    );
  }
  const sheets: XlsxSheet[] = [];
  const problems: XlsxProblem[] = [];
  for (const entry of workbook.sheets) {
    const read = await readSheet(archive, workbook, entry, limits);
    sheets.push(read.sheet);
    problems.push(...read.problems);
  }
  return { document: { sheets }, problems };
}

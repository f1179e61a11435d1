import { headerFaults } from '../header.ts';
import { type CsvEncoding, decode } from './decode.ts';
import type { CsvProblem } from './problems.ts';
import { unprotect } from './protect.ts';
import { type CsvRecord, splitRecords } from './records.ts';

export type CsvDocument = { encoding: CsvEncoding; header: string[]; rows: CsvRecord[] };

/** Numbers, so that an operator can raise them: cells count UTF-16 units, rows do not count the header. */
export type CsvLimits = { bytes: number; rows: number; columns: number; cellLength: number };

export const CSV_LIMITS: CsvLimits = { bytes: 32 * 1024 * 1024, rows: 200_000, columns: 256, cellLength: 32_767 };

/**
 * Reads a table as Excel or a business system saved it: UTF-8, CP932 or UTF-16, any line break, comma, tab or semicolon.
 * The first record is the header. Cells are text exactly as written, without the apostrophe that `writeCsv` adds.
 * Nothing is dropped: a row with too few or too many cells is in the document and among the problems.
 * @param options.encoding  asserts the encoding of a file without byte order mark instead of detecting it
 * @returns problems with the line on which the record begins; without problems the table is whole and rectangular
 */
export function readCsv(
  bytes: Uint8Array,
  options: { encoding?: CsvEncoding; limits?: Partial<CsvLimits> } = {},
): { document: CsvDocument; problems: CsvProblem[] } {
  const limits = { ...CSV_LIMITS, ...options.limits };
  if (bytes.length > limits.bytes) {
    return refused('utf-8', [tooMuch('file-too-large', 'file', bytes.length, limits.bytes, 'bytes')]);
  }
  const { encoding, text, problems } = decode(bytes, options.encoding);
  if (problems.length > 0) return refused(encoding, problems);

  const nul = text.indexOf('\0');
  if (nul >= 0) return refused(encoding, [nulCharacter(text.slice(0, nul))]);

  const split = splitRecords(text, { records: limits.rows + 2, columns: limits.columns });
  const [first, ...rows] = split.records.map(({ line, cells }) => ({ line, cells: cells.map(unprotect) }));
  if (!first) return refused(encoding, split.problems.length > 0 ? split.problems : [noHeader]);

  const document = { encoding, header: first.cells, rows: rows.slice(0, limits.rows) };
  return { document, problems: [...problemsOf(document, first.line, rows.length, limits), ...split.problems] };
}

const noHeader: CsvProblem = { path: 'file', rule: 'no-header', message: 'The file has no lines', details: {} };

function refused(encoding: CsvEncoding, problems: CsvProblem[]): { document: CsvDocument; problems: CsvProblem[] } {
  return { document: { encoding, header: [], rows: [] }, problems };
}

function nulCharacter(before: string): CsvProblem {
  const line = before.split(/\r\n|\r|\n/).length;
  const message = 'A NUL character: the file is binary, or UTF-16 without a byte order mark';
  return { path: `line ${line}`, rule: 'nul-character', message, details: { line } };
}

function problemsOf(document: CsvDocument, headerLine: number, rowCount: number, limits: CsvLimits): CsvProblem[] {
  const problems = headerProblems(document, headerLine);
  if (rowCount > limits.rows) problems.push(tooMuch('too-many-rows', 'file', rowCount, limits.rows, 'rows or more'));
  for (const record of [{ line: headerLine, cells: document.header }, ...document.rows]) {
    problems.push(...recordProblems(record, document.header.length, limits));
  }
  return problems;
}

function headerProblems({ header, rows }: CsvDocument, line: number): CsvProblem[] {
  return headerFaults(header, rows).map(({ rule, message, ...facts }) => {
    return { path: `line ${line}, column ${facts.column}`, rule, message, details: { line, ...facts } };
  });
}

function recordProblems({ line, cells }: CsvRecord, expected: number, limits: CsvLimits): CsvProblem[] {
  const path = `line ${line}`;
  const problems: CsvProblem[] = [];
  if (cells.length !== expected) {
    const message = `${cells.length} cells, but the header has ${expected}`;
    problems.push({ path, rule: 'ragged-row', message, details: { line, found: cells.length, expected } });
  }
  cells.forEach((cell, index) => {
    if (cell.length <= limits.cellLength) return;
    const place = `${path}, column ${index + 1}`;
    problems.push(tooMuch('cell-too-long', place, cell.length, limits.cellLength, 'characters', line));
  });
  return problems;
}

function tooMuch(
  rule: CsvProblem['rule'],
  path: string,
  found: number,
  limit: number,
  unit: string,
  line?: number,
): CsvProblem {
  const details = line === undefined ? { found, limit } : { line, found, limit };
  return { path, rule, message: `${found} ${unit}, at most ${limit} are read`, details };
}

import { headerFaults } from '../header.ts';
import { lettersOf } from './place.ts';
import type { XlsxProblem } from './problems.ts';
import type { XlsxSheet } from './sheet.ts';
import { textOfValue } from './value.ts';

/** A sheet in the shape of a CSV document: `line` is Excel's row number, every row is as wide as the header. */
export type XlsxTable = { header: string[]; rows: { line: number; cells: string[] }[] };

/**
 * Takes the first row with values as header and all others as records of text.
 * Values to the right of the header, merged cells and doubtful header names are problems, nothing is dropped.
 */
export function tableOfSheet(sheet: XlsxSheet): { document: XlsxTable; problems: XlsxProblem[] } {
  const [first, ...rest] = sheet.rows;
  if (!first) {
    const problem = {
      path: sheet.name,
      rule: 'no-header' as const,
      message: 'The sheet is empty',
      details: { sheet: sheet.name },
    };
    return { document: { header: [], rows: [] }, problems: [problem] };
  }
  const header = first.cells.map(textOfValue);
  const rows = rest.map(({ row, cells }) => {
    const texts = cells.map(textOfValue);
    while (texts.length < header.length) texts.push('');
    return { line: row, cells: texts };
  });
  const document = { header, rows };
  return {
    document,
    problems: [...headerProblems(sheet, document, first.row), ...mergeProblems(sheet), ...wideRows(sheet, document)],
  };
}

function headerProblems({ name: sheet }: XlsxSheet, { header, rows }: XlsxTable, line: number): XlsxProblem[] {
  return headerFaults(header, rows).map(({ rule, message, ...facts }) => {
    const path = `${sheet}!${lettersOf(facts.column)}${line}`;
    return { path, rule, message, details: { sheet, line, ...facts } };
  });
}

function mergeProblems({ name: sheet, merged }: XlsxSheet): XlsxProblem[] {
  const message = 'These cells are merged, so only the first of them has a value';
  return merged.map((range) => ({
    path: `${sheet}!${range}`,
    rule: 'merged-cells',
    message,
    details: { sheet, range },
  }));
}

function wideRows({ name: sheet }: XlsxSheet, { header, rows }: XlsxTable): XlsxProblem[] {
  return rows.flatMap(({ line, cells }): XlsxProblem[] => {
    if (cells.length === header.length) return [];
    const message = `${cells.length} cells, but the header has ${header.length}`;
    const details = { sheet, line, found: cells.length, expected: header.length };
    return [{ path: `${sheet}!${lettersOf(cells.length)}${line}`, rule: 'ragged-row', message, details }];
  });
}

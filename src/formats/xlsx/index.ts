export { FormatProblem, type Problem } from '../problem.ts';
export { XLSX_LIMITS, type XlsxLimits } from './limits.ts';
export type { XlsxProblem, XlsxRule } from './problems.ts';
export { readXlsx, type XlsxDocument } from './read-xlsx.ts';
export type { XlsxRow, XlsxSheet } from './sheet.ts';
export type { XlsxCell, XlsxColumn } from './sheet-xml.ts';
export { tableOfSheet, type XlsxTable } from './table.ts';
export { textOfValue, type XlsxValue } from './value.ts';
export { streamXlsx, writeXlsx, type XlsxSheetSource, type XlsxSource } from './write-xlsx.ts';

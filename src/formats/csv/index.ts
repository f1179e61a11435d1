export { FormatProblem, type Problem } from '../problem.ts';
export { withGetaMarks, withSameLooking } from './cp932.ts';
export { type DayProblem, formatDay, parseDay } from './day.ts';
export type { CsvEncoding } from './decode.ts';
export type { CsvProblem, CsvRule } from './problems.ts';
export { CSV_LIMITS, type CsvDocument, type CsvLimits, readCsv } from './read-csv.ts';
export type { CsvRecord } from './records.ts';
export { type CsvRow, type CsvValue, cp932Problems, streamCsv, type WriteCsvOptions, writeCsv } from './write-csv.ts';

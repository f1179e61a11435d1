import type { Problem } from '../problem.ts';

/** Everything that can be wrong in a CSV file. A file with any of them still gives the rows that could be read. */
export type CsvRule =
  | 'file-too-large'
  | 'invalid-encoding'
  | 'nul-character'
  | 'no-header'
  | 'empty-header'
  | 'duplicate-header'
  | 'ragged-row'
  | 'broken-quote'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'cell-too-long';

export type CsvProblem = Problem<CsvRule>;

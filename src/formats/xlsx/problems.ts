import type { Problem } from '../problem.ts';

/** Everything that can be wrong in a workbook. `path` is "file", the name of a part, or a place such as 製品!C5. */
export type XlsxRule =
  | 'file-too-large'
  | 'unpacked-too-large'
  | 'too-many-entries'
  | 'too-many-sheets'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'cell-too-long'
  | 'old-format'
  | 'password-protected'
  | 'not-a-workbook'
  | 'broken-archive'
  | 'unsafe-name'
  | 'doctype-refused'
  | 'malformed'
  | 'error-cell'
  | 'formula-without-value'
  | 'impossible-day'
  | 'unreadable-character'
  | 'no-header'
  | 'empty-header'
  | 'duplicate-header'
  | 'ragged-row'
  | 'merged-cells';

export type XlsxProblem = Problem<XlsxRule>;

/** Ends the reading of a workbook that cannot be read further; readXlsx turns it into its problem. */
export class Unreadable extends Error {
  readonly problem: XlsxProblem;

  constructor(rule: XlsxRule, message: string, path = 'file', details: XlsxProblem['details'] = {}) {
    super(message);
    this.problem = { path, rule, message, details };
  }
}

/** Why a JSON text is not read. Stable words that callers translate. */
export type JsonRule =
  | 'empty'
  | 'malformed'
  | 'truncated'
  | 'not-utf8'
  | 'duplicate-key'
  | 'too-large'
  | 'too-deep'
  | 'too-many-values';

/** Ends the reading; `path` is a JSON path ("$.components[3].name"), `line` counts from 1. */
export class JsonFault extends Error {
  readonly rule: JsonRule;
  readonly path: string;
  readonly line: number;
  readonly details: Record<string, string | number>;

  constructor(
    rule: JsonRule,
    message: string,
    place: { path: string; line: number },
    details: Record<string, string | number> = {},
  ) {
    super(message);
    this.name = 'JsonFault';
    this.rule = rule;
    this.path = place.path;
    this.line = place.line;
    this.details = details;
  }
}

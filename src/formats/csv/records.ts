import { Buffer } from 'node:buffer';
import { CsvError, parse } from 'csv-parse/sync';
import type { CsvProblem } from './problems.ts';

/** One record with the line of the file on which it begins; a quoted line break makes a record longer than its line. */
export type CsvRecord = { line: number; cells: string[] };

const SEPARATORS = [',', '\t', ';'];
const LF = 10;
const CR = 13;
const QUOTE = 34;

/**
 * Splits text into records; blank lines are no records.
 * Stops at the first broken quote, at the first record wider than `columns` and after `records` records.
 */
export function splitRecords(
  text: string,
  limits: { records: number; columns: number },
): { records: CsvRecord[]; problems: CsvProblem[] } {
  const delimiter = separatorOf(text);
  const whole = Buffer.from(text, 'utf8');
  const bytes = whole.subarray(0, startOfTooWide(whole, delimiter, limits.columns));
  const records: CsvRecord[] = [];
  const cursor = new LineCursor(whole);
  try {
    parse(bytes, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      to: limits.records,
      on_record: (cells: string[], { bytes: end }: { bytes: number }) => {
        records.push({ line: cursor.nextRecord(end), cells });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = cursor.nextRecord(bytes.length);
    const message = 'A quotation mark is opened and not closed, or stands inside an unquoted cell';
    return { records, problems: [{ path: `line ${line}`, rule: 'broken-quote', message, details: { line } }] };
  }
  if (bytes.length === whole.length || records.length === limits.records) return { records, problems: [] };
  return { records, problems: [tooWide(cursor.nextRecord(whole.length), limits.columns)] };
}

function tooWide(line: number, limit: number): CsvProblem {
  const message = `More than ${limit} columns`;
  return { path: `line ${line}`, rule: 'too-many-columns', message, details: { line, limit } };
}

/** Where the first record with more than `columns` cells begins; the parser itself would build all its cells first. */
function startOfTooWide(bytes: Uint8Array, delimiter: string, columns: number): number {
  const separator = delimiter.charCodeAt(0);
  let quoted = false;
  let start = 0;
  let cells = 1;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) quoted = !quoted;
    else if (quoted) continue;
    else if (byte === separator) {
      if (++cells > columns) return start;
    } else if (byte === LF || byte === CR) {
      start = at + 1;
      cells = 1;
    }
  }
  return bytes.length;
}

/** The separator that the first record uses most outside of quotes. */
function separatorOf(text: string): string {
  const counts = new Map(SEPARATORS.map((separator) => [separator, 0]));
  let quoted = false;
  for (const character of text.trimStart()) {
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '\n' || character === '\r') break;
    else if (counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? ',';
}

/** Counts lines itself: the parser counts a quoted CRLF twice. */
class LineCursor {
  readonly #bytes: Uint8Array;
  #at = 0;
  #line = 1;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The line on which the record begins that ends at byte `end`. */
  nextRecord(end: number): number {
    while (this.#at < end && this.#isBreak()) this.#step();
    const line = this.#line;
    while (this.#at < end) this.#step();
    return line;
  }

  #isBreak(): boolean {
    const byte = this.#bytes[this.#at];
    return byte === LF || byte === CR;
  }

  #step(): void {
    const byte = this.#bytes[this.#at];
    const isHalfOfCrLf = byte === CR && this.#bytes[this.#at + 1] === LF;
    if ((byte === LF || byte === CR) && !isHalfOfCrLf) this.#line++;
    this.#at++;
  }
}

import { FormatProblem, type Problem } from '../problem.ts';
import { charactersOutsideCp932, encodeCp932, withSameLooking } from './cp932.ts';
import { formatDay } from './day.ts';
import { protect } from './protect.ts';

/** null is an empty cell. Days are written 2026/11/23, instants 2026/11/23 21:05:07 in the zone of the options. */
export type CsvValue = string | number | boolean | null | Temporal.PlainDate | Temporal.Instant;
export type CsvRow = readonly CsvValue[];

export type WriteCsvOptions = {
  encoding: 'utf-8-bom' | 'cp932';
  /** What happens to characters that CP932 has only as a twin (〜 and ～): by default they are refused like all others. */
  lookalikes?: 'refuse' | 'replace';
  /** IANA name, for instants. */
  zone?: string;
};

const CHUNK_CHARACTERS = 64 * 1024;
const LISTED_PROBLEMS = 100;

/**
 * A CSV file that Excel opens by double click: CRLF, quotes where needed, formulas disarmed by an apostrophe
 * (`readCsv` takes it away again; plain numbers such as -12 are left alone).
 * @param rows  the header first
 * @throws FormatProblem with the cells and characters of the first row that the encoding cannot express
 */
export function writeCsv(rows: Iterable<CsvRow>, options: WriteCsvOptions): Uint8Array {
  const encode = encoder(options);
  const text = [...rows].map((row, index) => lineOf(row, index, options)).join('');
  return encode(text);
}

/** As `writeCsv`, in pieces of about 64 KiB. A refused cell ends the stream: call `cp932Problems` first. */
export async function* streamCsv(
  rows: Iterable<CsvRow> | AsyncIterable<CsvRow>,
  options: WriteCsvOptions,
): AsyncGenerator<Uint8Array> {
  const encode = encoder(options);
  let text = '';
  let index = 0;
  for await (const row of rows) {
    text += lineOf(row, index++, options);
    if (text.length < CHUNK_CHARACTERS) continue;
    yield encode(text);
    text = '';
  }
  yield encode(text);
}

/** What of the rows CP932 cannot express, at most 100 cells; empty when the file can be written as CP932. `firstRow` counts from 1, for a part of a table. */
export function cp932Problems(
  rows: Iterable<CsvRow>,
  { firstRow = 1, ...options }: Omit<WriteCsvOptions, 'encoding'> & { firstRow?: number } = {},
): Problem<'unwritable-character'>[] {
  const problems: Problem<'unwritable-character'>[] = [];
  let index = firstRow - 1;
  for (const row of rows) {
    problems.push(...unwritableCells(row, index++, { ...options, encoding: 'cp932' }));
    if (problems.length >= LISTED_PROBLEMS) return problems.slice(0, LISTED_PROBLEMS);
  }
  return problems;
}

function encoder({ encoding }: WriteCsvOptions): (text: string) => Uint8Array {
  if (encoding === 'cp932') return encodeCp932;
  let mark = '\ufeff';
  return (text) => {
    const bytes = new TextEncoder().encode(mark + text);
    mark = '';
    return bytes;
  };
}

function lineOf(row: CsvRow, index: number, options: WriteCsvOptions): string {
  const problems = unwritableCells(row, index, options);
  if (problems.length > 0) throw new FormatProblem(problems);
  const cells = row.map((value) => quote(protect(textOf(value, options))));
  // A line without any character would be read as no row at all.
  const line = cells.length === 1 && cells[0] === '' ? '""' : cells.join(',');
  return `${line}\r\n`;
}

function unwritableCells(row: CsvRow, index: number, options: WriteCsvOptions): Problem<'unwritable-character'>[] {
  return row.flatMap((value, cell) => {
    const characters = unwritableCharacters(textOf(value, options), options.encoding);
    if (characters.length === 0) return [];
    const details = { row: index + 1, column: cell + 1, characters: characters.join(' ') };
    const path = `row ${details.row}, column ${details.column}`;
    const message = `${options.encoding} cannot express ${details.characters}`;
    return [{ path, rule: 'unwritable-character' as const, message, details }];
  });
}

// A half surrogate is no character in any encoding, and NUL would make the file one that we refuse to read.
function unwritableCharacters(text: string, encoding: WriteCsvOptions['encoding']): string[] {
  const characters = encoding === 'cp932' ? charactersOutsideCp932(text) : text.isWellFormed() ? [] : ['\ufffd'];
  return text.includes('\0') ? ['NUL', ...characters] : characters;
}

function textOf(value: CsvValue, { encoding, lookalikes, zone = 'Asia/Tokyo' }: WriteCsvOptions): string {
  if (value === null) return '';
  if (typeof value === 'string') {
    return encoding === 'cp932' && lookalikes === 'replace' ? withSameLooking(value) : value;
  }
  if (value instanceof Temporal.PlainDate) return formatDay(value);
  if (value instanceof Temporal.Instant) {
    const local = value.toZonedDateTimeISO(zone);
    return `${formatDay(local.toPlainDate())} ${local.toPlainTime().toString({ smallestUnit: 'second' })}`;
  }
  return String(value);
}

function quote(cell: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

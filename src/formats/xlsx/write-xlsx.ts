import { Zip, ZipDeflate, zipSync } from 'fflate';
import { packageParts } from './package-parts.ts';
import { safeSheetNames } from './sheet-name.ts';
import { rowXml, sheetHead, sheetTail, type XlsxCell, type XlsxColumn } from './sheet-xml.ts';

/** At least one column; the name may be changed where Excel would not accept it. */
export type XlsxSheetSource<Rows = Iterable<readonly XlsxCell[]>> = {
  name: string;
  columns: readonly XlsxColumn[];
  rows: Rows;
};

/** At least one sheet. `zone` (IANA) is the one in which instants are shown, Asia/Tokyo when absent. */
export type XlsxSource<Rows = Iterable<readonly XlsxCell[]>> = {
  sheets: readonly XlsxSheetSource<Rows>[];
  zone?: string;
};

type AnyRows = Iterable<readonly XlsxCell[]> | AsyncIterable<readonly XlsxCell[]>;

const CHUNK_CHARACTERS = 64 * 1024;
const ENCODER = new TextEncoder();

/**
 * A workbook that Excel opens without questions: text is text (never a formula), days are dates shown as 2026/11/23,
 * the header is bold, frozen and has filters. The same tables always give the same bytes.
 * @throws FormatProblem with the place of a cell that no sheet can hold
 */
export function writeXlsx(source: XlsxSource): Uint8Array {
  const { names, parts } = prepare(source);
  const files: Record<string, Uint8Array> = {};
  for (const [name, xml] of Object.entries(parts)) files[name] = ENCODER.encode(xml);
  source.sheets.forEach(({ columns, rows }, index) => {
    const part = new SheetPart(columns, names[index] ?? '', source.zone);
    const chunks: Uint8Array[] = [];
    for (const cells of rows) {
      const chunk = part.add(cells);
      if (chunk) chunks.push(chunk);
    }
    chunks.push(part.end());
    files[partName(index)] = joined(chunks);
  });
  return zipSync(files, { level: 6, mtime: fixedTime() });
}

/** As `writeXlsx` for rows that come one by one; gives the file in pieces and never holds more than a piece of it. */
export async function* streamXlsx(source: XlsxSource<AnyRows>): AsyncGenerator<Uint8Array> {
  const { names, parts } = prepare(source);
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  for (const [name, xml] of Object.entries(parts)) addFile(zip, name).push(ENCODER.encode(xml), true);
  for (const [index, { columns, rows }] of source.sheets.entries()) {
    const part = new SheetPart(columns, names[index] ?? '', source.zone);
    const file = addFile(zip, partName(index));
    for await (const cells of rows) {
      const chunk = part.add(cells);
      if (chunk) file.push(chunk);
      yield* ready.splice(0);
    }
    file.push(part.end(), true);
  }
  zip.end();
  yield* ready;
}

function prepare(source: XlsxSource<unknown>): { names: string[]; parts: Record<string, string> } {
  if (source.sheets.length === 0 || source.sheets.some(({ columns }) => columns.length === 0)) {
    throw new RangeError('A workbook needs a sheet, and a sheet a column');
  }
  const names = safeSheetNames(source.sheets.map(({ name }) => name));
  return { names, parts: packageParts(names) };
}

function partName(index: number): string {
  return `xl/worksheets/sheet${index + 1}.xml`;
}

// A zip stores the fields of a local time, so a fixed local time makes equal tables equal files in every time zone.
function fixedTime(): Date {
  return new Date(1980, 0, 1, 12);
}

function addFile(zip: Zip, name: string): ZipDeflate {
  const file = new ZipDeflate(name, { level: 6 });
  file.mtime = fixedTime();
  zip.add(file);
  return file;
}

/** Turns rows into pieces of the sheet's part. */
class SheetPart {
  readonly #columns: readonly XlsxColumn[];
  readonly #sheetName: string;
  readonly #zone: string;
  #text: string;
  #row = 1;

  constructor(columns: readonly XlsxColumn[], sheetName: string, zone = 'Asia/Tokyo') {
    this.#columns = columns;
    this.#sheetName = sheetName;
    this.#zone = zone;
    this.#text = sheetHead(sheetName, columns);
  }

  /** A piece of the part when enough has come together. */
  add(cells: readonly XlsxCell[]): Uint8Array | null {
    this.#text += rowXml(cells, { sheetName: this.#sheetName, row: ++this.#row, zone: this.#zone });
    return this.#text.length < CHUNK_CHARACTERS ? null : this.#take();
  }

  end(): Uint8Array {
    this.#text += sheetTail(this.#columns, this.#row);
    return this.#take();
  }

  #take(): Uint8Array {
    const bytes = ENCODER.encode(this.#text);
    this.#text = '';
    return bytes;
  }
}

function joined(chunks: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

import type { Archive } from './archive.ts';
import { type CellSource, valueOfCell } from './cell.ts';
import type { XlsxLimits } from './limits.ts';
import { lettersOf, placeOf } from './place.ts';
import { Unreadable, type XlsxProblem, type XlsxRule } from './problems.ts';
import { TextCollector } from './strings.ts';
import type { XlsxValue } from './value.ts';
import type { Workbook } from './workbook.ts';
import { type Attributes, readXml, SPREADSHEET } from './xml.ts';

/** A row with at least one value; `row` is Excel's number, `cells` begin with column A and end with the last value. */
export type XlsxRow = { row: number; cells: XlsxValue[] };

/** `merged` are ranges such as A1:B2 whose value stands in their first cell. */
export type XlsxSheet = { name: string; isHidden: boolean; rows: XlsxRow[]; merged: string[] };

const LISTED_PROBLEMS = 1_000;

/** @throws Unreadable when the part is broken or larger than the limits */
export async function readSheet(
  archive: Archive,
  workbook: Workbook,
  entry: Workbook['sheets'][number],
  limits: XlsxLimits,
): Promise<{ sheet: XlsxSheet; problems: XlsxProblem[] }> {
  const reader = new SheetReader(workbook, entry, limits);
  await readXml(archive.read(entry.part), entry.part, SPREADSHEET, {
    open: (name, attributes) => reader.open(name, attributes),
    text: (text) => reader.hear(text),
    close: (name) => reader.close(name),
  });
  return { sheet: reader.sheet, problems: reader.problems };
}

class SheetReader {
  readonly sheet: XlsxSheet;
  readonly problems: XlsxProblem[] = [];
  readonly #workbook: Workbook;
  readonly #limits: XlsxLimits;
  readonly #inline = new TextCollector();
  #row: XlsxRow = { row: 0, cells: [] };
  #column = 0;
  #cell: CellSource | null = null;
  #isInValue = false;

  constructor(workbook: Workbook, { name, isHidden }: Workbook['sheets'][number], limits: XlsxLimits) {
    this.sheet = { name, isHidden, rows: [], merged: [] };
    this.#workbook = workbook;
    this.#limits = limits;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'row') this.#openRow(attributes('r'));
    else if (name === 'c') this.#openCell(attributes);
    else if (name === 'mergeCell') this.sheet.merged.push(attributes('ref') ?? '');
    else if (this.#cell) {
      if (name === 'v') this.#isInValue = true;
      if (name === 'f') this.#cell.hasFormula = true;
      this.#inline.open(name);
    }
  }

  hear(text: string): void {
    if (!this.#cell) return;
    if (this.#isInValue) this.#cell.value = (this.#cell.value ?? '') + text;
    this.#inline.hear(text);
  }

  close(name: string): void {
    if (name === 'v') this.#isInValue = false;
    if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
    else if (this.#cell) this.#inline.close(name);
  }

  #openRow(reference: string | undefined): void {
    const row = reference === undefined ? this.#row.row + 1 : Number(reference);
    // Rows out of order would let one row hide another.
    if (!Number.isInteger(row) || row <= this.#row.row) throw this.#malformed(`Row ${reference} is out of order`);
    this.#row = { row, cells: [] };
    this.#column = 0;
  }

  #openCell(attributes: Attributes): void {
    const reference = attributes('r');
    const place = reference === undefined ? { column: this.#column + 1, row: this.#row.row } : placeOf(reference);
    if (!place || place.row !== this.#row.row || place.column <= this.#column) {
      throw this.#malformed(`The cell ${reference} is out of order`);
    }
    this.#column = place.column;
    this.#cell = { type: attributes('t') ?? 'n', style: Number(attributes('s') ?? 0), value: null, hasFormula: false };
  }

  #closeCell(): void {
    const cell = this.#cell;
    const inline = this.#inline.take();
    this.#cell = null;
    if (!cell) return;
    const source = cell.type === 'inlineStr' ? { ...cell, value: inline } : cell;
    const { value, problem } = valueOfCell(source, this.#workbook);
    if (problem) this.#report(problem.rule, problem.message, { value: source.value ?? '' });
    if (value === null || value === '') return;
    if (this.#column > this.#limits.columns) {
      throw this.#tooMuch('too-many-columns', `A value beyond column ${this.#limits.columns}`, this.#limits.columns);
    }
    if (typeof value === 'string' && value.length > this.#limits.cellLength) {
      const details = { found: value.length, limit: this.#limits.cellLength };
      this.#report('cell-too-long', `${details.found} characters, at most ${details.limit} are read`, details);
    }
    while (this.#row.cells.length < this.#column - 1) this.#row.cells.push(null);
    this.#row.cells.push(value);
  }

  #closeRow(): void {
    if (this.#row.cells.length === 0) return;
    if (this.sheet.rows.length >= this.#limits.rows) {
      throw this.#tooMuch('too-many-rows', `More than ${this.#limits.rows} rows with values`, this.#limits.rows);
    }
    this.sheet.rows.push(this.#row);
  }

  #place(): string {
    return `${this.sheet.name}!${lettersOf(this.#column)}${this.#row.row}`;
  }

  #report(rule: XlsxRule, message: string, facts: Record<string, string | number>): void {
    if (this.problems.length >= LISTED_PROBLEMS) return;
    const details = { sheet: this.sheet.name, row: this.#row.row, column: this.#column, ...facts };
    this.problems.push({ path: this.#place(), rule, message, details });
  }

  #tooMuch(rule: XlsxRule, message: string, limit: number): Unreadable {
    return new Unreadable(rule, message, this.#place(), { sheet: this.sheet.name, row: this.#row.row, limit });
  }

  #malformed(message: string): Unreadable {
    return new Unreadable('malformed', message, this.sheet.name, { sheet: this.sheet.name, row: this.#row.row });
  }
}

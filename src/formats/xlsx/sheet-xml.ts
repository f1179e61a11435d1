import { FormatProblem } from '../problem.ts';
import { escapeText } from './escapes.ts';
import { MAIN, STYLE, XML_HEAD } from './package-parts.ts';
import { lettersOf } from './place.ts';
import { serialOf } from './serial.ts';
import { textOfValue } from './value.ts';

/** null is an empty cell. A day or an instant becomes a real date of Excel, in local time. */
export type XlsxCell = string | number | null | Temporal.PlainDate | Temporal.Instant;

/** `width` in characters of the font; `kind` decides how cells that a person adds later will be understood. */
export type XlsxColumn = { title: string; width?: number; kind: 'text' | 'number' | 'day' | 'instant' };

const WIDTHS = { text: 24, number: 12, day: 12, instant: 20 };
const STYLES = { text: STYLE.text, number: STYLE.general, day: STYLE.day, instant: STYLE.instant };
const MAX_ROWS = 1_048_576;
const MAX_CELL_LENGTH = 32_767;

/** The part before its rows, with the bold header that stays in sight. */
export function sheetHead(sheetName: string, columns: readonly XlsxColumn[]): string {
  const cols = columns.map(({ width, kind }, index) => {
    const column = index + 1;
    return `<col min="${column}" max="${column}" width="${width ?? WIDTHS[kind]}" style="${STYLES[kind]}" customWidth="1"/>`;
  });
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const titles = columns.map(({ title }, index) =>
    textCell(title, STYLE.header, { sheetName, column: index + 1, row: 1 }),
  );
  return `${XML_HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}<selection pane="bottomLeft"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="18.75"/><cols>${cols.join('')}</cols><sheetData><row r="1">${titles.join('')}</row>`;
}

/** The part after its last row, with filters on the header and no green corners on part numbers made of digits. */
export function sheetTail(columns: readonly XlsxColumn[], lastRow: number): string {
  const range = `A1:${lettersOf(columns.length)}${lastRow}`;
  const ignored = `<ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors>`;
  return `</sheetData><autoFilter ref="${range}"/>${ignored}</worksheet>`;
}

/**
 * One row; `row` is Excel's number, the first below the header is 2.
 * @throws FormatProblem for a cell that no sheet can hold
 */
export function rowXml(cells: readonly XlsxCell[], at: { sheetName: string; row: number; zone: string }): string {
  if (at.row > MAX_ROWS) throw wrong(at, 1, 'too-many-rows', `A sheet holds at most ${MAX_ROWS} rows`);
  const written = cells.map((cell, index) => cellXml(cell, { ...at, column: index + 1 }));
  return `<row r="${at.row}">${written.join('')}</row>`;
}

function cellXml(cell: XlsxCell, at: { sheetName: string; column: number; row: number; zone: string }): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'string') return textCell(cell, STYLE.text, at);
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) throw wrong(at, at.column, 'not-a-number', `${cell} is no number of a sheet`);
    return numberCell(cell, STYLE.general, at);
  }
  const isDay = cell instanceof Temporal.PlainDate;
  const local = isDay ? cell.toPlainDateTime() : cell.toZonedDateTimeISO(at.zone).toPlainDateTime().round('second');
  const serial = serialOf(local);
  // Before March 1900 Excel has no true dates; text is at least not wrong by a day.
  if (serial === null) return textCell(textOfValue(isDay ? cell : local), STYLE.text, at);
  return numberCell(serial, isDay ? STYLE.day : STYLE.instant, at);
}

function numberCell(value: number, style: number, { column, row }: { column: number; row: number }): string {
  return `<c r="${lettersOf(column)}${row}" s="${style}"><v>${value}</v></c>`;
}

function textCell(text: string, style: number, at: { sheetName: string; column: number; row: number }): string {
  if (text.length > MAX_CELL_LENGTH) {
    throw wrong(at, at.column, 'cell-too-long', `${text.length} characters, a cell holds ${MAX_CELL_LENGTH}`);
  }
  if (!text.isWellFormed() || text.includes('\0')) {
    throw wrong(at, at.column, 'unwritable-character', 'The text holds NUL or half a character');
  }
  const place = `${lettersOf(at.column)}${at.row}`;
  const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t${space}>${escapeText(text)}</t></is></c>`;
}

function wrong(at: { sheetName: string; row: number }, column: number, rule: string, message: string): FormatProblem {
  const path = `${at.sheetName}!${lettersOf(column)}${at.row}`;
  return new FormatProblem([{ path, rule, message, details: { sheet: at.sheetName, row: at.row, column } }]);
}

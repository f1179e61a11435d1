import { setImmediate } from 'node:timers/promises';
import { type CsvRow, cp932Problems, streamCsv } from '#formats/csv';
import { streamXlsx, type XlsxCell, type XlsxColumn } from '#formats/xlsx';
import { todayInJapan } from './browser/calendar.ts';
import type { TableFormat } from './browser/table-format.ts';
import { Refusal } from './errors.ts';

export { TableFormat } from './browser/table-format.ts';

export type TableColumn<Row> = {
  title: string;
  kind: XlsxColumn['kind'];
  /** Width in Excel's characters. */
  width?: number;
  value: (row: Row) => XlsxCell;
};

type Columns<Row> = readonly TableColumn<Row>[];

/** A name with the day in Japan, as files are told apart in a folder: "製品_20261124". */
export function datedName(what: string, at: Temporal.Instant): string {
  return `${what}_${todayInJapan(at).toString().replaceAll('-', '')}`;
}

/** The media type of each form. */
export const tableTypes = {
  csv: 'text/csv; charset=utf-8',
  'csv-cp932': 'text/csv; charset=shift_jis',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/**
 * A table as a file that Excel opens by double click. It is written in pieces: other calls are answered meanwhile.
 * @param name  without its ending, e.g. "製品_20261124"
 * @throws Refusal 'conflict' with the cells that CP932 cannot express; the way out is another form
 */
export async function tableFile<Row>(
  name: string,
  format: TableFormat,
  columns: Columns<Row>,
  rows: readonly Row[],
): Promise<File> {
  if (format === 'csv-cp932') await refuseUnwritable(columns, rows);
  const bytes =
    format === 'xlsx'
      ? xlsxBytes(name, columns, rows)
      : streamCsv(
          linesOf(columns, rows),
          format === 'csv' ? { encoding: 'utf-8-bom' } : { encoding: 'cp932', lookalikes: 'replace' },
        );
  const pieces = (await Array.fromAsync(bytes)) as Uint8Array<ArrayBuffer>[];
  return new File(pieces, `${name}.${format === 'xlsx' ? 'xlsx' : 'csv'}`, { type: tableTypes[format] });
}

/** A workbook with one sheet, in pieces. */
export function xlsxBytes<Row>(
  name: string,
  columns: Columns<Row>,
  rows: Iterable<Row> | AsyncIterable<Row>,
): AsyncGenerator<Uint8Array> {
  const heads = columns.map(({ title, kind, width }) => ({ title, kind, width: width ?? 16 }));
  return streamXlsx({ sheets: [{ name, columns: heads, rows: cellsOf(columns, rows) }] });
}

/** The titles, then the cells of each row. */
export async function* linesOf<Row>(
  columns: Columns<Row>,
  rows: Iterable<Row> | AsyncIterable<Row>,
): AsyncGenerator<CsvRow> {
  yield columns.map(({ title }) => title);
  yield* cellsOf(columns, rows);
}

// A row costs about a tenth of a millisecond, so nobody waits longer than for a query of their own.
const rowsPerTurn = 100;

/** The cells of each row; every hundred rows the event loop turns once, since awaiting alone lets nobody else in. */
async function* cellsOf<Row>(
  columns: Columns<Row>,
  rows: Iterable<Row> | AsyncIterable<Row>,
): AsyncGenerator<XlsxCell[]> {
  let count = 0;
  for await (const row of rows) {
    yield columns.map(({ value }) => value(row));
    if (++count % rowsPerTurn === 0) await setImmediate();
  }
}

const mostProblems = 100;

async function refuseUnwritable<Row>(columns: Columns<Row>, rows: readonly Row[]): Promise<void> {
  const problems: ReturnType<typeof cp932Problems> = [];
  let line = 0;
  for await (const cells of linesOf(columns, rows)) {
    problems.push(...cp932Problems([cells], { lookalikes: 'replace', firstRow: ++line }));
    if (problems.length >= mostProblems) break;
  }
  if (problems.length > 0)
    throw new Refusal('conflict', 'Some characters cannot be written in CP932; take the file as UTF-8 or XLSX.', {
      problems: problems.slice(0, mostProblems),
    });
}

import { cp932Problems, writeCsv } from '#formats/csv';
import { writeXlsx, type XlsxCell, type XlsxColumn } from '#formats/xlsx';
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

/** The media type of each form. */
export const tableTypes = {
  csv: 'text/csv; charset=utf-8',
  'csv-cp932': 'text/csv; charset=shift_jis',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/**
 * A table as a file that Excel opens by double click.
 * @param name  without its ending, e.g. "製品_20261124"
 * @throws Refusal 'conflict' with the cells that CP932 cannot express; the way out is another form
 */
export function tableFile<Row>(
  name: string,
  format: TableFormat,
  columns: readonly TableColumn<Row>[],
  rows: Iterable<Row>,
): File {
  const cells = [...rows].map((row) => columns.map(({ value }) => value(row)));
  return new File(
    [bytesOf(name, format, columns, cells) as Uint8Array<ArrayBuffer>],
    `${name}.${format === 'xlsx' ? 'xlsx' : 'csv'}`,
    {
      type: tableTypes[format],
    },
  );
}

function bytesOf(
  name: string,
  format: TableFormat,
  columns: readonly Pick<TableColumn<never>, 'title' | 'kind' | 'width'>[],
  cells: XlsxCell[][],
): Uint8Array {
  if (format === 'xlsx')
    return writeXlsx({
      sheets: [
        { name, columns: columns.map(({ title, kind, width }) => ({ title, kind, width: width ?? 16 })), rows: cells },
      ],
    });
  const table = [columns.map(({ title }) => title), ...cells];
  if (format === 'csv') return writeCsv(table, { encoding: 'utf-8-bom' });
  const problems = cp932Problems(table, { lookalikes: 'replace' });
  if (problems.length > 0)
    throw new Refusal('conflict', 'Some characters cannot be written in CP932; take the file as UTF-8 or XLSX.', {
      problems,
    });
  return writeCsv(table, { encoding: 'cp932', lookalikes: 'replace' });
}

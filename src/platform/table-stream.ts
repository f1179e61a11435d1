import { Readable } from 'node:stream';
import { type CsvRow, streamCsv, withGetaMarks } from '#formats/csv';
import { linesOf, type TableColumn, type TableFormat, tableTypes, xlsxBytes } from './table-file.ts';

/**
 * A table of any length as the answer to a download: rows are read, written and sent in pieces.
 * CP932 writes 〓 for what it cannot express: when it is found, half of the file has been sent.
 * @param name  without its ending, e.g. "操作履歴_20261124"
 */
export function tableStream<Row>(
  name: string,
  format: TableFormat,
  columns: readonly TableColumn<Row>[],
  rows: AsyncIterable<Row>,
): Response {
  const file = `${name}.${format === 'xlsx' ? 'xlsx' : 'csv'}`;
  return new Response(Readable.toWeb(Readable.from(bytesOf(name, format, columns, rows))) as ReadableStream, {
    headers: {
      'content-type': tableTypes[format],
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file)}`,
      'cache-control': 'no-store',
    },
  });
}

function bytesOf<Row>(
  name: string,
  format: TableFormat,
  columns: readonly TableColumn<Row>[],
  rows: AsyncIterable<Row>,
): AsyncGenerator<Uint8Array> {
  if (format === 'xlsx') return xlsxBytes(name, columns, rows);
  const lines = linesOf(columns, rows);
  return format === 'csv' ? streamCsv(lines, { encoding: 'utf-8-bom' }) : streamCsv(geta(lines), { encoding: 'cp932' });
}

async function* geta(lines: AsyncIterable<CsvRow>): AsyncGenerator<CsvRow> {
  for await (const row of lines) yield row.map((cell) => (typeof cell === 'string' ? withGetaMarks(cell) : cell));
}

import { z } from 'zod';
import { readCsv } from '#formats/csv';
import { Refusal } from '#platform/errors';
import { text } from './text.ts';

/** A row as the file has it; `answer` in the words of either language, or of the API. */
export type FileRow = { row: number; subject: string; vendor: string; product: string; answer: string; note: string };

const mostRows = 5_000;

const needed = ['subject', 'vendor', 'product', 'answer'] as const;
const known = [...needed, 'note'] as const;

const Item = z.looseObject({
  ...{ subject: z.string(), vendor: z.string(), product: z.string(), answer: z.string() },
  note: z.string().nullish(),
});
const Items = z.union([z.array(Item), z.looseObject({ items: z.array(Item) })]);

/**
 * Reads what was exported, or the list of the API: CSV in any encoding that Excel writes, or JSON.
 * @throws Refusal 'invalid' with `reason`: 'not-read' or 'columns' (`missing`); 'too-large' beyond 5,000 rows
 */
export function readIdentityFile(bytes: Uint8Array): FileRow[] {
  const isJson = /^\s*[[{]/.test(new TextDecoder().decode(bytes.subarray(0, 100)));
  const rows = isJson ? rowsOfJson(bytes) : rowsOfCsv(bytes);
  if (rows.length > mostRows) throw new Refusal('too-large', `More than ${mostRows} rows.`, { mostRows });
  return rows;
}

function rowsOfJson(bytes: Uint8Array): FileRow[] {
  const { data } = Items.safeParse(parsed(new TextDecoder().decode(bytes)));
  if (!data) throw new Refusal('invalid', 'This JSON has another shape.', { reason: 'not-read' });
  const items = Array.isArray(data) ? data : data.items;
  return items.map(({ subject, vendor, product, answer, note }, at) => ({
    ...{ row: at + 1, subject, vendor, product, answer, note: note ?? '' },
  }));
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function rowsOfCsv(bytes: Uint8Array): FileRow[] {
  const { document, problems } = readCsv(bytes);
  if (problems.length > 0) throw new Refusal('invalid', 'This is no table.', { reason: 'not-read' });
  const titles = [text.ja.identityColumns, text.en.identityColumns];
  const places = new Map(
    known.map((column) => [
      column,
      document.header.findIndex((title) => title === column || titles.some((own) => own[column] === title)),
    ]),
  );
  const missing = needed.filter((column) => (places.get(column) ?? -1) < 0);
  if (missing.length > 0) throw new Refusal('invalid', 'Columns are missing.', { reason: 'columns', missing });
  return document.rows.map(({ cells }, at) => {
    const cell = (column: (typeof known)[number]) => cells[places.get(column) ?? -1] ?? '';
    return {
      ...{ row: at + 2, subject: cell('subject'), vendor: cell('vendor'), product: cell('product') },
      ...{ answer: cell('answer'), note: cell('note') },
    };
  });
}

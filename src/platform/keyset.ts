import { Refusal } from './errors.ts';

export type CursorValue = string | number | null;

/** The place where a page of a list ends, as an opaque word for the next call. */
export function encodeCursor(values: CursorValue[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/**
 * The place where the next page starts.
 * @param length  how many values the order of this list has
 * @throws Refusal 'invalid' for a word that was not made here, or for another order
 */
export function decodeCursor(cursor: string, length: number): CursorValue[] {
  const values = parse(cursor);
  const fits =
    Array.isArray(values) &&
    values.length === length &&
    values.every((value) => value === null || ['string', 'number'].includes(typeof value));
  if (!fits) throw new Refusal('invalid', 'This is not a cursor of this list.', { parameter: 'after' });
  return values;
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

/** Cuts a page of one more than asked for into the page and the cursor of the next one. */
export function pageOf<Row>(
  rows: Row[],
  limit: number,
  place: (row: Row) => CursorValue[],
): { items: Row[]; next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? encodeCursor(place(last)) : null };
}

import { z } from 'zod';
import { Refusal } from './errors.ts';

export type CursorValue = string | number | null;

/** The place where a page of a list ends, as an opaque word for the next call. */
export function encodeCursor(values: CursorValue[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** An instant in a cursor, as text to the nanosecond: one that the database has, and no year beyond 2999. */
export const InstantOfCursor = z.iso
  .datetime()
  .refine((text) => /^(19|2\d)\d\d-[^.]+(\.\d{1,9})?Z$/.test(text), 'from 1900 to 2999');

/**
 * The place where the next page starts.
 * @param place  the tuple that this list's order encodes; a cursor comes from outside and may hold anything
 * @throws Refusal 'invalid' for a word that was not made here, or for another order
 */
export function decodeCursor<Place extends z.ZodType>(cursor: string, place: Place): z.output<Place> {
  const read = place.safeParse(parse(cursor));
  if (!read.success) throw new Refusal('invalid', 'This is not a cursor of this list.', { parameter: 'after' });
  return read.data;
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

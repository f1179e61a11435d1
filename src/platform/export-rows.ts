import { Refusal } from './errors.ts';

/**
 * All rows that a file is made of. One that is cut would be taken for the whole, so there is none then.
 * @param read  reads at most as many rows as it is told
 * @throws Refusal 'too-large' with `mostRows`; the way out is a narrower filter
 */
export async function readAllRows<Row>(mostRows: number, read: (limit: number) => Promise<Row[]>): Promise<Row[]> {
  const rows = await read(mostRows + 1);
  refuseMoreThan(mostRows, rows.length);
  return rows;
}

/** @throws Refusal 'too-large' with `mostRows` */
export function refuseMoreThan(mostRows: number, found: number): void {
  if (found > mostRows) throw new Refusal('too-large', `More than ${mostRows} rows; narrow the filter.`, { mostRows });
}

import type { Tools } from '#access';
import { severities } from '#intelligence/model';
import type { ProductLevel } from '#inventory/model';
import type { Touched } from './contract.ts';
import * as store from './store/touched.ts';

type Reading = Pick<Tools, 'db' | 'viewer'>;

/**
 * What touches these lines, models or releases; of a line or model, in its releases in the field. A vulnerability counts
 * once, by its worst result there. Those that nothing touches are in the answer too; in the order of their ids.
 */
export async function countTouched(
  { db, viewer }: Reading,
  { of, id: ids }: { of: ProductLevel; id: string[] },
): Promise<{ items: (Touched & { id: string })[] }> {
  const rows = await store.countTouched(db, viewer, of, ids);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return { items: [...new Set(ids)].sort().map((id) => ({ id, ...inWords(byId.get(id)) })) };
}

/** The same of everything in the field. */
export async function countTouchedField({ db, viewer }: Reading): Promise<Touched> {
  return inWords(await store.countTouchedField(db, viewer));
}

function inWords(row: store.TouchedNumbers = { applies: [], mayApply: 0 }): Touched {
  const applies = Object.fromEntries(severities.map((severity, at) => [severity, row.applies[at] ?? 0]));
  return { applies: applies as Touched['applies'], mayApply: row.mayApply };
}

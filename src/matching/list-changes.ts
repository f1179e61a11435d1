import type { Tools } from '#access';
import { describeRef, type VulnerabilityRow } from '#intelligence';
import { decodeCursor, pageOf } from '#platform/keyset';
import type { Change } from './contract.ts';
import { refsOf } from './refs-of.ts';
import { valueOfNumber } from './rules.ts';
import * as store from './store/history.ts';

/** The same time on the day before. */
export const yesterday = (at: Temporal.Instant): Temporal.Instant => at.subtract({ hours: 24 });

/** One page of what touches releases in the field otherwise than yesterday at this time, the worst first. */
export async function listChanges(
  { db, viewer, now }: Pick<Tools, 'db' | 'viewer' | 'now'>,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<{ items: Change[]; next: string | null }> {
  const place = after === undefined ? null : decodeCursor(after, store.ChangePlace);
  const rows = await store.listChanges(db, viewer, { since: yesterday(now()), place, limit: limit + 1 });
  const page = pageOf(rows, limit, ({ place: end }) => end);
  const refs = await refsOf(db, viewer, page.items);
  const items = page.items.map(({ vulnerabilityId, before, after: now, cause, at }) => ({
    vulnerability: describeRef(refs.get(vulnerabilityId) as VulnerabilityRow),
    ...{ before: resultOf(before), after: resultOf(now), cause, at: at.toString() },
  }));
  return { items, next: page.next };
}

/** Settled by its release is as good as absent. */
const resultOf = (value: number) => (value <= 0 ? null : valueOfNumber(value));

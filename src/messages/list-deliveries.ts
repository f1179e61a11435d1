import type { Tools } from '#access';
import { pageOf } from '#platform/keyset';
import { placeAfter } from './list-notices.ts';
import type { Delivery } from './model.ts';
import * as store from './store/delivery.ts';

/** One page of what leaves the house, newest first. */
export async function listDeliveries(
  { db, viewer }: Pick<Tools, 'db' | 'viewer'>,
  {
    state,
    q,
    after,
    limit,
  }: { state: store.DeliveryFilter['states']; q: string; after?: string | undefined; limit: number },
): Promise<{ items: Delivery[]; next: string | null }> {
  const place = after === undefined ? null : placeAfter(after);
  const rows = await store.listDeliveries(db, viewer, { states: state, search: q }, { after: place, limit: limit + 1 });
  return pageOf(rows, limit, ({ createdAt, id }) => [createdAt, id]);
}

import { recordAudits, type Tools } from '#access';
import { cancellable, retriable } from './model.ts';
import * as store from './store/delivery.ts';

type Parts = Pick<Tools, 'db' | 'viewer' | 'now' | 'emit' | 'origin'>;

/** Sends these again as if they were new; what was sent or is being sent is left alone. */
export async function retryDeliveries(tools: Parts, { ids }: { ids: string[] }): Promise<{ ids: string[] }> {
  return tools.db.transaction().execute(async (transaction) => {
    const found = await store.lockDeliveries(transaction, tools.viewer, { ids, states: retriable });
    const changed = found.map(({ id }) => id);
    if (changed.length === 0) return { ids: [] };
    await store.makeDue(transaction, tools.viewer, changed, tools.now());
    await recordAudits(
      transaction,
      tools,
      found.map((delivery) => deedOf('delivery.retry', delivery, 'waiting')),
    );
    for (const [wallId, some] of Map.groupBy(found, (delivery) => delivery.wallId))
      await tools.emit(transaction, 'delivery.due', { deliveryIds: some.map(({ id }) => id), wallId });
    return { ids: changed };
  });
}

/** Stops what has not been sent; retryDeliveries undoes it. */
export async function cancelDeliveries(tools: Parts, { ids }: { ids: string[] }): Promise<{ ids: string[] }> {
  return tools.db.transaction().execute(async (transaction) => {
    const found = await store.lockDeliveries(transaction, tools.viewer, { ids, states: cancellable });
    const changed = found.map(({ id }) => id);
    if (changed.length === 0) return { ids: [] };
    await store.cancel(transaction, tools.viewer, changed, tools.now());
    await recordAudits(
      transaction,
      tools,
      found.map((delivery) => deedOf('delivery.cancel', delivery, 'cancelled')),
    );
    return { ids: changed };
  });
}

function deedOf(
  action: 'delivery.retry' | 'delivery.cancel',
  { id, address, state, wallId }: store.LockedDelivery,
  after: 'waiting' | 'cancelled',
) {
  return {
    action,
    subjectKind: 'delivery',
    subjectId: id,
    subjectName: address,
    before: { state },
    after: { state: after },
    wallId,
  } as const;
}

import { Refusal } from '#platform/errors';
import { lists } from './lists.ts';
import { recordAudit } from './record-audit.ts';
import { putBack, type ViewTools } from './save-view.ts';
import * as store from './store/saved-views.ts';
import { mayCall } from './viewer.ts';

/**
 * Removes a view that somebody shares, for its owner too; restoreSharedView brings it back.
 * @throws Refusal 'not-found', or 'not-allowed' without the right to open its list
 */
export async function removeSharedView(tools: ViewTools, id: string): Promise<void> {
  const { db, viewer, now } = tools;
  await db.transaction().execute(async (transaction) => {
    const sharer = await store.findSharer(transaction, id, 'standing');
    const view = sharer && (await store.lockView(transaction, sharer.id, id));
    // Its owner may have stopped sharing it just now.
    if (!sharer || !view?.shared) throw new Refusal('not-found', `No shared view ${id}`);
    mayCall(viewer, lists[view.list]);
    await store.updateView(transaction, id, { removed_at: now() }, now());
    await recordAudit(transaction, tools, {
      action: 'view.remove',
      subjectKind: 'saved-view',
      subjectId: id,
      subjectName: view.name,
      before: { list: view.list, name: view.name, query: view.query, owner: sharer.name },
      after: null,
    });
  });
}

/**
 * Brings a removed shared view back to where it stood.
 * @throws Refusal as restoreView
 */
export async function restoreSharedView(tools: ViewTools, id: string): Promise<void> {
  await tools.db.transaction().execute(async (transaction) => {
    const sharer = await store.findSharer(transaction, id, 'removed');
    if (!sharer) throw new Refusal('not-found', `No removed shared view ${id}`);
    await putBack(transaction, tools, sharer.id, id);
  });
}

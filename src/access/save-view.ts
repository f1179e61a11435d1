import { fold } from '#platform/browser/fold';
import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import { newId } from '#platform/ids';
import { type ListName, lists, mostViews } from './lists.ts';
import { recordAudit } from './record-audit.ts';
import { requireSession } from './require-session.ts';
import { lockPerson } from './store/person.ts';
import * as store from './store/saved-views.ts';
import type { Tools } from './tools.ts';
import { mayCall } from './viewer.ts';

export type ViewTools = Pick<Tools, 'db' | 'viewer' | 'now' | 'origin'>;
type Said = { name: string; query: string; shared: boolean };

/**
 * Keeps the conditions of a list under a name, after the person's other views of it.
 * @throws Refusal 'not-allowed' without the right to open the list, or 'conflict' with `details.reason`: 'name-taken',
 *   'too-many' or 'too-many-shared'
 */
export async function createView(
  tools: ViewTools,
  { list, ...said }: Said & { list: ListName },
): Promise<{ id: string }> {
  const { db, viewer, now } = tools;
  const { personId } = requireSession(viewer);
  mayCall(viewer, lists[list]);
  const view = { id: newId(), personId, list, ...said };
  await db.transaction().execute(async (transaction) => {
    // Two views made at once would not see each other.
    await lockPerson(transaction, personId);
    const own = await store.listOwnViews(transaction, personId, list);
    refuseTooMany(own.length);
    await guard(transaction, own, view, said.shared);
    const place = Math.max(-1, ...own.map((one) => one.place)) + 1;
    await store.insertView(transaction, { ...view, place, folded: fold(said.name) }, now());
    if (said.shared) await tell(transaction, tools, 'view.share', view, null, said);
  });
  return { id: view.id };
}

/**
 * Renames a view of the person, gives it other conditions, or changes whether others see it.
 * @throws Refusal 'not-found', or as createView
 */
export async function changeView(
  tools: ViewTools,
  {
    id,
    ...change
  }: { id: string; name?: string | undefined; query?: string | undefined; shared?: boolean | undefined },
): Promise<void> {
  const { db, viewer, now } = tools;
  const { personId } = requireSession(viewer);
  await db.transaction().execute(async (transaction) => {
    await lockPerson(transaction, personId);
    const view = await store.lockView(transaction, personId, id);
    if (!view) throw new Refusal('not-found', `No view ${id}`);
    mayCall(viewer, lists[view.list]);
    const before = { name: view.name, query: view.query, shared: view.shared };
    const after = {
      name: change.name ?? before.name,
      query: change.query ?? before.query,
      shared: change.shared ?? before.shared,
    };
    const own = await store.listOwnViews(transaction, personId, view.list);
    await guard(transaction, own, { ...view, ...after }, after.shared && !before.shared);
    await store.updateView(transaction, id, { ...after, folded: fold(after.name) }, now());
    if (before.shared || after.shared)
      await tell(transaction, tools, actionOf(before, after), { ...view, ...after }, before, after);
  });
}

/** What others see of a change: a view appears, goes away or is another one. */
function actionOf(before: Said, after: Said): ViewAction {
  if (before.shared === after.shared) return 'view.change';
  return after.shared ? 'view.share' : 'view.unshare';
}

/**
 * Moves a view by one place among the person's own of its list; at the end it stays.
 * @throws Refusal 'not-found'
 */
export async function moveView(
  { db, viewer }: ViewTools,
  { id, by }: { id: string; by: 'one-before' | 'one-after' },
): Promise<void> {
  const { personId } = requireSession(viewer);
  await db.transaction().execute(async (transaction) => {
    await lockPerson(transaction, personId);
    const view = await store.lockView(transaction, personId, id);
    if (!view) throw new Refusal('not-found', `No view ${id}`);
    const ids = (await store.listOwnViews(transaction, personId, view.list)).map((one) => one.id);
    const at = ids.indexOf(id);
    const to = Math.max(0, Math.min(ids.length - 1, by === 'one-before' ? at - 1 : at + 1));
    ids.splice(at, 1);
    ids.splice(to, 0, id);
    await store.placeViews(transaction, ids);
  });
}

/**
 * Removes a view of the person; restoreView brings it back.
 * @throws Refusal 'not-found'
 */
export async function removeView(tools: ViewTools, id: string): Promise<void> {
  const { db, viewer, now } = tools;
  const { personId } = requireSession(viewer);
  await db.transaction().execute(async (transaction) => {
    const view = await store.lockView(transaction, personId, id);
    if (!view) throw new Refusal('not-found', `No view ${id}`);
    await store.updateView(transaction, id, { removed_at: now() }, now());
    if (view.shared) await tell(transaction, tools, 'view.remove', view, view, null);
  });
}

/**
 * Brings a removed view back to where it stood.
 * @throws Refusal 'not-found', or as createView
 */
export async function restoreView(tools: ViewTools, id: string): Promise<void> {
  const { personId } = requireSession(tools.viewer);
  await tools.db.transaction().execute((transaction) => putBack(transaction, tools, personId, id));
}

/**
 * Puts a removed view of that person back.
 * @throws Refusal as restoreView
 */
export async function putBack(transaction: Transaction, tools: ViewTools, personId: string, id: string): Promise<void> {
  await lockPerson(transaction, personId);
  const view = await store.lockView(transaction, personId, id, 'removed');
  if (!view) throw new Refusal('not-found', `No removed view ${id}`);
  mayCall(tools.viewer, lists[view.list]);
  const own = await store.listOwnViews(transaction, personId, view.list);
  refuseTooMany(own.length);
  await guard(transaction, own, view, view.shared);
  await store.updateView(transaction, id, { removed_at: null }, tools.now());
  if (view.shared) await tell(transaction, tools, 'view.restore', view, null, view);
}

function refuseTooMany(own: number): void {
  if (own >= mostViews.own)
    throw new Refusal('conflict', `A list keeps at most ${mostViews.own} views of a person.`, {
      reason: 'too-many',
      most: mostViews.own,
    });
}

/** @param appears  whether others see it from now on */
async function guard(
  transaction: Transaction,
  own: store.KeptView[],
  view: Pick<store.KeptView, 'id' | 'list' | 'name'>,
  appears: boolean,
): Promise<void> {
  const taken = own.find(({ id, name }) => id !== view.id && fold(name) === fold(view.name));
  if (taken)
    throw new Refusal('conflict', `There is a view ${taken.name} already.`, { reason: 'name-taken', name: taken.name });
  if (appears && (await store.countSharedViews(transaction, view.list)) >= mostViews.shared)
    throw new Refusal('conflict', `A list keeps at most ${mostViews.shared} shared views.`, {
      reason: 'too-many-shared',
      most: mostViews.shared,
    });
}

type ViewAction = 'view.share' | 'view.unshare' | 'view.change' | 'view.remove' | 'view.restore';

// Only what others see stands in the trail: how somebody narrows a list for themselves is nobody else's matter.
async function tell(
  transaction: Transaction,
  tools: ViewTools,
  action: ViewAction,
  view: Pick<store.KeptView, 'id' | 'list' | 'name'>,
  before: Said | null,
  after: Said | null,
): Promise<void> {
  const shown = (said: Said | null) => said && { list: view.list, name: said.name, query: said.query };
  await recordAudit(transaction, tools, {
    action,
    subjectKind: 'saved-view',
    subjectId: view.id,
    subjectName: view.name,
    before: shown(before),
    after: shown(after),
  });
}

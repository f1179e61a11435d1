import { recordAudit, type Tools } from '#access';
import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import { newId } from '#platform/ids';
import { orNameTaken, requireDivision } from './require-division.ts';
import * as store from './store/division.ts';
import { countPosts } from './store/post.ts';

type Parts = Pick<Tools, 'db' | 'viewer' | 'now' | 'origin'>;
const taken = 'division_name_once';

/** Adds a division as the last. @throws Refusal 'conflict' with the obstacle 'name-taken' */
export async function createDivision(tools: Parts, { name }: { name: string }): Promise<{ id: string }> {
  requireDivision(tools.viewer, null);
  const id = newId();
  await tools.db.transaction().execute(async (transaction) => {
    await orNameTaken(taken, store.insertDivision(transaction, { id, name, createdAt: tools.now() }));
    await recordDeed(transaction, tools, { action: 'division.create', id, name, after: { name } });
  });
  return { id };
}

/** @throws Refusal 'conflict' with the obstacle 'name-taken' */
export async function renameDivision(tools: Parts, { id, name }: { id: string; name: string }): Promise<void> {
  requireDivision(tools.viewer, id);
  await tools.db.transaction().execute(async (transaction) => {
    const before = await lockLiving(transaction, id);
    if (before.name === name) return;
    await orNameTaken(taken, store.renameDivision(transaction, id, name));
    const change = { before: { name: before.name }, after: { name } };
    await recordDeed(transaction, tools, { action: 'division.rename', id, name, ...change });
  });
}

/** Removes an empty division; restoreDivision undoes it. @throws Refusal 'conflict' with the obstacle 'has-posts' */
export async function removeDivision(tools: Parts, { id }: { id: string }): Promise<void> {
  requireDivision(tools.viewer, null);
  await tools.db.transaction().execute(async (transaction) => {
    const { name } = await lockLiving(transaction, id);
    const posts = await countPosts(transaction, id);
    if (posts > 0)
      throw new Refusal('conflict', 'The division has posts; move or remove them first.', {
        obstacle: 'has-posts',
        posts,
      });
    await store.markRemoved(transaction, id, tools.now());
    await recordDeed(transaction, tools, { action: 'division.remove', id, name, before: { name } });
  });
}

/** Brings a removed division back. @throws Refusal 'conflict' with the obstacle 'name-taken' */
export async function restoreDivision(tools: Parts, { id }: { id: string }): Promise<void> {
  requireDivision(tools.viewer, null);
  await tools.db.transaction().execute(async (transaction) => {
    const division = await store.lockDivision(transaction, id);
    if (!division) throw new Refusal('not-found', `No division ${id}`);
    if (division.removedAt === null) return;
    const { name } = division;
    await orNameTaken(taken, store.markRemoved(transaction, id, null));
    await recordDeed(transaction, tools, { action: 'division.restore', id, name, after: { name } });
  });
}

/** Gives the divisions this order in every list. */
export async function orderDivisions(tools: Parts, { ids }: { ids: string[] }): Promise<void> {
  requireDivision(tools.viewer, null);
  await tools.db.transaction().execute(async (transaction) => {
    await store.orderDivisions(transaction, ids);
    await recordDeed(transaction, tools, { action: 'division.order', id: 'all', name: '', after: { ids } });
  });
}

async function lockLiving(transaction: Transaction, id: string): Promise<store.DivisionRow> {
  const division = await store.lockDivision(transaction, id);
  if (!division || division.removedAt !== null) throw new Refusal('not-found', `No division ${id}`);
  return division;
}

function recordDeed(
  transaction: Transaction,
  tools: Parts,
  {
    action,
    id,
    name,
    ...change
  }: { action: `division.${string}`; id: string; name: string; before?: unknown; after?: unknown },
): Promise<void> {
  return recordAudit(transaction, tools, {
    action,
    subjectKind: 'division',
    subjectId: id,
    subjectName: name,
    ...change,
  });
}

import { type Role, recordAudit, type Tools } from '#access';
import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import { newId } from '#platform/ids';
import { type DutySource, listDuties } from './duties.ts';
import { orNameTaken, requireDivision } from './require-division.ts';
import { lockDivision } from './store/division.ts';
import * as store from './store/post.ts';

type Parts = Pick<Tools, 'db' | 'viewer' | 'now' | 'origin'>;
type Words = { name: string; duties: string; role: Role | null };
const taken = 'post_name_once';

/** Adds a post as the last of its division. @throws Refusal 'not-found', or 'conflict' with the obstacle 'name-taken' */
export async function createPost(
  tools: Parts,
  { divisionId, name, duties, role }: Words & { divisionId: string },
): Promise<{ id: string }> {
  requireDivision(tools.viewer, divisionId);
  const id = newId();
  await tools.db.transaction().execute(async (transaction) => {
    const division = await lockDivision(transaction, divisionId);
    if (!division || division.removedAt !== null) throw new Refusal('not-found', `No division ${divisionId}`);
    const post = { id, divisionId, name, duties, role, createdAt: tools.now() };
    await orNameTaken(taken, store.insertPost(transaction, post));
    const subjectName = `${division.name} ${name}`;
    await recordDeed(transaction, tools, {
      action: 'post.create',
      id,
      subjectName,
      after: { divisionId, name, duties, role },
    });
  });
  return { id };
}

/** Changes the words of a post. @throws Refusal 'not-found', or 'conflict' with the obstacle 'name-taken' */
export async function changePost(tools: Parts, { id, name, duties, role }: Words & { id: string }): Promise<void> {
  await tools.db.transaction().execute(async (transaction) => {
    const post = await lockPost(transaction, tools, id);
    if (post.removedAt !== null) throw new Refusal('not-found', `No post ${id}`);
    await orNameTaken(taken, store.updatePost(transaction, id, { name, duties, role }));
    await recordDeed(transaction, tools, {
      action: 'post.change',
      id,
      subjectName: subjectOf({ ...post, name }),
      before: { name: post.name, duties: post.duties, role: post.role },
      after: { name, duties, role },
    });
  });
}

/**
 * Removes a post on which nothing hangs any more; its history stays, and restorePost undoes it.
 * @throws Refusal 'conflict' with the obstacle 'has-duties' and the duties
 */
export async function removePost(tools: Parts, sources: readonly DutySource[], { id }: { id: string }): Promise<void> {
  await tools.db.transaction().execute(async (transaction) => {
    const post = await lockPost(transaction, tools, id);
    if (post.removedAt !== null) return;
    const duties = await listDuties({ db: transaction, viewer: tools.viewer }, sources, [id]);
    if (duties.length > 0)
      throw new Refusal('conflict', 'Something hangs on this post; give it to another one first.', {
        obstacle: 'has-duties',
        duties: duties.map(({ kind, count, text, path }) => ({ kind, count, text, path })),
      });
    await store.markRemoved(transaction, id, tools.now());
    const before = { name: post.name };
    await recordDeed(transaction, tools, { action: 'post.remove', id, subjectName: subjectOf(post), before });
  });
}

/** Brings a removed post back with whoever held it. @throws Refusal 'conflict' with the obstacle 'name-taken' */
export async function restorePost(tools: Parts, { id }: { id: string }): Promise<void> {
  await tools.db.transaction().execute(async (transaction) => {
    const post = await lockPost(transaction, tools, id);
    if (post.removedAt === null) return;
    await orNameTaken(taken, store.markRemoved(transaction, id, null));
    const after = { name: post.name };
    await recordDeed(transaction, tools, { action: 'post.restore', id, subjectName: subjectOf(post), after });
  });
}

async function lockPost(transaction: Transaction, { viewer }: Parts, id: string): Promise<store.LockedPost> {
  const [post] = await store.lockPosts(transaction, [id]);
  if (!post) throw new Refusal('not-found', `No post ${id}`);
  requireDivision(viewer, post.divisionId);
  return post;
}

const subjectOf = ({ divisionName, name }: Pick<store.LockedPost, 'divisionName' | 'name'>) =>
  `${divisionName} ${name}`;

function recordDeed(
  transaction: Transaction,
  tools: Parts,
  { id, ...deed }: { action: `post.${string}`; id: string; subjectName: string; before?: unknown; after?: unknown },
): Promise<void> {
  return recordAudit(transaction, tools, { subjectKind: 'post', subjectId: id, ...deed });
}

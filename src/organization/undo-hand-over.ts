import { recordAudits, type Tools } from '#access';
import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import { announce, postNameOf } from './hand-over.ts';
import { requireDivision } from './require-division.ts';
import * as store from './store/hand-over.ts';
import { endHoldings, reopenHoldings } from './store/holding.ts';
import { type LockedPost, lockPosts } from './store/post.ts';
import { tellAbout } from './tell-about.ts';

type Parts = Pick<Tools, 'db' | 'viewer' | 'now' | 'emit' | 'origin' | 'house'>;

/**
 * Takes a hand-over back as if it had not been made, as long as nobody has changed these posts since.
 * @throws Refusal 'conflict' with the obstacle 'undone-already' or 'changed-since'
 */
export async function undoHandOver(tools: Parts, { id }: { id: string }): Promise<void> {
  await tools.db.transaction().execute(async (transaction) => {
    const handOver = await store.lockHandOver(transaction, id);
    if (!handOver) throw new Refusal('not-found', `No hand-over ${id}`);
    if (handOver.undoneAt !== null)
      throw new Refusal('conflict', 'This hand-over was undone already.', { obstacle: 'undone-already' });
    const posts = await lockTheirPosts(transaction, tools, id);
    const items = await store.listItems(transaction, id);
    if (!items.every((item) => isUntouched(item, handOver.effectiveOn)))
      throw new Refusal('conflict', 'These posts have changed since.', { obstacle: 'changed-since' });

    // First the new ones go, then the former ones come back: at no time are there two.
    const begun = items.flatMap(({ nextId }) => nextId ?? []);
    await endHoldings(transaction, begun, Temporal.PlainDate.from('0001-01-01'));
    await reopenHoldings(
      transaction,
      items.flatMap(({ formerId, formerUntil }) => (formerId ? [{ id: formerId, untilOn: formerUntil }] : [])),
    );
    await store.markUndone(transaction, id, tools.now());
    if (handOver.announcedAt !== null) await announce(transaction, tools, items);
    await recordDeeds(transaction, tools, { id, items, posts });
    await tellAbout(transaction, tools, {
      handOverId: id,
      changes: items.map(({ postId, kind, formerPersonId, nextPersonId }) => ({
        postName: postNameOf(posts.get(postId)),
        kind,
        fromPersonId: nextPersonId,
        toPersonId: formerPersonId,
      })),
      effectiveOn: handOver.effectiveOn.toString(),
      what: 'undone',
    });
  });
}

async function lockTheirPosts(
  transaction: Transaction,
  { viewer }: Parts,
  handOverId: string,
): Promise<Map<string, LockedPost>> {
  const items = await store.listItems(transaction, handOverId);
  const posts = await lockPosts(
    transaction,
    items.map(({ postId }) => postId),
  );
  for (const { divisionId } of posts) requireDivision(viewer, divisionId);
  return new Map(posts.map((post) => [post.id, post]));
}

function isUntouched(item: store.StoredItem, effectiveOn: Temporal.PlainDate): boolean {
  const formerStands = item.formerId === null || (item.formerUntilNow?.equals(effectiveOn) ?? false);
  return formerStands && (item.nextId === null || item.nextUntilNow === null);
}

function recordDeeds(
  transaction: Transaction,
  tools: Parts,
  { id, items, posts }: { id: string; items: store.StoredItem[]; posts: Map<string, LockedPost> },
): Promise<void> {
  return recordAudits(
    transaction,
    tools,
    items.map(({ postId, kind, formerPersonId, nextPersonId }) => ({
      action: 'post.hand-over-undo' as const,
      subjectKind: 'post',
      subjectId: postId,
      subjectName: postNameOf(posts.get(postId)),
      before: { kind, personId: nextPersonId, handOverId: id },
      after: { kind, personId: formerPersonId },
    })),
  );
}

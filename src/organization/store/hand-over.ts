import { sql } from 'kysely';
import type { Db, Transaction } from '#platform/database';
import type { HoldingKind } from '../model.ts';

export type HandOverItem = {
  postId: string;
  kind: HoldingKind;
  formerId: string | null;
  /** When the former one would have ended without this change. */
  formerUntil: Temporal.PlainDate | null;
  nextId: string | null;
};

export type HandOverRow = {
  id: string;
  effectiveOn: Temporal.PlainDate;
  reason: string;
  announcedAt: Temporal.Instant | null;
  undoneAt: Temporal.Instant | null;
};

/** Two statements, however many posts. */
export async function insertHandOver(
  transaction: Transaction,
  handOver: Omit<HandOverRow, 'undoneAt'> & { madeBy: string | null; madeAt: Temporal.Instant },
  items: HandOverItem[],
): Promise<void> {
  await transaction
    .insertInto('hand_over')
    .values({
      id: handOver.id,
      effective_on: handOver.effectiveOn,
      reason: handOver.reason,
      made_by: handOver.madeBy,
      made_at: handOver.madeAt,
      announced_at: handOver.announcedAt,
    })
    .execute();
  await transaction
    .insertInto('hand_over_item')
    .values(
      items.map(({ postId, kind, formerId, formerUntil, nextId }) => ({
        hand_over_id: handOver.id,
        post_id: postId,
        kind,
        former_id: formerId,
        former_until: formerUntil,
        next_id: nextId,
      })),
    )
    .execute();
}

const columns = [
  'id',
  'effective_on as effectiveOn',
  'reason',
  'announced_at as announcedAt',
  'undone_at as undoneAt',
] as const;

/** Locks it until the transaction ends. */
export async function lockHandOver(transaction: Transaction, id: string): Promise<HandOverRow | undefined> {
  return transaction.selectFrom('hand_over').select(columns).where('id', '=', id).forUpdate().executeTakeFirst();
}

export type StoredItem = HandOverItem & {
  formerPersonId: string | null;
  formerUntilNow: Temporal.PlainDate | null;
  nextPersonId: string | null;
  nextUntilNow: Temporal.PlainDate | null;
};

/** What a hand-over changed, with how these holdings stand now. */
export async function listItems(db: Db, handOverId: string): Promise<StoredItem[]> {
  const rows = await db
    .selectFrom('hand_over_item')
    .leftJoin('post_holder as former', 'former.id', 'hand_over_item.former_id')
    .leftJoin('post_holder as next', 'next.id', 'hand_over_item.next_id')
    .select([
      'hand_over_item.post_id as postId',
      'hand_over_item.kind',
      'hand_over_item.former_id as formerId',
      'hand_over_item.former_until as formerUntil',
      'hand_over_item.next_id as nextId',
      'former.person_id as formerPersonId',
      'former.until_on as formerUntilNow',
      'next.person_id as nextPersonId',
      'next.until_on as nextUntilNow',
    ])
    .where('hand_over_id', '=', handOverId)
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as HoldingKind }));
}

/** It was taken back. */
export async function markUndone(transaction: Transaction, id: string, undoneAt: Temporal.Instant): Promise<void> {
  await transaction.updateTable('hand_over').set({ undone_at: undoneAt }).where('id', '=', id).execute();
}

/** Marks those that take effect by that day as announced; returns their posts, each once. */
export async function announceDue(
  transaction: Transaction,
  { day, at }: { day: Temporal.PlainDate; at: Temporal.Instant },
): Promise<string[]> {
  const { rows } = await sql<{ postId: string }>`
    with due as (
      update hand_over set announced_at = ${at}
      where announced_at is null and undone_at is null and effective_on <= ${day}
      returning id)
    select distinct post_id as "postId" from hand_over_item join due on due.id = hand_over_item.hand_over_id`.execute(
    transaction,
  );
  return rows.map(({ postId }) => postId);
}

import type { Insertable } from 'kysely';
import { type Viewer, visibleTo } from '#access';
import type { Db, Transaction } from '#platform/database';
import type { DB } from '#tables';
import type { Notice } from '../model.ts';

export type NewNotice = Insertable<DB['notice']>;

/** One statement; whom the same key has told already is not told again. */
export async function insertNotices(transaction: Transaction, notices: NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  // No conflict target: naming one would ask row-level security whether the teller may see what others were told.
  await transaction
    .insertInto('notice')
    .values(notices)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const columns = [
  'id',
  'kind',
  'title',
  'body',
  'path',
  'wall_id as wallId',
  'created_at as createdAt',
  'read_at as readAt',
] as const;

/** A person's own notices. */
const ownOf = (db: Db, viewer: Viewer, personId: string) =>
  db.selectFrom('notice').where('person_id', '=', personId).where(visibleTo(viewer, 'notice.wall_id'));

export type NoticePage = {
  unreadOnly: boolean;
  after: { createdAt: Temporal.Instant; id: string } | null;
  limit: number;
};

/** Newest first. */
export async function listNotices(
  db: Db,
  viewer: Viewer,
  personId: string,
  { unreadOnly, after, limit }: NoticePage,
): Promise<Notice[]> {
  let query = ownOf(db, viewer, personId).select(columns);
  if (unreadOnly) query = query.where('read_at', 'is', null);
  if (after) query = query.where((eb) => eb(eb.refTuple('created_at', 'id'), '<', eb.tuple(after.createdAt, after.id)));
  const rows = await query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return rows.map(({ wallId, createdAt, readAt, ...row }) => ({
    ...row,
    isWalled: wallId !== null,
    createdAt: createdAt.toString(),
    readAt: readAt?.toString() ?? null,
  }));
}

/** How many a person has not read. */
export async function countUnread(db: Db, viewer: Viewer, personId: string): Promise<number> {
  const { count } = await ownOf(db, viewer, personId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

/** Marks some of a person's notices as read at that time, or as unread. */
export async function markNotices(
  transaction: Transaction,
  viewer: Viewer,
  personId: string,
  { ids, readAt }: { ids: string[]; readAt: Temporal.Instant | null },
): Promise<void> {
  await transaction
    .updateTable('notice')
    .set({ read_at: readAt })
    .where('person_id', '=', personId)
    .where('id', 'in', ids)
    .where('read_at', readAt === null ? 'is not' : 'is', null)
    .where(visibleTo(viewer, 'notice.wall_id'))
    .execute();
}

/** Marks everything unread that a person was told up to then; returns how many. */
export async function markAllRead(
  transaction: Transaction,
  viewer: Viewer,
  personId: string,
  { readAt }: { readAt: Temporal.Instant },
): Promise<number> {
  const { numUpdatedRows } = await transaction
    .updateTable('notice')
    .set({ read_at: readAt })
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .where('created_at', '<=', readAt)
    .where(visibleTo(viewer, 'notice.wall_id'))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Takes back what was marked at exactly that time; returns how many. */
export async function markUnreadAgain(
  transaction: Transaction,
  viewer: Viewer,
  personId: string,
  { readAt }: { readAt: Temporal.Instant },
): Promise<number> {
  const { numUpdatedRows } = await transaction
    .updateTable('notice')
    .set({ read_at: null })
    .where('person_id', '=', personId)
    .where('read_at', '=', readAt)
    .where(visibleTo(viewer, 'notice.wall_id'))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

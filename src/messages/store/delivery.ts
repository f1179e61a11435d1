import { type Insertable, sql } from 'kysely';
import { type Viewer, visibleTo } from '#access';
import type { Db, Transaction } from '#platform/database';
import type { DB } from '#tables';
import type { Delivery, DeliveryState } from '../model.ts';

export type NewMail = Omit<Insertable<DB['delivery']>, 'channel' | 'state'>;

/** One statement; what the same key has sent already is not sent again. */
export async function insertMails(transaction: Transaction, mails: NewMail[]): Promise<void> {
  await transaction
    .insertInto('delivery')
    .values(mails.map((mail) => ({ ...mail, channel: 'mail', state: 'waiting' })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A mail that this server alone works on until `claimedUntil`. */
export type ClaimedMail = {
  id: string;
  receiverName: string;
  address: string;
  subject: string;
  body: string | null;
  wallId: string | null;
  attempts: number;
};

/** Takes the mail that is due longest, also one whose server died while sending; several servers take different ones. */
export async function claimMail(
  db: Db,
  viewer: Viewer,
  { at, claimedUntil }: { at: Temporal.Instant; claimedUntil: Temporal.Instant },
): Promise<ClaimedMail | undefined> {
  return db
    .updateTable('delivery')
    .set((eb) => ({ state: 'sending', claimed_until: claimedUntil, attempts: eb('attempts', '+', 1) }))
    .where('id', '=', (eb) =>
      eb
        .selectFrom('delivery')
        .select('id')
        .where('channel', '=', 'mail')
        .where(visibleTo(viewer, 'delivery.wall_id'))
        .where((due) =>
          due.or([
            due.and([due('state', '=', 'waiting'), due('due_at', '<=', at)]),
            due.and([due('state', '=', 'sending'), due('claimed_until', '<', at)]),
          ]),
        )
        .orderBy('due_at')
        .orderBy('id')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'receiver_name as receiverName', 'address', 'subject', 'body', 'wall_id as wallId', 'attempts'])
    .executeTakeFirst();
}

/** What became of an attempt. */
export type Ending =
  | { state: 'sent'; at: Temporal.Instant }
  | { state: 'failed'; at: Temporal.Instant; error: string }
  | { state: 'waiting'; dueAt: Temporal.Instant; error: string };

/** Writes the end of an attempt, unless another server has taken the mail over since. */
export async function endAttempt(
  db: Db,
  viewer: Viewer,
  { id, attempts }: Pick<ClaimedMail, 'id' | 'attempts'>,
  ending: Ending,
): Promise<void> {
  await db
    .updateTable('delivery')
    .set({
      state: ending.state,
      claimed_until: null,
      ...(ending.state === 'waiting'
        ? { due_at: ending.dueAt, last_error: ending.error }
        : { finished_at: ending.at, last_error: ending.state === 'failed' ? ending.error : null }),
      ...(ending.state === 'sent' ? { body: null } : {}),
    })
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .where('attempts', '=', attempts)
    .where(visibleTo(viewer, 'delivery.wall_id'))
    .execute();
}

/** Without a mail server: what is due waits for one. */
export async function awaitSettings(db: Db, viewer: Viewer, at: Temporal.Instant): Promise<void> {
  await db
    .updateTable('delivery')
    .set({ state: 'waiting-for-settings', claimed_until: null })
    .where((eb) =>
      eb.or([
        eb.and([eb('state', '=', 'waiting'), eb('due_at', '<=', at)]),
        eb.and([eb('state', '=', 'sending'), eb('claimed_until', '<', at)]),
      ]),
    )
    .where(visibleTo(viewer, 'delivery.wall_id'))
    .execute();
}

/** The mail server came: what has waited for it since `notBefore` is due. */
export async function endWaitForSettings(
  db: Db,
  viewer: Viewer,
  { at, notBefore }: { at: Temporal.Instant; notBefore: Temporal.Instant },
): Promise<void> {
  await db
    .updateTable('delivery')
    .set({ state: 'waiting', due_at: at })
    .where('state', '=', 'waiting-for-settings')
    .where('created_at', '>=', notBefore)
    .where(visibleTo(viewer, 'delivery.wall_id'))
    .execute();
}

export type DeliveryFilter = { states: DeliveryState[]; search: string };
export type DeliveryPage = { after: { createdAt: Temporal.Instant; id: string } | null; limit: number };

/** Newest first. */
export async function listDeliveries(
  db: Db,
  viewer: Viewer,
  { states, search }: DeliveryFilter,
  { after, limit }: DeliveryPage,
): Promise<Delivery[]> {
  let query = db
    .selectFrom('delivery')
    .select([
      'id',
      'kind',
      'receiver_name as receiverName',
      'address',
      'subject',
      'state',
      'attempts',
      'created_at as createdAt',
      'due_at as dueAt',
      'finished_at as finishedAt',
      'last_error as lastError',
    ])
    .where(visibleTo(viewer, 'delivery.wall_id'));
  if (states.length > 0) query = query.where('state', 'in', states);
  if (search.trim() !== '') {
    const pattern = `%${search.trim().replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where(sql<boolean>`searched like lower(${pattern}::text)`);
  }
  if (after) query = query.where((eb) => eb(eb.refTuple('created_at', 'id'), '<', eb.tuple(after.createdAt, after.id)));
  const rows = await query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return rows.map((row) => ({
    ...row,
    state: row.state as DeliveryState,
    createdAt: row.createdAt.toString(),
    dueAt: row.dueAt.toString(),
    finishedAt: row.finishedAt?.toString() ?? null,
  }));
}

/** How many there are in each of these states. */
export async function countDeliveries(
  db: Db,
  viewer: Viewer,
  states: readonly DeliveryState[],
): Promise<Map<DeliveryState, number>> {
  const rows = await db
    .selectFrom('delivery')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .where('state', 'in', states)
    .where(visibleTo(viewer, 'delivery.wall_id'))
    .groupBy('state')
    .execute();
  return new Map(rows.map(({ state, count }) => [state as DeliveryState, count]));
}

export type LockedDelivery = {
  id: string;
  subject: string;
  address: string;
  state: DeliveryState;
  wallId: string | null;
};

/** Locks those of these deliveries that are in one of the states, in the order of their ids, so that two callers cannot deadlock. */
export async function lockDeliveries(
  transaction: Transaction,
  viewer: Viewer,
  { ids, states }: { ids: string[]; states: readonly DeliveryState[] },
): Promise<LockedDelivery[]> {
  const rows = await transaction
    .selectFrom('delivery')
    .select(['id', 'subject', 'address', 'state', 'wall_id as wallId'])
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('state', 'in', states)
    .where(visibleTo(viewer, 'delivery.wall_id'))
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map((row) => ({ ...row, state: row.state as DeliveryState }));
}

/** Makes them due now, as if they were new. */
export async function makeDue(
  transaction: Transaction,
  viewer: Viewer,
  ids: string[],
  at: Temporal.Instant,
): Promise<void> {
  await transaction
    .updateTable('delivery')
    .set({ state: 'waiting', due_at: at, attempts: 0, finished_at: null })
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where(visibleTo(viewer, 'delivery.wall_id'))
    .execute();
}

/** They are not sent any more; somebody can still change their mind. */
export async function cancel(
  transaction: Transaction,
  viewer: Viewer,
  ids: string[],
  at: Temporal.Instant,
): Promise<void> {
  await transaction
    .updateTable('delivery')
    .set({ state: 'cancelled', finished_at: at })
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where(visibleTo(viewer, 'delivery.wall_id'))
    .execute();
}

import { sql } from 'kysely';
import type { Db, Transaction } from '#platform/database';
import type { Held, HoldingKind } from '../model.ts';

export type HoldingRow = Held & { reason: string };

const columns = [
  'post_holder.id',
  'post_holder.post_id as postId',
  'post_holder.kind',
  'post_holder.person_id as personId',
  'post_holder.from_on as fromOn',
  'post_holder.until_on as untilOn',
  'post_holder.reason',
] as const;

type Row = Omit<HoldingRow, 'kind' | 'fromOn' | 'untilOn'> & {
  kind: string;
  fromOn: Temporal.PlainDate;
  untilOn: Temporal.PlainDate | null;
};

const asHolding = ({ kind, fromOn, untilOn, ...row }: Row): HoldingRow => ({
  ...row,
  kind: kind as HoldingKind,
  fromOn: fromOn.toString(),
  untilOn: untilOn?.toString() ?? null,
});

/** Who holds these posts, or stands in, on that day. */
export async function listHoldingsOn(
  db: Db,
  postIds: readonly string[],
  day: Temporal.PlainDate,
): Promise<HoldingRow[]> {
  const rows = await db
    .selectFrom('post_holder')
    .select(columns)
    .where('post_id', '=', sql<string>`any(${postIds}::uuid[])`)
    .where('from_on', '<=', day)
    .where((eb) => eb.or([eb('until_on', 'is', null), eb('until_on', '>', day)]))
    .execute();
  return rows.map(asHolding);
}

/** The holdings of these posts that do not end before that day, present and planned. */
export async function listHoldingsFrom(
  db: Db,
  postIds: readonly string[],
  day: Temporal.PlainDate,
): Promise<HoldingRow[]> {
  const rows = await db
    .selectFrom('post_holder')
    .select(columns)
    .where('post_id', '=', sql<string>`any(${postIds}::uuid[])`)
    .where((eb) => eb.or([eb('until_on', 'is', null), eb('until_on', '>', day)]))
    // A plan that was taken back holds on no day.
    .where((eb) => eb.or([eb('until_on', 'is', null), eb('until_on', '>', eb.ref('from_on'))]))
    .execute();
  return rows.map(asHolding);
}

/** The history of a post, newest first. */
export async function listHoldingsOf(db: Db, filter: { postId: string } | { personId: string }): Promise<HoldingRow[]> {
  let query = db
    .selectFrom('post_holder')
    .innerJoin('post', 'post.id', 'post_holder.post_id')
    .select(columns)
    .where('post.removed_at', 'is', null)
    .where((eb) => eb.or([eb('until_on', 'is', null), eb('until_on', '>', eb.ref('from_on'))]));
  if ('postId' in filter) query = query.where('post_id', '=', filter.postId);
  else query = query.where('person_id', '=', filter.personId);
  const rows = await query.orderBy('from_on', 'desc').orderBy('post_holder.id', 'desc').limit(500).execute();
  return rows.map(asHolding);
}

export type Headcount = { divisionId: string; postId: string; holderId: string | null };

/** Every post that is not removed with its holder on that day; for counting by division. */
export async function listHeadcounts(db: Db, day: Temporal.PlainDate): Promise<Headcount[]> {
  return db
    .selectFrom('post')
    .innerJoin('division', 'division.id', 'post.division_id')
    .leftJoin('post_holder', (join) =>
      join
        .onRef('post_holder.post_id', '=', 'post.id')
        .on('post_holder.kind', '=', 'holder')
        .on('post_holder.from_on', '<=', day)
        .on((eb) => eb.or([eb('post_holder.until_on', 'is', null), eb('post_holder.until_on', '>', day)])),
    )
    .select(['post.division_id as divisionId', 'post.id as postId', 'post_holder.person_id as holderId'])
    .where('post.removed_at', 'is', null)
    .where('division.removed_at', 'is', null)
    .execute();
}

export type NewHolding = { id: string; postId: string; kind: HoldingKind; personId: string };

/** One statement. @throws an exclusion violation of post_holder_one_at_a_time */
export async function insertHoldings(
  transaction: Transaction,
  holdings: NewHolding[],
  { fromOn, reason, createdAt }: { fromOn: Temporal.PlainDate; reason: string; createdAt: Temporal.Instant },
): Promise<void> {
  if (holdings.length === 0) return;
  await transaction
    .insertInto('post_holder')
    .values(
      holdings.map(({ id, postId, kind, personId }) => ({
        id,
        post_id: postId,
        kind,
        person_id: personId,
        from_on: fromOn,
        reason,
        created_at: createdAt,
      })),
    )
    .execute();
}

/** Ends these holdings on that day; one that would have begun then or later holds on no day. */
export async function endHoldings(transaction: Transaction, ids: string[], day: Temporal.PlainDate): Promise<void> {
  if (ids.length === 0) return;
  await transaction
    .updateTable('post_holder')
    .set((eb) => ({ until_on: eb.fn<Temporal.PlainDate>('greatest', [eb.ref('from_on'), sql`${day}::date`]) }))
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
}

/** Gives each of these holdings the end that it had. @throws an exclusion violation of post_holder_one_at_a_time */
export async function reopenHoldings(
  transaction: Transaction,
  endings: { id: string; untilOn: Temporal.PlainDate | null }[],
): Promise<void> {
  if (endings.length === 0) return;
  await sql`update post_holder set until_on = ending.until_on
    from unnest(${endings.map(({ id }) => id)}::uuid[], ${endings.map(({ untilOn }) => untilOn)}::date[])
      as ending (id, until_on)
    where post_holder.id = ending.id`.execute(transaction);
}

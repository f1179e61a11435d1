import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Role } from '#access';
import { fold } from '#platform/browser/fold';
import type { Db, Transaction } from '#platform/database';
import type { DB } from '#tables';

export type PostRow = {
  id: string;
  divisionId: string;
  divisionName: string;
  name: string;
  duties: string;
  role: Role | null;
  divisionPosition: number;
  position: number;
};

export type PostFilter = {
  divisionId?: string | undefined;
  /** Held by one of these, as holder or deputy. */
  personIds?: string[] | undefined;
  vacant?: boolean | undefined;
  /** Words in the name of the post, its division or its duties, or one of `orPersonIds`. */
  search?: { folded: string; orPersonIds: string[] } | undefined;
  ids?: string[] | undefined;
};

/** The order of every list of posts: that of the divisions, then that inside them. */
export type PostPlace = [divisionPosition: number, divisionId: string, position: number, id: string];

/** The posts that are not removed, as they stand on that day, in their order. */
export async function listPosts(
  db: Db,
  filter: PostFilter,
  { day, after, limit }: { day: Temporal.PlainDate; after: PostPlace | null; limit: number },
): Promise<PostRow[]> {
  let query = db
    .selectFrom('post')
    .innerJoin('division', 'division.id', 'post.division_id')
    .select([
      'post.id',
      'post.division_id as divisionId',
      'division.name as divisionName',
      'post.name',
      'post.duties',
      'post.role',
      'division.position as divisionPosition',
      'post.position',
    ])
    .where('post.removed_at', 'is', null)
    .where('division.removed_at', 'is', null);
  if (filter.ids) query = query.where('post.id', '=', sql<string>`any(${filter.ids}::uuid[])`);
  if (filter.divisionId) query = query.where('post.division_id', '=', filter.divisionId);
  if (filter.vacant) query = query.where((eb) => eb.not(held(eb, day, { kind: 'holder' })));
  const { personIds, search } = filter;
  if (personIds) query = query.where((eb) => held(eb, day, { personIds }));
  if (search) {
    const pattern = `%${search.folded.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((eb) =>
      eb.or([
        eb('post.folded', 'like', pattern),
        eb('division.folded', 'like', pattern),
        ...(search.orPersonIds.length > 0 ? [held(eb, day, { personIds: search.orPersonIds })] : []),
      ]),
    );
  }
  if (after)
    query = query.where((eb) =>
      eb(
        eb.refTuple('division.position', 'division.id', 'post.position', 'post.id'),
        '>',
        eb.tuple(after[0], after[1], after[2], after[3]),
      ),
    );
  const rows = await query
    .orderBy('division.position')
    .orderBy('division.id')
    .orderBy('post.position')
    .orderBy('post.id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as Role | null }));
}

function held(
  eb: ExpressionBuilder<DB, 'post' | 'division'>,
  day: Temporal.PlainDate,
  { kind, personIds }: { kind?: 'holder'; personIds?: string[] },
): Expression<SqlBool> {
  let query = eb
    .selectFrom('post_holder')
    .select('post_holder.id')
    .whereRef('post_holder.post_id', '=', 'post.id')
    .where('from_on', '<=', day)
    .where((until) => until.or([until('until_on', 'is', null), until('until_on', '>', day)]));
  if (kind) query = query.where('kind', '=', kind);
  if (personIds) query = query.where('person_id', '=', sql<string>`any(${personIds}::uuid[])`);
  return eb.exists(query);
}

export type LockedPost = {
  id: string;
  divisionId: string;
  divisionName: string;
  name: string;
  duties: string;
  role: Role | null;
  removedAt: Temporal.Instant | null;
};

/** Locks the posts in the order of their ids until the transaction ends, so that two hand-overs cannot deadlock. */
export async function lockPosts(transaction: Transaction, ids: readonly string[]): Promise<LockedPost[]> {
  const rows = await transaction
    .selectFrom('post')
    .innerJoin('division', 'division.id', 'post.division_id')
    .select([
      'post.id',
      'post.division_id as divisionId',
      'division.name as divisionName',
      'post.name',
      'post.duties',
      'post.role',
      'post.removed_at as removedAt',
    ])
    .where('post.id', '=', sql<string>`any(${[...new Set(ids)]}::uuid[])`)
    .orderBy('post.id')
    .forUpdate('post')
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as Role | null }));
}

/** How many posts of a division are not removed. */
export async function countPosts(db: Db, divisionId: string): Promise<number> {
  const { count } = await db
    .selectFrom('post')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('division_id', '=', divisionId)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

/** The last of its division. @throws a unique violation of post_name_once */
export async function insertPost(
  transaction: Transaction,
  post: {
    id: string;
    divisionId: string;
    name: string;
    duties: string;
    role: Role | null;
    createdAt: Temporal.Instant;
  },
): Promise<void> {
  await transaction
    .insertInto('post')
    .values((eb) => ({
      id: post.id,
      division_id: post.divisionId,
      name: post.name,
      folded: fold(post.name),
      duties: post.duties,
      role: post.role,
      created_at: post.createdAt,
      position: eb
        .selectFrom('post')
        .select((last) => last.fn.coalesce(last(last.fn.max('position'), '+', 1), last.lit(1)).as('position'))
        .where('division_id', '=', post.divisionId),
    }))
    .execute();
}

/** @throws a unique violation of post_name_once */
export async function updatePost(
  transaction: Transaction,
  id: string,
  { name, duties, role }: { name: string; duties: string; role: Role | null },
): Promise<void> {
  await transaction
    .updateTable('post')
    .set({ name, folded: fold(name), duties, role })
    .where('id', '=', id)
    .execute();
}

/** Removes it, or brings it back with null. @throws a unique violation of post_name_once */
export async function markRemoved(
  transaction: Transaction,
  id: string,
  removedAt: Temporal.Instant | null,
): Promise<void> {
  await transaction.updateTable('post').set({ removed_at: removedAt }).where('id', '=', id).execute();
}

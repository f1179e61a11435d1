import { sql } from 'kysely';
import type { Db, Transaction } from '#platform/database';

type Count = { count: number; countedAt: Temporal.Instant; blockedUntil: Temporal.Instant | null };

/** Locks the count of this key, making it when it is new: attempts of one account stand in line, on all servers. */
export async function lockCount(transaction: Transaction, key: string, at: Temporal.Instant): Promise<Count> {
  await transaction
    .insertInto('throttle')
    .values({ key, count: 0, counted_at: at })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  return transaction
    .selectFrom('throttle')
    .select(['count', 'counted_at as countedAt', 'blocked_until as blockedUntil'])
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function saveCount(transaction: Transaction, key: string, counted: Count): Promise<void> {
  await transaction
    .updateTable('throttle')
    .set({ count: counted.count, counted_at: counted.countedAt, blocked_until: counted.blockedUntil })
    .where('key', '=', key)
    .execute();
}

export async function forgetCount(db: Db, key: string): Promise<void> {
  await db.deleteFrom('throttle').where('key', '=', key).execute();
}

/** One attempt less; a block that this attempt caused goes with it. */
export async function lowerCount(db: Db, key: string): Promise<void> {
  await db
    .updateTable('throttle')
    .set({ count: sql<number>`greatest(count - 1, 0)`, blocked_until: null })
    .where('key', '=', key)
    .execute();
}

/** Counts that nobody has touched since. */
export async function deleteOldCounts(db: Db, before: Temporal.Instant): Promise<void> {
  await db.deleteFrom('throttle').where('counted_at', '<', before).execute();
}

import { sql } from 'kysely';
import type { Db, Transaction } from '#platform/database';

/** The id of the standing model at an address. */
export async function findStandingModel(db: Db, slug: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from model where slug = ${slug} and removed_at is null`.execute(
    db,
  );
  return rows[0]?.id;
}

/** Those who make a release by its names, where it is missing, do so one after the other. */
export async function lockCreation(transaction: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('inventory.find-or-create-release'))`.execute(transaction);
}

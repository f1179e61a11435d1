import { sql } from 'kysely';
import type { Transaction } from '#platform/database';

/** Changes of what contains what wait for each other: two halves of a circle would not see each other. */
export async function lockContents(transaction: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('inventory.release_part'))`.execute(transaction);
}

/** The release of one of these parts that contains itself over some steps, or undefined. */
export async function findCircle(transaction: Transaction, partIds: string[]): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    with recursive inside (start, at) as (
      select release_id, part_id from release_part where id = any(${partIds}::uuid[]) and removed_at is null
      union select i.start, p.part_id from inside i join release_part p on p.release_id = i.at and p.removed_at is null
    )
    select m.name || ' ' || r.version as name from inside i join release r on r.id = i.start join model m on m.id = r.model_id
    where i.start = i.at limit 1`.execute(transaction);
  return rows[0]?.name;
}

import { sql } from 'kysely';
import type { Db } from '#platform/database';

/** Releases with components that nobody has looked up by these rules. */
export async function listBehind(db: Db, rules: number, limit: number): Promise<number[]> {
  const { rows } = await sql<{ key: number }>`
    select r.release_key as key from inventory_release_v1 r
    where r.standing and exists (
      select from inventory_use_v1 u left join looked_up_component l on l.component_id = u.component_id and l.rules = ${rules}
      where u.release_key = r.release_key and l.component_id is null)
    order by r.release_key limit ${limit}`.execute(db);
  return rows.map(({ key }) => key);
}

import { sql } from 'kysely';
import type { Db } from '#platform/database';

/** The numbers by which the large tables know these releases. */
export async function listKeysOfReleases(db: Db, ids: string[]): Promise<number[]> {
  const { rows } = await sql<{ key: number }>`
    select key from release where id = any(${ids}::uuid[]) order by key`.execute(db);
  return rows.map(({ key }) => key);
}

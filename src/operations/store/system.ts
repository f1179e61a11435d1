import { sql } from 'kysely';
import type { Db } from '#platform/database';

/** What the database says of itself. */
export async function describeDatabase(db: Db): Promise<{ version: string; sizeBytes: number; schema: string }> {
  const { rows } = await sql<{ version: string; sizeBytes: number; schema: string }>`
    select current_setting('server_version') as version, pg_database_size(current_database()) as "sizeBytes",
      (select max(name collate "C") from migration) as schema`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('The database says nothing');
  return row;
}

import { sql } from 'kysely';
import type { Db } from '#platform/database';

/**
 * Works at a run that nobody else is at: PostgreSQL holds it for this process, and lets go when the process ends, however it ends.
 * @returns null, without working, when another process is at it
 */
export async function holdingRun<T>(db: Db, id: string, work: () => Promise<T>): Promise<T | null> {
  return db.connection().execute(async (connection) => {
    const lock = sql`hashtext('intelligence.run'), hashtext(${id})`;
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_lock(${lock}) as mine`.execute(connection);
    if (!rows[0]?.mine) return null;
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(${lock})`.execute(connection);
    }
  });
}

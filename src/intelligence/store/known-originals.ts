import { sql } from 'kysely';
import { type Viewer, visibleTo } from '#access';
import type { Db } from '#platform/database';

/** Which of these bytes (by SHA-256) a present record was made from by this version of our reading; as hexadecimal. */
export async function knownOriginals(
  db: Db,
  viewer: Viewer,
  { hashes, reader }: { hashes: readonly Buffer[]; reader: number },
): Promise<Set<string>> {
  const { rows } = await sql<{ sha256: string }>`
    select distinct encode(original_sha256, 'hex') as sha256 from record
    where original_sha256 = any(${hashes}::bytea[]) and reader = ${reader} and ${visibleTo(viewer, 'wall_id')}`.execute(
    db,
  );
  return new Set(rows.map(({ sha256 }) => sha256));
}

import { sql } from 'kysely';
import { type Viewer, visibleTo } from '#access';
import type { Db } from '#platform/database';
import type { SourceId } from '../statement.ts';

/** A record that is kept as it was read from some bytes; `dataAt` is how new it says that it is, in ISO 8601. */
export type KnownOriginal = {
  sha256: string;
  source: SourceId;
  externalId: string;
  modifiedAt: string | null;
  dataAt: string | null;
};

/** Of these bytes (by SHA-256) the records that were made from them by this version of our reading, as they are now. */
export async function knownOriginals(
  db: Db,
  viewer: Viewer,
  { hashes, reader }: { hashes: readonly Buffer[]; reader: number },
): Promise<KnownOriginal[]> {
  const { rows } = await sql<KnownOriginal>`
    select encode(original_sha256, 'hex') as sha256, source, external_id as "externalId",
      statement->>'modifiedAt' as "modifiedAt",
      coalesce(statement->>'modifiedAt', statement->'exploitation'->>'addedOn' || 'T00:00:00Z') as "dataAt"
    from record
    where original_sha256 = any(${hashes}::bytea[]) and reader = ${reader} and ${visibleTo(viewer, 'wall_id')}`.execute(
    db,
  );
  return rows;
}

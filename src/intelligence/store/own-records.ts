import { sql } from 'kysely';
import { type Viewer, visibleTo } from '#access';
import type { Db } from '#platform/database';

export type OwnRecord = {
  recordId: number;
  externalId: string;
  vulnerabilityId: number;
  revision: number;
  wallId: string | null;
  packed: Buffer;
};

/** A record that this maker wrote, by its name, with what was typed. */
export async function findOwnRecord(db: Db, viewer: Viewer, name: string): Promise<OwnRecord | undefined> {
  const { rows } = await sql<OwnRecord>`
    select r.id as "recordId", r.external_id as "externalId", r.vulnerability_id as "vulnerabilityId", r.revision,
      r.wall_id as "wallId", o.bytes as packed
    from record r join record_original o on o.sha256 = r.original_sha256
    where r.source = 'own' and r.external_id = ${name} and ${visibleTo(viewer, 'r.wall_id')}`.execute(db);
  return rows[0];
}

import { sql } from 'kysely';
import type { Db, Transaction } from '#platform/database';
import type { ReleaseRef } from '../contract/sbom-shapes.ts';

/** A release with what is needed to decide who may change it. */
export type PlacedRelease = ReleaseRef & { key: number; divisionId: string | null };

const named = sql`
  r.id, r.key, r.slug, r.version, h.name as hardware, m.division_id as "divisionId",
  jsonb_build_object('id', m.id, 'slug', m.slug, 'name', m.name) as model
  from release r join model m on m.id = r.model_id left join hardware_revision h on h.id = r.hardware_id`;

/** A standing release of a standing model. */
export async function findRelease(db: Db, id: string): Promise<PlacedRelease | undefined> {
  const { rows } = await sql<PlacedRelease>`
    select ${named} where r.id = ${id}::uuid and r.removed_at is null and m.removed_at is null`.execute(db);
  return rows[0];
}

/** The same, locked so that what it consists of is changed by one at a time. */
export async function lockRelease(transaction: Transaction, id: string): Promise<PlacedRelease | undefined> {
  const { rows } = await sql<PlacedRelease>`
    select ${named} where r.id = ${id}::uuid and r.removed_at is null and m.removed_at is null
    for no key update of r`.execute(transaction);
  return rows[0];
}

/** These releases by their keys. */
export async function listReleaseRefs(db: Db, keys: readonly number[]): Promise<Map<number, ReleaseRef>> {
  const { rows } = await sql<PlacedRelease>`select ${named} where r.key = any(${keys}::int[])`.execute(db);
  return new Map(rows.map(({ key, divisionId: _, ...ref }) => [key, ref]));
}

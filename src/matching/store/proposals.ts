import { sql } from 'kysely';
import { type Viewer, visibleTo } from '#access';
import type { Db } from '#platform/database';

/** A product that records speak of under one of some keys, and how many vulnerabilities do. */
export type KnownProduct = { key: string; vulnerabilities: number };

/** Every product of the records that are found under these keys; those of other names are among them. */
export async function listProductsBeside(
  db: Db,
  viewer: Viewer,
  { keys, limit }: { keys: readonly string[]; limit: number },
): Promise<KnownProduct[]> {
  const { rows } = await sql<KnownProduct>`
    select p.key, count(distinct beside.vulnerability_id)::integer as vulnerabilities
    from product_key k join record_key found on found.product_key_id = k.id
    join record_key beside on beside.record_id = found.record_id join product_key p on p.id = beside.product_key_id
    where k.key = any(${keys}::text[]) and ${visibleTo(viewer, 'found.wall_id')} and ${visibleTo(viewer, 'beside.wall_id')}
      and (p.key like 'cpe:a:%' or p.key like 'name:%') and p.key not like 'name:*:%'
    group by p.key order by vulnerabilities desc, p.key limit ${limit}`.execute(db);
  return rows;
}

/** How many vulnerabilities records know of the products under these very keys. */
export async function countByKeys(db: Db, viewer: Viewer, keys: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<KnownProduct>`
    select k.key, count(distinct r.vulnerability_id)::integer as vulnerabilities
    from product_key k join record_key r on r.product_key_id = k.id
    where k.key = any(${keys}::text[]) and ${visibleTo(viewer, 'r.wall_id')} group by k.key`.execute(db);
  return new Map(rows.map(({ key, vulnerabilities }) => [key, vulnerabilities]));
}

/** Releases that stand and have a component of this name. */
export async function countReleasesOf(db: Db, subject: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct u.release_key)::integer as count from looked_up_component l
    join inventory_use_v1 u on u.component_id = l.component_id join inventory_release_v1 r on r.release_key = u.release_key
    where l.subject = ${subject} and r.standing`.execute(db);
  return rows[0]?.count ?? 0;
}

import { sql } from 'kysely';
import type { Transaction } from '#platform/database';

type Use = { id: string; usedBy: string };

/** Standing releases for these hardware revisions. */
export async function listReleasesForHardware(transaction: Transaction, ids: string[]): Promise<Use[]> {
  const { rows } = await sql<Use>`
    select r.hardware_id as id, m.name || ' ' || r.version as "usedBy" from release r join model m on m.id = r.model_id
    where r.hardware_id = any(${ids}::uuid[]) and r.removed_at is null order by 2 limit 20`.execute(transaction);
  return rows;
}

/** Standing releases that contain these. */
export async function listContaining(transaction: Transaction, ids: string[]): Promise<Use[]> {
  const { rows } = await sql<Use>`
    select p.part_id as id, m.name || ' ' || r.version as "usedBy"
    from release_part p join release r on r.id = p.release_id and r.removed_at is null join model m on m.id = r.model_id
    where p.part_id = any(${ids}::uuid[]) and p.removed_at is null order by 2 limit 20`.execute(transaction);
  return rows;
}

/** These releases, once for each thing that was put into them: parts, shipments, bills of materials, parts by hand. */
export async function listFilled(transaction: Transaction, ids: string[]): Promise<Use[]> {
  const { rows } = await sql<Use>`
    select r.id, m.name || ' ' || r.version as "usedBy" from release r join model m on m.id = r.model_id
    where r.id = any(${ids}::uuid[]) and (
      exists (select from release_part p where p.release_id = r.id and p.removed_at is null)
      or exists (select from shipment s where s.release_id = r.id and s.removed_at is null)
      or exists (select from sbom_import i where i.release_id = r.id)
      or exists (select from hand_part h where h.release_id = r.id and h.removed_at is null))
    order by 2 limit 20`.execute(transaction);
  return rows;
}

/** Names under which these partners sell ours, or we theirs. */
export async function listSoldByPartners(transaction: Transaction, ids: string[]): Promise<Use[]> {
  const { rows } = await sql<Use>`
    select s.partner_id as id, m.name || ' / ' || s.name as "usedBy" from sold_as s join model m on m.id = s.model_id
    where s.partner_id = any(${ids}::uuid[]) and s.removed_at is null order by 2 limit 20`.execute(transaction);
  return rows;
}

/** Standing models and releases that carry these technologies themselves. */
export async function listCarrying(transaction: Transaction, ids: string[]): Promise<Use[]> {
  const { rows } = await sql<Use>`
    with gone as (select id, name from technology_tag where id = any(${ids}::uuid[]))
    select g.id, m.name as "usedBy" from gone g join model m on m.tags @> array[g.name] and m.removed_at is null
    union all
    select g.id, m.name || ' ' || r.version from gone g
    join release r on r.tags @> array[g.name] and r.removed_at is null join model m on m.id = r.model_id and m.removed_at is null
    order by 2 limit 20`.execute(transaction);
  return rows;
}

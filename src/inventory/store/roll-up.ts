import { sql } from 'kysely';
import type { Transaction } from '#platform/database';

/** Of a release that contains another: their keys. */
export type Containing = { above: number; below: number };

/**
 * Lets one transaction roll up at a time, until it ends. Two that meet in a release far above would otherwise each write
 * what the other does not see yet, or lock each other out.
 */
export async function holdRollUp(transaction: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('inventory.roll-up'))`.execute(transaction);
}

/** These releases, and all that contain them at any depth. */
export async function listAbove(transaction: Transaction, keys: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ key: number }>`
    with recursive above (key) as (
      select unnest(${keys}::int[])
      union
      select whole.key from above a join release part on part.key = a.key
      join release_part rp on rp.part_id = part.id and rp.removed_at is null join release whole on whole.id = rp.release_id
    ) select key from above order by key`.execute(transaction);
  return rows.map(({ key }) => key);
}

/** Which of these releases contain which. */
export async function listContaining(transaction: Transaction, keys: readonly number[]): Promise<Containing[]> {
  const { rows } = await sql<Containing>`
    select whole.key as above, part.key as below from release_part rp
    join release whole on whole.id = rp.release_id join release part on part.id = rp.part_id
    where rp.removed_at is null and whole.key = any(${keys}::int[]) and part.key = any(${keys}::int[])`.execute(
    transaction,
  );
  return rows;
}

/**
 * What releases consist of by themselves: shipped in their present bills of materials or entered by hand, each as the
 * correction of the release or else of the whole house names it. Columns: release_key, component_id.
 */
const ownParts = (keys: readonly number[]) => sql`
  select r.key as release_key, coalesce(here.to_id, everywhere.to_id, p.component_id) as component_id
  from release r
  cross join lateral (
    select unnest(c.shipped) as component_id from sbom s join sbom_contents c on c.sbom_id = s.id
    where s.release_id = r.id and s.superseded_at is null
    union all
    select h.component_id from hand_part h where h.release_id = r.id and h.removed_at is null
  ) p
  left join identity_correction here
    on here.from_id = p.component_id and here.release_id = r.id and here.revoked_at is null
  left join identity_correction everywhere
    on everywhere.from_id = p.component_id and everywhere.release_id is null and everywhere.revoked_at is null
  where r.key = any(${keys}::int[])`;

/**
 * Writes anew what these releases consist of, provided that what they contain has been written; only what differs.
 * Removed ones too, so that they can come back as they are; what is removed is no part of others.
 * @returns the ids of the releases in which something differs
 */
export async function rewriteComponents(transaction: Transaction, keys: readonly number[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with wanted as materialized (
      ${ownParts(keys)}
      union
      select whole.key, rc.component_id from release whole
      join release_part rp on rp.release_id = whole.id and rp.removed_at is null
      join release part on part.id = rp.part_id and part.removed_at is null
      join release_component rc on rc.release_key = part.key
      where whole.key = any(${keys}::int[])
    ),
    standing as materialized (
      select release_key, component_id from release_component where release_key = any(${keys}::int[])
    ),
    gone as (
      delete from release_component rc using (select * from standing except select * from wanted) g
      where rc.release_key = g.release_key and rc.component_id = g.component_id and rc.release_key = any(${keys}::int[])
      returning rc.release_key
    ),
    come as (
      insert into release_component (release_key, component_id)
      select * from wanted except select * from standing
      returning release_key
    )
    select r.id from release r
    where r.key in (select release_key from gone union select release_key from come) order by r.key`.execute(
    transaction,
  );
  return rows.map(({ id }) => id);
}

import { sql } from 'kysely';
import type { Transaction } from '#platform/database';

const inField = sql`r.state in ('shipped', 'shipment-stopped', 'supported')`;

/**
 * Makes the rows of these counts where they are missing and locks them, in the order of their keys: who counts next
 * sees what is counted now. One statement for each table.
 */
export async function holdTallies(transaction: Transaction, releaseKeys: number[], modelIds: string[]): Promise<void> {
  if (releaseKeys.length > 0)
    await sql`
      insert into release_tally as t (release_key, model_id, state, standing, components, unidentified, units)
      select key, model_id, state, removed_at is null, 0, 0, 0 from release where key = any(${releaseKeys}::integer[]) order by key
      on conflict (release_key) do update set units = t.units`.execute(transaction);
  if (modelIds.length > 0)
    await sql`
      insert into model_tally as t (model_id, releases, in_field, without_sbom, unidentified, units)
      select id, 0, 0, 0, 0, 0 from model where id = any(${modelIds}::uuid[]) order by id
      on conflict (model_id) do update set units = t.units`.execute(transaction);
}

/** Says of these releases anew whose they are, in which state, and whether they stand. One statement; nothing is counted. */
export async function placeReleases(transaction: Transaction, releaseIds: string[]): Promise<void> {
  await sql`
    with held as (
      select t.release_key from release_tally t join release r on r.key = t.release_key
      where r.id = any(${releaseIds}::uuid[]) order by t.release_key for update of t
    )
    update release_tally t set model_id = r.model_id, state = r.state, standing = r.removed_at is null
    from held join release r on r.key = held.release_key
    where t.release_key = held.release_key
      and (t.model_id, t.state, t.standing) is distinct from (r.model_id, r.state, r.removed_at is null)`.execute(
    transaction,
  );
}

/** Counts these releases anew: components, units, the present bill of materials. One statement. */
export async function countReleases(transaction: Transaction, releaseKeys: number[]): Promise<void> {
  await sql`
    update release_tally t set model_id = c.model_id, state = c.state, standing = c.standing, components = c.components, unidentified = c.unidentified, units = c.units,
      sbom_at = c.sbom_at, quality = c.quality
    from (
      select r.key, r.model_id, r.state, r.removed_at is null as standing, coalesce(parts.components, 0) as components, coalesce(parts.unidentified, 0) as unidentified,
        coalesce((select sum(s.units) from shipment s where s.release_id = r.id and s.removed_at is null), 0) as units,
        b.accepted_at as sbom_at, (b.result -> 'quality' ->> 'score')::smallint as quality
      from release r
      left join lateral (
        select count(*) as components, count(*) filter (where not c.identified) as unidentified
        from release_component rc join component c on c.id = rc.component_id where rc.release_key = r.key) parts on true
      left join sbom b on b.release_id = r.id and b.superseded_at is null
      where r.key = any(${releaseKeys}::integer[])
    ) c where c.key = t.release_key`.execute(transaction);
}

/** Counts the standing releases of these models anew, from the counts of the releases. One statement. */
export async function countModels(transaction: Transaction, modelIds: string[]): Promise<void> {
  await sql`
    update model_tally t set releases = c.releases, in_field = c.in_field, without_sbom = c.without_sbom,
      unidentified = c.unidentified, units = c.units
    from (
      select m.id, coalesce(of.releases, 0) as releases, coalesce(of.in_field, 0) as in_field,
        coalesce(of.without_sbom, 0) as without_sbom, coalesce(of.units, 0) as units,
        (select count(distinct rc.component_id) from release r join release_component rc on rc.release_key = r.key
          join component c on c.id = rc.component_id and not c.identified
          where r.model_id = m.id and r.removed_at is null and ${inField}) as unidentified
      from model m
      left join lateral (
        select count(*) as releases, count(*) filter (where ${inField}) as in_field,
          count(*) filter (where ${inField} and rt.sbom_at is null and not exists (
            select from hand_part h where h.release_id = r.id and h.removed_at is null)) as without_sbom,
          sum(rt.units) as units
        from release r left join release_tally rt on rt.release_key = r.key
        where r.model_id = m.id and r.removed_at is null) of on true
      where m.id = any(${modelIds}::uuid[])
    ) c where c.id = t.model_id`.execute(transaction);
}

/** Adds up the units of these releases and of their models anew, and leaves every other count. One statement each. */
export async function countUnits(transaction: Transaction, releaseKeys: number[], modelIds: string[]): Promise<void> {
  await sql`
    update release_tally t set units = c.units
    from (select r.key, coalesce(sum(s.units), 0) as units from release r
      left join shipment s on s.release_id = r.id and s.removed_at is null
      where r.key = any(${releaseKeys}::integer[]) group by r.key) c
    where c.key = t.release_key and c.units <> t.units`.execute(transaction);
  await sql`
    update model_tally t set units = c.units
    from (select r.model_id, sum(rt.units) as units from release r join release_tally rt on rt.release_key = r.key
      where r.model_id = any(${modelIds}::uuid[]) and r.removed_at is null group by r.model_id) c
    where c.model_id = t.model_id and c.units <> t.units`.execute(transaction);
}

/** The models of these releases, each once. */
export async function listModelsOfReleases(transaction: Transaction, releaseKeys: number[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct model_id as id from release where key = any(${releaseKeys}::integer[]) order by 1`.execute(
    transaction,
  );
  return rows.map(({ id }) => id);
}

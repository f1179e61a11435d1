import { sql } from 'kysely';
import { type Viewer, visibleTo } from '#access';
import type { Db } from '#platform/database';
import { type KnownComponent, withSaid } from './components.ts';
import { type ReleaseName, releaseName } from './names.ts';

export type Place = {
  releaseKey: number;
  release: ReleaseName;
  /** What stands there; null where nothing does. */
  value: number | null;
  componentId: number | null;
  key: string | null;
  verdictKey: number | null;
  inherited: boolean | null;
};

/** A release, with the worst place of a vulnerability in it, or with that of one component. */
export async function findPlace(
  db: Db,
  viewer: Viewer,
  {
    releaseId,
    vulnerabilityId,
    componentId,
  }: { releaseId: string; vulnerabilityId: number; componentId: number | null },
): Promise<Place | undefined> {
  const { rows } = await sql<Place>`
    select n.release_key as "releaseKey", ${releaseName} as release, e.value, e.component_id as "componentId", e.key,
      e.verdict_key as "verdictKey", e.inherited
    from inventory_release_name_v1 n
    left join lateral (select e.*, k.key from exposure e join product_key k on k.id = e.product_key_id
      where e.release_key = n.release_key and e.vulnerability_id = ${vulnerabilityId}
        and (${componentId}::integer is null or e.component_id = ${componentId}) and ${visibleTo(viewer, 'e.wall_id')}
      order by e.value desc, k.key limit 1) e on true
    where n.release_id = ${releaseId}::uuid`.execute(db);
  return rows[0];
}

/** @property value  what stands there of the component, null where nothing does */
export type Neighbour = { release: ReleaseName; component: KnownComponent; value: number | null };

/** Components that may be the same product, in the releases of the model that come before and after, newest first. */
export async function listNeighbours(
  db: Db,
  viewer: Viewer,
  {
    releaseKey,
    key,
    vulnerabilityId,
    eachSide,
  }: { releaseKey: number; key: string; vulnerabilityId: number; eachSide: number },
): Promise<Neighbour[]> {
  const { rows } = await sql<Neighbour>`
    with found as (
      select r.release_key, here.component_id,
        row_number() over (order by coalesce(n.released_on, 'infinity') desc, n.release_key desc) as number
      from inventory_release_name_v1 own join inventory_release_v1 r on r.model_id = own.model_id and r.standing
      join inventory_release_name_v1 n on n.release_key = r.release_key
      left join lateral (
        select u.component_id from inventory_use_v1 u join component_key ck on ck.component_id = u.component_id
        join product_key k on k.id = ck.product_key_id and k.key = ${key}
        where u.release_key = r.release_key order by u.component_id limit 1) here on true
      where own.release_key = ${releaseKey} and (here.component_id is not null or r.release_key = own.release_key)
    )
    select ${releaseName} as release, jsonb_build_object('id', c.component_id, 'name', c.name, 'version', c.version, 'purl', c.purl,
      'cpes', c.cpes, 'supplier', c.supplier, 'distribution', c.distribution) as component,
      (select max(e.value) from exposure e where e.release_key = f.release_key and e.vulnerability_id = ${vulnerabilityId}
        and e.component_id = f.component_id and ${visibleTo(viewer, 'e.wall_id')}) as value
    from found f join found own on own.release_key = ${releaseKey}
    join inventory_release_name_v1 n on n.release_key = f.release_key
    join inventory_component_v1 c on c.component_id = f.component_id
    where f.release_key <> own.release_key and abs(f.number - own.number) <= ${eachSide}
    order by f.number`.execute(db);
  const components = await withSaid(
    db,
    rows.map(({ component }) => component),
  );
  return rows.map((row, at) => ({ ...row, component: components[at] ?? row.component }));
}

/** A component of a release. */
export async function findComponentOf(
  db: Db,
  releaseKey: number,
  componentId: number,
): Promise<KnownComponent | undefined> {
  const { rows } = await sql<KnownComponent>`
    select c.component_id as id, c.name, c.version, c.purl, c.cpes, c.supplier, c.distribution
    from inventory_use_v1 u join inventory_component_v1 c on c.component_id = u.component_id
    where u.release_key = ${releaseKey} and u.component_id = ${componentId}`.execute(db);
  return (await withSaid(db, rows))[0];
}

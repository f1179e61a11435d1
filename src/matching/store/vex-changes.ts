import { sql } from 'kysely';
import { type Viewer, visibleTo } from '#access';
import type { Db, Transaction } from '#platform/database';
import { type ComponentName, componentName } from './names.ts';

/**
 * Remembers of the places that were written ("touched") at which another verdict counts now, as the public sees it: what is
 * behind a wall is none. Their numbers are seen, so they follow an order that nothing behind a wall changes.
 */
export async function fileVexChanges(transaction: Transaction, viewer: Viewer, at: Temporal.Instant): Promise<void> {
  // Most of what is written has no verdict and never had one: only where there is or was one is anything looked up.
  await sql`
    with concerned as materialized (
      select t.release_key, t.vulnerability_id, t.product_key_id from touched t
      join wanted w using (release_key, vulnerability_id, product_key_id) where w.verdict_key is not null
      union select t.release_key, t.vulnerability_id, t.product_key_id from touched t
      join vex_change c using (release_key, vulnerability_id, product_key_id)
    )
    insert into vex_change (release_key, vulnerability_id, product_key_id, at, decision_id, inherited)
    select t.release_key, t.vulnerability_id, t.product_key_id, ${at}, d.decision_id, coalesce(e.inherited and d.decision_id is not null, false)
    from concerned t join product_key k on k.id = t.product_key_id
    left join intelligence_vulnerability_v1 v on v.vulnerability_id = t.vulnerability_id
    left join exposure e on e.release_key = t.release_key and e.vulnerability_id = t.vulnerability_id
      and e.product_key_id = t.product_key_id and e.wall_id is null and ${visibleTo(viewer, 'e.wall_id')}
    left join verdicts_verdict_v1 d on d.verdict_key = e.verdict_key and d.wall_id is null and ${visibleTo(viewer, 'd.wall_id')}
    left join lateral (select c.decision_id, c.inherited from vex_change c where c.release_key = t.release_key
      and c.vulnerability_id = t.vulnerability_id and c.product_key_id = t.product_key_id order by c.id desc limit 1) before on true
    where d.decision_id is distinct from before.decision_id
      or coalesce(e.inherited and d.decision_id is not null, false) <> coalesce(before.inherited, false)
    order by t.release_key, v.name collate "C", k.key`.execute(transaction);
}

export type StatedPlace = {
  vulnerability: string;
  component: (ComponentName & { purl: string | null; cpes: string[] }) | null;
  decisionId: string;
  inherited: boolean;
};

/** The places of a release at which a public verdict counts, by vulnerability. */
export async function listStatedPlaces(db: Db, viewer: Viewer, releaseId: string): Promise<StatedPlace[]> {
  const { rows } = await sql<StatedPlace>`
    select v.name as vulnerability, d.decision_id as "decisionId", e.inherited,
      case when c.component_id is not null then ${componentName} || jsonb_build_object('purl', c.purl, 'cpes', to_jsonb(c.cpes)) end as component
    from inventory_release_name_v1 n join exposure e on e.release_key = n.release_key and e.wall_id is null
    join verdicts_verdict_v1 d on d.verdict_key = e.verdict_key and d.wall_id is null
    join intelligence_vulnerability_v1 v on v.vulnerability_id = e.vulnerability_id and v.wall_id is null
    left join inventory_component_v1 c on c.component_id = e.component_id
    where n.release_id = ${releaseId}::uuid and ${visibleTo(viewer, 'e.wall_id')} and ${visibleTo(viewer, 'd.wall_id')}
      and ${visibleTo(viewer, 'v.wall_id')}
    order by v.name collate "C", e.product_key_id`.execute(db);
  return rows;
}

/** When something of what is published of a release became otherwise, from the first. */
export async function listVexRevisions(db: Db, releaseId: string): Promise<string[]> {
  const { rows } = await sql<{ at: Temporal.Instant }>`
    select distinct c.at from inventory_release_name_v1 n join vex_change c on c.release_key = n.release_key
    where n.release_id = ${releaseId}::uuid order by c.at`.execute(db);
  return rows.map(({ at }) => at.toString());
}

export type VexChangeRow = {
  id: number;
  at: Temporal.Instant;
  vulnerability: string;
  product: string;
  before: string | null;
  inheritedBefore: boolean;
  after: string | null;
  inherited: boolean;
};

/** Changes of a release, newest first. */
export async function listVexChanges(
  db: Db,
  viewer: Viewer,
  { releaseId, before, limit }: { releaseId: string; before: number | null; limit: number },
): Promise<VexChangeRow[]> {
  const { rows } = await sql<VexChangeRow>`
    select c.id::integer as id, c.at, v.name as vulnerability, k.key as product, o.decision_id as before,
      coalesce(o.inherited, false) as "inheritedBefore", c.decision_id as after, c.inherited
    from inventory_release_name_v1 n join vex_change c on c.release_key = n.release_key
    join intelligence_vulnerability_v1 v on v.vulnerability_id = c.vulnerability_id and v.wall_id is null
    join product_key k on k.id = c.product_key_id
    left join lateral (select x.decision_id, x.inherited from vex_change x where x.release_key = c.release_key
      and x.vulnerability_id = c.vulnerability_id and x.product_key_id = c.product_key_id and x.id < c.id order by x.id desc limit 1) o on true
    where n.release_id = ${releaseId}::uuid and ${visibleTo(viewer, 'v.wall_id')} and ${before === null ? sql`true` : sql`c.id < ${before}`}
    order by c.id desc limit ${limit}`.execute(db);
  return rows;
}

import { sql } from 'kysely';
import { z } from 'zod';
import { type Viewer, visibleTo } from '#access';
import type { Db } from '#platform/database';
import type { AffectedModel, AffectedTotal } from '../contract.ts';
import { type ComponentName, componentName, type ReleaseName, releaseName, technology } from './names.ts';

/** Where a page of models ended: 3 less the worst result, the names of line and model. */
export const AffectedModelPlace = z.tuple([z.int().min(0).max(3), z.string(), z.string()]);
type ModelPlace = z.output<typeof AffectedModelPlace>;
export type AffectedModelRow = AffectedModel & { place: ModelPlace };

/** What is counted of a vulnerability, open or closed by verdicts, for those who may see it. */
const counted = (viewer: Viewer, vulnerabilityId: number) =>
  sql`exposure_count x where vulnerability_id = ${vulnerabilityId} and (value > 0 or closed > 0) and ${visibleTo(viewer, 'x.wall_id')}`;

/** Models that a vulnerability touches, the worst first. */
export async function listAffectedModels(
  db: Db,
  viewer: Viewer,
  { vulnerabilityId, place, limit }: { vulnerabilityId: number; place: ModelPlace | null; limit: number },
): Promise<AffectedModelRow[]> {
  const order = sql`3 - c.value, n.line_folded, n.model_folded`;
  const { rows } = await sql<AffectedModelRow>`
    select jsonb_build_object('id', n.line_id, 'name', n.line_name) as line,
      jsonb_build_object('id', n.model_id, 'slug', n.model_slug, 'name', n.model_name) as model,
      jsonb_build_object('applies', c.applies, 'mayApply', c.may_apply, 'cannotCompare', c.cannot_compare, 'units', c.units) as counts,
      c.elsewhere, c.closed, jsonb_build_array(${order}) as place
    from (
      select model_id, max(value) as value, coalesce(sum(releases) filter (where in_field and value = 3), 0) as applies,
        coalesce(sum(releases) filter (where in_field and value = 2), 0) as may_apply,
        coalesce(sum(releases) filter (where in_field and value = 1), 0) as cannot_compare,
        coalesce(sum(units) filter (where in_field and value >= 2), 0) as units,
        coalesce(sum(releases) filter (where not in_field and value > 0), 0)::integer as elsewhere,
        sum(closed)::integer as closed
      from ${counted(viewer, vulnerabilityId)} group by model_id
    ) c join inventory_model_name_v1 n on n.model_id = c.model_id
    where ${place ? sql`(${order}) > (${sql.join([...place])})` : sql`true`}
    order by ${order} limit ${limit}`.execute(db);
  return rows;
}

/** How much it touches, over all models: releases in the field or not, units of those in the field. */
export async function sumAffected(db: Db, viewer: Viewer, vulnerabilityId: number): Promise<AffectedTotal> {
  const { rows } = await sql<AffectedTotal>`
    select count(distinct n.line_id) filter (where c.releases > 0)::integer as lines,
      count(distinct c.model_id) filter (where c.releases > 0)::integer as models, coalesce(sum(c.closed), 0)::integer as closed,
      coalesce(sum(c.releases), 0)::integer as releases, coalesce(sum(c.applies), 0)::integer as applies,
      coalesce(sum(c.units), 0)::bigint as units
    from (
      select model_id, sum(releases) filter (where value > 0) as releases, sum(closed) as closed, sum(releases) filter (where in_field and value = 3) as applies,
        sum(units) filter (where in_field and value >= 2) as units
      from ${counted(viewer, vulnerabilityId)} group by model_id
    ) c join inventory_model_name_v1 n on n.model_id = c.model_id`.execute(db);
  return rows[0] as AffectedTotal;
}

const less = z.int().min(0).max(3);
/** Where a page of places ended: 3 less the worst standing of the release, line, model, less its key, 3 less the standing, product. */
export const AffectedPlace = z.tuple([less, z.string(), z.string(), z.int32(), less, z.string()]);
type Place = z.output<typeof AffectedPlace>;

export type AffectedRow = {
  line: { id: string; name: string };
  release: ReleaseName;
  inField: boolean;
  vulnerabilityId: number;
  value: number;
  product: string;
  verdictKey: number | null;
  inherited: boolean;
  component: ComponentName | null;
  technology: string | null;
  units: number;
  place: Place;
};

/**
 * Places of a vulnerability: releases by how their worst place stands, then by line and model, newest release first.
 * Models come in that order from what is counted of them, and their releases behind them until the page is full: a
 * vulnerability may touch ten thousands of releases, and nothing sorts them all. An offset of 0 keeps each such step.
 */
export async function listAffectedReleases(
  db: Db,
  viewer: Viewer,
  page: { vulnerabilityId: number; model: string | null; place: Place | null; limit: number },
): Promise<AffectedRow[]> {
  const inOrder = sql`3 - x.value, n.line_folded, n.model_folded`;
  const order = sql`m.rank, m.line_folded, m.model_folded, -e.release_key, 3 - e.standing, k.key`;
  const [rank, line, model] = page.place ?? [];
  const { rows } = await sql<AffectedRow>`
    select jsonb_build_object('id', n.line_id, 'name', n.line_name) as line, ${releaseName} as release, e.in_field as "inField",
      ${page.vulnerabilityId}::integer as "vulnerabilityId", e.value, k.key as product, e.verdict_key as "verdictKey", e.inherited, ${componentName} as component, ${technology} as technology, e.units, jsonb_build_array(${order}) as place
    from (
      select x.model_id, x.value, 3 - x.value as rank, n.line_folded, n.model_folded
      from (
        select distinct x.model_id, x.value from exposure_count x
        where x.vulnerability_id = ${page.vulnerabilityId} and x.releases > 0 and ${visibleTo(viewer, 'x.wall_id')}
          and ${page.model ? sql`x.model_id = ${page.model}::uuid` : sql`true`}
      ) x join inventory_model_name_v1 n on n.model_id = x.model_id
      where ${page.place ? sql`(${inOrder}) >= (${rank}, ${line}, ${model})` : sql`true`}
      order by ${inOrder} offset 0
    ) m cross join lateral (
      select e.release_key, e.product_key_id, e.component_id, e.value, e.standing, e.verdict_key, e.inherited, f.in_field, f.units,
        max(e.standing) over (partition by e.release_key) as worst
      from exposed_release f join exposure e on e.release_key = f.release_key and e.vulnerability_id = ${page.vulnerabilityId}
      where f.model_id = m.model_id and ${visibleTo(viewer, 'e.wall_id')} offset 0
    ) e join inventory_release_name_v1 n on n.release_key = e.release_key join product_key k on k.id = e.product_key_id
    left join inventory_component_v1 c on c.component_id = e.component_id
    where e.worst = m.value and ${page.place ? sql`(${order}) > (${sql.join([...page.place])})` : sql`true`}
    order by ${order} limit ${page.limit}`.execute(db);
  return rows;
}

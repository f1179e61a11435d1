import { sql } from 'kysely';
import { z } from 'zod';
import { type Viewer, visibleTo } from '#access';
import type { Db } from '#platform/database';
import type { AffectedModel } from '../contract.ts';
import { type ComponentName, componentName, type ReleaseName, releaseName, technology } from './names.ts';

/** Models that a vulnerability touches, the worst first. */
export async function listAffectedModels(db: Db, viewer: Viewer, vulnerabilityId: number): Promise<AffectedModel[]> {
  const { rows } = await sql<AffectedModel>`
    select jsonb_build_object('id', n.line_id, 'name', n.line_name) as line,
      jsonb_build_object('id', n.model_id, 'slug', n.model_slug, 'name', n.model_name) as model,
      jsonb_build_object('applies', c.applies, 'mayApply', c.may_apply, 'cannotCompare', c.cannot_compare, 'units', c.units) as counts,
      c.elsewhere
    from (
      select model_id, max(value) as value, coalesce(sum(releases) filter (where in_field and value = 3), 0) as applies,
        coalesce(sum(releases) filter (where in_field and value = 2), 0) as may_apply,
        coalesce(sum(releases) filter (where in_field and value = 1), 0) as cannot_compare,
        coalesce(sum(units) filter (where in_field and value >= 2), 0) as units,
        coalesce(sum(releases) filter (where not in_field and value > 0), 0)::integer as elsewhere
      from exposure_count x where vulnerability_id = ${vulnerabilityId} and value > 0 and ${visibleTo(viewer, 'x.wall_id')} group by model_id
    ) c cross join lateral (select * from inventory_release_name_v1 n where n.model_id = c.model_id limit 1) n
    order by c.value desc, n.line_folded, n.model_folded`.execute(db);
  return rows;
}

export const AffectedPlace = z.tuple([z.int().min(0).max(3), z.string(), z.string(), z.int32(), z.int32()]);
type Place = z.output<typeof AffectedPlace>;

export type AffectedRow = {
  line: { id: string; name: string };
  release: ReleaseName;
  inField: boolean;
  value: number;
  component: ComponentName | null;
  technology: string | null;
  units: number;
  place: Place;
};

/** Places of a vulnerability, worst first, then by line and model, newest release first. */
export async function listAffectedReleases(
  db: Db,
  viewer: Viewer,
  page: { vulnerabilityId: number; model: string | null; place: Place | null; limit: number },
): Promise<AffectedRow[]> {
  const order = sql`3 - e.value, n.line_folded, n.model_folded, -e.release_key, e.product_key_id`;
  const { rows } = await sql<AffectedRow>`
    select jsonb_build_object('id', n.line_id, 'name', n.line_name) as line, ${releaseName} as release, f.in_field as "inField",
      e.value, ${componentName} as component, ${technology} as technology, f.units, jsonb_build_array(${order}) as place
    from exposure e join exposed_release f on f.release_key = e.release_key
    join inventory_release_name_v1 n on n.release_key = e.release_key join product_key k on k.id = e.product_key_id
    left join inventory_component_v1 c on c.component_id = e.component_id
    where e.vulnerability_id = ${page.vulnerabilityId} and ${visibleTo(viewer, 'e.wall_id')}
      and ${page.model ? sql`f.model_id = ${page.model}::uuid` : sql`true`}
      and ${page.place ? sql`(${order}) > (${sql.join([...page.place])})` : sql`true`}
    order by ${order} limit ${page.limit}`.execute(db);
  return rows;
}

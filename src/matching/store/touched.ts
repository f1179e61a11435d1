import { type RawBuilder, sql } from 'kysely';
import { type Viewer, visibleTo } from '#access';
import { severities } from '#intelligence/model';
import type { ProductLevel } from '#inventory/model';
import type { Db } from '#platform/database';

/** Vulnerabilities that apply, from severity none to critical, and those that may apply. */
export type TouchedNumbers = { applies: number[]; mayApply: number };

const numbers = sql`
  array[${sql.join(severities.map((_, at) => sql`count(*) filter (where t.value = 3 and v.severity = ${at})::integer`))}] as applies,
  count(*) filter (where t.value = 2)::integer as "mayApply"`;

const worstOf: Record<ProductLevel, (ids: readonly string[], viewer: Viewer) => RawBuilder<unknown>> = {
  line: (ids, viewer) => sql`
    select n.line_id as id, x.vulnerability_id, max(x.value) as value
    from inventory_model_name_v1 n join exposure_count x on x.model_id = n.model_id
    where n.line_id = any(${ids}::uuid[]) and x.in_field and x.value >= 2 and ${visibleTo(viewer, 'x.wall_id')} group by 1, 2`,
  model: (ids, viewer) => sql`
    select x.model_id as id, x.vulnerability_id, max(x.value) as value from exposure_count x
    where x.model_id = any(${ids}::uuid[]) and x.in_field and x.value >= 2 and ${visibleTo(viewer, 'x.wall_id')} group by 1, 2`,
  release: (ids, viewer) => sql`
    select r.release_id as id, e.vulnerability_id, max(e.standing) as value
    from inventory_release_v1 r join exposure e on e.release_key = r.release_key
    where r.release_id = any(${ids}::uuid[]) and e.standing >= 2 and ${visibleTo(viewer, 'e.wall_id')} group by 1, 2`,
};

/** By the worst result of each vulnerability; those that nothing touches are left out. */
export async function countTouched(
  db: Db,
  viewer: Viewer,
  of: ProductLevel,
  ids: readonly string[],
): Promise<(TouchedNumbers & { id: string })[]> {
  const { rows } = await sql<TouchedNumbers & { id: string }>`
    select t.id, ${numbers} from (${worstOf[of](ids, viewer)}) t
    join intelligence_vulnerability_v1 v on v.vulnerability_id = t.vulnerability_id
    where ${visibleTo(viewer, 'v.wall_id')} group by t.id order by t.id`.execute(db);
  return rows;
}

/** The same of everything in the field. */
export async function countTouchedField(db: Db, viewer: Viewer): Promise<TouchedNumbers> {
  const { rows } = await sql<TouchedNumbers>`
    select ${numbers} from vulnerability_count t join intelligence_vulnerability_v1 v on v.vulnerability_id = t.vulnerability_id
    where t.value >= 2 and ${visibleTo(viewer, 't.wall_id')} and ${visibleTo(viewer, 'v.wall_id')}`.execute(db);
  return rows[0] as TouchedNumbers;
}

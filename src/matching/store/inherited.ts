import { sql } from 'kysely';
import { z } from 'zod';
import { type Viewer, visibleTo } from '#access';
import type { Db } from '#platform/database';
import { type ComponentName, componentName, type ReleaseName, releaseName, technology } from './names.ts';

/** Where a page ended: how urgent, which vulnerability, less the release's key, which product. */
export const InheritedPlace = z.tuple([z.int().min(0).max(32_767), z.uuid(), z.int32(), z.string()]);
type Place = z.output<typeof InheritedPlace>;

export type InheritedRow = {
  vulnerabilityId: number;
  releaseId: string;
  release: ReleaseName;
  component: ComponentName | null;
  technology: string | null;
  value: number;
  product: string;
  verdictKey: number;
  inherited: boolean;
  place: Place;
};

/** Places that wait to be confirmed, the most urgent first, newest release first. */
export async function listInherited(
  db: Db,
  viewer: Viewer,
  page: { release: string | undefined; verdict: string | undefined; place: Place | null; limit: number },
): Promise<InheritedRow[]> {
  const order = sql`v.urgency, v.ref, e.release_key, k.key`;
  const { rows } = await sql<InheritedRow>`
    select e.vulnerability_id as "vulnerabilityId", n.release_id as "releaseId", ${releaseName} as release, ${componentName} as component,
      ${technology} as technology, e.value, k.key as product, e.verdict_key as "verdictKey", e.inherited, jsonb_build_array(${order}) as place
    from exposure e join inventory_release_name_v1 n on n.release_key = e.release_key
    join intelligence_vulnerability_v1 v on v.vulnerability_id = e.vulnerability_id join product_key k on k.id = e.product_key_id
    left join inventory_component_v1 c on c.component_id = e.component_id
    where e.inherited and ${visibleTo(viewer, 'e.wall_id')} and ${page.release ? sql`n.release_id = ${page.release}::uuid` : sql`true`}
      and ${page.verdict ? sql`e.verdict_key = (select d.verdict_key from verdicts_verdict_v1 d where d.id = ${page.verdict}::uuid and ${visibleTo(viewer, 'd.wall_id')})` : sql`true`}
      and ${page.place ? sql`(${order}) < (${sql.join([...page.place])})` : sql`true`}
    order by v.urgency desc, v.ref desc, e.release_key desc, k.key desc limit ${page.limit}`.execute(db);
  return rows;
}

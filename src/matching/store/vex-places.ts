import { sql } from 'kysely';
import { type Viewer, visibleTo } from '#access';
import type { Transaction } from '#platform/database';
import type { VexScope } from '../contract/vex.ts';
import type { VexPlace, VexRelease } from '../vex/place-statements.ts';

const idOfScope = { release: sql`n.release_id`, model: sql`n.model_id`, line: sql`n.line_id` };

/** The standing releases of what a file is filed for. */
export async function listReleasesOf(
  transaction: Transaction,
  { scope, id }: VexScope,
): Promise<(VexRelease & { key: number })[]> {
  const { rows } = await sql<VexRelease & { key: number }>`
    select n.release_key as key, n.release_id as id, n.version, n.model_name as "modelName", n.model_slug as "modelSlug"
    from inventory_release_name_v1 n join inventory_release_v1 r on r.release_key = n.release_key and r.standing
    where ${idOfScope[scope]} = ${id}::uuid order by n.release_key`.execute(transaction);
  return rows;
}

/** The places of these vulnerabilities in these releases, each with the verdict that counts there. */
export async function listPlacesOf(
  transaction: Transaction,
  viewer: Viewer,
  { releaseKeys, vulnerabilityIds }: { releaseKeys: readonly number[]; vulnerabilityIds: readonly number[] },
): Promise<VexPlace[]> {
  const { rows } = await sql<VexPlace & { decidedAt: Temporal.Instant | null }>`
    select n.release_id as "releaseId", e.vulnerability_id as "vulnerabilityId", v.name as vulnerability, k.key as product, e.wall_id as "wallId",
      case when c.component_id is not null then jsonb_build_object('name', c.name, 'version', c.version, 'purl', c.purl, 'cpes', to_jsonb(c.cpes)) end as component,
      case when d.verdict_key is not null then jsonb_build_object('status', d.status, 'justification', d.justification) end as verdict,
      d.decided_at as "decidedAt"
    from exposure e join inventory_release_name_v1 n on n.release_key = e.release_key
    join intelligence_vulnerability_v1 v on v.vulnerability_id = e.vulnerability_id and ${visibleTo(viewer, 'v.wall_id')}
    join product_key k on k.id = e.product_key_id left join inventory_component_v1 c on c.component_id = e.component_id
    left join verdicts_verdict_v1 d on d.verdict_key = e.verdict_key and ${visibleTo(viewer, 'd.wall_id')}
    where e.vulnerability_id = any(${vulnerabilityIds}::integer[]) and e.release_key = any(${releaseKeys}::integer[])
      and ${visibleTo(viewer, 'e.wall_id')}
    order by e.release_key, e.vulnerability_id, k.key`.execute(transaction);
  return rows.map(({ decidedAt, verdict, ...place }) => ({
    ...place,
    verdict: verdict && decidedAt ? { ...verdict, decidedAt } : null,
  }));
}

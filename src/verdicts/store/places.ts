import { sql } from 'kysely';
import { type Viewer, visibleTo } from '#access';
import type { Db } from '#platform/database';
import type { Justification, VerdictScope, VerdictStatus } from '../model.ts';

export type RefRow = {
  key: number;
  id: string;
  decisionId: string;
  status: VerdictStatus;
  justification: Justification | null;
  scope: VerdictScope;
  authorId: string | null;
  decidedAt: Temporal.Instant;
  until: Temporal.PlainDate | null;
  walled: boolean;
};

const columns = sql`v.verdict_key as key, v.id, v.decision_id as "decisionId", v.status, v.justification, v.scope, v.author_id as "authorId",
  v.decided_at as "decidedAt", v.until, v.wall_id is not null as walled`;

/** Verdicts as rows of places tell them. */
export async function listRefsOfVerdicts(db: Db, viewer: Viewer, keys: readonly number[]): Promise<RefRow[]> {
  const { rows } = await sql<RefRow>`
    select ${columns} from verdicts_verdict_v1 v
    where v.verdict_key = any(${keys}::integer[]) and ${visibleTo(viewer, 'v.wall_id')}`.execute(db);
  return rows;
}

export type AskedPlace = { releaseId: string; vulnerabilityId: number; product: string };
export type BesideRow = RefRow & { at: number; inherited: boolean };

const idOfScope = { release: sql`p.release_id`, model: sql`p.model_id`, line: sql`p.line_id` };

/**
 * What lies beside the verdicts that count at places: for each, at most one that waits for a second person and one that only
 * those behind its wall see, the narrowest and newest.
 * @property at  which of the places, from 0
 */
export async function listBeside(
  db: Db,
  viewer: Viewer,
  places: readonly AskedPlace[],
): Promise<{ waiting: BesideRow[]; walled: BesideRow[] }> {
  const given = places.map((place, at) => ({ ...place, at }));
  const branch = (scope: VerdictScope, rank: number) => sql`
    select p.at, ${sql.lit(rank)} as rank, p.release_id, p.born_at, v.* from place p join verdicts_verdict_v1 v
      on v.vulnerability_id = p.vulnerability_id and v.product = p.product and v.scope = ${scope}
        and ${scope === 'all' ? sql`true` : sql`v.scope_id = ${idOfScope[scope]}`}
    where (v.state = 'waiting' or (v.state = 'standing' and v.wall_id is not null)) and ${visibleTo(viewer, 'v.wall_id')}`;
  const { rows } = await sql<BesideRow & { state: 'waiting' | 'standing' }>`
    with place as (
      select x.at, x."vulnerabilityId" as vulnerability_id, x.product, n.release_id, n.model_id, n.line_id, b.born_at
      from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as x(at integer, "releaseId" uuid, "vulnerabilityId" integer, product text)
      join inventory_release_name_v1 n on n.release_id = x."releaseId" left join inventory_release_birth_v1 b on b.release_key = n.release_key
      where exists (select from verdict v where (v.state = 'waiting' or v.wall_id is not null) and ${visibleTo(viewer, 'v.wall_id')})
    )
    select distinct on (v.at, v.state) v.at, v.state, ${columns}, v.scope <> 'release' and coalesce(v.born_at > v.decided_at, false)
      and not exists (select from verdict_confirmation c where c.verdict_key = v.verdict_key and c.release_id = v.release_id
        and ${visibleTo(viewer, 'c.wall_id')}) as inherited
    from (${branch('release', 1)} union all ${branch('model', 2)} union all ${branch('line', 3)} union all ${branch('all', 4)}) v
    order by v.at, v.state, v.rank, v.decided_at desc, v.verdict_key desc`.execute(db);
  return {
    waiting: rows.filter(({ state }) => state === 'waiting'),
    walled: rows.filter(({ state }) => state === 'standing'),
  };
}

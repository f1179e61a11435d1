import { sql } from 'kysely';
import { type Viewer, visibleTo } from '#access';
import type { Transaction } from '#platform/database';
import type { Ended } from './decisions.ts';

/** How many places wait to be confirmed, by verdict: what matching has counted. */
export async function fileInherited(
  transaction: Transaction,
  viewer: Viewer,
  counts: readonly { verdictKey: number; places: number }[],
): Promise<void> {
  if (counts.length === 0) return;
  await sql`
    update verdict v set inherited = c.places
    from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) as c("verdictKey" integer, places integer)
    where v.key = c."verdictKey" and v.inherited <> c.places and ${visibleTo(viewer, 'v.wall_id')}`.execute(
    transaction,
  );
}

/** Confirmed verdicts of a decision, and for how many releases. */
export type Confirmed = Ended & { releases: number };

/** Confirms verdicts for releases. @returns by decision, for how many */
export async function insertConfirmations(
  transaction: Transaction,
  viewer: Viewer,
  {
    pairs,
    at,
    by,
  }: { pairs: readonly { verdictKey: number; releaseId: string }[]; at: Temporal.Instant; by: string | null },
): Promise<Confirmed[]> {
  const { rows } = await sql<Confirmed>`
    with written as (
      insert into verdict_confirmation (verdict_key, release_id, confirmed_at, confirmed_by, wall_id)
      select v.key, x."releaseId", ${at}, ${by}::uuid, v.wall_id
      from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as x("verdictKey" integer, "releaseId" uuid) join verdict v on v.key = x."verdictKey"
      where v.state = 'standing' and ${visibleTo(viewer, 'v.wall_id')} on conflict do nothing returning verdict_key, release_id
    )
    select v.decision_id as "decisionId", v.status, v.scope, v.wall_id as "wallId", count(distinct w.verdict_key)::integer as verdicts,
      count(distinct w.release_id)::integer as releases
    from written w join verdict v on v.key = w.verdict_key where ${visibleTo(viewer, 'v.wall_id')}
    group by v.decision_id, v.status, v.scope, v.wall_id order by v.decision_id`.execute(transaction);
  return rows;
}

/** Which verdicts are about vulnerabilities of these numbers, by the names that they were decided under. */
export async function listNames(
  transaction: Transaction,
  viewer: Viewer,
  vulnerabilityIds: readonly number[],
): Promise<{ name: string; vulnerabilityId: number }[]> {
  const { rows } = await sql<{ name: string; vulnerabilityId: number }>`
    select distinct v.name, v.vulnerability_id as "vulnerabilityId" from verdict v
    where v.vulnerability_id = any(${vulnerabilityIds}::integer[]) and ${visibleTo(viewer, 'v.wall_id')}`.execute(
    transaction,
  );
  return rows;
}

/** Verdicts follow their names to other vulnerabilities; where two then stand for the same, the newer replaces the older. */
export async function followNames(
  transaction: Transaction,
  viewer: Viewer,
  { moves, at }: { moves: readonly { name: string; from: number; to: number }[]; at: Temporal.Instant },
): Promise<void> {
  const moving = sql`jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as m(name text, "from" integer, "to" integer)`;
  await sql`
    with coming as (
      select v.key, coalesce(m."to", v.vulnerability_id) as goal, v.product, v.scope, v.scope_id, v.wall_id, v.decided_at
      from verdict v left join ${moving} on m."from" = v.vulnerability_id and m.name = v.name
      where v.state = 'standing' and ${visibleTo(viewer, 'v.wall_id')}
        and (m."to" is not null or v.vulnerability_id = any(${moves.map(({ to }) => to)}::integer[]))
    ), ranked as (
      select key, first_value(key) over same as newest from coming
      window same as (partition by goal, product, scope, scope_id, wall_id order by decided_at desc, key desc)
    )
    update verdict v set state = 'replaced', ended_at = ${at}, ended_by = null from ranked r where v.key = r.key and r.newest <> r.key`.execute(
    transaction,
  );
  await sql`
    update verdict v set vulnerability_id = m."to" from ${moving}
    where v.vulnerability_id = m."from" and v.name = m.name and ${visibleTo(viewer, 'v.wall_id')}`.execute(transaction);
}

import { type RawBuilder, sql } from 'kysely';
import { type Viewer, visibleTo } from '#access';
import type { Transaction } from '#platform/database';
import type { Cause } from '../model.ts';

/** The places that a run looks at: those of some vulnerabilities, or of some releases. */
export type Scope = { vulnerabilityIds: readonly number[] } | { releaseKeys: readonly number[] };

/** The same, or those in the temporary table "picked". */
export type WrittenScope = Scope | 'picked';

const inScope = (scope: WrittenScope): RawBuilder<unknown> => {
  if (scope === 'picked')
    return sql`picked p join exposure e using (release_key, vulnerability_id, product_key_id) where true`;
  return 'vulnerabilityIds' in scope
    ? sql`exposure e where e.vulnerability_id = any(${scope.vulnerabilityIds}::integer[])`
    : sql`exposure e where e.release_key = any(${scope.releaseKeys}::integer[])`;
};

/** One run writes at a time: the counts change by difference. */
export async function holdMatching(transaction: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(7266)`.execute(transaction);
}

/** A place that only the release decides: for its files or conditions the match is evaluated there. */
export type OpenPlace = { releaseKey: number; componentId: number; vulnerabilityId: number };

const matchesInScope = (scope: Scope) =>
  'vulnerabilityIds' in scope
    ? sql`match m join inventory_use_v1 u on u.component_id = m.component_id
        join inventory_release_v1 r on r.release_key = u.release_key and r.standing
        where m.vulnerability_id = any(${scope.vulnerabilityIds}::integer[])`
    : sql`inventory_release_v1 r join inventory_use_v1 u on u.release_key = r.release_key
        join match m on m.component_id = u.component_id
        where r.release_key = any(${scope.releaseKeys}::integer[]) and r.standing`;

/** Where files matter only those releases are asked of which it is known what is built. */
export async function listOpenPlaces(
  transaction: Transaction,
  scope: Scope,
  withEvidence: readonly number[],
): Promise<OpenPlace[]> {
  const { rows } = await sql<OpenPlace>`
    select u.release_key as "releaseKey", m.component_id as "componentId", m.vulnerability_id as "vulnerabilityId"
    from ${matchesInScope(scope)}
      and (m.needs = 'conditions' or (m.needs = 'files' and u.release_key = any(${withEvidence}::integer[])))`.execute(
    transaction,
  );
  return rows;
}

/** A place as it was evaluated in its release, or a technology that a release speaks. */
export type SettledPlace = {
  releaseKey: number;
  vulnerabilityId: number;
  productKeyId: number;
  componentId: number | null;
  value: number;
  reason: string;
  wallId: string | null;
};

/**
 * Collects what holds now in the temporary table "wanted": match results that need nothing of their release, and the
 * places that were settled. Several components of one product are one place, with the worst of their results.
 */
export async function collectWanted(
  transaction: Transaction,
  scope: Scope,
  { settled, withEvidence }: { settled: readonly SettledPlace[]; withEvidence: readonly number[] },
): Promise<void> {
  await sql`drop table if exists wanted`.execute(transaction);
  await sql`
    create temporary table wanted on commit drop as
    select distinct on (release_key, vulnerability_id, product_key_id) *, value as standing, null::integer as verdict_key, false as inherited
    from (
      select u.release_key, m.vulnerability_id, m.product_key_id, m.component_id, m.value, m.reason, m.wall_id
      from ${matchesInScope(scope)}
        and m.value > 0 and (m.needs = 'nothing' or (m.needs = 'files' and u.release_key <> all(${withEvidence}::integer[])))
      union all
      select "releaseKey", "vulnerabilityId", "productKeyId", "componentId", value, reason, "wallId"
      from jsonb_to_recordset(${JSON.stringify(settled)}::jsonb) as x("releaseKey" integer, "vulnerabilityId" integer,
        "productKeyId" integer, "componentId" integer, value smallint, reason text, "wallId" uuid)
    ) found order by release_key, vulnerability_id, product_key_id, value desc, component_id`.execute(transaction);
  await sql`analyze wanted`.execute(transaction);
}

/** Collects the places in "picked" as they are, for their verdicts alone to be taken anew. */
export async function collectPicked(transaction: Transaction, viewer: Viewer): Promise<void> {
  await sql`drop table if exists wanted`.execute(transaction);
  await sql`
    create temporary table wanted on commit drop as
    select e.release_key, e.vulnerability_id, e.product_key_id, e.component_id, e.value, e.reason, e.wall_id, e.value as standing,
      null::integer as verdict_key, false as inherited
    from picked p join exposure e using (release_key, vulnerability_id, product_key_id) where ${visibleTo(viewer, 'e.wall_id')}`.execute(
    transaction,
  );
  await sql`analyze wanted`.execute(transaction);
}

type Batch = { id: string; at: Temporal.Instant; cause: Cause };

/**
 * Writes the differences between what stood and what is wanted, with one line for each, under a batch when there are any.
 * @returns how many places changed
 */
export async function writeDifferences(
  transaction: Transaction,
  viewer: Viewer,
  { scope, batch }: { scope: WrittenScope; batch: Batch },
): Promise<number> {
  const { id, at, cause } = batch;
  await sql`drop table if exists touched`.execute(transaction);
  await sql`
    create temporary table touched on commit drop as
    select coalesce(w.release_key, e.release_key) as release_key, coalesce(w.vulnerability_id, e.vulnerability_id) as vulnerability_id,
      coalesce(w.product_key_id, e.product_key_id) as product_key_id, e.standing as before, w.standing as after,
      case when e.inherited then e.verdict_key end as inherited_before, case when w.inherited then w.verdict_key end as inherited_after,
      coalesce(w.wall_id, e.wall_id) as wall_id
    from (select e.* from ${inScope(scope)} and ${visibleTo(viewer, 'e.wall_id')}) e
    full join wanted w on w.release_key = e.release_key and w.vulnerability_id = e.vulnerability_id and w.product_key_id = e.product_key_id
    where e.release_key is null or w.release_key is null
      or (e.value, e.reason, e.component_id, e.standing, e.verdict_key, e.inherited)
        is distinct from (w.value, w.reason, w.component_id, w.standing, w.verdict_key, w.inherited)`.execute(
    transaction,
  );
  await sql`analyze touched`.execute(transaction);
  await rememberPairs(transaction);
  await sql`
    delete from exposure e using touched t where t.after is null and e.release_key = t.release_key
      and e.vulnerability_id = t.vulnerability_id and e.product_key_id = t.product_key_id`.execute(transaction);
  await sql`
    insert into exposure (release_key, vulnerability_id, product_key_id, component_id, value, reason, standing, verdict_key, inherited,
      first_seen_at, changed_at, wall_id)
    select w.release_key, w.vulnerability_id, w.product_key_id, w.component_id, w.value, w.reason, w.standing, w.verdict_key, w.inherited,
      ${at}, ${at}, w.wall_id
    from wanted w join touched t using (release_key, vulnerability_id, product_key_id)
    on conflict (release_key, vulnerability_id, product_key_id) do update set component_id = excluded.component_id,
      value = excluded.value, reason = excluded.reason, standing = excluded.standing, verdict_key = excluded.verdict_key,
      inherited = excluded.inherited, changed_at = excluded.changed_at, wall_id = excluded.wall_id`.execute(
    transaction,
  );
  await sql`
    insert into exposure_batch (id, at, cause) select ${id}::uuid, ${at}, ${cause}
    where exists (select from touched where before is distinct from after)`.execute(transaction);
  const { numAffectedRows } = await sql`
    insert into exposure_change (batch_id, release_key, vulnerability_id, product_key_id, before, after, wall_id)
    select ${id}::uuid, release_key, vulnerability_id, product_key_id, before, after, wall_id from touched
    where before is distinct from after`.execute(transaction);
  return Number(numAffectedRows ?? 0);
}

/** How each release stood to each vulnerability that is touched, before it changes: the worst of its places, and of their match results whether it was any. */
async function rememberPairs(transaction: Transaction): Promise<void> {
  await sql`drop table if exists pair`.execute(transaction);
  await sql`
    create temporary table pair on commit drop as
    select t.release_key, t.vulnerability_id, max(e.standing) as before, coalesce(max(e.value) > 0, false) as was_open
    from (select distinct release_key, vulnerability_id from touched) t
    left join exposure e on e.release_key = t.release_key and e.vulnerability_id = t.vulnerability_id
    group by t.release_key, t.vulnerability_id`.execute(transaction);
  await sql`analyze pair`.execute(transaction);
}

/** How many places wait to be confirmed, of the verdicts in "touched" that were carried over or are. */
export async function countInherited(
  transaction: Transaction,
  viewer: Viewer,
): Promise<{ verdictKey: number; places: number }[]> {
  const { rows } = await sql<{ verdictKey: number; places: number }>`
    select t.key as "verdictKey", (select count(*) from exposure e where e.verdict_key = t.key and e.inherited
      and ${visibleTo(viewer, 'e.wall_id')})::integer as places
    from (select inherited_before as key from touched union select inherited_after from touched) t where t.key is not null`.execute(
    transaction,
  );
  return rows;
}

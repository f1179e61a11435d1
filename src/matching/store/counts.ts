import { sql } from 'kysely';
import { type Viewer, visibleTo } from '#access';
import type { Transaction } from '#platform/database';
import type { Cause } from '../model.ts';

/**
 * Takes what changed in "pair" (places) and in the facts of releases into the counts, by difference and in one order of keys.
 * A release is counted by the facts that "exposed_release" holds, whatever has become of it meanwhile.
 * @param releaseKeys  whose facts are taken anew: every place of theirs is counted under them from now on
 */
export async function refreshCounts(
  transaction: Transaction,
  viewer: Viewer,
  { releaseKeys, at, cause }: { releaseKeys: readonly number[]; at: Temporal.Instant; cause: Cause },
): Promise<void> {
  await noteMoved(transaction, releaseKeys);
  await refreshFacts(transaction, releaseKeys, at);
  await sql`drop table if exists difference`.execute(transaction);
  await sql`
    create temporary table difference on commit drop as
    select vulnerability_id, model_id, in_field, value, sum(releases)::integer as releases, sum(units)::bigint as units,
      sum(closed)::integer as closed
    from (
      select p.vulnerability_id, coalesce(m.model_id, f.model_id) as model_id, coalesce(m.in_field, f.in_field) as in_field,
        p.before as value, -1 as releases, -coalesce(m.units, f.units) as units, -(p.before = 0 and p.was_open)::integer as closed
      from pair p join exposed_release f on f.release_key = p.release_key left join moved m on m.release_key = p.release_key
      where p.before is not null
      union all
      select e.vulnerability_id, f.model_id, f.in_field, e.value, 1, f.units, (e.value = 0 and e.is_open)::integer
      from (select p.release_key, p.vulnerability_id, max(e.standing) as value, max(e.value) > 0 as is_open from pair p
        join exposure e on e.release_key = p.release_key and e.vulnerability_id = p.vulnerability_id
        group by p.release_key, p.vulnerability_id) e
      join exposed_release f on f.release_key = e.release_key
    ) change group by vulnerability_id, model_id, in_field, value
    having sum(releases) <> 0 or sum(units) <> 0 or sum(closed) <> 0`.execute(transaction);
  await sql`
    update exposure_count c set releases = c.releases + d.releases, units = c.units + d.units, closed = c.closed + d.closed
    from difference d
    where c.vulnerability_id = d.vulnerability_id and c.model_id = d.model_id and c.in_field = d.in_field and c.value = d.value`.execute(
    transaction,
  );
  await sql`
    insert into exposure_count (vulnerability_id, model_id, in_field, value, releases, units, closed, wall_id)
    select d.vulnerability_id, d.model_id, d.in_field, d.value, d.releases, d.units, d.closed,
      (select e.wall_id from exposure e where e.vulnerability_id = d.vulnerability_id and ${visibleTo(viewer, 'e.wall_id')} limit 1)
    from difference d where not exists (select from exposure_count c where c.vulnerability_id = d.vulnerability_id
      and c.model_id = d.model_id and c.in_field = d.in_field and c.value = d.value)`.execute(transaction);
  await sql`
    delete from exposure_count c using difference d where c.vulnerability_id = d.vulnerability_id and c.model_id = d.model_id
      and c.in_field = d.in_field and c.value = d.value and c.releases = 0`.execute(transaction);
  await refreshVulnerabilities(transaction, at, cause);
}

/** The facts that a release was counted by, where they differ now, in "moved"; and every place of it in "pair". */
async function noteMoved(transaction: Transaction, releaseKeys: readonly number[]): Promise<void> {
  await sql`drop table if exists moved`.execute(transaction);
  await sql`
    create temporary table moved on commit drop as
    select f.release_key, f.model_id, f.in_field, f.units from exposed_release f
    join inventory_release_v1 r on r.release_key = f.release_key
    where f.release_key = any(${releaseKeys}::integer[])
      and (f.model_id, f.in_field, f.units) is distinct from (r.model_id, r.in_field, r.units)`.execute(transaction);
  await sql`
    insert into pair (release_key, vulnerability_id, before, was_open)
    select e.release_key, e.vulnerability_id, max(e.standing), max(e.value) > 0 from exposure e join moved m on m.release_key = e.release_key
    where not exists (select from pair p where p.release_key = e.release_key and p.vulnerability_id = e.vulnerability_id)
    group by e.release_key, e.vulnerability_id`.execute(transaction);
}

/** What releases are counted by from now on; those that a place newly names too, which were not matched themselves. */
async function refreshFacts(
  transaction: Transaction,
  releaseKeys: readonly number[],
  at: Temporal.Instant,
): Promise<void> {
  await sql`
    insert into exposed_release as f (release_key, release_id, model_id, line_id, in_field, units, matched_at)
    select r.release_key, r.release_id, r.model_id, r.line_id, r.in_field, r.units,
      case when r.release_key = any(${releaseKeys}::integer[]) then ${at}::timestamptz end from inventory_release_v1 r
    where r.release_key = any(${releaseKeys}::integer[])
      or r.release_key in (select p.release_key from pair p left join exposed_release f on f.release_key = p.release_key where f.release_key is null)
    on conflict (release_key) do update set release_id = excluded.release_id, model_id = excluded.model_id,
      line_id = excluded.line_id, in_field = excluded.in_field, units = excluded.units, matched_at = excluded.matched_at`.execute(
    transaction,
  );
}

/** The sums over all models, and when the worst of them became another; a vulnerability that touches nothing any more has no line. */
async function refreshVulnerabilities(transaction: Transaction, at: Temporal.Instant, cause: Cause): Promise<void> {
  // What a verdict had closed comes back; it is not seen for the first time, and undone it stands as before.
  const isNews = cause !== 'verdict' && cause !== 'expiry';
  await sql`
    with sums as (
      select d.vulnerability_id, coalesce(max(c.value) filter (where c.in_field), -1) as value,
        coalesce(sum(c.releases) filter (where c.in_field and c.value = 3), 0) as applies,
        coalesce(sum(c.releases) filter (where c.in_field and c.value = 2), 0) as may_apply,
        coalesce(sum(c.releases) filter (where c.in_field and c.value = 1), 0) as cannot_compare,
        coalesce(sum(c.units) filter (where c.in_field and c.value >= 2), 0) as units,
        coalesce(sum(c.releases) filter (where not c.in_field and c.value > 0), 0) as elsewhere,
        coalesce(sum(c.releases) filter (where not c.in_field and c.value = 3), 0) as elsewhere_applies,
        coalesce(sum(c.releases) filter (where not c.in_field and c.value = 2), 0) as elsewhere_may_apply,
        coalesce(sum(c.closed), 0) as closed, (array_agg(c.wall_id))[1] as wall_id, count(c.vulnerability_id) as lines
      from (select distinct vulnerability_id from difference) d
      left join exposure_count c on c.vulnerability_id = d.vulnerability_id group by d.vulnerability_id
    ), changed as (
      insert into vulnerability_change as h (vulnerability_id, at, cause, before, after, wall_id)
      select s.vulnerability_id, ${at}, ${cause}, coalesce(v.value, -1), s.value, coalesce(s.wall_id, v.wall_id)
      from sums s left join vulnerability_count v on v.vulnerability_id = s.vulnerability_id
      where coalesce(v.value, -1) <> s.value order by s.vulnerability_id
      on conflict (vulnerability_id, at) do update set after = excluded.after, wall_id = excluded.wall_id
    ), gone as (
      delete from vulnerability_count v using sums s where v.vulnerability_id = s.vulnerability_id and s.lines = 0
    )
    insert into vulnerability_count as v (vulnerability_id, value, first_seen_at, applies, may_apply, cannot_compare, units, elsewhere,
      elsewhere_applies, elsewhere_may_apply, closed, wall_id)
    select vulnerability_id, value, ${at}, applies, may_apply, cannot_compare, units, elsewhere, elsewhere_applies, elsewhere_may_apply,
      closed, wall_id from sums where lines > 0
    order by vulnerability_id
    on conflict (vulnerability_id) do update set value = excluded.value, applies = excluded.applies,
      may_apply = excluded.may_apply, cannot_compare = excluded.cannot_compare, units = excluded.units,
      elsewhere = excluded.elsewhere, elsewhere_applies = excluded.elsewhere_applies,
      elsewhere_may_apply = excluded.elsewhere_may_apply, closed = excluded.closed, wall_id = excluded.wall_id,
      first_seen_at = case when ${isNews} and v.value < 2 and excluded.value >= 2 then excluded.first_seen_at else v.first_seen_at end`.execute(
    transaction,
  );
}

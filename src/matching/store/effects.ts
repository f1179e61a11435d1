import { sql } from 'kysely';
import { type Viewer, visibleTo } from '#access';
import type { Transaction } from '#platform/database';

/** Places, their releases, and the units of those in the field. */
export type Extent = { places: number; releases: number; units: number };

export type Effect = {
  vulnerabilities: number;
  covers: Extent;
  closes: Extent;
  reopens: Extent;
  underNarrower: number;
};

const flags = ['covers', 'closes', 'reopens'] as const;

/** Every place once, each release once with whether it has any of a kind: units are those of releases. */
const extents = sql.join(
  flags.map(
    (flag) => sql`jsonb_build_object('places', coalesce(sum(${sql.ref(`r.${flag}`)}), 0),
      'releases', count(*) filter (where ${sql.ref(`r.${flag}`)} > 0),
      'units', coalesce(sum(r.units) filter (where ${sql.ref(`r.${flag}`)} > 0), 0)) as ${sql.ref(flag)}`,
  ),
);

/**
 * What the verdicts that are asked for would do to the places in "picked", in one statement over what stands: "wanted" has
 * how those would stand.
 */
export async function measureEffect(transaction: Transaction, viewer: Viewer): Promise<Effect> {
  const { rows } = await sql<Effect>`
    with place as (
      select e.release_key, e.vulnerability_id, (w.verdict_key is null and r.release_key is not null) as is_covered,
        e.standing as before, w.standing as after, w.value
      from wanted w join exposure e using (release_key, vulnerability_id, product_key_id)
      left join place_resolved r using (release_key, vulnerability_id, product_key_id) where ${visibleTo(viewer, 'e.wall_id')}
    ), releases as (
      select p.release_key, case when f.in_field then f.units else 0 end as units, count(*) filter (where p.is_covered) as covers,
        count(*) filter (where p.before > 0 and p.after = 0) as closes, count(*) filter (where p.before = 0 and p.after > 0) as reopens,
        count(*) filter (where not p.is_covered) as others
      from place p join exposed_release f on f.release_key = p.release_key group by p.release_key, f.in_field, f.units
    )
    select ${extents}, coalesce(sum(r.others), 0)::integer as "underNarrower",
      (select count(distinct vulnerability_id)::integer from verdict_asked) as vulnerabilities from releases r`.execute(
    transaction,
  );
  return rows[0] as Effect;
}

/** How many standing verdicts those that are asked for would replace. */
export async function countReplaced(transaction: Transaction, viewer: Viewer): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from verdict_asked a join verdicts_verdict_v1 v on v.vulnerability_id = a.vulnerability_id
      and v.product = a.product and v.scope = a.scope and v.state = 'standing'
      and coalesce(v.scope_id, '00000000-0000-0000-0000-000000000000') = coalesce(a.scope_id, '00000000-0000-0000-0000-000000000000')
      and v.wall_id is not distinct from a.wall_id where ${visibleTo(viewer, 'v.wall_id')}`.execute(transaction);
  return rows[0]?.count ?? 0;
}

/** Of the places that were written ("touched") those that came to be open or closed. */
export async function sumTouched(transaction: Transaction): Promise<Extent> {
  const { rows } = await sql<Extent>`
    select coalesce(sum(r.places), 0)::integer as places, count(*)::integer as releases,
      coalesce(sum(f.units) filter (where f.in_field), 0)::bigint as units
    from (select t.release_key, count(*) as places from touched t where (t.before = 0) <> (t.after = 0) group by t.release_key) r
    join exposed_release f on f.release_key = r.release_key`.execute(transaction);
  return rows[0] as Extent;
}

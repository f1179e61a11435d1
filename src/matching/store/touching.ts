import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import { type Viewer, visibleTo } from '#access';
import { severities } from '#intelligence/model';
import { fold } from '#platform/browser/fold';
import type { Db } from '#platform/database';
import type { Cause, TouchingFilter } from '../model.ts';
import { valueNumbers } from '../rules.ts';
import { newIn, type Period } from './history.ts';
import { type ComponentName, componentName, type ReleaseName, releaseName, technology } from './names.ts';

type Condition = RawBuilder<SqlBool>;

/** Where a page ended: exploited, result, urgency, units, vulnerability. */
export const TouchingPlace = z.tuple([
  z.int().min(0).max(1),
  z.int().min(0).max(3),
  z.int().min(0).max(32_767),
  z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  z.uuid(),
]);
export type TouchingPlace = z.output<typeof TouchingPlace>;

export type TouchingRow = {
  vulnerabilityId: number;
  /** How its worst place stands; of what verdicts have closed, the match result of an example. */
  value: number;
  counts: { applies: number; mayApply: number; cannotCompare: number; units: number };
  firstSeenAt: Temporal.Instant;
  release: ReleaseName;
  component: ComponentName | null;
  technology: string | null;
  releases: number;
  cause: Cause | null;
  causedAt: Temporal.Instant | null;
  place: TouchingPlace;
};

const order = sql`(v.exploited_on is not null)::integer, c.value, v.urgency, c.units, v.ref`;
const descending = sql`v.exploited_on is not null desc, c.value desc, v.urgency desc, c.units desc, v.ref desc`;

/** First seen since an instant or before one, or newly touching in a period. */
export type Since = {
  firstSeen: Temporal.Instant | null;
  seenBefore: Temporal.Instant | null;
  newIn: Period | null;
};

/** Vulnerabilities that touch us, exploited first, then by result, urgency and units, from just behind `place` on. */
export async function listTouching(
  db: Db,
  viewer: Viewer,
  { filter, since, place, limit }: { filter: TouchingFilter; since: Since; place: TouchingPlace | null; limit: number },
): Promise<TouchingRow[]> {
  const after = place ? sql`(${order}) < (${sql.join([...place])})` : sql`true`;
  const { rows } = await sql<TouchingRow>`
    with page as materialized (
      select v.vulnerability_id, c.value, c.applies, c.may_apply, c.cannot_compare, c.units, c.releases, c.first_seen_at,
        jsonb_build_array(${order}) as place, row_number() over (order by ${descending}) as number
      from intelligence_vulnerability_v1 v join ${countsOf(filter)} c on c.vulnerability_id = v.vulnerability_id
      where ${visibleTo(viewer, 'v.wall_id')} and ${matches(viewer, filter, since)} and ${after} order by ${descending} limit ${limit}
    )
    select p.vulnerability_id as "vulnerabilityId", ${filter.standing === 'closed' ? sql`e.value` : sql`p.value`} as value, p.first_seen_at as "firstSeenAt", p.releases, p.place,
      jsonb_build_object('applies', p.applies, 'mayApply', p.may_apply, 'cannotCompare', p.cannot_compare, 'units', p.units) as counts,
      ${releaseName} as release, ${componentName} as component, ${technology} as technology, h.cause, h.at as "causedAt"
    from page p cross join lateral (${worstPlace(filter)}) e
    join inventory_release_name_v1 n on n.release_key = e.release_key
    join product_key k on k.id = e.product_key_id left join inventory_component_v1 c on c.component_id = e.component_id
    left join lateral (select h.cause, h.at from vulnerability_change h
      where h.vulnerability_id = p.vulnerability_id and h.after > h.before and h.after >= 2 and ${visibleTo(viewer, 'h.wall_id')}
      order by h.at desc limit 1) h on true
    order by p.number`.execute(db);
  return rows;
}

const ofModels = ({ line, model }: TouchingFilter): Condition[] => [
  ...(model?.length ? [sql<SqlBool>`x.model_id = any(${model}::uuid[])`] : []),
  // As an array it is found once, and narrows what is read of each vulnerability.
  ...(line?.length
    ? [
        sql<SqlBool>`x.model_id = any(array(select n.model_id from inventory_model_name_v1 n where n.line_id = any(${line}::uuid[])))`,
      ]
    : []),
];

const isClosed = ({ standing }: TouchingFilter): Condition[] =>
  standing === 'closed' ? [sql<SqlBool>`x.closed > 0`] : [];

const inField = ({ releases }: TouchingFilter): Condition[] => (releases === 'field' ? [sql<SqlBool>`x.in_field`] : []);

/** The kept sums where no model is asked for, else sums over the models that are. */
function countsOf(filter: TouchingFilter): RawBuilder<unknown> {
  const only = ofModels(filter);
  if (filter.standing === 'closed') return closedOf([...only, ...inField(filter)]);
  if (only.length === 0) return filter.releases === 'field' ? keptInField : keptOfAll;
  return sql`(
    select x.vulnerability_id, max(x.value) as value, coalesce(sum(x.releases) filter (where x.value = 3), 0)::integer as applies,
      coalesce(sum(x.releases) filter (where x.value = 2), 0)::integer as may_apply,
      coalesce(sum(x.releases) filter (where x.value = 1), 0)::integer as cannot_compare,
      coalesce(sum(x.units) filter (where x.value >= 2 and x.in_field), 0)::bigint as units,
      sum(x.releases)::integer as releases, min(t.first_seen_at) as first_seen_at
    from exposure_count x join vulnerability_count t on t.vulnerability_id = x.vulnerability_id
    where ${sql.join([sql`x.value > 0`, ...only, ...inField(filter)], sql` and `)} group by x.vulnerability_id)`;
}

/** What verdicts have closed wherever it is asked for. */
const closedOf = (only: readonly Condition[]) => sql`(
  select x.vulnerability_id, 0::smallint as value, 0 as applies, 0 as may_apply, 0 as cannot_compare, 0::bigint as units,
    sum(x.closed)::integer as releases, min(t.first_seen_at) as first_seen_at
  from vulnerability_count t join exposure_count x on x.vulnerability_id = t.vulnerability_id
  where ${sql.join([sql`t.closed > 0`, ...only], sql` and `)} group by x.vulnerability_id having max(x.value) = 0 and sum(x.closed) > 0)`;

const keptInField = sql`(
  select vulnerability_id, value, applies, may_apply, cannot_compare, units, first_seen_at,
    applies + may_apply + cannot_compare as releases
  from vulnerability_count where value > 0)`;

const keptOfAll = sql`(
  select vulnerability_id, units, first_seen_at, applies + elsewhere_applies as applies, may_apply + elsewhere_may_apply as may_apply,
    cannot_compare + elsewhere - elsewhere_applies - elsewhere_may_apply as cannot_compare,
    applies + may_apply + cannot_compare + elsewhere as releases,
    greatest(value, case when elsewhere_applies > 0 then 3 when elsewhere_may_apply > 0 then 2 else 1 end)::smallint as value
  from vulnerability_count where value > 0 or elsewhere > 0)`;

/** The vulnerabilities that the filter leaves. */
export const touchingIds = (viewer: Viewer, filter: TouchingFilter, since: Since): RawBuilder<unknown> => sql`
  select v.vulnerability_id from intelligence_vulnerability_v1 v join ${countsOf(filter)} c on c.vulnerability_id = v.vulnerability_id
  where ${visibleTo(viewer, 'v.wall_id')} and ${matches(viewer, filter, since)}`;

/** The worst place: first the model with the worst result and the most units, then a release of it. */
const worstPlace = (filter: TouchingFilter) => sql`
  select e.release_key, e.product_key_id, e.component_id, e.value from (
    select x.model_id, x.in_field, x.value from exposure_count x
    where ${sql.join([sql`x.vulnerability_id = p.vulnerability_id`, sql`x.value = p.value`, ...isClosed(filter), ...ofModels(filter), ...inField(filter)], sql` and `)}
    order by x.units desc, x.model_id limit 1
  ) x join exposed_release f on f.model_id = x.model_id and f.in_field = x.in_field
  join exposure e on e.release_key = f.release_key and e.vulnerability_id = p.vulnerability_id and e.standing = x.value
    and (e.standing > 0 or e.value > 0)
  join product_key k on k.id = e.product_key_id
  order by f.units desc, f.release_key desc, k.key limit 1`;

function matches(viewer: Viewer, { q, match, severity, exploited }: TouchingFilter, since: Since): Condition {
  const words = q === undefined ? [] : fold(q).split(' ').filter(Boolean);
  const conditions = [
    ...words.map((word) => sql<SqlBool>`v.searched like ${`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`}`),
    ...(match?.length ? [sql<SqlBool>`c.value = any(${match.map((one) => valueNumbers[one])}::smallint[])`] : []),
    ...(severity?.length
      ? [sql<SqlBool>`v.severity = any(${severity.map((one) => severities.indexOf(one))}::smallint[])`]
      : []),
    ...(exploited ? [sql<SqlBool>`v.exploited_on is not null`] : []),
    ...(since.firstSeen ? [sql<SqlBool>`c.first_seen_at >= ${since.firstSeen}`] : []),
    ...(since.seenBefore ? [sql<SqlBool>`c.first_seen_at < ${since.seenBefore}`] : []),
    ...(since.newIn ? [sql<SqlBool>`c.vulnerability_id in (${newIn(viewer, since.newIn)})`] : []),
  ];
  return conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;
}

export type TodayNumbers = {
  applies: number;
  newApplies: number;
  mayApply: number;
  newMayApply: number;
  exploited: number;
};

/** What touches releases in the field, as numbers of vulnerabilities. */
export async function countToday(db: Db, viewer: Viewer, since: Temporal.Instant): Promise<TodayNumbers> {
  const { rows } = await sql<TodayNumbers>`
    select count(*) filter (where c.value = 3)::integer as applies,
      count(*) filter (where c.value = 3 and c.first_seen_at >= ${since})::integer as "newApplies",
      count(*) filter (where c.value = 2)::integer as "mayApply",
      count(*) filter (where c.value = 2 and c.first_seen_at >= ${since})::integer as "newMayApply",
      count(*) filter (where c.value >= 2 and v.exploited_on is not null)::integer as exploited
    from vulnerability_count c join intelligence_vulnerability_v1 v on v.vulnerability_id = c.vulnerability_id
    where c.value > 0 and ${visibleTo(viewer, 'c.wall_id')}`.execute(db);
  return rows[0] as TodayNumbers;
}

export type CountedRow = { vulnerabilityId: number; value: number; counts: TouchingRow['counts'] };

/**
 * Counts of these vulnerabilities over releases in the field, in the order of their ids; those that touch none are left
 * out. Without an order they come as they lie on the disk, and that tells of what else is written there.
 */
export async function countsOfVulnerabilities(db: Db, viewer: Viewer, ids: readonly number[]): Promise<CountedRow[]> {
  const { rows } = await sql<CountedRow>`
    select vulnerability_id as "vulnerabilityId", value, jsonb_build_object('applies', applies, 'mayApply', may_apply,
      'cannotCompare', cannot_compare, 'units', units) as counts
    from vulnerability_count c
    where vulnerability_id = any(${ids}::integer[]) and value > 0 and ${visibleTo(viewer, 'c.wall_id')}
    order by vulnerability_id`.execute(db);
  return rows;
}

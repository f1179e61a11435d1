import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { type Viewer, visibleTo } from '#access';
import type { Db } from '#platform/database';
import type { Cause } from '../model.ts';

/** From an instant on, until just before another. */
export type Period = { from: Temporal.Instant; before: Temporal.Instant };

const monday = sql`date_trunc('week', h.at at time zone 'Asia/Tokyo')::date`;
const highest = sql`max(h.after) filter (where h.after > h.before and h.after >= 2)`;
const atFirst = sql`(array_agg(h.before order by h.at))[1]`;

/** Vulnerabilities that came to apply, or to need a look, within the period and did not do so at its begin. */
export const newIn = (viewer: Viewer, { from, before }: Period): RawBuilder<unknown> => sql`
  select h.vulnerability_id from vulnerability_change h
  where h.at >= ${from} and h.at < ${before} and ${visibleTo(viewer, 'h.wall_id')}
  group by h.vulnerability_id having ${highest} > ${atFirst}`;

export type WeekRow = {
  /** A day, as YYYY-MM-DD. */
  monday: string;
  severity: number;
  newApplies: number;
  newMayApply: number;
  /** Of the new ones, those that still touch releases in the field. */
  still: number;
  /** By how many more applied at the end of the week than at its begin. */
  growth: number;
};

/** What changed in each week in Japan since then, by severity as it is now. Weeks without a change are left out. */
export async function countByWeek(db: Db, viewer: Viewer, since: Temporal.Instant): Promise<WeekRow[]> {
  const { rows } = await sql<WeekRow>`
    select w.monday::text as monday, v.severity,
      count(*) filter (where w.highest = 3 and w.at_first < 3)::integer as "newApplies",
      count(*) filter (where w.highest = 2 and w.at_first < 2)::integer as "newMayApply",
      count(*) filter (where w.highest > w.at_first and c.value > 0)::integer as still, sum(w.growth)::integer as growth
    from (
      select ${monday} as monday, h.vulnerability_id, ${highest} as highest, ${atFirst} as at_first,
        sum((h.after = 3)::integer - (h.before = 3)::integer) as growth
      from vulnerability_change h where h.at >= ${since} and ${visibleTo(viewer, 'h.wall_id')} group by 1, 2
    ) w
    join intelligence_vulnerability_v1 v on v.vulnerability_id = w.vulnerability_id and ${visibleTo(viewer, 'v.wall_id')}
    left join vulnerability_count c on c.vulnerability_id = w.vulnerability_id
    group by w.monday, v.severity order by w.monday, v.severity`.execute(db);
  return rows;
}

/** How many vulnerabilities apply to releases in the field now, by severity. */
export async function countOpen(db: Db, viewer: Viewer): Promise<{ severity: number; count: number }[]> {
  const { rows } = await sql<{ severity: number; count: number }>`
    select v.severity, count(*)::integer as count from vulnerability_count c
    join intelligence_vulnerability_v1 v on v.vulnerability_id = c.vulnerability_id
    where c.value = 3 and ${visibleTo(viewer, 'c.wall_id')} group by v.severity order by v.severity`.execute(db);
  return rows;
}

/** Since when changes are known; null where none is. */
export async function historyBegins(db: Db, viewer: Viewer): Promise<Temporal.Instant | null> {
  const { rows } = await sql<{ at: Temporal.Instant }>`
    select h.at from vulnerability_change h where ${visibleTo(viewer, 'h.wall_id')} order by h.at limit 1`.execute(db);
  return rows[0]?.at ?? null;
}

/** Where a page of changes ended: how bad it is now, how urgent, which vulnerability. */
export const ChangePlace = z.tuple([z.int().min(-1).max(3), z.int().min(0).max(32_767), z.uuid()]);
type Place = z.output<typeof ChangePlace>;

export type ChangeRow = {
  vulnerabilityId: number;
  before: number;
  after: number;
  cause: Cause;
  at: Temporal.Instant;
  place: Place;
};

/** What the worst match results in the field were at the begin of a time and are now, where that is something else. */
const changedSince = (viewer: Viewer, since: Temporal.Instant) => sql`
  select vulnerability_id, (array_agg(h.before order by h.at))[1] as before, (array_agg(h.after order by h.at desc))[1] as after,
    (array_agg(h.cause order by h.at desc))[1] as cause, max(h.at) as at
  from vulnerability_change h where h.at >= ${since} and ${visibleTo(viewer, 'h.wall_id')} group by vulnerability_id`;

/** Vulnerabilities that stand otherwise than they did then, the worst first. */
export async function listChanges(
  db: Db,
  viewer: Viewer,
  { since, place, limit }: { since: Temporal.Instant; place: Place | null; limit: number },
): Promise<ChangeRow[]> {
  const order = sql`x.after, v.urgency, v.ref`;
  const { rows } = await sql<ChangeRow>`
    select x.vulnerability_id as "vulnerabilityId", x.before, x.after, x.cause, x.at, jsonb_build_array(${order}) as place
    from (${changedSince(viewer, since)}) x join intelligence_vulnerability_v1 v on v.vulnerability_id = x.vulnerability_id
    where x.before <> x.after and ${visibleTo(viewer, 'v.wall_id')}
      and ${place ? sql`(${order}) < (${sql.join([...place])})` : sql`true`}
    order by x.after desc, v.urgency desc, v.ref desc limit ${limit}`.execute(db);
  return rows;
}

export type ChangeCounts = { applies: number; mayApply: number; gone: number };

/** How many of them apply newly, need a look newly, or do not touch us any more. */
export async function countChanges(db: Db, viewer: Viewer, since: Temporal.Instant): Promise<ChangeCounts> {
  const { rows } = await sql<ChangeCounts>`
    select count(*) filter (where x.after = 3 and x.before < 3)::integer as applies,
      count(*) filter (where x.after = 2 and x.before < 2)::integer as "mayApply",
      count(*) filter (where x.after < 2 and x.before >= 2)::integer as gone
    from (${changedSince(viewer, since)}) x join intelligence_vulnerability_v1 v on v.vulnerability_id = x.vulnerability_id
    where ${visibleTo(viewer, 'v.wall_id')}`.execute(db);
  return rows[0] as ChangeCounts;
}

import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { type Viewer, visibleTo } from '#access';
import { NearDay } from '#platform/browser/near-day';
import type { Db, Transaction } from '#platform/database';
import { InstantOfCursor } from '#platform/keyset';
import type { Justification, VerdictDeed, VerdictReason, VerdictScope, VerdictStatus } from '../model.ts';

/** Where a page of lines ended: when it was done, which it is. */
export const EventCursor = z.tuple([InstantOfCursor, z.uuid()]);
export type EventCursor = z.output<typeof EventCursor>;
/** Where a page of days ended: the day. */
export const DayCursor = z.tuple([NearDay]);

type Signed = { personId: string; at: string };

export type EventRow = {
  id: string;
  at: Temporal.Instant;
  what: VerdictDeed;
  decisionId: string;
  personId: string | null;
  status: VerdictStatus;
  justification: Justification | null;
  scope: VerdictScope;
  reason: VerdictReason | null;
  note: string;
  verdicts: number;
  releases: number;
  example: { name: string; product: string };
  vulnerabilities: number;
  walled: boolean;
  signatures: Signed[];
};

/** A day in Japan, from midnight to midnight. */
export type Span = { from: Temporal.Instant; before: Temporal.Instant };

/** Lines of a day, or of a decision. */
export type Lines = Span | { decisionId: string };

const within = (lines: Lines): RawBuilder<unknown> =>
  'from' in lines
    ? sql`e.at >= ${lines.from} and e.at < ${lines.before}`
    : sql`e.decision_id = ${lines.decisionId}::uuid`;

/** What was done with decisions, newest first. */
export async function listEvents(
  db: Db,
  viewer: Viewer,
  { lines, place, limit }: { lines: Lines; place: EventCursor | null; limit: number },
): Promise<EventRow[]> {
  const after = place ? sql`(e.at, e.id) < (${place[0]}::timestamptz, ${place[1]}::uuid)` : sql`true`;
  const { rows } = await sql<EventRow>`
    select e.id, e.at, e.what, e.decision_id as "decisionId", e.person_id as "personId", d.status, d.justification, d.scope, d.reason,
      case when e.note = '' then d.note else e.note end as note, e.verdicts, e.releases, d.vulnerabilities, e.wall_id is not null as walled,
      (select jsonb_build_object('name', v.name, 'product', v.product) from verdict v where v.decision_id = d.id and ${visibleTo(viewer, 'v.wall_id')}
        order by v.key limit 1) as example,
      coalesce((select jsonb_agg(jsonb_build_object('personId', s.person_id, 'at', s.signed_at) order by s.signed_at, s.person_id)
        from verdict_signature s where s.event_id = e.id and ${visibleTo(viewer, 's.wall_id')}), '[]') as signatures
    from verdict_event e join verdict_decision d on d.id = e.decision_id
    where ${within(lines)} and ${visibleTo(viewer, 'e.wall_id')} and ${after}
    order by e.at desc, e.id desc limit ${limit}`.execute(db);
  return rows;
}

export type DayRow = {
  day: string;
  events: number;
  unsigned: number;
  affected: number;
  notAffected: number;
  fixed: number;
  underInvestigation: number;
  signatures: Signed[];
};

/** Days on which something was done, newest first. */
export async function listDays(
  db: Db,
  viewer: Viewer,
  { place, limit }: { place: string | null; limit: number },
): Promise<DayRow[]> {
  const decided = (status: VerdictStatus) =>
    sql`count(*) filter (where e.what = 'decide' and e.status = ${status})::integer`;
  const { rows } = await sql<DayRow>`
    with line as (
      select e.id, (e.at at time zone 'Asia/Tokyo')::date as day, e.what, d.status from verdict_event e join verdict_decision d on d.id = e.decision_id
      where ${visibleTo(viewer, 'e.wall_id')} and ${place ? sql`e.at < (${place}::timestamp at time zone 'Asia/Tokyo')` : sql`true`}
    ), signed as (
      select l.day, s.event_id, s.person_id, s.signed_at from line l join verdict_signature s on s.event_id = l.id
      where ${visibleTo(viewer, 's.wall_id')}
    )
    select e.day::text as day, count(*)::integer as events, ${decided('affected')} as affected, ${decided('not-affected')} as "notAffected",
      ${decided('fixed')} as fixed, ${decided('under-investigation')} as "underInvestigation",
      count(*) filter (where e.id not in (select event_id from signed))::integer as unsigned,
      coalesce((select jsonb_agg(jsonb_build_object('personId', x.person_id, 'at', x.at) order by x.at, x.person_id) from
        (select s.person_id, max(s.signed_at) as at from signed s where s.day = e.day group by s.person_id) x), '[]') as signatures
    from line e group by e.day order by e.day desc limit ${limit}`.execute(db);
  return rows;
}

/** How many lines nobody has signed. */
export async function countUnsigned(db: Db, viewer: Viewer): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from verdict_event e
    where ${visibleTo(viewer, 'e.wall_id')} and not exists (select from verdict_signature s where s.event_id = e.id)`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

/** Signs the lines of a day up to one of them. @returns how many were signed newly, or null when that one is not of the day */
export async function signEvents(
  transaction: Transaction,
  viewer: Viewer,
  { span, upTo, personId, at }: { span: Span; upTo: string; personId: string; at: Temporal.Instant },
): Promise<number | null> {
  const { rows } = await sql<{ found: boolean; signed: number }>`
    with last as (
      select e.at, e.id from verdict_event e where e.id = ${upTo}::uuid and ${within(span)} and ${visibleTo(viewer, 'e.wall_id')}
    ), written as (
      insert into verdict_signature (event_id, person_id, signed_at, wall_id)
      select e.id, ${personId}::uuid, ${at}, e.wall_id from verdict_event e, last
      where ${within(span)} and (e.at, e.id) <= (last.at, last.id) and ${visibleTo(viewer, 'e.wall_id')}
      on conflict do nothing returning event_id
    )
    select exists (select from last) as found, (select count(*)::integer from written) as signed`.execute(transaction);
  return rows[0]?.found ? rows[0].signed : null;
}

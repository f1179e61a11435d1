import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import { type Viewer, visibleTo } from '#access';
import { fold } from '#platform/browser/fold';
import type { Db } from '#platform/database';
import { InstantOfCursor } from '#platform/keyset';
import {
  expiringDays,
  type Justification,
  type Verdict,
  type VerdictFilter,
  type VerdictReason,
  type VerdictState,
  type VerdictStatus,
} from '../model.ts';

/** Where a page ended: when the last was decided, which it is. */
export const VerdictCursor = z.tuple([InstantOfCursor, z.uuid()]);
export type VerdictCursor = z.output<typeof VerdictCursor>;

export type VerdictRow = Pick<
  Verdict,
  'for' | 'fixedIn' | 'product' | 'note' | 'impact' | 'evidence' | 'inherited' | 'walled'
> & {
  id: string;
  decisionId: string;
  vulnerabilityId: number;
  state: VerdictState;
  status: VerdictStatus;
  justification: Justification | null;
  reason: VerdictReason | null;
  until: Temporal.PlainDate | null;
  authorId: string | null;
  decidedAt: Temporal.Instant;
  needsApproval: boolean;
  approverId: string | null;
  approvedAt: Temporal.Instant | null;
  endedAt: Temporal.Instant | null;
  endedBy: string | null;
  endNote: string;
  replaces: string | null;
};

const releaseName = (of: string) => {
  const at = (column: string) => sql.ref(`${of}.${column}`);
  return sql`case when ${at('release_id')} is not null then jsonb_build_object('id', ${at('release_id')}, 'slug', ${at('slug')},
    'version', ${at('version')}, 'hardware', ${at('hardware')}, 'model', jsonb_build_object('id', ${at('model_id')}, 'slug', ${at('model_slug')},
    'name', ${at('model_name')})) end`;
};

const columns = (
  viewer: Viewer,
) => sql`v.id, v.decision_id as "decisionId", v.vulnerability_id as "vulnerabilityId", v.state, v.product, v.status,
  jsonb_build_object('scope', v.scope, 'line', case when coalesce(m.line_id, l.line_id) is not null then
      jsonb_build_object('id', coalesce(m.line_id, l.line_id), 'name', coalesce(m.line_name, l.line_name)) end,
    'model', case when m.model_id is not null then jsonb_build_object('id', m.model_id, 'slug', m.model_slug, 'name', m.model_name) end,
    'release', ${releaseName('r')}) as for,
  d.justification, d.reason, d.note, d.impact, d.evidence, ${releaseName('f')} as "fixedIn", v.until, d.author_id as "authorId",
  v.decided_at as "decidedAt", d.needs_approval as "needsApproval", d.approver_id as "approverId", d.approved_at as "approvedAt",
  v.ended_at as "endedAt", v.ended_by as "endedBy", v.end_note as "endNote", v.inherited, v.wall_id is not null as walled,
  (select o.id from verdict o where o.key = v.replaces and ${visibleTo(viewer, 'o.wall_id')}) as replaces`;

const tables = sql`verdict v join verdict_decision d on d.id = v.decision_id
  join intelligence_vulnerability_v1 i on i.vulnerability_id = v.vulnerability_id
  left join inventory_release_name_v1 r on v.scope = 'release' and r.release_id = v.scope_id
  left join inventory_model_name_v1 m on m.model_id = case v.scope when 'release' then r.model_id when 'model' then v.scope_id end
  left join lateral (select line_id, line_name from inventory_model_name_v1 where v.scope = 'line' and line_id = v.scope_id limit 1) l on true
  left join inventory_release_name_v1 f on f.release_id = v.fixed_in`;

/** Which verdicts: as they are filtered, one, or all that are or were for a place of a release. */
export type Which =
  | { filter: VerdictFilter; today: Temporal.PlainDate }
  | { id: string }
  | { releaseId: string; vulnerabilityId: number; product: string };

/** Verdicts, newest first. */
export async function listVerdicts(
  db: Db,
  viewer: Viewer,
  { which, place, limit }: { which: Which; place: VerdictCursor | null; limit: number },
): Promise<VerdictRow[]> {
  const after = place ? sql`(v.decided_at, v.id) < (${place[0]}::timestamptz, ${place[1]}::uuid)` : sql`true`;
  const { rows } = await sql<VerdictRow>`
    select ${columns(viewer)} from ${tables}
    where ${visibleTo(viewer, 'v.wall_id')} and ${visibleTo(viewer, 'i.wall_id')} and ${matches(which)} and ${after}
    order by v.decided_at desc, v.id desc limit ${limit}`.execute(db);
  return rows;
}

function matches(which: Which): RawBuilder<SqlBool> {
  if ('id' in which) return sql<SqlBool>`v.id = ${which.id}::uuid`;
  if ('releaseId' in which)
    return sql<SqlBool>`(v.vulnerability_id = ${which.vulnerabilityId} and v.product = ${which.product} and (v.scope = 'all'
      or exists (select from inventory_release_name_v1 n where n.release_id = ${which.releaseId}::uuid
        and v.scope_id = case v.scope when 'release' then n.release_id when 'model' then n.model_id else n.line_id end)))`;
  return filtered(which.filter, which.today);
}

const oneOf = (column: RawBuilder<unknown>, values: readonly string[] | undefined, type: 'text' | 'uuid') =>
  values?.length ? [sql<SqlBool>`${column} = any(${values}::${sql.raw(type)}[])`] : [];

function filtered(filter: VerdictFilter, today: Temporal.PlainDate): RawBuilder<SqlBool> {
  const { q, status, scope, state, line, model, author, decision, inherited, expiring } = filter;
  const words = q === undefined ? [] : fold(q).split(' ').filter(Boolean);
  const like = (word: string) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const conditions = [
    ...words.map(
      (word) =>
        sql<SqlBool>`(i.searched like ${like(word)} or v.product like ${like(word)} or lower(d.note) like ${like(word)})`,
    ),
    ...oneOf(sql`v.status`, status, 'text'),
    ...oneOf(sql`v.scope`, scope, 'text'),
    ...oneOf(sql`v.state`, state, 'text'),
    ...oneOf(sql`coalesce(m.line_id, l.line_id)`, line, 'uuid'),
    ...oneOf(sql`m.model_id`, model, 'uuid'),
    ...oneOf(sql`d.author_id`, author, 'uuid'),
    ...(decision ? [sql<SqlBool>`v.decision_id = ${decision}::uuid`] : []),
    ...(inherited ? [sql<SqlBool>`v.inherited > 0`] : []),
    ...(expiring ? [sql<SqlBool>`(v.state = 'standing' and v.until <= ${today.add({ days: expiringDays })})`] : []),
  ];
  return conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;
}

export type VerdictNumbers = {
  standing: number;
  waiting: number;
  expiring: number;
  inherited: number;
  inheritedPlaces: number;
};

/** How many stand, wait, end soon, and were carried over with places that nobody has confirmed. */
export async function countVerdicts(db: Db, viewer: Viewer, today: Temporal.PlainDate): Promise<VerdictNumbers> {
  const { rows } = await sql<VerdictNumbers>`
    select count(*) filter (where v.state = 'standing')::integer as standing, count(*) filter (where v.state = 'waiting')::integer as waiting,
      count(*) filter (where v.state = 'standing' and v.until <= ${today.add({ days: expiringDays })})::integer as expiring,
      count(*) filter (where v.inherited > 0)::integer as inherited, coalesce(sum(v.inherited), 0)::integer as "inheritedPlaces"
    from verdict v join intelligence_vulnerability_v1 i on i.vulnerability_id = v.vulnerability_id
    where v.state in ('standing', 'waiting') and ${visibleTo(viewer, 'v.wall_id')} and ${visibleTo(viewer, 'i.wall_id')}`.execute(
    db,
  );
  return rows[0] as VerdictNumbers;
}

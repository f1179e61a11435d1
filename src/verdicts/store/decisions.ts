import { type RawBuilder, sql } from 'kysely';
import { type Viewer, visibleTo } from '#access';
import type { Db, Transaction } from '#platform/database';
import type { VerdictContent, VerdictScope, VerdictStatus } from '../model.ts';

/*
 * What is asked for comes in the temporary table "verdict_asked", one line for each verdict: vulnerability_id, name, product, scope,
 * scope_id, status, fixed_in, decided_at, wall_id, overlays. Many thousands never pass through this process.
 */

export type NewDecision = {
  id: string;
  content: VerdictContent;
  scope: VerdictScope;
  at: Temporal.Instant;
  authorId: string | null;
  needsApproval: boolean;
  wallId: string | null;
};

/** Writes a decision with the verdicts that are asked for; those that count at once replace what stood for the same. */
export async function insertDecision(transaction: Transaction, viewer: Viewer, decision: NewDecision): Promise<void> {
  const { id, content, scope, at, authorId, needsApproval, wallId } = decision;
  const { status, justification, reason, note, impact, evidence, fixedIn, until } = content;
  await sql`
    insert into verdict_decision (id, status, justification, reason, note, impact, evidence, fixed_in, until, scope, verdicts, vulnerabilities,
      decided_at, author_id, needs_approval, wall_id)
    select ${id}::uuid, ${status}, ${justification}, ${reason}, ${note}, ${impact}, ${evidence}, ${fixedIn}::uuid, ${until}::date, ${scope},
      count(*), count(distinct vulnerability_id), ${at}, ${authorId}::uuid, ${needsApproval}, ${wallId}::uuid from verdict_asked`.execute(
    transaction,
  );
  if (!needsApproval) await endStanding(transaction, viewer, { at, by: authorId });
  await sql`
    insert into verdict (id, decision_id, vulnerability_id, name, product, scope, scope_id, status, fixed_in, until, decided_at, state,
      replaces, wall_id)
    select ${idOf(id)}, ${id}::uuid, a.vulnerability_id, a.name, a.product, a.scope, a.scope_id, a.status, a.fixed_in, ${until}::date,
      a.decided_at, ${needsApproval ? 'waiting' : 'standing'}, ${needsApproval ? sql`null` : sql`r.key`}, a.wall_id
    from verdict_asked a ${needsApproval ? sql`` : sql`left join verdict_replaced r on ${same('r')}`}`.execute(
    transaction,
  );
}

/**
 * The verdicts of a decision follow it in number, in the order of what they are about: of what is decided at once lists tell in
 * this order, and there is no gap in it to be hidden.
 */
const idOf = (decisionId: string): RawBuilder<unknown> => {
  const first = Number.parseInt(decisionId.slice(24), 16);
  return sql`(${decisionId.slice(0, 24)} || lpad(to_hex((${first}::bigint + row_number() over (order by a.name desc, a.product desc, a.scope_id desc))
    % ${2 ** 48}::bigint), 12, '0'))::uuid`;
};

const nil = '00000000-0000-0000-0000-000000000000';
const same = (other: string): RawBuilder<unknown> => {
  const of = (column: string) => sql.ref(`${other}.${column}`);
  return sql`a.vulnerability_id = ${of('vulnerability_id')} and a.product = ${of('product')} and a.scope = ${of('scope')}
    and coalesce(a.scope_id, ${nil}) = coalesce(${of('scope_id')}, ${nil}) and a.wall_id is not distinct from ${of('wall_id')}`;
};

/** Ends what stands for the same as is asked for, and remembers it in the temporary table "verdict_replaced". */
async function endStanding(
  transaction: Transaction,
  viewer: Viewer,
  { at, by }: { at: Temporal.Instant; by: string | null },
): Promise<void> {
  await sql`drop table if exists verdict_replaced`.execute(transaction);
  await sql`
    create temporary table verdict_replaced on commit drop as
    select v.key, v.vulnerability_id, v.product, v.scope, v.scope_id, v.wall_id from verdict v join verdict_asked a on ${same('v')}
    where v.state = 'standing' and ${visibleTo(viewer, 'v.wall_id')}`.execute(transaction);
  await sql`analyze verdict_replaced`.execute(transaction);
  await sql`
    update verdict v set state = 'replaced', ended_at = ${at}, ended_by = ${by}::uuid, end_note = '' from verdict_replaced r where v.key = r.key`.execute(
    transaction,
  );
}

export type Decision = {
  id: string;
  status: VerdictStatus;
  scope: VerdictScope;
  verdicts: number;
  decidedAt: Temporal.Instant;
  authorId: string | null;
  needsApproval: boolean;
  approvedAt: Temporal.Instant | null;
  wallId: string | null;
  /** How its verdicts stand now. */
  waiting: number;
  standing: number;
  /** The last day on which it counts. */
  until: Temporal.PlainDate | null;
};

/** Locks a decision until the transaction ends, so that two people do not end it both. */
export async function lockDecision(
  transaction: Transaction,
  viewer: Viewer,
  id: string,
): Promise<Decision | undefined> {
  const { rows } = await sql<Decision>`
    select d.id, d.status, d.scope, d.verdicts, d.decided_at as "decidedAt", d.author_id as "authorId", d.needs_approval as "needsApproval",
      d.approved_at as "approvedAt", d.wall_id as "wallId", d.until,
      (select count(*) from verdict v where v.decision_id = d.id and v.state = 'waiting')::integer as waiting,
      (select count(*) from verdict v where v.decision_id = d.id and v.state = 'standing')::integer as standing
    from verdict_decision d where d.id = ${id}::uuid and ${visibleTo(viewer, 'd.wall_id')} for update of d`.execute(
    transaction,
  );
  return rows[0];
}

/** Lets the waiting verdicts of a decision count from now on. */
export async function approve(
  transaction: Transaction,
  viewer: Viewer,
  { id, at, by }: { id: string; at: Temporal.Instant; by: string },
): Promise<void> {
  await sql`drop table if exists verdict_asked`.execute(transaction);
  await sql`
    create temporary table verdict_asked on commit drop as
    select v.key, v.vulnerability_id, v.product, v.scope, v.scope_id, v.wall_id from verdict v
    where v.decision_id = ${id}::uuid and v.state = 'waiting' and ${visibleTo(viewer, 'v.wall_id')}`.execute(
    transaction,
  );
  await sql`analyze verdict_asked`.execute(transaction);
  await endStanding(transaction, viewer, { at, by });
  await sql`update verdict_decision d set approved_at = ${at}, approver_id = ${by}::uuid where d.id = ${id}::uuid`.execute(
    transaction,
  );
  await sql`
    update verdict v set state = 'standing', replaces = r.key from verdict_asked a left join verdict_replaced r on ${same('r')}
    where v.key = a.key`.execute(transaction);
}

/** Lets what the verdicts of a decision have replaced stand again. */
export async function restoreReplaced(transaction: Transaction, viewer: Viewer, id: string): Promise<void> {
  await sql`
    update verdict v set state = 'standing', ended_at = null, ended_by = null, end_note = ''
    from verdict n where n.decision_id = ${id}::uuid and v.key = n.replaces and v.state = 'replaced' and ${visibleTo(viewer, 'v.wall_id')}`.execute(
    transaction,
  );
}

export type Ending = {
  state: 'revoked' | 'expired' | 'undone' | 'declined';
  at: Temporal.Instant;
  by: string | null;
  note: string;
};

/** Which verdicts are meant: of a decision, by their ids, or those whose last day is over. */
export type Meant = { decisionId: string } | { ids: readonly string[] } | { over: string; limit: number };

const meantBy = (meant: Meant): RawBuilder<unknown> => {
  if ('decisionId' in meant) return sql`v.decision_id = ${meant.decisionId}::uuid`;
  if ('ids' in meant) return sql`v.id = any(${meant.ids}::uuid[])`;
  return sql`v.until < ${meant.over}::date`;
};

/** Ended verdicts of a decision. */
export type Ended = {
  decisionId: string;
  status: VerdictStatus;
  scope: VerdictScope;
  verdicts: number;
  wallId: string | null;
};

/**
 * Ends verdicts that stand or wait, and names what they were for in the temporary table "verdict_touched".
 * @returns by decision how many
 */
export async function endVerdicts(
  transaction: Transaction,
  viewer: Viewer,
  { meant, ending }: { meant: Meant; ending: Ending },
): Promise<Ended[]> {
  await sql`drop table if exists verdict_touched`.execute(transaction);
  await sql`
    create temporary table verdict_touched on commit drop as
    select v.key, v.decision_id, v.vulnerability_id, v.product, v.scope, v.scope_id, v.status, v.wall_id from verdict v
    where ${meantBy(meant)} and v.state in ('waiting', 'standing') and ${visibleTo(viewer, 'v.wall_id')}
    order by v.key limit ${'limit' in meant ? meant.limit : null}`.execute(transaction);
  await sql`analyze verdict_touched`.execute(transaction);
  await sql`
    update verdict v set state = ${ending.state}, ended_at = ${ending.at}, ended_by = ${ending.by}::uuid, end_note = ${ending.note}
    from verdict_touched t where v.key = t.key`.execute(transaction);
  const { rows } = await sql<Ended>`
    select decision_id as "decisionId", status, scope, count(*)::integer as verdicts, wall_id as "wallId" from verdict_touched
    group by decision_id, status, scope, wall_id order by decision_id`.execute(transaction);
  return rows;
}

/** Names what the verdicts of a decision are for in the temporary table "verdict_touched". */
export async function touchDecision(transaction: Transaction, viewer: Viewer, id: string): Promise<void> {
  await sql`drop table if exists verdict_touched`.execute(transaction);
  await sql`
    create temporary table verdict_touched on commit drop as
    select v.key, v.vulnerability_id, v.product, v.scope, v.scope_id from verdict v
    where v.decision_id = ${id}::uuid and ${visibleTo(viewer, 'v.wall_id')}`.execute(transaction);
  await sql`analyze verdict_touched`.execute(transaction);
}

/** The same of standing verdicts that are fixed from one of these releases on. @returns how many */
export async function touchFixedIn(
  transaction: Transaction,
  viewer: Viewer,
  releaseKeys: readonly number[],
): Promise<number> {
  await sql`drop table if exists verdict_touched`.execute(transaction);
  await sql`
    create temporary table verdict_touched on commit drop as
    select v.key, v.vulnerability_id, v.product, v.scope, v.scope_id from inventory_release_v1 r join verdict v on v.fixed_in = r.release_id
    where r.release_key = any(${releaseKeys}::integer[]) and v.state = 'standing' and ${visibleTo(viewer, 'v.wall_id')}`.execute(
    transaction,
  );
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from verdict_touched`.execute(
    transaction,
  );
  return rows[0]?.count ?? 0;
}

/** How many of these ids are verdicts that the viewer sees, and how many of those have not ended. */
export async function countVerdictsById(
  db: Db,
  viewer: Viewer,
  ids: readonly string[],
): Promise<{ known: number; open: number }> {
  const { rows } = await sql<{ known: number; open: number }>`
    select count(*)::integer as known, count(*) filter (where v.state in ('waiting', 'standing'))::integer as open from verdict v
    where v.id = any(${ids}::uuid[]) and ${visibleTo(viewer, 'v.wall_id')}`.execute(db);
  return rows[0] as { known: number; open: number };
}

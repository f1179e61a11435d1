import { sql } from 'kysely';
import { type Viewer, visibleTo } from '#access';
import type { Db } from '#platform/database';
import type { Justification, VerdictStatus } from '../model.ts';

/** What is told outside of a decision: never its note, its evidence or who decided. */
export type ToldDecision = {
  decisionId: string;
  status: VerdictStatus;
  justification: Justification | null;
  /** Why it does not affect users, or what those can do whom it affects. */
  told: string;
  decidedAt: Temporal.Instant;
};

/** What is told of decisions that stand in public; those behind any wall are left out, whoever asks. */
export async function listTold(
  db: Db,
  viewer: Viewer,
  decisionIds: readonly string[],
): Promise<ReadonlyMap<string, ToldDecision>> {
  const { rows } = await sql<ToldDecision>`
    select d.id as "decisionId", d.status, d.justification, d.impact as told, d.decided_at as "decidedAt" from verdict_decision d
    where d.id = any(${decisionIds}::uuid[]) and d.wall_id is null and ${visibleTo(viewer, 'd.wall_id')}`.execute(db);
  return new Map(rows.map((row) => [row.decisionId, row]));
}

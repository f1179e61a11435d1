import { sql } from 'kysely';
import type { Transaction } from '#platform/database';
import { newId } from '#platform/ids';
import type { VerdictDeed } from '../model.ts';

export type NewEvent = {
  decisionId: string;
  what: VerdictDeed;
  by: string | null;
  verdicts: number;
  releases: number;
  note: string;
  wallId: string | null;
};

/** Writes lines of the daily list. */
export async function insertEvents(
  transaction: Transaction,
  at: Temporal.Instant,
  events: readonly NewEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event) => ({ id: newId(), ...event }));
  await sql`
    insert into verdict_event (id, decision_id, at, what, person_id, verdicts, releases, note, wall_id)
    select id, "decisionId", ${at}, what, by, verdicts, releases, note, "wallId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(id uuid, "decisionId" uuid, what text, by uuid, verdicts integer,
      releases integer, note text, "wallId" uuid)`.execute(transaction);
}

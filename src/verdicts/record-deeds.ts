import { recordAudits, type Tools } from '#access';
import type { Transaction } from '#platform/database';
import type { VerdictDeed, VerdictScope, VerdictStatus } from './model.ts';
import { insertEvents } from './store/events.ts';

/** What was done with some verdicts of a decision; `releases`: of a confirmation, for how many. */
export type DeedDone = {
  decisionId: string;
  status: VerdictStatus;
  scope: VerdictScope;
  verdicts: number;
  releases?: number;
  wallId: string | null;
};

const actions = {
  decide: { action: 'verdict.decide' },
  approve: { action: 'verdict.approve' },
  decline: { action: 'verdict.decline' },
  undo: { action: 'verdict.undo' },
  revoke: { action: 'verdict.revoke' },
  expire: { action: 'verdict.expire' },
  confirm: { action: 'verdict.confirm' },
} as const;

/** Writes deeds into the daily list and the audit trail, one line for each decision, in the caller's transaction. */
export async function recordDeeds(
  transaction: Transaction,
  tools: Pick<Tools, 'viewer' | 'now' | 'origin'>,
  { what, done, note }: { what: Exclude<VerdictDeed, 'open'>; done: readonly DeedDone[]; note: string },
): Promise<void> {
  const by = tools.viewer.person?.id ?? null;
  await insertEvents(
    transaction,
    tools.now(),
    done.map(({ decisionId, verdicts, releases = 0, wallId }) => ({
      ...{ decisionId, what, by, verdicts, releases, note, wallId },
    })),
  );
  await recordAudits(
    transaction,
    tools,
    done.map(({ decisionId, status, scope, verdicts, releases, wallId }) => ({
      ...{ ...actions[what], subjectKind: 'verdict', subjectId: decisionId, wallId },
      after: { status, scope, verdicts, ...(releases === undefined ? {} : { releases }) },
    })),
  );
}

import type { Tools } from '#access';
import { todayInJapan } from '#platform/browser/calendar';
import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import { approve, type Decision, endVerdicts, lockDecision, recordDeeds, touchDecision } from '#verdicts';
import type { DecideTools } from './decide.ts';
import { rejudge } from './rejudge.ts';
import type { Extent } from './store/effects.ts';
import { holdMatching } from './store/exposures.ts';
import { collectCovered } from './store/picked.ts';

/**
 * Lets the decision of somebody else count.
 * @throws Refusal 'not-found', 'not-allowed' for one's own, 'conflict' when it does not wait any more or its last day is over
 */
export async function approveDecision(tools: DecideTools, { id, note }: { id: string; note: string }): Promise<Extent> {
  const { viewer, now } = tools;
  return tools.db.transaction().execute(async (transaction) => {
    await holdMatching(transaction);
    const { decision, by } = await lockOfAnother(transaction, tools, id);
    if (decision.until && Temporal.PlainDate.compare(decision.until, todayInJapan(now())) < 0)
      throw new Refusal('conflict', 'Its last day is over.', { obstacle: 'until-past' });
    await approve(transaction, viewer, { id, at: now(), by });
    await touchDecision(transaction, viewer, id);
    await collectCovered(transaction, viewer, 'verdict_touched');
    const extent = await rejudge(transaction, tools, 'verdict');
    const done = [{ ...decision, decisionId: id, verdicts: decision.waiting }];
    await recordDeeds(transaction, tools, { what: 'approve', done, note });
    return extent;
  });
}

/** Sends the decision of somebody else back: it never counts. @throws Refusal as approveDecision */
export async function declineDecision(
  tools: DecideTools,
  { id, note }: { id: string; note: string },
): Promise<{ verdicts: number }> {
  return tools.db.transaction().execute(async (transaction) => {
    const { by } = await lockOfAnother(transaction, tools, id);
    const ending = { state: 'declined', at: tools.now(), by, note } as const;
    const done = await endVerdicts(transaction, tools.viewer, { meant: { decisionId: id }, ending });
    await recordDeeds(transaction, tools, { what: 'decline', done, note });
    return { verdicts: done.reduce((sum, { verdicts }) => sum + verdicts, 0) };
  });
}

async function lockOfAnother(
  transaction: Transaction,
  { viewer }: Pick<Tools, 'viewer'>,
  id: string,
): Promise<{ decision: Decision; by: string }> {
  const decision = await lockDecision(transaction, viewer, id);
  if (!decision) throw new Refusal('not-found', `There is no decision ${id}.`, { what: 'decision' });
  const by = viewer.person?.id;
  if (by === undefined || by === decision.authorId)
    throw new Refusal('not-allowed', 'A second person has to approve it.', { reason: 'own-decision' });
  if (decision.waiting === 0)
    throw new Refusal('conflict', 'Nothing of it waits for approval.', { reason: 'changed-since' });
  return { decision, by };
}

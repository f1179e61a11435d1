import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import { endVerdicts, lockDecision, recordDeeds, restoreReplaced } from '#verdicts';
import type { DecideTools } from './decide.ts';
import { rejudge } from './rejudge.ts';
import type { Extent } from './store/effects.ts';
import { holdMatching } from './store/exposures.ts';
import { collectCovered } from './store/picked.ts';

/**
 * Takes one's own decision back: every place stands as before it, what it replaced stands again.
 * @throws Refusal 'not-found', 'not-allowed' for the decision of another, or 'conflict' when some of its verdicts have ended since
 */
export async function undoDecision(tools: DecideTools, { id }: { id: string }): Promise<Extent> {
  return tools.db.transaction().execute(async (transaction) => {
    await holdMatching(transaction);
    return undoIn(transaction, tools, id);
  });
}

/** The same in the caller's transaction, which holds matching. */
export async function undoIn(transaction: Transaction, tools: DecideTools, id: string): Promise<Extent> {
  const { viewer, now } = tools;
  const decision = await lockDecision(transaction, viewer, id);
  if (!decision) throw new Refusal('not-found', `There is no decision ${id}.`, { what: 'decision' });
  if (decision.authorId !== (viewer.person?.id ?? null))
    throw new Refusal('not-allowed', 'Only its author takes a decision back.', { reason: 'not-author' });
  if (decision.waiting + decision.standing < decision.verdicts)
    throw new Refusal('conflict', 'Something of it was decided anew or has ended.', { reason: 'changed-since' });
  const ending = { state: 'undone', at: now(), by: decision.authorId, note: '' } as const;
  const done = await endVerdicts(transaction, viewer, { meant: { decisionId: id }, ending });
  await restoreReplaced(transaction, viewer, id);
  await collectCovered(transaction, viewer, 'verdict_touched');
  const extent = await rejudge(transaction, tools, 'verdict');
  await recordDeeds(transaction, tools, { what: 'undo', done, note: '' });
  return extent;
}

import { Refusal } from '#platform/errors';
import { countVerdictsById, endVerdicts, recordDeeds } from '#verdicts';
import type { DecideTools } from './decide.ts';
import { rejudge } from './rejudge.ts';
import type { Extent } from './store/effects.ts';
import { holdMatching } from './store/exposures.ts';
import { collectCovered } from './store/picked.ts';

/**
 * Ends verdicts, all or none: what they closed is open again.
 * @throws Refusal 'not-found' when one is not known, 'conflict' when one has ended
 */
export async function revokeVerdicts(
  tools: DecideTools,
  { ids, note }: { ids: string[]; note: string },
): Promise<Extent & { verdicts: number }> {
  const { viewer, now } = tools;
  const unique = [...new Set(ids)];
  return tools.db.transaction().execute(async (transaction) => {
    await holdMatching(transaction);
    const { known, open } = await countVerdictsById(transaction, viewer, unique);
    if (known < unique.length) throw new Refusal('not-found', 'One of them is not known.', { what: 'verdict' });
    if (open < unique.length) throw new Refusal('conflict', 'One of them has ended.', { reason: 'changed-since' });
    const ending = { state: 'revoked', at: now(), by: viewer.person?.id ?? null, note } as const;
    const done = await endVerdicts(transaction, viewer, { meant: { ids: unique }, ending });
    await collectCovered(transaction, viewer, 'verdict_touched');
    const extent = await rejudge(transaction, tools, 'verdict');
    await recordDeeds(transaction, tools, { what: 'revoke', done, note });
    return { ...extent, verdicts: unique.length };
  });
}

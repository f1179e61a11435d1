import type { Tools } from '#access';
import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import { insertConfirmations, recordDeeds } from '#verdicts';
import { numbered } from './choose-places.ts';
import type { DecideTools } from './decide.ts';
import type { PlaceRef } from './model.ts';
import { rejudge } from './rejudge.ts';
import type { Extent } from './store/effects.ts';
import { holdMatching } from './store/exposures.ts';
import { collectInherited, type InheritedChoice } from './store/picked.ts';

type Chosen = { places: PlaceRef[] } | { release: string } | { verdict: string };

/**
 * Confirms verdicts that were carried over to later releases: there they count from now on as where they were decided.
 * @throws Refusal 'not-found' when nothing of it waits to be confirmed
 */
export async function confirmInherited(tools: DecideTools, chosen: Chosen): Promise<Extent> {
  const { viewer, now } = tools;
  return tools.db.transaction().execute(async (transaction) => {
    await holdMatching(transaction);
    const pairs = await collectInherited(transaction, viewer, await choiceOf(transaction, viewer, chosen));
    if (pairs.length === 0)
      throw new Refusal('not-found', 'Nothing there waits to be confirmed.', { what: 'exposure' });
    const done = await insertConfirmations(transaction, viewer, { pairs, at: now(), by: viewer.person?.id ?? null });
    const extent = await rejudge(transaction, tools, 'verdict');
    await recordDeeds(transaction, tools, { what: 'confirm', done, note: '' });
    return extent;
  });
}

async function choiceOf(transaction: Transaction, viewer: Tools['viewer'], chosen: Chosen): Promise<InheritedChoice> {
  return 'places' in chosen ? { places: await numbered(transaction, viewer, chosen.places) } : chosen;
}

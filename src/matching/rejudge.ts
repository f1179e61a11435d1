import type { Tools } from '#access';
import type { Transaction } from '#platform/database';
import type { Cause } from './model.ts';
import { type Extent, sumTouched } from './store/effects.ts';
import { collectPicked } from './store/exposures.ts';
import { writePlaces } from './write-places.ts';

/**
 * Takes the verdicts of the places in "picked" anew, and writes what differs with its counts, in the caller's transaction, which
 * holds matching.
 * @returns the places that came to be open or closed by it
 */
export async function rejudge(
  transaction: Transaction,
  tools: Pick<Tools, 'viewer' | 'now' | 'emit'>,
  cause: Cause,
): Promise<Extent> {
  await collectPicked(transaction, tools.viewer);
  await writePlaces(transaction, tools, { scope: 'picked', cause, releaseKeys: [] });
  return sumTouched(transaction);
}

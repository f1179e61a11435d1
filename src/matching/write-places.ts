import type { Transaction } from '#platform/database';
import { newId } from '#platform/ids';
import type { MatchingTools } from './evaluate-meetings.ts';
import type { Cause } from './model.ts';
import { refreshCounts } from './store/counts.ts';
import * as exposures from './store/exposures.ts';

/**
 * Writes what differs from the collected places, takes it into the counts, and tells 'exposure.changed' once when
 * something did.
 * @param releaseKeys  whose facts (in the field, units) may have changed too
 */
export async function writePlaces(
  transaction: Transaction,
  { viewer, now, emit }: Pick<MatchingTools, 'viewer' | 'now' | 'emit'>,
  { scope, cause, releaseKeys }: { scope: exposures.Scope; cause: Cause; releaseKeys: readonly number[] },
): Promise<void> {
  const at = now();
  const id = newId();
  const changed = await exposures.writeDifferences(transaction, viewer, { scope, batch: { id, at, cause } });
  await refreshCounts(transaction, viewer, { releaseKeys, at, cause });
  if (changed > 0) await emit(transaction, 'exposure.changed', { batchId: id });
}

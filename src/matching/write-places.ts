import type { Transaction } from '#platform/database';
import { newId } from '#platform/ids';
import { fileInherited } from '#verdicts';
import type { MatchingTools } from './evaluate-meetings.ts';
import type { Cause } from './model.ts';
import { refreshCounts } from './store/counts.ts';
import * as exposures from './store/exposures.ts';
import { judgeWanted } from './store/judged.ts';
import { fileVexChanges } from './store/vex-changes.ts';

/**
 * Writes what differs from the collected places, each with the verdict that counts there, takes it into the counts, and tells
 * 'exposure.changed' once when something did.
 * @param releaseKeys  whose facts (in the field, units) may have changed too
 */
export async function writePlaces(
  transaction: Transaction,
  { viewer, now, emit }: Pick<MatchingTools, 'viewer' | 'now' | 'emit'>,
  { scope, cause, releaseKeys }: { scope: exposures.WrittenScope; cause: Cause; releaseKeys: readonly number[] },
): Promise<void> {
  const at = now();
  const id = newId();
  await judgeWanted(transaction, viewer, 'as-it-stands');
  const changed = await exposures.writeDifferences(transaction, viewer, { scope, batch: { id, at, cause } });
  await fileVexChanges(transaction, viewer, at);
  await refreshCounts(transaction, viewer, { releaseKeys, at, cause });
  await fileInherited(transaction, viewer, await exposures.countInherited(transaction, viewer));
  if (changed > 0) await emit(transaction, 'exposure.changed', { batchId: id });
}

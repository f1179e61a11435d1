import { mayIn, type Tools } from '#access';
import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import * as store from './store/lines.ts';

/**
 * Locks a line for its change by somebody who saw that revision of it.
 * @param which  'standing' lines, or 'removed' ones to restore
 * @throws Refusal 'not-found', or 'conflict' with who changed it meanwhile
 */
export async function lockLineAt(
  transaction: Transaction,
  { id, revision }: { id: string; revision: number },
  which: 'standing' | 'removed' = 'standing',
): Promise<store.LineRow> {
  const line = await store.lockLine(transaction, id);
  if (!line || (line.removedAt !== null) !== (which === 'removed'))
    throw new Refusal('not-found', `There is no such product line: ${id}.`, { what: 'product-line' });
  if (line.revision !== revision)
    throw new Refusal('conflict', `${line.changedBy} has changed this product line meanwhile.`, {
      reason: 'changed-since',
      revision: line.revision,
      by: line.changedBy,
      at: line.changedAt.toString(),
      name: line.name,
    });
  return line;
}

/**
 * A line belongs to everybody whose models stand in it: only who may change all of them may change the line.
 * @throws Refusal 'not-allowed'
 */
export async function guardLine(transaction: Transaction, viewer: Tools['viewer'], lineId: string): Promise<void> {
  const divisions = await store.listDivisionsOfLine(transaction, lineId);
  const foreign = divisions.find((divisionId) => !mayIn(viewer, 'product:write', divisionId));
  if (foreign !== undefined)
    throw new Refusal('not-allowed', 'Models of other divisions belong to this line.', {
      reason: 'division',
      divisionId: foreign,
    });
}

/** @throws Refusal 'conflict' when another standing line has this name */
export async function guardLineName(transaction: Transaction, name: string, exceptId: string | null): Promise<void> {
  const taken = await store.findLineNamed(transaction, name);
  if (taken && taken.id !== exceptId)
    throw new Refusal('conflict', `There is a product line ${taken.name} already.`, {
      reason: 'name-taken',
      name: taken.name,
      lineId: taken.id,
    });
}

import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import type { StandingModel } from './facts.ts';
import { listChangesSince } from './store/changes.ts';
import { lockModels } from './store/models.ts';

/**
 * Locks a model for its change by somebody who saw that revision of it.
 * @param which  'standing' models, or 'removed' ones to restore
 * @throws Refusal 'not-found', or 'conflict' with who changed what meanwhile
 */
export async function lockModelAt(
  transaction: Transaction,
  { id, revision }: { id: string; revision: number },
  which: 'standing' | 'removed' = 'standing',
): Promise<StandingModel> {
  const [model] = await lockModels(transaction, [id]);
  if (!model || model.facts.removed !== (which === 'removed'))
    throw new Refusal('not-found', `There is no such model: ${id}.`, { what: 'model' });
  if (model.revision !== revision) {
    const changes = await listChangesSince(transaction, id, revision, 20);
    throw new Refusal('conflict', `${changes[0]?.personName} has changed this model meanwhile.`, {
      reason: 'changed-since',
      revision: model.revision,
      changes: changes.map(({ personName, at, before, after }) => ({
        by: personName,
        at: at.toString(),
        before,
        after,
      })),
    });
  }
  return model;
}

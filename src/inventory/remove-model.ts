import type { Tools } from '#access';
import type { Transaction } from '#platform/database';
import { newId } from '#platform/ids';
import { changeModels, type ModelChange } from './change-models.ts';
import { lockModelAt } from './lock-model.ts';
import { listChangesOf, listChangesSince } from './store/changes.ts';
import { listPredecessors, lockModels } from './store/models.ts';

type ModelTools = Pick<Tools, 'db' | 'viewer' | 'now' | 'origin' | 'emit'>;
type AtRevision = { id: string; revision: number };

/**
 * Takes a model and its part numbers out of all lists; models that it succeeds lose their successor.
 * restoreModel brings everything back; the history stays in any case.
 * @throws Refusal as updateModel
 */
export async function removeModel(tools: ModelTools, { id, revision }: AtRevision): Promise<AtRevision> {
  return tools.db.transaction().execute(async (transaction) => {
    const standing = await lockModelAt(transaction, { id, revision });
    const predecessors = await lockModels(transaction, await listPredecessors(transaction, [id]));
    const changes: ModelChange[] = [
      { id, standing, after: { ...standing.facts, partNumbers: [], removed: true } },
      ...predecessors.map((model) => ({ id: model.id, standing: model, after: { ...model.facts, successorId: null } })),
    ];
    await changeModels(transaction, tools, { changeId: newId(), how: 'remove', changes });
    return { id, revision: revision + 1 };
  });
}

/**
 * Brings back a removed model with its part numbers, and makes it again the successor of those that have got no other since.
 * @throws Refusal as updateModel, and 'conflict' when its name, its line or a part number is no longer free
 */
export async function restoreModel(tools: ModelTools, { id, revision }: AtRevision): Promise<AtRevision> {
  return tools.db.transaction().execute(async (transaction) => {
    const standing = await lockModelAt(transaction, { id, revision }, 'removed');
    const [removal] = await listChangesSince(transaction, id, revision - 1, 1);
    const partNumbers = removal?.before.partNumbers ?? [];
    const changes: ModelChange[] = [
      { id, standing, after: { ...standing.facts, partNumbers, removed: false } },
      ...(removal ? await relink(transaction, id, removal.changeId) : []),
    ];
    await changeModels(transaction, tools, { changeId: newId(), how: 'restore', changes });
    return { id, revision: revision + 1 };
  });
}

async function relink(transaction: Transaction, id: string, changeId: string): Promise<ModelChange[]> {
  const unlinked = (await listChangesOf(transaction, changeId)).filter(({ before }) => before.successorId === id);
  const models = await lockModels(
    transaction,
    unlinked.map(({ modelId }) => modelId),
  );
  return models
    .filter(({ facts }) => facts.successorId === null && !facts.removed)
    .map((model) => ({ id: model.id, standing: model, after: { ...model.facts, successorId: id } }));
}

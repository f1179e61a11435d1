import type { Tools } from '#access';
import { newId } from '#platform/ids';
import { changeModels } from './change-models.ts';
import { onlySaid } from './facts.ts';
import { lockModelAt } from './lock-model.ts';
import type { ModelInput, PartNumber } from './model.ts';
import { withPartNumbers } from './part-numbers.ts';

type ModelTools = Pick<Tools, 'db' | 'viewer' | 'now' | 'origin' | 'emit'>;
type AtRevision = { id: string; revision: number };

/**
 * Changes what is said about a model; its part numbers and end dates have use cases of their own.
 * @returns its revision afterwards, the same when nothing differed
 * @throws Refusal 'not-found', 'not-allowed', or 'conflict' with who changed what meanwhile
 */
export async function updateModel(
  tools: ModelTools,
  { id, revision, ...facts }: AtRevision & ModelInput,
): Promise<AtRevision> {
  return tools.db.transaction().execute(async (transaction) => {
    const standing = await lockModelAt(transaction, { id, revision });
    const changes = [{ id, standing, after: { ...standing.facts, ...onlySaid(facts) } }];
    const changed = await changeModels(transaction, tools, { changeId: newId(), how: 'update', changes });
    return { id, revision: revision + changed.length };
  });
}

/**
 * Replaces the part numbers of a model by these.
 * @throws Refusal as updateModel, and 'conflict' for a number of another model or one that stands twice
 */
export async function replacePartNumbers(
  tools: ModelTools,
  { id, revision, partNumbers }: AtRevision & { partNumbers: PartNumber[] },
): Promise<AtRevision> {
  return tools.db.transaction().execute(async (transaction) => {
    const standing = await lockModelAt(transaction, { id, revision });
    const changes = [{ id, standing, after: withPartNumbers(standing.facts, partNumbers) }];
    const changed = await changeModels(transaction, tools, { changeId: newId(), how: 'part-numbers', changes });
    return { id, revision: revision + changed.length };
  });
}

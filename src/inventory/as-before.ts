import { Refusal } from '#platform/errors';
import type { ModelChange } from './change-models.ts';
import type { StandingModel } from './facts.ts';
import type { KeptChange } from './store/changes.ts';

/**
 * The way back from a change of many models: each as it was, those that it made removed.
 * @throws Refusal 'conflict' with reason 'changed-since' and the names of those that were changed after it
 */
export function asBefore(made: KeptChange[], standing: StandingModel[]): ModelChange[] {
  const byId = new Map(standing.map((model) => [model.id, model]));
  const since = made.filter(({ modelId, revision }) => byId.get(modelId)?.revision !== revision);
  if (since.length > 0) throw changedSince(since.map(({ modelId }) => byId.get(modelId)?.facts.name ?? modelId));
  return made.flatMap(({ modelId, revision, before }) => {
    const model = byId.get(modelId);
    if (!model) return [];
    const after = revision === 1 ? { ...model.facts, partNumbers: [], removed: true } : { ...model.facts, ...before };
    return [{ id: modelId, standing: model, after }];
  });
}

/** Why a change of many cannot be taken back: these were changed after it. */
export const changedSince = (names: string[]) =>
  new Refusal('conflict', 'Models or lines were changed afterwards; undo those changes first.', {
    reason: 'changed-since',
    names: names.slice(0, 20),
    count: names.length,
  });

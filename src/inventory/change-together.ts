import { mayIn, type Tools } from '#access';
import { todayInJapan } from '#platform/browser/calendar';
import { fold } from '#platform/browser/fold';
import { Refusal } from '#platform/errors';
import { newId } from '#platform/ids';
import { asBefore } from './as-before.ts';
import { changeModels, type ModelChange } from './change-models.ts';
import { differenceOf, type ModelFacts, onlySaid, type StandingModel } from './facts.ts';
import type { ProductFilter } from './filter.ts';
import { mostTogether, type TogetherChange, type TogetherPreview } from './model/together.ts';
import { needsReason } from './model.ts';
import { listChangesOf } from './store/changes.ts';
import { listModelIds } from './store/list.ts';
import { listStanding, lockModels } from './store/models.ts';

type ChangeTools = Pick<Tools, 'db' | 'viewer' | 'now' | 'origin' | 'emit'>;
type Chosen = { ids: string[]; change: TogetherChange };

const namesShown = 5;

/**
 * The ids of all models that a filter leaves, to change them together.
 * @throws Refusal 'too-large' when they are more than one change may touch
 */
export async function pickModels(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  filter: ProductFilter,
): Promise<{ ids: string[] }> {
  const ids = await listModelIds(db, { filter, today: todayInJapan(now()), limit: mostTogether + 1 });
  if (ids.length > mostTogether)
    throw new Refusal('too-large', `One change touches at most ${mostTogether} models.`, { most: mostTogether });
  return { ids };
}

/** What a change of many would do: how many differ, and what stands in its way. */
export async function previewTogether(
  { db, viewer }: Pick<Tools, 'db' | 'viewer'>,
  { ids, change }: Chosen,
): Promise<TogetherPreview> {
  const changes = changesOf(await listStanding(db, ids), change);
  const differing = changes.filter(
    ({ standing, after }) => Object.keys(differenceOf(standing?.facts ?? null, after).after).length > 0,
  );
  const foreign = differing.filter(
    ({ standing, after }) =>
      !mayIn(viewer, 'product:write', standing?.facts.divisionId ?? null) ||
      !mayIn(viewer, 'product:write', after.divisionId),
  );
  const earlier = differing.filter(({ standing, after }) =>
    needsReason(standing?.facts.securityEndsOn ?? null, after.securityEndsOn),
  );
  return {
    changed: differing.length,
    same: changes.length - differing.length,
    foreign: named(foreign),
    earlier: named(earlier),
  };
}

const named = (changes: ModelChange[]) => ({
  count: changes.length,
  names: changes.slice(0, namesShown).map(({ after }) => after.name),
});

/**
 * Changes many models at once: all of them or none. Models that were removed meanwhile are left out.
 * @returns the id by which undoTogether takes it back, and how many really changed
 * @throws Refusal as changeModels, 'not-found' when none of them stands
 */
export async function changeTogether(
  tools: ChangeTools,
  { ids, change }: Chosen,
): Promise<{ id: string; models: number }> {
  const id = newId();
  return tools.db.transaction().execute(async (transaction) => {
    const changes = changesOf(await lockModels(transaction, ids), change);
    if (changes.length === 0) throw new Refusal('not-found', 'None of these models stands.', { what: 'model' });
    const reasons = change.reason ? { security: change.reason } : {};
    const changed = await changeModels(transaction, tools, {
      changeId: id,
      how: 'update',
      changes: changes.map((one) => ({ ...one, reasons })),
    });
    return { id, models: changed.length };
  });
}

/**
 * Takes a change of many back; each model is as it was before.
 * @throws Refusal 'not-found', or 'conflict' with reason 'changed-since' and the names of those changed after it
 */
export async function undoTogether(tools: ChangeTools, { id }: { id: string }): Promise<{ models: number }> {
  return tools.db.transaction().execute(async (transaction) => {
    const made = await listChangesOf(transaction, id);
    // Other kinds of changes have their own way back, with what else they did.
    if (made.length === 0 || made.some(({ how }) => how !== 'update'))
      throw new Refusal('not-found', `There is no such change: ${id}.`, { what: 'change' });
    const standing = await lockModels(
      transaction,
      made.map(({ modelId }) => modelId),
    );
    const changes = asBefore(made, standing);
    const changed = await changeModels(transaction, tools, { changeId: newId(), how: 'undo', changes });
    return { models: changed.length };
  });
}

function changesOf(models: StandingModel[], change: TogetherChange): ModelChange[] {
  return models
    .filter(({ facts }) => !facts.removed)
    .map((standing) => ({ id: standing.id, standing, after: changed(standing.facts, change) }));
}

function changed(facts: ModelFacts, { addTags, removeTags, reason: _, ...said }: TogetherChange): ModelFacts {
  const removed = new Set((removeTags ?? []).map(fold));
  const kept = facts.tags.filter((tag) => !removed.has(fold(tag)));
  const has = new Set(kept.map(fold));
  const tags = [...kept, ...(addTags ?? []).filter((tag) => !has.has(fold(tag)))];
  return { ...facts, ...onlySaid(said), tags };
}

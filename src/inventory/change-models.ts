import { mayIn, recordAudits, type Tools } from '#access';
import { foldId } from '#platform/browser/fold';
import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import { canonicalTags } from './canonical-tags.ts';
import { differenceOf, isSameNumber, type ModelFacts, type StandingModel } from './facts.ts';
import { needsReason, type SupportDateKind, slugOf, supportDateKinds, supportFields } from './model.ts';
import { type How, insertChanges, insertSupportDateChanges, type SupportDateRow } from './store/changes.ts';
import * as checks from './store/checks.ts';
import { type PartNumberRow, saveModels, savePartNumbers } from './store/models.ts';

/** One model from what it is (null: it is new) to what it shall be. */
export type ModelChange = {
  id: string;
  standing: StandingModel | null;
  after: ModelFacts;
  reasons?: Partial<Record<SupportDateKind, string>>;
};

type ChangeTools = Pick<Tools, 'viewer' | 'now' | 'origin' | 'emit'>;

/**
 * Makes one change to any number of models, each locked by the caller, with a constant number of statements:
 * facts, part numbers, history, audit trail and the event stand or fall together. What does not differ is left alone.
 * @returns the ids of the models that really changed
 * @throws Refusal 'not-allowed', 'invalid' or 'conflict' with `details.reason`
 */
export async function changeModels(
  transaction: Transaction,
  tools: ChangeTools,
  { changeId, how, changes: asked }: { changeId: string; how: How; changes: ModelChange[] },
): Promise<string[]> {
  const tags = await canonicalTags(
    transaction,
    asked.map(({ after }) => after.tags),
  );
  const changes = asked
    .map((change, index) => ({ ...change, after: { ...change.after, tags: tags[index] ?? [] } }))
    .map((change) => ({ ...change, difference: differenceOf(change.standing?.facts ?? null, change.after) }))
    .filter(({ difference }) => Object.keys(difference.after).length > 0);
  if (changes.length === 0) return [];
  for (const change of changes) {
    guardDivision(tools.viewer, change);
    if (how !== 'undo') guardReasons(change);
  }
  const at = tools.now();
  await guardLines(transaction, changes);
  await guardBelow(transaction, changes);
  await guardNames(transaction, changes);
  const numbers = changes.flatMap(partNumberRows);
  await guardNumbers(transaction, changes);

  await saveModels(
    transaction,
    changes.map(({ id, after }) => ({ id, facts: after })),
    at,
  );
  // A number that moves is taken away from one model and given to another: the giving side is the one that counts.
  const given = new Set(numbers.filter(({ removed }) => !removed).map(({ id }) => id));
  await savePartNumbers(
    transaction,
    numbers.filter(({ id, removed }) => !removed || !given.has(id)),
    at,
  );
  await guardSuccessors(transaction, changes);

  const { person, name } = tools.viewer;
  const revisionOf = ({ standing }: ModelChange) => (standing?.revision ?? 0) + 1;
  await insertChanges(
    transaction,
    { changeId, how, at, personId: person?.id ?? null, personName: name },
    changes.map((change) => ({ modelId: change.id, revision: revisionOf(change), ...change.difference })),
  );
  await insertSupportDateChanges(
    transaction,
    changes.flatMap((change) => supportDateRows(change, revisionOf(change))),
  );
  await recordAudits(
    transaction,
    tools,
    changes.map(({ id, standing, after, difference }) => ({
      action: `model.${standing === null ? 'create' : how}` as const,
      subjectKind: 'model',
      subjectId: id,
      subjectName: after.name,
      before: standing === null ? null : difference.before,
      after: difference.after,
    })),
  );
  await tools.emit(transaction, 'models.changed', { changeId });
  return changes.map(({ id }) => id);
}

function guardDivision(viewer: Tools['viewer'], { standing, after }: ModelChange): void {
  for (const divisionId of new Set([standing ? standing.facts.divisionId : after.divisionId, after.divisionId]))
    if (!mayIn(viewer, 'product:write', divisionId))
      throw new Refusal('not-allowed', `You may not change models of this division: ${after.name}.`, {
        reason: 'division',
        divisionId,
        name: after.name,
      });
}

function guardReasons({ standing, after, reasons }: ModelChange): void {
  for (const kind of supportDateKinds) {
    const field = supportFields[kind];
    if (needsReason(standing?.facts[field] ?? null, after[field]) && !reasons?.[kind])
      throw new Refusal('invalid', `Say why the ${kind} date of ${after.name} moves earlier.`, {
        reason: 'reason-missing',
        kind,
        from: standing?.facts[field],
        to: after[field],
      });
  }
}

async function guardLines(transaction: Transaction, changes: ModelChange[]): Promise<void> {
  const ids = [...new Set(changes.filter(({ after }) => !after.removed).map(({ after }) => after.lineId))];
  const held = new Set(await checks.holdLines(transaction, ids));
  const gone = ids.find((id) => !held.has(id));
  if (gone) throw new Refusal('conflict', `There is no product line ${gone}.`, { reason: 'line-gone', lineId: gone });
}

/** A model is not removed while something stands below it, and stays a module while its releases are built into others. */
async function guardBelow(transaction: Transaction, changes: ModelChange[]): Promise<void> {
  const leaving = changes.filter(({ standing, after }) => after.removed && standing?.facts.removed === false);
  const below = leaving.length > 0 ? await checks.listBelow(transaction, idsOf(leaving)) : [];
  if (below[0])
    throw new Refusal('conflict', `${below[0].name} stands below a model that would be removed.`, {
      reason: 'in-use',
      modelId: below[0].modelId,
      names: below.map(({ name }) => name),
    });
  const turning = changes.filter(({ standing, after }) => standing?.facts.kind === 'module' && after.kind !== 'module');
  const builtIn = turning.length > 0 ? await checks.listBuiltIn(transaction, idsOf(turning)) : [];
  if (builtIn.length > 0)
    throw new Refusal('conflict', `${builtIn[0]} is built into others.`, { reason: 'kind-in-use', names: builtIn });
}

const idsOf = (changes: ModelChange[]) => changes.map(({ id }) => id);

async function guardNames(transaction: Transaction, changes: ModelChange[]): Promise<void> {
  const living = changes.filter(({ after }) => !after.removed);
  const slugs = living.map(({ after }) => slugOf(after.name));
  const except = changes.map(({ id }) => id);
  const [taken] = await checks.listModelsWithSlugs(transaction, slugs, except);
  const twice = living.find(({ after }, index) => slugs.indexOf(slugOf(after.name)) !== index);
  const name = taken?.name ?? twice?.after.name;
  if (name)
    throw new Refusal('conflict', `There is a model ${name} already.`, {
      reason: 'name-taken',
      name,
      modelId: taken?.id ?? null,
    });
}

async function guardNumbers(transaction: Transaction, changes: ModelChange[]): Promise<void> {
  const numbers = changes.flatMap(({ after }) => after.partNumbers);
  const folded = numbers.map(({ number }) => foldId(number));
  const moving = changes.flatMap(({ standing }) => standing?.facts.partNumbers ?? []);
  const except = [...numbers, ...moving].map(({ id }) => id);
  const [holder] = await checks.listHolders(transaction, folded, except);
  if (holder)
    throw new Refusal('conflict', `${holder.number} is a part number of ${holder.modelName}.`, {
      reason: 'number-taken',
      ...holder,
    });
  if (new Set(folded).size < folded.length) {
    const twice = numbers.find((_, index) => folded.indexOf(folded[index] as string) !== index);
    throw new Refusal('conflict', `${twice?.number} stands twice.`, { reason: 'number-twice', number: twice?.number });
  }
}

async function guardSuccessors(
  transaction: Transaction,
  changes: (ModelChange & { difference: { after: Partial<ModelFacts> } })[],
): Promise<void> {
  const ids = changes.filter(({ difference }) => difference.after.successorId).map(({ id }) => id);
  if (ids.length === 0) return;
  const name = await checks.findCircle(transaction, ids);
  if (name) throw new Refusal('conflict', `${name} would succeed itself.`, { reason: 'successor-circle', name });
}

function partNumberRows({ id, standing, after }: ModelChange): PartNumberRow[] {
  const before = standing?.facts.partNumbers ?? [];
  const beforeById = new Map(before.map((number) => [number.id, number]));
  const keptIds = new Set(after.partNumbers.map((number) => number.id));
  const written = after.partNumbers
    .filter((number) => !isSameNumber(beforeById.get(number.id), number))
    .map((number) => ({ ...number, modelId: id, removed: false }));
  const dropped = before
    .filter((number) => !keptIds.has(number.id))
    .map((number) => ({ ...number, modelId: id, removed: true }));
  return [...written, ...dropped];
}

function supportDateRows({ id, standing, after, reasons }: ModelChange, revision: number): SupportDateRow[] {
  return supportDateKinds.flatMap((kind) => {
    const field = supportFields[kind];
    const from = standing?.facts[field] ?? null;
    const to = after[field];
    return from === to ? [] : [{ modelId: id, revision, kind, from, to, reason: reasons?.[kind] ?? '' }];
  });
}

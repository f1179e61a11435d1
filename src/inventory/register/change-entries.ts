import { mayIn, recordAudits, type Tools } from '#access';
import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import { type Difference, differenceOf } from '../facts.ts';
import type { EntryChange, Fault, How, Kept, Register } from './register.ts';
import { insertChanges } from './store/changes.ts';
import { listNamesakes, saveEntries } from './store/entries.ts';
import { holdReferences, type References, type ReferredIds } from './store/references.ts';

export type ChangeTools = Pick<Tools, 'viewer' | 'now' | 'origin' | 'emit'>;
type Differing<Facts extends object> = EntryChange<Facts> & { difference: Difference<Kept<Facts>> };

/**
 * Makes one change to any number of entries of a register, each locked by the caller, with a constant number of
 * statements: facts, history, audit trail, counts and the event stand or fall together. What does not differ is left alone.
 * @returns the ids of the entries that really changed
 * @throws Refusal 'not-allowed', or 'conflict' with `details.reason`: a FaultReason, 'taken', or 'in-use'
 */
export async function changeEntries<Facts extends object>(
  transaction: Transaction,
  tools: ChangeTools,
  register: Register<Facts>,
  { changeId, how, changes: asked }: { changeId: string; how: How; changes: EntryChange<Facts>[] },
): Promise<string[]> {
  const said = register.canonical ? await register.canonical(transaction, asked) : asked;
  const changes = said
    .map((change) => ({ ...change, difference: differenceOf(change.standing?.facts ?? null, change.after) }))
    .filter(({ difference }) => Object.keys(difference.after).length > 0);
  if (changes.length === 0) return [];

  const references = await holdReferences(transaction, idsIn(register, changes));
  guardDivisions(tools.viewer, register, changes, references);
  guardFacts(register, changes, references);
  await guardUses(transaction, register, changes, how);
  await guardTwins(transaction, register, changes, references);
  await saveEntries(transaction, register.table, changes, { at: tools.now(), references });
  const fault = await register.faultAfter?.(
    transaction,
    changes.filter(({ after }) => !after.removed).map(({ id }) => id),
  );
  if (fault) throw refusalOf(fault, fault.details?.name ?? '');

  await keepHistory(transaction, tools, register, { changeId, how, changes, references });
  await register.afterwards(transaction, tools, { changes, references });
  await tools.emit(transaction, 'releases.changed', { changeId });
  return changes.map(({ id }) => id);
}

/** Everything that the entries name before and after, so that each id has its name. */
export function idsIn<Facts extends object>(
  register: Register<Facts>,
  changes: Pick<EntryChange<Facts>, 'standing' | 'after'>[],
): ReferredIds {
  const all: Required<ReferredIds> = { models: [], releases: [], hardware: [], partners: [] };
  for (const { standing, after } of changes)
    for (const facts of standing ? [standing.facts, after] : [after]) {
      const ids = register.refers(facts);
      for (const kind of Object.keys(ids) as (keyof ReferredIds)[])
        for (const id of ids[kind] ?? []) all[kind].push(id);
    }
  return all;
}

function guardDivisions<Facts extends object>(
  viewer: Tools['viewer'],
  register: Register<Facts>,
  changes: EntryChange<Facts>[],
  references: References,
): void {
  for (const change of changes) {
    const facts = foreignFacts(viewer, register, change, references);
    if (!facts) continue;
    const name = register.titleOf(facts, references);
    const divisionId = divisionOf(register, facts, references);
    throw new Refusal('not-allowed', `You may not change this: ${name}.`, { reason: 'division', divisionId, name });
  }
}

/** What an entry is or shall be that belongs to another division than the viewer may write in; null: they may change it. */
export function foreignFacts<Facts extends object>(
  viewer: Tools['viewer'],
  register: Register<Facts>,
  { standing, after }: Pick<EntryChange<Facts>, 'standing' | 'after'>,
  references: References,
): Facts | null {
  if (standing === null && register.isOpen) return null;
  const sides = standing ? [standing.facts, after] : [after];
  return sides.find((facts) => !mayIn(viewer, 'product:write', divisionOf(register, facts, references))) ?? null;
}

/** The division of the model that an entry belongs to; null: the whole company. */
function divisionOf<Facts extends object>(
  register: Register<Facts>,
  facts: Facts,
  references: References,
): string | null {
  const modelId = register.modelIdOf(facts, references);
  return modelId === null ? null : (references.models.get(modelId)?.divisionId ?? null);
}

function guardFacts<Facts extends object>(
  register: Register<Facts>,
  changes: EntryChange<Facts>[],
  references: References,
): void {
  for (const { after } of changes) {
    const fault = after.removed ? null : register.faultOf(after, references);
    if (fault) throw refusalOf(fault, register.titleOf(after, references));
  }
}

const refusalOf = ({ reason, fact, details }: Fault<never>, name: string) =>
  new Refusal('conflict', `${name} cannot be kept like this: ${reason}.`, { reason, fact, name, ...details });

async function guardUses<Facts extends object>(
  transaction: Transaction,
  register: Register<Facts>,
  changes: EntryChange<Facts>[],
  how: How,
): Promise<void> {
  const leaving = changes.filter(({ standing, after }) => after.removed && standing?.facts.removed === false);
  if (leaving.length === 0 || !register.usesOf) return;
  const uses = await register.usesOf(
    transaction,
    leaving.map(({ id }) => id),
    how,
  );
  if (uses.length > 0)
    throw new Refusal('conflict', `${uses[0]?.usedBy} needs what would be removed.`, {
      reason: 'in-use',
      entryId: uses[0]?.id,
      names: uses.map(({ usedBy }) => usedBy),
    });
}

/** Two standing entries never have one key, neither with those that stand nor among themselves. */
async function guardTwins<Facts extends object>(
  transaction: Transaction,
  register: Register<Facts>,
  changes: Differing<Facts>[],
  references: References,
): Promise<void> {
  const living = changes.filter(({ after }) => !after.removed).map(({ after }) => after);
  const own = new Set(changes.map(({ id }) => id));
  const seen = new Set<string>();
  const twice = living.find((facts) => seen.size === seen.add(keyOf(register, facts, references)).size);
  const standing = await listNamesakes(transaction, register.table, living, references);
  const twin = standing.find(({ id }) => !own.has(id));
  if (twin || twice) {
    const name = register.titleOf(twin?.facts ?? (twice as Facts), references);
    throw new Refusal('conflict', `There is ${name} already.`, { reason: 'taken', name, entryId: twin?.id ?? null });
  }
}

/** The columns by which standing entries differ, as one text. */
export function keyOf<Facts extends object>(
  { table }: Pick<Register<Facts>, 'table'>,
  facts: Facts,
  references: References,
): string {
  const row = table.row(facts, references);
  return JSON.stringify(table.key.map((column) => row[column]));
}

async function keepHistory<Facts extends object>(
  transaction: Transaction,
  tools: ChangeTools,
  register: Register<Facts>,
  {
    changeId,
    how,
    changes,
    references,
  }: { changeId: string; how: How; changes: Differing<Facts>[]; references: References },
): Promise<void> {
  const { person, name } = tools.viewer;
  await insertChanges(
    transaction,
    { register: register.name, changeId, how, at: tools.now(), personId: person?.id ?? null, personName: name },
    changes.map(({ id, standing, difference }) => ({
      entryId: id,
      revision: (standing?.revision ?? 0) + 1,
      ...difference,
    })),
  );
  if (register.isBulky && (how === 'import' || how === 'undo')) return;
  await recordAudits(
    transaction,
    tools,
    changes.map(({ id, standing, after, difference }) => ({
      action: `${register.subject}.${standing === null ? 'create' : how}` as const,
      subjectKind: register.subject,
      subjectId: id,
      subjectName: register.titleOf(after, references),
      before: standing === null ? null : difference.before,
      after: difference.after,
    })),
  );
}

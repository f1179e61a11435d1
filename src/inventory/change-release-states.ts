import type { Tools } from '#access';
import { Refusal } from '#platform/errors';
import { newId } from '#platform/ids';
import { differenceOf, onlySaid } from './facts.ts';
import { fieldStates, type ReleaseFacts } from './model/registers.ts';
import type { StateChange, StatesPreview } from './model/release-states.ts';
import { asBefore } from './register/as-before.ts';
import { changeEntries, foreignFacts, idsIn } from './register/change-entries.ts';
import type { EntryChange, StandingEntry } from './register/register.ts';
import { releases } from './register/releases.ts';
import { listChangesOf } from './register/store/changes.ts';
import { listEntries, lockEntries } from './register/store/entries.ts';
import { readReferences } from './register/store/references.ts';
import { listUnits } from './store/release-units.ts';

type ChangeTools = Pick<Tools, 'db' | 'viewer' | 'now' | 'origin' | 'emit'>;
type Chosen = { ids: string[]; change: StateChange };
type Change = EntryChange<ReleaseFacts>;

const namesShown = 5;

/** What the change of many would do: how many differ, which come to customers or leave them, and what stands in its way. */
export async function previewStates(
  { db, viewer }: Pick<Tools, 'db' | 'viewer'>,
  { ids, change }: Chosen,
): Promise<StatesPreview> {
  const changes = changesOf(await listEntries(db, releases.table, ids), change);
  const differing = changes.filter(
    ({ standing, after }) => Object.keys(differenceOf(standing?.facts ?? null, after).after).length > 0,
  );
  const references = await readReferences(db, idsIn(releases, differing));
  const units = await listUnits(
    db,
    differing.map(({ id }) => id),
  );
  const counted = (some: Change[]) => ({
    releases: some.length,
    units: some.reduce((sum, { id }) => sum + (units.get(id) ?? 0), 0),
  });
  const named = (some: Change[]) => ({
    count: some.length,
    names: some.slice(0, namesShown).map(({ after }) => releases.titleOf(after, references)),
  });
  const moving = differing.filter(({ standing, after }) => isInField(standing?.facts) !== isInField(after));
  return {
    changed: differing.length,
    same: changes.length - differing.length,
    leaving: counted(moving.filter(({ after }) => !isInField(after))),
    entering: counted(moving.filter(({ after }) => isInField(after))),
    foreign: named(differing.filter((one) => foreignFacts(viewer, releases, one, references) !== null)),
    early: named(
      differing.filter(({ after }) => releases.faultOf(after, references)?.reason === 'ended-before-released'),
    ),
  };
}

const isInField = (facts: ReleaseFacts | undefined) => fieldStates.some((state) => state === facts?.state);

/**
 * Sets the state of many releases at once: of all or of none. Those that were removed meanwhile are left out.
 * @returns the id by which undoStates takes it back, and how many really changed
 * @throws Refusal as changeEntries, 'not-found' when none of them stands
 */
export async function changeStates(
  tools: ChangeTools,
  { ids, change }: Chosen,
): Promise<{ id: string; releases: number }> {
  const id = newId();
  return tools.db.transaction().execute(async (transaction) => {
    const changes = changesOf(await lockEntries(transaction, releases.table, ids), change);
    if (changes.length === 0) throw new Refusal('not-found', 'None of these releases stands.', { what: 'release' });
    const changed = await changeEntries(transaction, tools, releases, { changeId: id, how: 'update', changes });
    return { id, releases: changed.length };
  });
}

/**
 * Takes a change of many back; each release is as it was before.
 * @throws Refusal 'not-found', or 'conflict' with reason 'changed-since' and the names of those changed after it
 */
export async function undoStates(tools: ChangeTools, { id }: { id: string }): Promise<{ releases: number }> {
  return tools.db.transaction().execute(async (transaction) => {
    const made = await listChangesOf(transaction, id);
    // Other kinds of changes have their own way back, with what else they did.
    if (made.length === 0 || made.some(({ register, how }) => register !== 'releases' || how !== 'update'))
      throw new Refusal('not-found', `There is no such change: ${id}.`, { what: 'change' });
    const changes = await asBefore(transaction, releases, made);
    const changed = await changeEntries(transaction, tools, releases, { changeId: newId(), how: 'undo', changes });
    return { releases: changed.length };
  });
}

function changesOf(standing: StandingEntry<ReleaseFacts>[], change: StateChange): Change[] {
  return standing
    .filter(({ facts }) => !facts.removed)
    .map((one) => ({ id: one.id, standing: one, after: { ...one.facts, ...onlySaid(change) } }));
}

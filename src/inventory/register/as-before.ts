import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import { idsIn } from './change-entries.ts';
import type { EntryChange, Kept, Register } from './register.ts';
import type { KeptChange } from './store/changes.ts';
import { lockEntries } from './store/entries.ts';
import { readReferences } from './store/references.ts';

/**
 * The way back from a change of many entries: each as it was, those that it made removed.
 * @throws Refusal 'conflict' with reason 'changed-since' and the names of those that were changed after it
 */
export async function asBefore<Facts extends object>(
  transaction: Transaction,
  register: Register<Facts>,
  made: KeptChange[],
): Promise<EntryChange<Facts>[]> {
  const standing = await lockEntries(
    transaction,
    register.table,
    made.map(({ entryId }) => entryId),
  );
  const byId = new Map(standing.map((entry) => [entry.id, entry]));
  const since = made.filter(({ entryId, revision }) => byId.get(entryId)?.revision !== revision);
  if (since.length > 0)
    throw await changedSince(
      transaction,
      register,
      since.flatMap(({ entryId }) => byId.get(entryId)?.facts ?? []),
    );
  return made.flatMap(({ entryId, revision, before }) => {
    const entry = byId.get(entryId);
    if (!entry) return [];
    const after: Kept<Facts> =
      revision === 1 ? { ...entry.facts, removed: true } : { ...entry.facts, ...(before as Partial<Kept<Facts>>) };
    return [{ id: entryId, standing: entry, after }];
  });
}

/** Why a change of many cannot be made or taken back: these are no longer as it knew them. */
export async function changedSince<Facts extends object>(
  transaction: Transaction,
  register: Register<Facts>,
  facts: Facts[],
): Promise<Refusal> {
  const named = facts.slice(0, 20);
  const ids = idsIn(
    register,
    named.map((one) => ({ standing: null, after: { ...one, removed: false } })),
  );
  const references = await readReferences(transaction, ids);
  return new Refusal('conflict', 'Something was changed meanwhile.', {
    reason: 'changed-since',
    names: named.map((one) => register.titleOf(one, references)),
    count: facts.length,
  });
}

import type { Tools } from '#access';
import { newId } from '#platform/ids';
import { onlySaid } from '../facts.ts';
import { changeEntries } from './change-entries.ts';
import { lockEntryAt } from './lock-entry.ts';
import type { Register } from './register.ts';

type WriteTools = Pick<Tools, 'db' | 'viewer' | 'now' | 'origin' | 'emit'>;
export type AtRevision = { id: string; revision: number };

/**
 * Makes an entry of a register.
 * @throws Refusal as changeEntries
 */
export async function createEntry<Facts extends object>(
  tools: WriteTools,
  register: Register<Facts>,
  facts: Facts,
): Promise<AtRevision> {
  const [made] = await createEntries(tools, register, [facts]);
  return made as AtRevision;
}

/**
 * Makes many in one change: all or none.
 * @throws Refusal as changeEntries
 */
export async function createEntries<Facts extends object>(
  tools: WriteTools,
  register: Register<Facts>,
  entries: readonly Facts[],
): Promise<AtRevision[]> {
  const changes = entries.map((facts) => ({ id: newId(), standing: null, after: { ...facts, removed: false } }));
  await tools.db
    .transaction()
    .execute((transaction) =>
      changeEntries(transaction, tools, register, { changeId: newId(), how: 'create', changes }),
    );
  return changes.map(({ id }) => ({ id, revision: 1 }));
}

/**
 * Changes what is said about an entry; what is left out stays.
 * @returns its revision afterwards, the same when nothing differed
 * @throws Refusal as changeEntries, 'not-found', or 'conflict' with who changed what meanwhile
 */
export async function updateEntry<Facts extends object>(
  tools: WriteTools,
  register: Register<Facts>,
  { id, revision }: AtRevision,
  said: Partial<Facts>,
): Promise<AtRevision> {
  return tools.db.transaction().execute(async (transaction) => {
    const standing = await lockEntryAt(transaction, register, { id, revision });
    const changes = [{ id, standing, after: { ...standing.facts, ...onlySaid(said) } }];
    const changed = await changeEntries(transaction, tools, register, { changeId: newId(), how: 'update', changes });
    return { id, revision: revision + changed.length };
  });
}

/**
 * Takes an entry out of all lists; restoreEntry brings it back, the history stays in any case.
 * @throws Refusal as updateEntry, and 'conflict' with `details.reason` 'in-use' and the names of what needs it
 */
export const removeEntry = <Facts extends object>(tools: WriteTools, register: Register<Facts>, at: AtRevision) =>
  turn(tools, register, at, 'remove');

/**
 * Brings back a removed entry as it was.
 * @throws Refusal as updateEntry
 */
export const restoreEntry = <Facts extends object>(tools: WriteTools, register: Register<Facts>, at: AtRevision) =>
  turn(tools, register, at, 'restore');

async function turn<Facts extends object>(
  tools: WriteTools,
  register: Register<Facts>,
  { id, revision }: AtRevision,
  how: 'remove' | 'restore',
): Promise<AtRevision> {
  return tools.db.transaction().execute(async (transaction) => {
    const which = how === 'remove' ? 'standing' : 'removed';
    const standing = await lockEntryAt(transaction, register, { id, revision }, which);
    const changes = [{ id, standing, after: { ...standing.facts, removed: how === 'remove' } }];
    await changeEntries(transaction, tools, register, { changeId: newId(), how, changes });
    return { id, revision: revision + 1 };
  });
}

import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import type { Register, StandingEntry } from './register.ts';
import { listChangesSince } from './store/changes.ts';
import { lockEntries } from './store/entries.ts';

/**
 * Locks an entry for its change by somebody who saw that revision of it.
 * @param which  a 'standing' entry, or a 'removed' one to restore
 * @throws Refusal 'not-found', or 'conflict' with who changed what meanwhile
 */
export async function lockEntryAt<Facts extends object>(
  transaction: Transaction,
  { name, table }: Register<Facts>,
  { id, revision }: { id: string; revision: number },
  which: 'standing' | 'removed' = 'standing',
): Promise<StandingEntry<Facts>> {
  const [entry] = await lockEntries(transaction, table, [id]);
  if (!entry || entry.facts.removed !== (which === 'removed'))
    throw new Refusal('not-found', `There is no such entry of ${name}: ${id}.`, { what: name });
  if (entry.revision !== revision) {
    const changes = await listChangesSince(transaction, id, revision, 20);
    throw new Refusal('conflict', `${changes[0]?.personName} has changed this entry meanwhile.`, {
      reason: 'changed-since',
      revision: entry.revision,
      changes: changes.map(({ personName, at, before, after }) => ({
        by: personName,
        at: at.toString(),
        before,
        after,
      })),
    });
  }
  return entry;
}

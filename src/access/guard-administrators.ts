import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import { countAdministrators, lockAdministrators } from './store/person.ts';

/**
 * Makes a change only if afterwards somebody still administers the whole company, without an end date.
 * @throws Refusal 'conflict' with obstacle 'last-administrator'
 */
export async function guardAdministrators<T>(transaction: Transaction, change: () => Promise<T>): Promise<T> {
  await lockAdministrators(transaction);
  const before = await countAdministrators(transaction, null);
  const result = await change();
  if (before > 0 && (await countAdministrators(transaction, null)) === 0)
    throw new Refusal('conflict', 'Somebody must stay administrator.', { obstacle: 'last-administrator' });
  return result;
}

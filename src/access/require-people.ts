import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import { lockPeople, type PersonRow } from './store/person.ts';

/** Locks these people until the transaction ends. @throws Refusal 'not-found' when one of them is not there */
export async function requirePeople(transaction: Transaction, ids: readonly string[]): Promise<PersonRow[]> {
  const people = await lockPeople(transaction, ids);
  const found = new Set(people.map(({ id }) => id));
  const missing = ids.find((id) => !found.has(id));
  if (missing) throw new Refusal('not-found', `No person ${missing}`);
  return people;
}

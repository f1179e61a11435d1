import { findPeopleByName, type Tools } from '#access';
import { todayInJapan } from '#platform/browser/calendar';
import { listAbsencesOn } from './store/absence.ts';

/** People who could hold a post, by a part of their name or address, with whether they are away today. */
export async function findPeople(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  { q, limit }: { q: string; limit: number },
): Promise<{ items: { id: string; name: string; email: string; isAbsent: boolean }[] }> {
  const people = await findPeopleByName(db, q, limit);
  const ids = people.map(({ id }) => id);
  const away = new Set((await listAbsencesOn(db, ids, todayInJapan(now()))).map(({ personId }) => personId));
  return { items: people.map(({ id, name, email }) => ({ id, name, email, isAbsent: away.has(id) })) };
}

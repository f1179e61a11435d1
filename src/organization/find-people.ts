import { findPeopleByName, type Tools } from '#access';
import { todayInJapan } from '#platform/browser/calendar';
import type { AbsenceKind } from './model.ts';
import { listAbsencesOn } from './store/absence.ts';

/** People who could hold a post, by a part of their name or address, with whether they are away today. */
export async function findPeople(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  { q, limit }: { q: string; limit: number },
): Promise<{ items: { id: string; name: string; email: string; absence: AbsenceKind | null }[] }> {
  const people = await findPeopleByName(db, q, limit);
  const ids = people.map(({ id }) => id);
  const absences = await listAbsencesOn(db, ids, todayInJapan(now()));
  const kindOf = new Map(absences.map(({ personId, kind }) => [personId, kind]));
  return { items: people.map(({ id, name, email }) => ({ id, name, email, absence: kindOf.get(id) ?? null })) };
}

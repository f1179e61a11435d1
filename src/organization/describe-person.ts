import { listPeopleNames, type Tools } from '#access';
import { todayInJapan } from '#platform/browser/calendar';
import { Refusal } from '#platform/errors';
import { type DutySource, listDuties } from './duties.ts';
import { personRef } from './list-posts.ts';
import { holdsOn, type PersonDesk } from './model.ts';
import { listAbsencesOf } from './store/absence.ts';
import { listHoldingsOf } from './store/holding.ts';
import { listPosts } from './store/post.ts';

/**
 * What hangs on a person: the posts they hold, held and will hold, what hangs on these, and when they are away.
 * @throws Refusal 'not-found'
 */
export async function describePerson(
  { db, viewer, now }: Pick<Tools, 'db' | 'viewer' | 'now'>,
  sources: readonly DutySource[],
  { personId }: { personId: string },
): Promise<PersonDesk> {
  const nameById = await listPeopleNames(db, [personId]);
  if (!nameById.has(personId)) throw new Refusal('not-found', `No person ${personId}`);
  const day = todayInJapan(now());
  const today = day.toString();
  const held = await listHoldingsOf(db, { personId });
  const ids = [...new Set(held.map(({ postId }) => postId))];
  const posts = await listPosts(db, { ids }, { day, after: null, limit: ids.length });
  const postById = new Map(posts.map((post) => [post.id, post]));
  const presentIds = held.filter((one) => one.kind === 'holder' && holdsOn(one, today)).map(({ postId }) => postId);
  const dutiesOf = Map.groupBy(await listDuties({ db, viewer }, sources, presentIds), ({ postId }) => postId);

  return {
    person: personRef(personId, nameById),
    email: nameById.get(personId)?.email ?? '',
    holdings: held.flatMap((one) => {
      const post = postById.get(one.postId);
      if (!post) return [];
      const when = holdsOn(one, today) ? 'present' : one.fromOn > today ? 'planned' : 'past';
      return [
        {
          id: one.id,
          post: {
            id: post.id,
            name: post.name,
            duties: post.duties,
            division: { id: post.divisionId, name: post.divisionName },
          },
          kind: one.kind,
          fromOn: one.fromOn,
          untilOn: one.untilOn,
          reason: one.reason,
          when,
          duties: one.kind === 'holder' && when === 'present' ? (dutiesOf.get(one.postId) ?? []) : [],
        } as const,
      ];
    }),
    absences: (await listAbsencesOf(db, personId)).map(({ personId: _, ...absence }) => absence),
  };
}

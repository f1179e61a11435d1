import { listPeopleNames, type Tools } from '#access';
import { todayInJapan } from '#platform/browser/calendar';
import type { Division } from './model.ts';
import * as store from './store/division.ts';
import { listHeadcounts } from './store/holding.ts';

/** All divisions in their order, with how many posts they have and how many of these need somebody. */
export async function listDivisions({ db, now }: Pick<Tools, 'db' | 'now'>): Promise<{ items: Division[] }> {
  const [divisions, posts] = [await store.listDivisions(db), await listHeadcounts(db, todayInJapan(now()))];
  const people = await listPeopleNames(
    db,
    posts.flatMap(({ holderId }) => holderId ?? []),
  );
  const postsOf = Map.groupBy(posts, ({ divisionId }) => divisionId);
  const items = divisions.map(({ id, name }) => {
    const own = postsOf.get(id) ?? [];
    return {
      id,
      name,
      posts: own.length,
      vacant: own.filter(({ holderId }) => holderId === null).length,
      left: own.filter(({ holderId }) => holderId !== null && (people.get(holderId)?.disabled ?? true)).length,
    };
  });
  return { items };
}

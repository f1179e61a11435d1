import type { Db } from '#platform/database';
import { describePosts } from './list-posts.ts';
import type { Acting } from './model.ts';
import { listPosts } from './store/post.ts';

/**
 * Who does the work of a post on that day: the holder, or the deputy while the holder is away or there is none.
 * @returns undefined for a post that does not exist or is removed; `person` is null when nobody acts
 */
export async function whoActsFor(db: Db, postId: string, day: Temporal.PlainDate): Promise<Acting | undefined> {
  return (await listActing(db, [postId], day)).get(postId);
}

/** The same for many posts; posts that do not exist are not in the map. */
export async function listActing(
  db: Db,
  postIds: readonly string[],
  day: Temporal.PlainDate,
): Promise<Map<string, Acting>> {
  const ids = [...new Set(postIds)];
  const rows = await listPosts(db, { ids }, { day, after: null, limit: ids.length });
  const posts = await describePosts(db, rows, day);
  return new Map(posts.map(({ id, acting }) => [id, acting]));
}

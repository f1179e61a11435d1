import type { Tools } from '#access';
import { todayInJapan } from '#platform/browser/calendar';
import { describePosts } from './list-posts.ts';
import type { Post } from './model.ts';
import { listPosts } from './store/post.ts';

/** These posts with who holds them today; those that do not exist or are removed are left out. */
export async function getPosts({ db, now }: Pick<Tools, 'db' | 'now'>, postIds: readonly string[]): Promise<Post[]> {
  const ids = [...new Set(postIds)];
  const day = todayInJapan(now());
  return describePosts(db, await listPosts(db, { ids }, { day, after: null, limit: ids.length }), day);
}

import { sql } from 'kysely';
import type { Db } from '#platform/database';

/** How many standing models have their signing key kept by each of these posts; posts without any are left out. */
export async function countKeysKept(db: Db, postIds: readonly string[]): Promise<{ postId: string; models: number }[]> {
  const { rows } = await sql<{ postId: string; models: number }>`
    select build_key_post_id as "postId", count(*)::int as models from model
    where build_key_post_id = any(${postIds}::uuid[]) and removed_at is null group by build_key_post_id`.execute(db);
  return rows;
}

/** How many standing models each of these posts owns; posts without any are left out. */
export async function countOwned(db: Db, postIds: readonly string[]): Promise<{ postId: string; models: number }[]> {
  const { rows } = await sql<{ postId: string; models: number }>`
    select owner_post_id as "postId", count(*)::int as models from model
    where owner_post_id = any(${postIds}::uuid[]) and removed_at is null group by owner_post_id`.execute(db);
  return rows;
}

import { sql } from 'kysely';
import { type Viewer, visibleTo } from '#access';
import type { Db } from '#platform/database';

/** Vulnerabilities that components of these releases have for one of these reasons, and those that stand there so far. */
export async function listVulnerabilitiesOf(
  db: Db,
  viewer: Viewer,
  releaseKeys: readonly number[],
  reasons: readonly string[],
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select m.vulnerability_id as id from inventory_use_v1 u join match m on m.component_id = u.component_id
    where u.release_key = any(${releaseKeys}::integer[]) and m.reason = any(${reasons}::text[])
      and ${visibleTo(viewer, 'm.wall_id')}
    union select e.vulnerability_id from exposure e where e.release_key = any(${releaseKeys}::integer[])
      and e.reason = any(${reasons}::text[]) and ${visibleTo(viewer, 'e.wall_id')}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Vulnerabilities that lie in a technology. */
export async function listTechnologyVulnerabilities(db: Db, viewer: Viewer): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select v.vulnerability_id as id from intelligence_technology_v1 v where ${visibleTo(viewer, 'v.wall_id')}`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

/** Of these vulnerabilities, those that components of ours have because words about versions were not understood. */
export async function listUnread(db: Db, viewer: Viewer, vulnerabilityIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct e.vulnerability_id as id from exposure e
    where e.vulnerability_id = any(${vulnerabilityIds}::integer[]) and e.reason in ('unread-phrase', 'unread-exception')
      and ${visibleTo(viewer, 'e.wall_id')}`.execute(db);
  return rows.map(({ id }) => id);
}

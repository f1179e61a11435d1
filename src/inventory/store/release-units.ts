import type { Db } from '#platform/database';

/** Units of each of these releases. */
export async function listUnits(db: Db, releaseIds: string[]): Promise<Map<string, number>> {
  if (releaseIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('release_tally')
    .innerJoin('release', 'release.key', 'release_tally.release_key')
    .select(['release.id', 'release_tally.units'])
    .where('release.id', 'in', releaseIds)
    .execute();
  return new Map(rows.map(({ id, units }) => [id, Number(units)]));
}

import type { Tools } from '#access';
import { listRefs } from '#intelligence';
import type { Db } from '#platform/database';

/** The vulnerabilities of rows, by their number. */
export async function refsOf(db: Db, viewer: Tools['viewer'], rows: readonly { vulnerabilityId: number }[]) {
  const found = await listRefs(db, viewer, [...new Set(rows.map(({ vulnerabilityId }) => vulnerabilityId))]);
  return new Map(found.map((row) => [row.id, row]));
}

import { z } from 'zod';
import type { Tools } from '#access';
import { decodeCursor, InstantOfCursor, pageOf } from '#platform/keyset';
import type { FailedJob } from './model.ts';
import * as store from './store/jobs.ts';

const Place = z.tuple([InstantOfCursor, z.uuid()]);

/** One page of what failed for good, newest first; `queue` '' is all. */
export async function listFailedJobs(
  { db }: Pick<Tools, 'db'>,
  { queue, after, limit }: { queue: string; after?: string | undefined; limit: number },
): Promise<{ items: FailedJob[]; next: string | null }> {
  const rows = await store.listFailedJobs(db, queue, { after: placeOf(after), limit: limit + 1 });
  return pageOf(rows, limit, ({ failedAt, id }) => [failedAt, id]);
}

function placeOf(after: string | undefined): store.FailedPlace | null {
  if (after === undefined) return null;
  const [failedAt, id] = decodeCursor(after, Place);
  return { failedAt, id };
}

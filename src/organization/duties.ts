import type { Viewer } from '#access';
import type { Db } from '#platform/database';
import type { Duty } from './model.ts';

/**
 * The place where a step to the right says what hangs on posts, e.g. "owner of 3 models", for the posts asked about.
 * src/steps.ts collects them; one call for many posts, and never more than the viewer may see.
 */
export type DutySource = (tools: { db: Db; viewer: Viewer }, postIds: readonly string[]) => Promise<Duty[]>;

/** Everything that hangs on these posts, in the order of the sources. */
export async function listDuties(
  tools: { db: Db; viewer: Viewer },
  sources: readonly DutySource[],
  postIds: readonly string[],
): Promise<Duty[]> {
  if (postIds.length === 0) return [];
  const found: Duty[] = [];
  // One after the other: inside a transaction there is one connection.
  for (const source of sources) found.push(...(await source(tools, postIds)));
  return found;
}

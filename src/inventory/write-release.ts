import type { Tools } from '#access';
import type { ReleaseFacts } from './model/registers.ts';
import { releases } from './register/releases.ts';
import { type AtRevision, createEntry, updateEntry } from './register/write-entry.ts';
import { getSlugOfRelease } from './store/get-release.ts';

type WriteTools = Pick<Tools, 'db' | 'viewer' | 'now' | 'origin' | 'emit'>;

/**
 * Makes a release.
 * @returns with the address below its model's
 * @throws Refusal as createEntry
 */
export async function createRelease(tools: WriteTools, facts: ReleaseFacts): Promise<AtRevision & { slug: string }> {
  const made = await createEntry(tools, releases, facts);
  return { ...made, slug: await getSlugOfRelease(tools.db, made.id) };
}

/**
 * Changes what is said about a release; its model stays.
 * @throws Refusal as updateEntry
 */
export async function updateRelease(
  tools: WriteTools,
  { id, revision, ...facts }: AtRevision & Partial<Omit<ReleaseFacts, 'modelId'>>,
): Promise<AtRevision & { slug: string }> {
  const changed = await updateEntry(tools, releases, { id, revision }, facts as Partial<ReleaseFacts>);
  return { ...changed, slug: await getSlugOfRelease(tools.db, id) };
}

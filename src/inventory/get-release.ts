import { mayIn, type Tools } from '#access';
import { todayInJapan } from '#platform/browser/calendar';
import { Refusal } from '#platform/errors';
import type { ReleasePage } from './contract/releases.ts';
import { nameOwners } from './name-owners.ts';
import * as store from './store/get-release.ts';

type ReadTools = Pick<Tools, 'db' | 'viewer' | 'now'>;

/**
 * A release with everything that the head of its page needs, removed or not.
 * @param depth  how far to follow what it contains and what contains it; 1: directly
 * @throws Refusal 'not-found'
 */
export async function getRelease(
  { db, viewer, now }: ReadTools,
  { id, depth }: { id: string; depth: number },
): Promise<ReleasePage> {
  const found = await store.findRelease(db, id);
  if (!found) throw noRelease(id);
  const { key: _, ref, ownerPostId, divisionId, ...row } = found;
  const { components, unidentified, units, sbomAt, quality, ...said } = row;
  const [owners, contains, containedIn, neighbours, changed] = await Promise.all([
    nameOwners({ db, now }, [ownerPostId]),
    store.listContained(db, id, 'down', depth),
    store.listContained(db, id, 'up', depth),
    store.findNeighbours(db, id),
    store.findLastChange(db, id),
  ]);
  return {
    ...ref,
    ...said,
    owner: (ownerPostId && owners.get(ownerPostId)) || null,
    tally: { components, unidentified, units, sbomAt: sbomAt?.toString() ?? null, quality },
    contains,
    containedIn,
    ...neighbours,
    changed: changed ? { ...changed, at: changed.at.toString() } : null,
    mayChange: mayIn(viewer, 'product:write', divisionId),
    today: todayInJapan(now()).toString(),
  };
}

/**
 * A standing release by the address of its page.
 * @throws Refusal 'not-found'
 */
export async function findRelease(
  tools: ReadTools,
  { model, release, depth }: { model: string; release: string; depth: number },
): Promise<ReleasePage> {
  const id = await store.findReleaseId(tools.db, model, release);
  if (id === undefined) throw noRelease(`${model}/${release}`);
  return getRelease(tools, { id, depth });
}

const noRelease = (name: string) => new Refusal('not-found', `There is no release ${name}.`, { what: 'release' });

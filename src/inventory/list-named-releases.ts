import type { Tools } from '#access';
import { slugOf } from './model.ts';
import * as store from './store/named-releases.ts';

export type { NamedRelease } from './store/named-releases.ts';

/** The standing release with this id. */
export function findNamedRelease({ db }: Pick<Tools, 'db'>, id: string): Promise<store.NamedRelease | undefined> {
  return store.findNamedRelease(db, id);
}

/** The standing release by the name of its model and its version, however they are written. */
export function findReleaseNamed(
  { db }: Pick<Tools, 'db'>,
  { modelName, version }: { modelName: string; version: string },
): Promise<store.NamedRelease | undefined> {
  return store.findReleaseNamed(db, { modelSlug: slugOf(modelName), releaseSlug: slugOf(version) });
}

/**
 * Standing releases by name, for tools that page by numbers.
 * @param modelName  only of this model
 * @param withEnded  also those whose support has ended
 */
export async function listNamedReleases(
  { db }: Pick<Tools, 'db'>,
  { modelName, withEnded, ...page }: { modelName: string | null; withEnded: boolean; offset: number; limit: number },
): Promise<{ items: store.NamedRelease[]; total: number }> {
  const filter = { modelSlug: modelName === null ? null : slugOf(modelName), withEnded };
  const [items, total] = await Promise.all([
    store.listNamedReleases(db, filter, page),
    store.countNamedReleases(db, filter),
  ]);
  return { items, total };
}

import type { Tools } from '#access';
import { decodeCursor, pageOf } from '#platform/keyset';
import type { ListedRelease } from './contract/releases.ts';
import type { ReleaseFilter, ReleaseSort } from './model/register-filters.ts';
import * as store from './store/list-releases.ts';

type Page = { after?: string | undefined; limit: number };

/** One page of the releases that the filter leaves, of all models together. */
export async function listReleases(
  { db }: Pick<Tools, 'db'>,
  { sort, after, limit, ...filter }: ReleaseFilter & { sort: ReleaseSort } & Page,
): Promise<{ items: ListedRelease[]; next: string | null }> {
  const place = after === undefined ? null : decodeCursor(after, store.placeOf(sort));
  const rows = await store.listReleases(db, { filter, sort, place, limit: limit + 1 });
  const page = pageOf(rows, limit, (row) => row.place);
  const items = page.items.map(({ ref, place: _, sbomAt, ...row }) => ({
    ...ref,
    ...row,
    sbomAt: sbomAt?.toString() ?? null,
  }));
  return { items, next: page.next };
}

/** The releases of one model, newest first: the branch of a tree. */
export const listReleasesOfModel = (tools: Pick<Tools, 'db'>, { id, ...page }: { id: string } & Page) =>
  listReleases(tools, { model: [id], sort: '-date', ...page });

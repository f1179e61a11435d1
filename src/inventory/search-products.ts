import type { Tools } from '#access';
import { fold } from '#platform/browser/fold';
import * as store from './store/search.ts';

/** Lines, models, part numbers, names at partners and releases by a part of their name, the closest first; half and full width and kana are equal. */
export async function searchProducts({ db }: Pick<Tools, 'db'>, { q, limit }: { q: string; limit: number }) {
  if (fold(q) === '') return { items: [] };
  const found = await store.searchProducts(db, q, limit);
  return {
    items: found.map(({ slug, releaseSlug, ...item }) => ({ ...item, path: pathOf(item.id, slug, releaseSlug) })),
  };
}

function pathOf(lineId: string, slug: string | null, releaseSlug: string | null): string {
  if (slug === null) return `/products?line=${lineId}`;
  const model = `/products/${encodeURIComponent(slug)}`;
  return releaseSlug === null ? model : `${model}/${encodeURIComponent(releaseSlug)}`;
}

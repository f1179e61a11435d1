import type { Tools } from '#access';
import { fold } from '#platform/browser/fold';
import * as store from './store/search.ts';

/** Lines, models, part numbers and names at partners by a part of their name, the closest first; half and full width and kana are equal. */
export async function searchProducts({ db }: Pick<Tools, 'db'>, { q, limit }: { q: string; limit: number }) {
  if (fold(q) === '') return { items: [] };
  const found = await store.searchProducts(db, q, limit);
  const items = found.map(({ slug, ...item }) => ({
    ...item,
    path: slug === null ? `/products?line=${item.id}` : `/products/${encodeURIComponent(slug)}`,
  }));
  return { items };
}

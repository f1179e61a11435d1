import type { Tools } from '#access';
import { todayInJapan } from '#platform/browser/calendar';
import type { ProductCounts } from './contract.ts';
import { isFiltered, type ProductFilter } from './filter.ts';
import * as store from './store/list.ts';

/** How many products there are and how many the filter leaves, for the sentence, the tabs and the foot of the list. */
export async function countProducts(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  filter: ProductFilter,
): Promise<ProductCounts> {
  const today = todayInJapan(now());
  const counted = await store.countModels(db, {}, today);
  const all = { ...counted, lines: await store.countLines(db) };
  const filtered = isFiltered(filter) ? await store.countModels(db, filter, today) : all;
  return { today: today.toString(), all, filtered, markets: await store.listMarkets(db) };
}

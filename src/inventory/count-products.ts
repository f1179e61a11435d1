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
  const [counted, lines, filtered, markets] = await Promise.all([
    store.countModels(db, {}, today),
    store.countLines(db),
    isFiltered(filter) ? store.countModels(db, filter, today) : null,
    store.listMarkets(db),
  ]);
  const all = { ...counted, lines };
  return { today: today.toString(), all, filtered: filtered ?? all, markets };
}

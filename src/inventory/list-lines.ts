import type { Tools } from '#access';
import { todayInJapan } from '#platform/browser/calendar';
import { decodeCursor, pageOf } from '#platform/keyset';
import type { ListedLine } from './contract.ts';
import { isFiltered, type ProductFilter, type ProductSort } from './filter.ts';
import { nameOwners } from './name-owners.ts';
import * as store from './store/list.ts';

type Listing = ProductFilter & { sort: ProductSort; after?: string | undefined; limit: number };

/** One page of lines, each with what the filter leaves of its models; lines without such models only when nothing is asked. */
export async function listLines(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  { sort, after, limit, ...filter }: Listing,
): Promise<{ items: ListedLine[]; next: string | null }> {
  const rows = await store.listLines(db, {
    filter,
    today: todayInJapan(now()),
    sort,
    place: after === undefined ? null : decodeCursor(after, store.Place),
    limit: limit + 1,
    empty: isFiltered(filter) ? 'without-empty' : 'with-empty',
  });
  const page = pageOf(rows, limit, ({ key, nameFolded, id }) => [key, nameFolded, id]);
  const owners = await nameOwners(
    { db, now },
    page.items.flatMap(({ ownerPostIds }) => ownerPostIds),
  );
  const items = page.items.map(({ ownerPostIds, nextSecurityEndOn, key: _, nameFolded: __, ...line }) => ({
    ...line,
    nextSecurityEndOn: nextSecurityEndOn?.toString() ?? null,
    owners: ownerPostIds.flatMap((id) => owners.get(id) ?? []),
  }));
  return { items, next: page.next };
}

import type { Tools } from '#access';
import { describeRef, type VulnerabilityRow } from '#intelligence';
import { decodeCursor, pageOf } from '#platform/keyset';
import type { InheritedPlace } from './contract.ts';
import { decidedOf } from './decided-of.ts';
import { refsOf } from './refs-of.ts';
import * as store from './store/inherited.ts';

type Page = { after?: string | undefined; limit: number };

/** One page of the places to which a verdict was carried over and that nobody has confirmed. */
export async function listInherited(
  { db, viewer }: Pick<Tools, 'db' | 'viewer'>,
  { release, verdict, after, limit }: { release?: string | undefined; verdict?: string | undefined } & Page,
): Promise<{ items: InheritedPlace[]; next: string | null }> {
  const place = after === undefined ? null : decodeCursor(after, store.InheritedPlace);
  const rows = await store.listInherited(db, viewer, { release, verdict, place, limit: limit + 1 });
  const page = pageOf(rows, limit, ({ place: end }) => end);
  const refs = await refsOf(db, viewer, page.items);
  const decided = await decidedOf({ db, viewer }, page.items);
  const items = page.items.flatMap((row, at) => {
    const counting = decided[at]?.verdict;
    if (!counting) return [];
    return {
      vulnerability: describeRef(refs.get(row.vulnerabilityId) as VulnerabilityRow),
      ...{ release: row.release, component: row.component, technology: row.technology, product: row.product },
      verdict: counting,
    };
  });
  return { items, next: page.next };
}

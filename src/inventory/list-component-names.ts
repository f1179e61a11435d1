import type { Tools } from '#access';
import { fold } from '#platform/browser/fold';
import { decodeCursor, pageOf } from '#platform/keyset';
import type { ComponentName } from './contract/components.ts';
import * as store from './store/component-names.ts';

/** A few names of components that many of our releases have, as a beginning for who looks for one. */
export const listCommonComponents = async (
  { db }: Pick<Tools, 'db'>,
  { limit }: { limit: number },
): Promise<{ items: ComponentName[] }> => ({ items: await store.listCommonNames(db, limit) });

/** One page of the names that components have, by a part of the name; of one or two signs by its beginning. */
export async function listComponentNames(
  { db }: Pick<Tools, 'db'>,
  { q = '', after, limit }: { q?: string | undefined; after?: string | undefined; limit: number },
): Promise<{ items: ComponentName[]; next: string | null }> {
  const [, place] = after === undefined ? ['name', ''] : decodeCursor(after, store.NamePlace);
  const rows = await store.listNames(db, { folded: fold(q), after: place, limit: limit + 1 });
  const page = pageOf(rows, limit, ({ folded }) => ['name', folded]);
  return { items: page.items.map(({ folded: _, ...item }) => item), next: page.next };
}

import type { Tools } from '#access';
import { fold } from '#platform/browser/fold';
import type { ComponentIdentity } from './contract/release-components.ts';
import * as store from './store/component-names.ts';

/**
 * Known identities for somebody who is typing: "openss", "openssl 1.1", "li". Exact names first, then those that begin
 * with the text, then those that hold it; of each name the newest versions.
 */
export async function suggestComponents(
  { db }: Pick<Tools, 'db'>,
  { q, limit }: { q: string; limit: number },
): Promise<{ items: ComponentIdentity[] }> {
  const [, name = '', version = ''] = /^(.*?)(?:[\s@]+v?(\d\S*))?$/.exec(q.trim()) ?? [];
  const folded = fold(name);
  if (folded === '') return { items: [] };
  return { items: await store.suggestComponents(db, { folded, version, limit }) };
}

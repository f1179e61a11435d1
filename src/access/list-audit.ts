import * as store from './store/audit.ts';
import type { Tools } from './tools.ts';

/** One page of the audit trail, newest first; `after` is the last id of the page before. */
export async function listAudit(
  { db, viewer }: Pick<Tools, 'db' | 'viewer'>,
  { after, limit }: { after?: number | undefined; limit: number },
) {
  const items = await store.listAudit(db, viewer, { after, limit: limit + 1 });
  const page = items.slice(0, limit);
  return {
    items: page.map((line) => ({ ...line, at: line.at.toString() })),
    next: items.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}

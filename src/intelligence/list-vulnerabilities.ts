import type { Tools } from '#access';
import { fold } from '#platform/browser/fold';
import { decodeCursor, pageOf } from '#platform/keyset';
import { describeRef } from './describe-ref.ts';
import type { VulnerabilityFilter, VulnerabilityRef, VulnerabilitySort } from './model.ts';
import * as store from './store/list.ts';

type Reading = Pick<Tools, 'db' | 'viewer'>;
type Page = { after?: string | undefined; limit: number };

/** One page of everything that is known. */
export async function listVulnerabilities(
  { db, viewer }: Reading,
  { sort, after, limit, ...filter }: VulnerabilityFilter & { sort: VulnerabilitySort } & Page,
): Promise<{ items: VulnerabilityRef[]; next: string | null }> {
  const place = after === undefined ? null : decodeCursor(after, store.placeOf(sort));
  const rows = await store.listVulnerabilities(db, viewer, { filter, sort, place, limit: limit + 1 });
  const page = pageOf(rows, limit, (row) => row.place);
  return { items: page.items.map(describeRef), next: page.next };
}

/** Vulnerabilities by a part of a name, title, or of a number that they only mention; the one of that name, then the most urgent. */
export async function searchVulnerabilities({ db, viewer }: Reading, { q, limit }: { q: string; limit: number }) {
  if (fold(q) === '') return { items: [] };
  const named = await store.findVulnerability(db, viewer, q.normalize('NFKC').trim());
  const found = await store.listVulnerabilities(db, viewer, { filter: { q }, sort: 'urgency', place: null, limit });
  const rows = [...(named ? [named] : []), ...found.filter(({ id }) => id !== named?.id)].slice(0, limit);
  const items = rows.map(({ name, titleJa, titleEn }) => ({
    ...{ kind: 'vulnerability' as const, id: name, title: name, sub: titleJa ?? titleEn ?? '' },
    path: `/vulnerabilities/${encodeURIComponent(name)}`,
  }));
  return { items };
}

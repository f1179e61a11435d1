import type { Tools } from '#access';
import { fold } from '#platform/browser/fold';
import { listPosts } from './list-posts.ts';
import { listDivisions } from './store/division.ts';

const MOST = 5;

/** Divisions and posts by a part of their name or of the name of who holds them, for the palette. */
export async function searchOrganization(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  { q }: { q: string },
): Promise<{ items: { id: string; kind: 'division' | 'post'; title: string; holder: string | null; to: string }[] }> {
  const folded = fold(q);
  if (folded === '') return { items: [] };
  const divisions = (await listDivisions(db)).filter(({ name }) => fold(name).includes(folded)).slice(0, MOST);
  const posts = await listPosts({ db, now }, { q }, { limit: MOST });
  return {
    items: [
      ...divisions.map(({ id, name }) => ({
        id,
        kind: 'division' as const,
        title: name,
        holder: null,
        to: `/settings/organization?division=${id}`,
      })),
      ...posts.items.map(({ id, name, division, holder }) => ({
        id,
        kind: 'post' as const,
        title: `${division.name} ${name}`,
        holder: holder?.person.name ?? null,
        to: `/settings/organization?post=${id}`,
      })),
    ],
  };
}

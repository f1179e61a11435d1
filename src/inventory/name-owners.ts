import type { Tools } from '#access';
import { getPosts, listDivisions, listPosts } from '#organization';
import type { Owner } from './contract.ts';
import type { Words } from './sheet/said.ts';
import { listAllTags } from './store/tags.ts';

type OrganizationTools = Pick<Tools, 'db' | 'now'>;

/** What post answers for a model and who does its work today, for many posts at once; unknown posts are not in the map. */
export async function nameOwners(tools: OrganizationTools, postIds: (string | null)[]): Promise<Map<string, Owner>> {
  const ids = [...new Set(postIds.flatMap((id) => id ?? []))];
  if (ids.length === 0) return new Map();
  const posts = await getPosts(tools, ids);
  return new Map(
    posts.map(({ id, name, division, holder, deputy, acting }) => [
      id,
      {
        id,
        name,
        division: division.name,
        holder: holder?.person.name ?? null,
        deputy: deputy?.person.name ?? null,
        acting: acting.person?.name ?? null,
        because: acting.because,
      },
    ]),
  );
}

/** Every division, post and technology that a file can name. */
export async function listWords(tools: OrganizationTools): Promise<Words> {
  const { items: divisions } = await listDivisions(tools);
  const posts: Words['posts'] = [];
  let after: string | undefined;
  do {
    const page = await listPosts(tools, {}, { after, limit: 500 });
    posts.push(
      ...page.items.map(({ id, name, division }) => ({
        id,
        name,
        divisionId: division.id,
        divisionName: division.name,
      })),
    );
    after = page.next ?? undefined;
  } while (after);
  const tags = new Map((await listAllTags(tools.db)).map(({ folded, name }) => [folded, name]));
  return { divisions: divisions.map(({ id, name }) => ({ id, name })), posts, tags };
}

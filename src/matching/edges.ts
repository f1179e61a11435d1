import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Tools } from '#access';
import { Refusal } from '#platform/errors';
import type { Edge } from '#platform/http/edges';
import { getReleaseVex } from './get-release-vex.ts';
import { getVexFeed } from './get-vex-feed.ts';

const example = '0199ffff-ffff-7fff-bfff-ffffffffffff';
const forms = ['openvex', 'csaf', 'cyclonedx'] as const;

/** Addresses that stay: what is fetched again and again is sent only when it is otherwise. */
const vex = forms.map(
  (form): Edge<Tools> => ({
    name: `matching.vex-${form}`,
    method: 'GET',
    path: `/api/releases/:releaseId/vex/${form}.json`,
    summary: `What is decided of the vulnerabilities of a release, as ${form}`,
    access: 'verdict:read',
    examples: [`/api/releases/${example}/vex/${form}.json`],
    handle: async (tools, request, { releaseId: id = '' }) => {
      const { text, type, etag } = await getReleaseVex(tools, { id: uuidOf(id), form });
      return sent(request, { text, type, etag });
    },
  }),
);

const Before = z.coerce.number().int().min(1).max(2_147_483_647);

const feed: Edge<Tools> = {
  name: 'matching.vex-feed',
  method: 'GET',
  path: '/api/releases/:releaseId/vex/feed.json',
  summary: 'What of it changed, newest first, as a JSON Feed',
  access: 'verdict:read',
  examples: [`/api/releases/${example}/vex/feed.json`, `/api/releases/${example}/vex/feed.json?before=7`],
  handle: async (tools, request, { releaseId: id = '' }) => {
    const said = new URL(request.url).searchParams.get('before');
    const before = said === null ? null : Before.safeParse(said);
    if (before?.success === false)
      throw new Refusal('invalid', 'This is no place in the feed.', { parameter: 'before' });
    const text = await getVexFeed(tools, { id: uuidOf(id), before: before?.data ?? null });
    const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
    return sent(request, { text, type: 'application/feed+json', etag });
  },
};

function uuidOf(id: string): string {
  if (!z.uuid().safeParse(id).success)
    throw new Refusal('not-found', `There is no release ${id}.`, { what: 'release' });
  return id.toLowerCase();
}

/** @source RFC 9110, 13.1.2: If-None-Match, compared weakly */
function sent(request: Request, { text, type, etag }: { text: string; type: string; etag: string }): Response {
  const headers = { etag, 'cache-control': 'private, no-cache' };
  const known = (request.headers.get('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (known.includes(etag) || known.includes('*')) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, 'content-type': type } });
}

/** Routes outside the contract. */
export const edges: Edge<Tools>[] = [...vex, feed];

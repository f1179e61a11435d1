import { z } from 'zod';
import type { Tools } from '#access';
import { findNamedRelease, findReleaseNamed, listNamedReleases, type NamedRelease } from '#inventory';
import { Refusal } from '#platform/errors';
import type { Edge } from '#platform/http/edges';
import { listed, spoken } from './answer.ts';
import { pageAskedBy } from './paging.ts';
import { projectOf } from './project.ts';

export const noProject = () => new Refusal('not-found', 'The project could not be found.');

/** @throws Refusal 'not-found' in the protocol's words */
export async function getProject(tools: Pick<Tools, 'db'>, uuid: string): Promise<NamedRelease> {
  const id = z.uuid().safeParse(uuid);
  const found = id.success ? await findNamedRelease(tools, id.data) : undefined;
  if (!found) throw noProject();
  return found;
}

const list: Edge<Tools> = {
  name: 'dependency-track.list-projects',
  method: 'GET',
  path: '/api/v1/project',
  summary: 'Releases as Dependency-Track lists its projects',
  access: 'product:read',
  examples: ['/api/v1/project', '/api/v1/project?pageNumber=1&pageSize=500&excludeInactive=true&name=MR-1167'],
  handle: spoken(async (tools, request) => {
    const { searchParams: query } = new URL(request.url);
    const { items, total } = await listNamedReleases(tools, {
      ...pageAskedBy(query),
      modelName: query.get('name')?.trim() || null,
      withEnded: query.get('excludeInactive')?.toLowerCase() !== 'true',
    });
    return listed(items.map(projectOf), total);
  }),
};

const lookUp: Edge<Tools> = {
  name: 'dependency-track.look-up-project',
  method: 'GET',
  path: '/api/v1/project/lookup',
  summary: 'A release by the name of its model and its version',
  access: 'product:read',
  examples: ['/api/v1/project/lookup?name=MC-210&version=1.5.3'],
  handle: spoken(async (tools, request) => {
    const { searchParams: query } = new URL(request.url);
    const found = await findReleaseNamed(tools, {
      modelName: query.get('name') ?? '',
      version: query.get('version') ?? '',
    });
    if (!found) throw noProject();
    return Response.json(projectOf(found));
  }),
};

const get: Edge<Tools> = {
  name: 'dependency-track.get-project',
  method: 'GET',
  path: '/api/v1/project/:releaseId',
  summary: 'A release as a project',
  access: 'product:read',
  examples: ['/api/v1/project/0199ffff-ffff-7fff-bfff-ffffffffffff'],
  handle: spoken(async (tools, _request, { releaseId: uuid = '' }) =>
    Response.json(projectOf(await getProject(tools, uuid))),
  ),
};

/** lookup comes before the one with a parameter, which would take its word for an id. */
export const projectEdges = [list, lookUp, get];

import { z } from 'zod';
import type { Tools } from '#access';
import { labelRelease } from '#inventory';
import { Refusal } from '#platform/errors';
import type { Edge } from '#platform/http/edges';
import { spokenToKeys } from './answer.ts';
import { projectOf } from './project.ts';
import { getProject } from './projects.ts';

// What else a client sends (group, parent, swidTagId, isLatest, active …) has no place in a release, or is a decision
// that a build server does not take; the answer shows what stands.
const Said = z.object({
  tags: z
    .array(z.object({ name: z.string() }))
    .nullish()
    .transform((tags) => (tags ?? []).map(({ name }) => name.trim()).filter((name) => name !== '')),
  description: z.string().nullish(),
});

/** What the Jenkins and Maven plugins change after an upload. */
export const changeProject: Edge<Tools> = {
  name: 'dependency-track.change-project',
  method: 'PATCH',
  path: '/api/v1/project/:releaseId',
  summary: 'Tags and description of a release; what else is sent is not taken',
  access: 'product:write',
  examples: ['/api/v1/project/0199ffff-ffff-7fff-bfff-ffffffffffff'],
  handle: spokenToKeys(async (tools, request, { releaseId: uuid = '' }) => {
    const said = Said.safeParse(await request.json().catch(() => null));
    if (!said.success) throw new Refusal('invalid', 'The body is no project.');
    const { id } = await getProject(tools, uuid);
    const { tags: labels, description = null } = said.data;
    await labelRelease(tools, { releaseId: id, labels, description });
    return Response.json(projectOf(await getProject(tools, id)));
  }),
};

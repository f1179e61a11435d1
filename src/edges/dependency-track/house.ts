import { may, type Tools } from '#access';
import type { Permission } from '#access/model';
import type { Edge } from '#platform/http/edges';
import { listed, spoken, spokenVersion } from './answer.ts';
import { getProject } from './projects.ts';

const version: Edge<Tools> = {
  name: 'dependency-track.version',
  method: 'GET',
  path: '/api/version',
  summary: 'Which version of the API of Dependency-Track is spoken, and by what',
  access: 'public',
  examples: ['/api/version'],
  handle: spoken(async ({ house }) =>
    Response.json({
      application: 'Mamori',
      version: spokenVersion,
      framework: { name: 'Mamori', version: house.version },
    }),
  ),
};

// What each of our permissions lets a key do, in the words that clients look for.
const theirWords: [Permission, string[]][] = [
  ['product:read', ['VIEW_PORTFOLIO', 'VIEW_POLICY_VIOLATION']],
  ['product:write', ['BOM_UPLOAD', 'PORTFOLIO_MANAGEMENT', 'PROJECT_CREATION_UPLOAD', 'VULNERABILITY_ANALYSIS']],
  ['vulnerability:read', ['VIEW_VULNERABILITY']],
];

const team: Edge<Tools> = {
  name: 'dependency-track.team',
  method: 'GET',
  path: '/api/v1/team/self',
  summary: 'What the key may do, in the words of Dependency-Track',
  access: 'product:read',
  examples: ['/api/v1/team/self'],
  handle: spoken(async ({ viewer }) => {
    const allowed = theirWords.filter(([permission]) => may(viewer, permission)).flatMap(([, words]) => words);
    return Response.json({
      uuid: viewer.keyId ?? viewer.person?.id,
      name: viewer.name,
      permissions: allowed.map((name) => ({ name })),
    });
  }),
};

/** No rules stand yet: a project is answered with an empty list, an unknown one with 404. */
const violations: Edge<Tools> = {
  name: 'dependency-track.list-violations',
  method: 'GET',
  path: '/api/v1/violation/project/:releaseId',
  summary: 'Broken rules of a release: empty until rules stand',
  access: 'product:read',
  examples: ['/api/v1/violation/project/0199ffff-ffff-7fff-bfff-ffffffffffff'],
  handle: spoken(async (tools, _request, { releaseId: uuid = '' }) => {
    await getProject(tools, uuid);
    return listed([], 0);
  }),
};

export const houseEdges = [version, team, violations];

import { z } from 'zod';
import type { Tools } from '#access';
import { comingFile, foretellSbom, isProcessing, labelRelease, takeSbom, takeVex } from '#inventory';
import { Refusal } from '#platform/errors';
import type { Edge } from '#platform/http/edges';
import { newId } from '#platform/ids';
import { spoken, spokenToKeys } from './answer.ts';
import { type ProjectFields, readSubmission } from './fields.ts';
import { placeProject } from './place-project.ts';

// A document of 64 MiB, the limit of one, and the fields around it.
const mostBytes = 65 * 1024 * 1024;

const uploadBom = (method: 'PUT' | 'POST', how: string): Edge<Tools> => ({
  name: `dependency-track.${method.toLowerCase()}-bom`,
  method,
  path: '/api/v1/bom',
  summary: `Bring in a bill of materials (${how})`,
  access: 'product:write',
  maxBodyBytes: mostBytes,
  examples: ['/api/v1/bom'],
  handle: spokenToKeys(async (tools, request) => {
    const { fields, file } = await readSubmission(request, 'bom');
    const projectUuid = await placeProject(tools, fields);
    const taken = await takeSbom(tools, { releaseId: projectUuid, file: comingFile(file), origin: 'dependency-track' });
    if (taken.state === 'failed') throw new Refusal('unavailable', 'The BOM was kept, but could not be read.');
    // A large one is read after the answer. Whoever uploads hears all the same whether it will be taken.
    const check = taken.state === 'waiting' ? await foretellSbom(tools, taken.id) : taken.result;
    if (check && !check.isAccepted && !check.unmapped) throw invalid('BOM', check.problems);
    await label(tools, projectUuid, fields);
    return Response.json({ token: taken.id, projectUuid });
  }),
});

/** What the caller calls the project is kept once its document has been taken. */
async function label(tools: Tools, releaseId: string, { projectTags: labels }: ProjectFields): Promise<void> {
  if (labels.length > 0) await labelRelease(tools, { releaseId, labels, description: null });
}

type Problem = { level: string; place: string; message: string };

const invalid = (what: 'BOM' | 'VEX', problems: Problem[]) =>
  new Refusal('invalid', `The uploaded ${what} is invalid`, {
    errors: problems.filter(({ level }) => level === 'error').map(({ place, message }) => `${place}: ${message}`),
  });

const uploadVex = (method: 'PUT' | 'POST', how: string): Edge<Tools> => ({
  name: `dependency-track.${method.toLowerCase()}-vex`,
  method,
  path: '/api/v1/vex',
  summary: `Bring in statements about vulnerabilities as CycloneDX VEX (${how})`,
  access: 'product:write',
  maxBodyBytes: mostBytes,
  examples: ['/api/v1/vex'],
  handle: spokenToKeys(async (tools, request) => {
    const { fields, file } = await readSubmission(request, 'vex');
    const projectUuid = await placeProject(tools, { ...fields, autoCreate: false });
    const { taken, unplaced } = await takeVex(tools, { releaseId: projectUuid, file }).catch((thrown: unknown) => {
      const problems = thrown instanceof Refusal ? thrown.details.problems : null;
      throw Array.isArray(problems) ? invalid('VEX', problems) : thrown;
    });
    await label(tools, projectUuid, fields);
    const ignored = unplaced.map(({ vulnerability }) => ({ vulnerability, why: 'The release has no such component.' }));
    return Response.json({ token: newId(), projectUuid, statements: { taken, ignored } });
  }),
});

const progress = (path: '/api/v1/event/token/:uuid' | '/api/v1/bom/token/:uuid', name: string): Edge<Tools> => ({
  name: `dependency-track.${name}`,
  method: 'GET',
  path,
  summary: 'Whether an upload is still being worked on; false for one that nobody knows',
  access: 'product:write',
  examples: [path.replace(':uuid', '0199ffff-ffff-7fff-bfff-ffffffffffff')],
  handle: spoken(async (tools, _request, { uuid = '' }) => {
    const token = z.uuid().safeParse(uuid);
    if (!token.success) throw new Refusal('invalid', 'The token is no UUID.');
    return Response.json({ processing: await isProcessing(tools, token.data) });
  }),
});

export const uploadEdges = [
  uploadBom('PUT', 'JSON with base64'),
  uploadBom('POST', 'multipart, or JSON with base64'),
  uploadVex('PUT', 'JSON with base64'),
  uploadVex('POST', 'multipart, or JSON with base64'),
  progress('/api/v1/event/token/:uuid', 'event-token'),
  progress('/api/v1/bom/token/:uuid', 'bom-token'),
];

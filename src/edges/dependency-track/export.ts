import type { Tools } from '#access';
import { exportSbom, exportVex } from '#inventory';
import { Refusal } from '#platform/errors';
import type { Edge } from '#platform/http/edges';
import { spoken } from './answer.ts';
import { getProject } from './projects.ts';

const forms = {
  json: { '1.6': 'cyclonedx-1.6-json', '1.7': 'cyclonedx-1.7-json' },
  xml: { '1.6': 'cyclonedx-1.6-xml', '1.7': 'cyclonedx-1.7-xml' },
} as const;

/** @throws Refusal 'invalid' in the words of the protocol */
function formAskedBy(query: URLSearchParams) {
  const asked = (name: string, usual: string) => query.get(name)?.trim().toLowerCase() || usual;
  if (asked('variant', 'inventory') !== 'inventory')
    throw new Refusal('invalid', 'Invalid BOM variant specified. Only inventory is written.');
  const versions = forms[asked('format', 'json') as keyof typeof forms];
  if (!versions) throw new Refusal('invalid', 'Invalid BOM format specified.');
  const form = versions[asked('version', '1.6') as keyof typeof versions];
  if (!form) throw new Refusal('invalid', 'Invalid BOM version specified. 1.6 and 1.7 are written.');
  return form;
}

function sent(file: File, query: URLSearchParams): Response {
  const headers: Record<string, string> = { 'content-type': file.type };
  if (query.get('download')?.toLowerCase() === 'true') {
    headers['content-type'] = 'application/octet-stream';
    headers['content-disposition'] = `attachment; filename="${file.name}"`;
  }
  return new Response(file.stream(), { headers });
}

const bom: Edge<Tools> = {
  name: 'dependency-track.export-bom',
  method: 'GET',
  path: '/api/v1/bom/cyclonedx/project/:releaseId',
  summary: 'What a release consists of, as CycloneDX 1.6 or 1.7',
  access: 'product:read',
  examples: ['/api/v1/bom/cyclonedx/project/0199ffff-ffff-7fff-bfff-ffffffffffff?format=xml&download=true&version=1.6'],
  handle: spoken(async (tools, request, { releaseId: uuid = '' }) => {
    const { searchParams: query } = new URL(request.url);
    const format = formAskedBy(query);
    const { id } = await getProject(tools, uuid);
    const file = await exportSbom(tools, { id, format, language: 'en' });
    return sent(new File([file], `${id}-inventory.cdx.${format.endsWith('xml') ? 'xml' : 'json'}`, file), query);
  }),
};

const vex: Edge<Tools> = {
  name: 'dependency-track.export-vex',
  method: 'GET',
  path: '/api/v1/vex/cyclonedx/project/:releaseId',
  summary: 'What has been stated about vulnerabilities of a release, as CycloneDX VEX',
  access: 'product:read',
  examples: ['/api/v1/vex/cyclonedx/project/0199ffff-ffff-7fff-bfff-ffffffffffff?download=true'],
  handle: spoken(async (tools, request, { releaseId: uuid = '' }) => {
    const { id } = await getProject(tools, uuid);
    return sent(await exportVex(tools, { id }), new URL(request.url).searchParams);
  }),
};

export const exportEdges = [bom, vex];

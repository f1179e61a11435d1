import { hash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';
import { newId } from '#platform/ids';

export type ServedProject = {
  uuid: string;
  name: string;
  version?: string | null;
  parent?: string;
  tags?: string[];
  group?: string;
  description?: string;
  active?: boolean;
  lastBomImport?: number;
  components?: { name: string; version: string }[];
  findings?: ServedFinding[];
  /** Answers for its components with this, instead of with a document. */
  broken?: { status: number; body: string };
};
export type ServedFinding = {
  component: string;
  vulnId: string;
  analysis?: {
    state?: string;
    justification?: string;
    response?: string;
    details?: string;
    isSuppressed?: boolean;
    comments?: { timestamp: number; comment: string; commenter: string }[];
  };
};

export const aProject = (name: string, version: string | null, more: Partial<ServedProject> = {}): ServedProject => ({
  ...{ uuid: newId(), name, version },
  ...more,
});

/**
 * A stand-in for a Dependency-Track, written from the documentation of its REST API v1: it checks the key, pages by
 * pageNumber and pageSize, tells the total, and exports components with another serial number and time at each call.
 * @param options.findings  'paged' lists findings in pages as 5.x does, 'whole' at once as 4.x
 */
export async function aDependencyTrack(
  projects: ServedProject[],
  { findings = 'whole' as 'whole' | 'paged', mostPerPage = 100 } = {},
) {
  const key = 'odt_GoodKey_0123456789';
  const asked: string[] = [];
  const failing = new Map<string, number>();
  const vulnerabilityOf = (vulnId: string) => uuidOf(`vulnerability ${vulnId}`);

  function answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', 'http://stand-in');
    const path = url.pathname;
    asked.push(path);
    if (path === '/api/version') return send(response, 200, { application: 'Dependency-Track', version: '4.13.2' });
    if (request.headers['x-api-key'] !== key) return send(response, 401, '');
    const left = failing.get(path) ?? 0;
    if (left > 0) {
      failing.set(path, left - 1);
      return send(response, 503, 'busy');
    }
    if (path === '/api/v1/project') return sendPage(response, url, projects.map(described), mostPerPage);
    if (path === '/api/v1/analysis') return sendAnalysis(response, url);
    const project = projects.find(({ uuid }) => path.endsWith(`/${uuid}`));
    if (!project) return send(response, 404, 'The project could not be found.');
    if (path.startsWith('/api/v1/project/')) return send(response, 200, described(project));
    if (path.startsWith('/api/v1/bom/cyclonedx/project/')) {
      if (project.broken) return send(response, project.broken.status, project.broken.body);
      return send(response, 200, bomOf(project));
    }
    if (path.startsWith('/api/v1/finding/project/'))
      return sendPage(
        response,
        url,
        (project.findings ?? []).map((one) => findingOf(project, one)),
        findings === 'whole' ? 'whole' : mostPerPage,
      );
    send(response, 404, '');
  }

  function described({
    uuid,
    name,
    version,
    parent,
    tags = [],
    group,
    description,
    active = true,
    lastBomImport,
  }: ServedProject) {
    const above = projects.find((one) => one.uuid === parent);
    return {
      ...{ uuid, name, version, group, description, active, lastBomImport, isLatest: false, classifier: 'FIRMWARE' },
      tags: tags.map((tag) => ({ name: tag })),
      ...(above ? { parent: { uuid: above.uuid, name: above.name, version: above.version } } : {}),
    };
  }

  function findingOf(project: ServedProject, { component, vulnId, analysis }: ServedFinding) {
    const [name = '', version = ''] = component.split('@');
    return {
      component: {
        ...{ uuid: uuidOf(`${project.uuid} ${component}`), name, version, purl: `pkg:generic/${component}` },
        project: project.uuid,
      },
      vulnerability: { uuid: vulnerabilityOf(vulnId), source: 'NVD', vulnId, severity: 'HIGH', severityRank: 1 },
      analysis: { state: analysis?.state, isSuppressed: analysis?.isSuppressed ?? false },
      matrix: `${project.uuid}:${component}:${vulnId}`,
    };
  }

  function sendAnalysis(response: ServerResponse, { searchParams: query }: URL) {
    const project = projects.find(({ uuid }) => uuid === query.get('project'));
    const finding = project?.findings?.find(
      ({ component, vulnId }) =>
        uuidOf(`${project.uuid} ${component}`) === query.get('component') &&
        vulnerabilityOf(vulnId) === query.get('vulnerability'),
    );
    if (!finding?.analysis) return send(response, 404, 'No analysis exists.');
    const { state, justification, response: said, details, isSuppressed = false, comments = [] } = finding.analysis;
    send(response, 200, {
      analysisState: state ?? 'NOT_SET',
      analysisJustification: justification ?? 'NOT_SET',
      analysisResponse: said ?? 'NOT_SET',
      analysisDetails: details ?? null,
      analysisComments: comments,
      isSuppressed,
    });
  }

  const server = createServer(answer);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  afterAll(() => new Promise((closed) => server.close(closed)));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, key, projects, asked, failing };
}

function send(response: ServerResponse, status: number, body: object | string, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/plain' : 'application/json';
  response
    .writeHead(status, { 'content-type': type, 'x-powered-by': 'Dependency-Track v4.13.2', ...headers })
    .end(text);
}

function sendPage(response: ServerResponse, { searchParams: query }: URL, all: object[], how: 'whole' | number) {
  const size = Math.min(Number(query.get('pageSize') ?? 100), how === 'whole' ? all.length : how);
  const start = (Number(query.get('pageNumber') ?? 1) - 1) * size;
  const page = how === 'whole' ? all : all.slice(start, start + size);
  send(response, 200, page, { 'x-total-count': String(all.length) });
}

function bomOf({ name, version, components = [] }: ServedProject): object {
  return {
    ...{ bomFormat: 'CycloneDX', specVersion: '1.5', serialNumber: `urn:uuid:${newId()}`, version: 1 },
    metadata: {
      timestamp: new Date().toISOString(),
      tools: { components: [{ type: 'application', name: 'Dependency-Track', version: '4.13.2' }] },
      component: { type: 'firmware', 'bom-ref': 'project', name, ...(version ? { version } : {}) },
    },
    components: components.map((part) => ({
      ...{ type: 'library', 'bom-ref': newId(), ...part, purl: `pkg:generic/${part.name}@${part.version}` },
    })),
  };
}

/** A UUID that follows from a text. */
function uuidOf(text: string): string {
  const hex = hash('sha256', text).slice(0, 32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

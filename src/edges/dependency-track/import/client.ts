import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { fetchOutside, type OutsideRules } from '#platform/fetch-outside';
import { ListedProject, TheirAnalysis, TheirFinding, TheirProject } from './shapes.ts';

/** Why a server did not give what was asked; `status` is its answer, null when that was no answer of this protocol. */
export class ServerProblem extends Error {
  readonly status: number | null;

  constructor(status: number | null, message: string) {
    super(message);
    this.name = 'ServerProblem';
    this.status = status;
  }
}

export type ServerOptions = {
  /** e.g. https://dtrack.example.jp; a path in front of /api is kept. */
  url: string;
  key: string;
  /** Addresses of the own network, and http there. */
  ownNetwork: boolean;
};

/** A running Dependency-Track, 4.x or 5.x, through its REST API v1. */
export type Server = ReturnType<typeof openServer>;

const pageSize = 100;
// A server under load says so for a moment; what it says for longer is its answer.
const waitsMs = [500, 2_000];

/** Nothing is asked before the first call. */
export function openServer({ url, key, ownNetwork }: ServerOptions) {
  const base = url.replace(/\/+$/, '');
  const rules: OutsideRules = ownNetwork
    ? { reach: 'own-network', plainHttp: 'own-network', maxBytes: 70 * 1024 * 1024, timeoutMs: 120_000 }
    : { reach: 'public', maxBytes: 70 * 1024 * 1024, timeoutMs: 120_000 };

  async function ask(path: string): Promise<Response> {
    for (let attempt = 0; ; attempt++) {
      const headers = { 'X-Api-Key': key, accept: 'application/json' };
      const response = await fetchOutside(`${base}${path}`, { headers, redirect: 'manual' }, rules);
      if (response.ok) return response;
      const waitMs = response.status === 429 || response.status >= 500 ? waitsMs[attempt] : undefined;
      await response.body?.cancel();
      if (waitMs === undefined) throw new ServerProblem(response.status, `${path}: ${response.status}`);
      await setTimeout(waitMs);
    }
  }

  async function read<Shape extends z.ZodType>(path: string, shape: Shape): Promise<z.output<Shape>> {
    return parsed(path, await (await ask(path)).text(), shape);
  }

  /** All pages, by the number of all that the server tells; where it tells none, until a page is not full. */
  async function* pages<Shape extends z.ZodType>(path: string, item: Shape): AsyncGenerator<z.output<Shape>> {
    let seen = 0;
    for (let page = 1; ; page++) {
      const asked = `${path}${path.includes('?') ? '&' : '?'}pageNumber=${page}&pageSize=${pageSize}`;
      const response = await ask(asked);
      const items = parsed(asked, await response.text(), z.array(item));
      yield* items;
      seen += items.length;
      const total = Number(response.headers.get('x-total-count') ?? Number.NaN);
      const isLast = Number.isNaN(total) ? items.length !== pageSize : seen >= total;
      if (items.length === 0 || isLast) return;
    }
  }

  return {
    /** Of the API, e.g. "4.13.2". */
    version: async () => (await read('/api/version', z.object({ version: z.string() }))).version,
    /** Every project, active or not, in the order of the server. */
    async *projects(): AsyncGenerator<TheirProject> {
      for await (const { uuid } of pages('/api/v1/project?sortName=name&sortOrder=asc', ListedProject))
        yield await read(`/api/v1/project/${uuid}`, TheirProject);
    },
    /** The present inventory as CycloneDX JSON. */
    bom: async (uuid: string): Promise<Uint8Array<ArrayBuffer>> =>
      (await ask(`/api/v1/bom/cyclonedx/project/${uuid}?format=json&variant=inventory`)).bytes(),
    /** Also those that were suppressed. */
    findings: (uuid: string) => pages(`/api/v1/finding/project/${uuid}?suppressed=true`, TheirFinding),
    /** Null when nobody has decided anything. */
    async analysis(project: string, { component, vulnerability }: TheirFinding): Promise<TheirAnalysis | null> {
      const query = new URLSearchParams({ project, component: component.uuid, vulnerability: vulnerability.uuid });
      try {
        return await read(`/api/v1/analysis?${query}`, TheirAnalysis);
      } catch (problem) {
        if (problem instanceof ServerProblem && problem.status === 404) return null;
        throw problem;
      }
    },
  };
}

function parsed<Shape extends z.ZodType>(path: string, text: string, shape: Shape): z.output<Shape> {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    throw new ServerProblem(null, `${path}: the answer is not JSON`);
  }
  const read = shape.safeParse(said);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new ServerProblem(null, `${path}: ${issue?.path.join('.')}: ${issue?.message}`);
}

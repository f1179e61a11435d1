import { randomUUID } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono, type Next } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { callerOf } from '../addresses.ts';
import { Refusal } from '../errors.ts';
import type { Log } from '../log.ts';
import type { CallSeen } from '../metrics.ts';
import { type ApiContext, apiOf, problemOf, type Routes } from './api.ts';
import { checkEdges, type Edge } from './edges.ts';
import { refuseForgery } from './forgery.ts';
import { securityHeaders } from './headers.ts';
import type { WebFiles } from './web-files.ts';

/** What the app needs of the house; everything with a domain word comes in through these. */
export type AppParts<Tools> = {
  steps: Record<string, Routes<Tools>>;
  edges: Edge<Tools>[];
  /** Makes the tools of one call: who it is, what they may see. */
  toolsFor: (call: Call) => Promise<Tools>;
  mayCall: (tools: Tools, access: string) => void;
  /** Whether the caller is somebody, in a browser or by a key: strangers may send less. */
  isKnown: (tools: Tools) => boolean;
  isReady: () => Promise<boolean>;
  web: WebFiles | null;
  info: { title: string; version: string; description: string };
  baseUrl: string;
  /** Believe X-Forwarded-For of a proxy at this many hops; 0: believe the socket only. */
  trustedProxies: number;
  maxBodyBytes: number;
  log: Log;
  /** Is told of every call when it is over. */
  observe?: (call: CallSeen) => void;
};

/** One HTTP call, before anybody knows whose it is. */
export type Call = {
  requestId: string;
  ip: string | null;
  userAgent: string | null;
  authorization: string | null;
  apiKey: string | null;
  sessionToken: string | null;
  startSession: (token: string, expiresAt: Temporal.Instant) => void;
  endSession: () => void;
  /** What marks the browser, beyond its sessions. */
  device: string | null;
  keepDevice: (word: string, expiresAt: Temporal.Instant) => void;
};

// `route` is the pattern that answered, never the path that was asked for.
type Variables = { requestId: string; route: string };
type Env = { Bindings: HttpBindings; Variables: Variables };

/** The HTTP application: health, API, edges and the pages, behind the same guards. */
export function appOf<Tools>(parts: AppParts<Tools>): Hono<Env> {
  checkEdges(parts.edges);
  const bug = (problem: unknown, requestId: string) =>
    parts.log.error(
      { requestId, problem: problem instanceof Error ? (problem.stack ?? problem.message) : String(problem) },
      'bug',
    );
  const api = apiOf(parts.steps, '/api', bug);
  const app = new Hono<Env>();
  const secure = new URL(parts.baseUrl).protocol === 'https:';
  const cookieName = secure ? '__Host-mamori_session' : 'mamori_session';
  const deviceCookie = secure ? '__Host-mamori_device' : 'mamori_device';

  app.use(async (c, next) => {
    const requestId = randomUUID();
    c.set('requestId', requestId);
    c.set('route', 'none');
    const started = performance.now();
    await next();
    c.header('x-request-id', requestId);
    const path = c.req.path.startsWith('/assets/') ? '/assets' : c.req.path;
    const { method } = c.req;
    const { status } = c.res;
    const ms = performance.now() - started;
    parts.observe?.({ method, status, route: c.get('route'), seconds: ms / 1000 });
    parts.log.debug({ requestId, method, path, status, ms: Math.round(ms) }, 'call');
  });
  app.use(securityHeaders(secure));
  app.onError((thrown, c) => {
    const requestId = c.get('requestId');
    const problem = problemOf(thrown, requestId);
    if (problem.status >= 500 && !(thrown instanceof Refusal)) bug(thrown, requestId);
    return problemResponse(problem);
  });

  app.get('/health/live', (c) => {
    c.set('route', '/health/live');
    return c.json({ status: 'live' });
  });
  app.get('/health/ready', async (c) => {
    c.set('route', '/health/ready');
    const ready = await parts.isReady();
    return c.json({ status: ready ? 'ready' : 'not-ready' }, ready ? 200 : 503);
  });

  app.use(refuseForgery(parts.baseUrl));

  let document: Promise<unknown> | null = null;
  app.get('/api/openapi.json', async (c) => {
    c.set('route', '/api/openapi.json');
    document ??= api.document(parts.info, parts.edges, cookieName);
    return c.json((await document) as object);
  });
  // Before the endpoints, so that a body is read by one alone, and only when its sender may call.
  for (const edge of parts.edges)
    app.on(edge.method, edge.path, async (c) => {
      c.set('route', edge.path);
      const tools = await parts.toolsFor(callOf(c));
      parts.mayCall(tools, edge.access);
      const most = Math.min(edge.maxBodyBytes ?? mostOfEdge, parts.maxBodyBytes);
      await atMost(most)(c, async () => {
        c.res = withCookies(c, await edge.handle(tools, c.req.raw, c.req.param()));
      });
    });

  app.use('/api/*', async (c, next) => {
    const tools = await parts.toolsFor(callOf(c));
    return atMost(largestBody(c, tools))(c, () => answer(c, tools, next));
  });

  async function answer(c: Context<Env>, tools: Tools, next: Next): Promise<void> {
    const context: ApiContext<Tools> = {
      tools,
      requestId: c.get('requestId'),
      mayCall: (access) => parts.mayCall(tools, access),
      found: (path) => c.set('route', path),
    };
    const response = await api.handle(c.req.raw, context);
    if (!response) return next();
    response.headers.set('cache-control', 'no-store');
    c.res = withCookies(c, response);
  }

  // A body is read before its endpoint asks who may call, and reading ten megabytes of JSON takes seconds.
  function largestBody(c: Context<Env>, tools: Tools): number {
    if (!parts.isKnown(tools)) return Math.min(mostOfStrangers, parts.maxBodyBytes);
    const isFile = c.req.header('content-type')?.startsWith('multipart/form-data');
    return isFile ? parts.maxBodyBytes : Math.min(mostWithoutFile, parts.maxBodyBytes);
  }

  app.all('/api/*', (c) =>
    problemResponse(problemOf(new Refusal('not-found', 'There is nothing at this path.'), c.get('requestId'))),
  );
  if (parts.web) {
    const web = parts.web;
    app.get('*', (c) => {
      c.set('route', c.req.path.startsWith('/assets/') ? '/assets' : 'page');
      return web.answer(c.req.raw);
    });
  }
  app.notFound((c) =>
    problemResponse(problemOf(new Refusal('not-found', 'There is nothing at this path.'), c.get('requestId'))),
  );
  return app;

  function callOf(c: Context<Env>): Call {
    return {
      requestId: c.get('requestId'),
      ip: addressOf(c, parts.trustedProxies),
      userAgent: c.req.header('user-agent')?.slice(0, 300) ?? null,
      authorization: c.req.header('authorization') ?? null,
      apiKey: c.req.header('x-api-key') ?? null,
      sessionToken: getCookie(c, cookieName) ?? null,
      startSession: (token, expiresAt) => keepCookie(c, cookieName, token, expiresAt),
      endSession: () => {
        deleteCookie(c, cookieName, { path: '/', secure });
      },
      device: getCookie(c, deviceCookie) ?? null,
      keepDevice: (word, expiresAt) => keepCookie(c, deviceCookie, word, expiresAt),
    };
  }

  function keepCookie(c: Context<Env>, name: string, value: string, expiresAt: Temporal.Instant): void {
    const expires = new Date(expiresAt.epochMilliseconds);
    setCookie(c, name, value, { path: '/', httpOnly: true, secure, sameSite: 'Lax', expires });
  }
}

// In bytes. What people type is small; only files are large, and nobody sends one before signing in.
const mostOfStrangers = 64 * 1024;
const mostWithoutFile = 1024 * 1024;
const mostOfEdge = 64 * 1024;

const atMost = (maxBytes: number) =>
  bodyLimit({
    maxSize: maxBytes,
    onError: () => {
      throw new Refusal('too-large', `The request is larger than ${maxBytes} bytes.`, { maxBytes });
    },
  });

/** Cookies were set on the context; the answer was made elsewhere. */
function withCookies(c: Context<Env>, response: Response): Response {
  for (const cookie of c.res.headers.getSetCookie()) response.headers.append('set-cookie', cookie);
  return response;
}

function problemResponse(problem: { status: number }): Response {
  return Response.json(problem, {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  });
}

function addressOf(c: Context<Env>, trustedProxies: number): string | null {
  return callerOf(c.req.header('x-forwarded-for') ?? '', trustedProxies, socketOf(c));
}

function socketOf(c: Context<Env>): string | null {
  try {
    return getConnInfo(c).remote.address ?? null;
  } catch {
    return null; // a request made in the process, in tests
  }
}

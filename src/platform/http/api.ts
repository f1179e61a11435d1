import { OpenAPIGenerator } from '@orpc/openapi';
import { OpenAPIHandler } from '@orpc/openapi/fetch';
import { implement, ORPCError, ValidationError } from '@orpc/server';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { z } from 'zod';
import { accessOf, type Contract, type InputOf, type OutputOf } from '../browser/contract.ts';
import { Refusal, type RefusalCode } from '../errors.ts';
import { type ApiDocument, completeDocument } from './document.ts';
import type { Edge } from './edges.ts';
import { refuseUnknownNames } from './unknown-names.ts';

const statusOf: Record<RefusalCode, number> = {
  invalid: 400,
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
};

/** One handler for every endpoint of a contract; leaving one out does not compile. */
export type Handlers<C extends Contract, Tools> = {
  [K in keyof C]: (tools: Tools, input: InputOf<C[K]>) => Promise<OutputOf<C[K]>>;
};

/** A step's contract with its handlers, as the steps' routes.ts export it. */
export type Routes<Tools> = {
  contract: Contract;
  handlers: Record<string, (tools: Tools, input: never) => Promise<unknown>>;
};

export type ApiContext<Tools> = {
  tools: Tools;
  requestId: string;
  mayCall: (access: string) => void;
  /** Is told which endpoint a call found, by the pattern of its path. */
  found: (path: string) => void;
};

/** `reached`: the body was read and an endpoint is at work; what fails before is the caller's. */
type Progress = { progress: { reached: boolean }; query: URLSearchParams };

/** One problem details document (RFC 9457) for a refusal, or for a bug without telling what it was. */
export function problemOf(thrown: unknown, requestId: string) {
  const refusal = refusalOf(thrown);
  return {
    type: 'about:blank',
    title: refusal.code,
    status: statusOf[refusal.code as RefusalCode] ?? refusal.status ?? 500,
    detail: refusal.detail,
    code: refusal.code,
    requestId,
    ...(refusal.details ? { details: refusal.details } : {}),
    ...(refusal.issues ? { issues: refusal.issues } : {}),
  };
}

type Told = { code: string; detail: string; status?: number; details?: unknown; issues?: unknown };

function refusalOf(thrown: unknown): Told {
  if (thrown instanceof Refusal) return { code: thrown.code, detail: thrown.message, details: thrown.details };
  if (thrown instanceof ORPCError) {
    if (thrown.cause instanceof Refusal) return refusalOf(thrown.cause);
    if (thrown.cause instanceof ValidationError && thrown.status < 500)
      return { code: 'invalid', detail: 'The input has the wrong shape.', issues: issuesOf(thrown.cause) };
    if (thrown.status < 500)
      return { code: thrown.status === 404 ? 'not-found' : 'invalid', status: thrown.status, detail: thrown.message };
  }
  if (unstorable.has((thrown as { code?: unknown } | null)?.code))
    return { code: 'invalid', detail: 'The input has a zero byte, which no text can have.' };
  return { code: 'internal', detail: 'Something went wrong inside. Quote the request id.' };
}

// What PostgreSQL says of a zero byte in text and in JSON: JavaScript has them, and checking every text for one is easy to forget.
const unstorable = new Set<unknown>(['22021', '22P05']);

const malformed = () => new Refusal('invalid', 'The body is not what its content type says.');

const issuesOf = (cause: ValidationError) => cause.issues.map(({ path, message }) => ({ path: path ?? [], message }));

/**
 * Serves the contracts of all steps under one prefix.
 * The access of an endpoint is checked before its input, so that a stranger learns nothing from either.
 */
export function apiOf<Tools>(
  steps: Record<string, Routes<Tools>>,
  prefix: `/${string}`,
  onBug: (problem: unknown, requestId: string) => void,
) {
  const contract = Object.fromEntries(Object.entries(steps).map(([name, step]) => [name, step.contract]));
  for (const [step, { contract: endpoints }] of Object.entries(steps))
    for (const [name, endpoint] of Object.entries(endpoints))
      if (!accessOf(endpoint)) throw new Error(`${step}.${name} does not declare who may call it`);

  const os = implement(contract)
    .$context<ApiContext<Tools> & Progress>()
    .use(({ context, procedure, next }, input) => {
      const { route, meta, inputSchema } = procedure['~orpc'];
      context.progress.reached = true;
      context.found(`${prefix}${route.path ?? ''}`);
      context.mayCall((meta as { access?: string }).access ?? 'nobody');
      // The query is the input of a GET; the body is that of all others, which take nothing from their address.
      if (route.method !== 'GET') refuseUnknownNames(undefined, Object.fromEntries(context.query));
      refuseUnknownNames(inputSchema as z.core.$ZodType | undefined, input);
      return next();
    });
  // biome-ignore lint/suspicious/noExplicitAny: the router is built by name; Handlers has checked each pair.
  const implementers = os as any;
  const router = Object.fromEntries(
    Object.entries(steps).map(([step, { handlers }]) => [
      step,
      Object.fromEntries(
        Object.entries(handlers).map(([name, handle]) => [
          name,
          implementers[step][name].handler(({ context, input }: { context: ApiContext<Tools>; input: never }) =>
            handle(context.tools, input),
          ),
        ]),
      ),
    ]),
  );
  const handler = new OpenAPIHandler<ApiContext<Tools> & Progress>(os.router(router as never), {
    interceptors: [
      async ({ next, context }) => {
        try {
          return await next();
        } catch (failure) {
          const thrown = context.progress.reached || failure instanceof ORPCError ? failure : malformed();
          const problem = problemOf(thrown, context.requestId);
          if (problem.status >= 500 && problem.code === 'internal') onBug(thrown, context.requestId);
          throw new ORPCError(problem.code, {
            status: problem.status,
            message: problem.detail,
            data: problem,
            cause: thrown,
          });
        }
      },
    ],
    customErrorResponseBodyEncoder: (error) => error.data,
  });

  return {
    contract,
    /** The answer, or null when no endpoint has this path. */
    async handle(request: Request, context: ApiContext<Tools>): Promise<Response | null> {
      const { matched, response } = await handler.handle(request, {
        prefix,
        context: { ...context, progress: { reached: false }, query: new URL(request.url).searchParams },
      });
      if (!matched) return null;
      if (response.status < 400) return downloaded(response);
      const headers = new Headers(response.headers);
      headers.set('content-type', 'application/problem+json');
      const retryAfterS = response.status === 429 || response.status === 503 ? await secondsToWait(response) : null;
      if (retryAfterS !== null) headers.set('retry-after', String(retryAfterS));
      return new Response(response.body, { status: response.status, headers });
    },
    /** The OpenAPI 3.1 document of everything served, also of edges below the prefix. */
    document: async (
      info: { title: string; version: string; description?: string },
      edges: readonly Edge<Tools>[],
      sessionCookie: string,
    ): Promise<ApiDocument> => {
      // What a JSON schema cannot say (the answer of a passkey) is anything; the library would call it nothing.
      const converter = new ZodToJsonSchemaConverter({ unsupportedJsonSchema: {} });
      const generator = new OpenAPIGenerator({ schemaConverters: [converter] });
      const document = await generator.generate(contract, {
        info,
        servers: [{ url: prefix }],
        security: [{ session: [] }, { key: [] }],
        components: {
          securitySchemes: {
            session: { type: 'apiKey', in: 'cookie', name: sessionCookie },
            key: { type: 'http', scheme: 'bearer' },
          },
        },
      });
      return completeDocument(document as unknown as ApiDocument, steps, { edges, prefix });
    },
  };
}

/** A file is kept, never shown as a page of ours: the library would let the browser decide. */
function downloaded(response: Response): Response {
  const disposition = response.headers.get('content-disposition');
  if (disposition?.startsWith('inline'))
    response.headers.set('content-disposition', disposition.replace('inline', 'attachment'));
  return response;
}

/** What a refusal says in `details.retryAfterS`, for clients that read headers only. */
async function secondsToWait(response: Response): Promise<number | null> {
  const { details } = (await response.clone().json()) as { details?: { retryAfterS?: unknown } };
  return typeof details?.retryAfterS === 'number' ? details.retryAfterS : null;
}

/** Binds a contract to its handlers; used by each step's routes.ts. */
export function routesOf<Tools>() {
  return <C extends Contract>(contract: C, handlers: Handlers<C, Tools>): Routes<Tools> => ({
    contract,
    handlers: handlers as Routes<Tools>['handlers'],
  });
}

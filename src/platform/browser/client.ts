import { createORPCClient, ORPCError } from '@orpc/client';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import type { CallsOf } from './calls.ts';
import type { Contract } from './contract.ts';

/** What a refused call answers, as RFC 9457 problem details. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  requestId?: string;
  details?: Record<string, unknown>;
  issues?: { path: (string | number)[]; message: string }[];
};

/** A call that was refused, or that did not reach the server (status 0, code 'unreachable'). */
export class ApiProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'ApiProblem';
    this.problem = problem;
  }

  get code(): string {
    return this.problem.code;
  }

  get status(): number {
    return this.problem.status;
  }
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && 'status' in body && 'detail' in body;

const unreachable = (cause: unknown): Problem => ({
  type: 'about:blank',
  title: 'unreachable',
  status: 0,
  code: 'unreachable',
  detail: cause instanceof Error ? cause.message : String(cause),
});

/** Where the API is and how a call identifies itself; in the browser both are known. */
export type ClientOptions = { url?: string; token?: string; fetch?: (request: Request) => Promise<Response> };

/**
 * Typed calls for a step's contract, over the same HTTP API that everybody uses.
 * @throws ApiProblem for every refusal and for a server that cannot be reached
 */
export function clientOf<C extends Contract>(contract: C, options: ClientOptions = {}): CallsOf<C> {
  const send = options.fetch ?? ((request: Request) => globalThis.fetch(request));
  const link = new OpenAPILink(contract, {
    url: options.url ?? `${globalThis.location?.origin ?? ''}/api`,
    headers: () => (options.token ? { authorization: `Bearer ${options.token}` } : {}),
    fetch: async (request) => {
      const response = await send(request).catch((cause) => {
        throw new ApiProblem(unreachable(cause));
      });
      if (response.ok) return response;
      const body: unknown = await response.json().catch(() => null);
      throw new ApiProblem(
        isProblem(body) ? body : { ...unreachable(`HTTP ${response.status}`), status: response.status },
      );
    },
  });
  return createORPCClient(link) as CallsOf<C>;
}

/** The problem behind anything that was thrown by a call; a bug stays a bug. */
export function problemOf(thrown: unknown): Problem | null {
  if (thrown instanceof ApiProblem) return thrown.problem;
  if (thrown instanceof ORPCError && thrown.cause instanceof ApiProblem) return thrown.cause.problem;
  return null;
}

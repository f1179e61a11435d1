import type { Tools } from '#access';
import { Refusal } from '#platform/errors';
import { problemOf } from '#platform/http/api';
import type { Edge } from '#platform/http/edges';

/** The version of the API that we answer for; clients ask for at least 4.12. */
export const spokenVersion = '4.13.0';

/** Says what answers, in the words by which clients recognise the protocol. */
const poweredBy = ({ house }: Pick<Tools, 'house'>) =>
  `Dependency-Track v${spokenVersion} REST API, spoken by Mamori ${house.version}`;

type Handle = Edge<Tools>['handle'];

/** Answers as clients of this protocol expect: refusals as plain text or problem details, and who speaks. */
export function spoken(handle: Handle): Handle {
  return async (tools, request, parameters) => {
    const response = await handle(tools, request, parameters).catch((thrown: unknown) => {
      if (!(thrown instanceof Refusal)) throw thrown;
      return refusal(thrown, tools.origin.requestId);
    });
    response.headers.set('x-powered-by', poweredBy(tools));
    response.headers.set('cache-control', 'no-store');
    return response;
  };
}

/**
 * The same for what changes something: only for a key. A browser sends its session by itself, a program has to mean it.
 */
export function spokenToKeys(handle: Handle): Handle {
  return spoken(async (tools, request, parameters) => {
    if (tools.viewer.kind !== 'key') throw new Refusal('not-signed-in', 'Send an API key in the header X-Api-Key.');
    return handle(tools, request, parameters);
  });
}

function refusal(thrown: Refusal, requestId: string): Response {
  const { status } = problemOf(thrown, requestId);
  const { errors } = thrown.details;
  if (!Array.isArray(errors)) return new Response(thrown.message, { status, headers: text });
  const body = { status, title: thrown.message, detail: errors[0] ?? thrown.message, errors };
  return Response.json(body, { status, headers: { 'content-type': 'application/problem+json' } });
}

const text = { 'content-type': 'text/plain;charset=UTF-8' };

/** A whole list that is known to be on this page. */
export function listed(items: object[], total: number): Response {
  return Response.json(items, { headers: { 'x-total-count': String(total) } });
}

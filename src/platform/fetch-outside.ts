import { type LookupAddress, lookup as lookUp } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Readable, Transform } from 'node:stream';
import { isLoopback, mayReach, type Reach } from './outside-addresses.ts';

export type OutsideRules = {
  reach: Reach;
  maxBytes: number;
  timeoutMs: number;
  /** How far http goes when the own network is allowed; left out: this machine alone. */
  plainHttp?: 'this-machine' | 'own-network';
};

export type OutsideCode =
  | 'address-refused'
  | 'not-https'
  | 'too-large'
  | 'too-slow'
  | 'too-many-redirects'
  | 'unreachable';

/** Why something outside was not fetched; nothing of what the other side said is in it. */
export class OutsideProblem extends Error {
  readonly code: OutsideCode;

  constructor(code: OutsideCode, url: URL, cause?: unknown) {
    super(`${url.origin}: ${code}`, cause === undefined ? {} : { cause });
    this.name = 'OutsideProblem';
    this.code = code;
  }
}

export type OutsideRequest = {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array | null;
  signal?: AbortSignal | undefined;
  /** 'manual' hands a redirect back as it is */
  redirect?: 'follow' | 'manual';
};

const mostRedirects = 5;
const followed = new Set([301, 302, 303, 307, 308]);

/**
 * Fetches an address that somebody entered, without becoming their way into our network: https only, and only to
 * addresses that `reach` allows. The name is resolved once, checked, and that very address is spoken to; each redirect
 * is checked again. With the own network allowed, http is accepted as far as `plainHttp` says.
 * @returns the answer; its body fails with OutsideProblem 'too-large' or 'too-slow' while it is read
 * @throws OutsideProblem
 */
export async function fetchOutside(address: string, request: OutsideRequest, rules: OutsideRules): Promise<Response> {
  const timeout = AbortSignal.timeout(rules.timeoutMs);
  const signal = request.signal ? AbortSignal.any([timeout, request.signal]) : timeout;
  const harmless = ['GET', 'HEAD'].includes(request.method ?? 'GET');
  let url = new URL(address);
  let headers = request.headers ?? {};
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const response = await once(url, { ...request, headers }, rules, signal, timeout);
    const location = response.headers.get('location');
    if (request.redirect === 'manual' || !harmless || !location || !followed.has(response.status)) return response;
    await response.body?.cancel();
    const next = new URL(location, url);
    if (next.origin !== url.origin) headers = withoutSecrets(headers);
    url = next;
  }
  throw new OutsideProblem('too-many-redirects', url);
}

async function once(
  url: URL,
  { method = 'GET', headers = {}, body }: OutsideRequest,
  rules: OutsideRules,
  signal: AbortSignal,
  timeout: AbortSignal,
): Promise<Response> {
  const local = rules.reach === 'own-network';
  if (url.protocol !== 'https:' && !(local && url.protocol === 'http:')) throw new OutsideProblem('not-https', url);
  if (url.username || url.password) throw new OutsideProblem('address-refused', url);
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal)) requireAllowed(url, [literal], rules);

  const { promise, resolve, reject } = Promise.withResolvers<Response>();
  const send = url.protocol === 'https:' ? https.request : http.request;
  const sent = send(url, { method, headers, signal, lookup: checkedLookup(url, rules), agent: false }, (answer) => {
    const limit = atMost(rules.maxBytes, () => new OutsideProblem('too-large', url));
    answer.on('error', (problem) => limit.destroy(told(problem, url, timeout)));
    const status = answer.statusCode ?? 502;
    const empty = method === 'HEAD' || [204, 205, 304].includes(status);
    const stream = empty ? null : (Readable.toWeb(answer.pipe(limit)) as ReadableStream);
    if (empty) answer.resume();
    resolve(new Response(stream, { status, headers: headersOf(answer) }));
  });
  sent.on('error', (problem) => reject(told(problem, url, timeout)));
  sent.end(body ?? undefined);
  return promise;
}

/** Resolves as the system does, and lets the connection have only what may be reached. */
const checkedLookup =
  (url: URL, rules: OutsideRules): LookupFunction =>
  (hostname, options, done) => {
    lookUp(hostname, { ...options, all: true }, (problem, addresses: LookupAddress[]) => {
      if (problem) return done(problem, []);
      try {
        requireAllowed(
          url,
          addresses.map(({ address }) => address),
          rules,
        );
      } catch (refused) {
        return done(refused as Error, []);
      }
      const [first] = addresses;
      if (options.all) done(null, addresses);
      else done(null, first?.address ?? '', first?.family ?? 4);
    });
  };

// One refused address refuses the name: a name that is half inside is not answered by chance.
function requireAllowed(url: URL, addresses: string[], { reach, plainHttp }: OutsideRules): void {
  if (!addresses.every((address) => mayReach(address, reach))) throw new OutsideProblem('address-refused', url);
  const isNear = plainHttp === 'own-network' ? isInside : isLoopback;
  if (url.protocol === 'http:' && !addresses.every(isNear)) throw new OutsideProblem('not-https', url);
}

const isInside = (address: string) => !mayReach(address, 'public');

const withoutSecrets = (headers: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => !['authorization', 'cookie', 'x-api-key'].includes(name.toLowerCase())),
  );

function told(problem: Error, url: URL, timeout: AbortSignal): OutsideProblem {
  if (problem instanceof OutsideProblem) return problem;
  return new OutsideProblem(timeout.aborted ? 'too-slow' : 'unreachable', url, problem);
}

function headersOf(answer: http.IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(answer.headersDistinct))
    for (const value of values ?? []) headers.append(name, value);
  return headers;
}

function atMost(max: number, problem: () => Error): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > max) done(problem());
      else done(null, chunk);
    },
  });
}

import { Refusal } from '#platform/errors';
import type { Edge } from '#platform/http/edges';
import type { Tools } from '../tools.ts';
import { comeBack } from './come-back.ts';
import { goToProvider } from './go-to-provider.ts';
import { loopbackHome } from './loopback-home.ts';
import { type Purpose, travelMinutes } from './travel.ts';

const cookieName = 'mamori_journey';

const purposes: Purpose[] = ['sign-in', 'prove', 'link'];

/** Sends the browser to a provider: /auth/oidc/company/start?next=/products */
const start: Edge<Tools> = {
  name: 'access.single-sign-on-start',
  method: 'GET',
  path: '/auth/oidc/:provider/start',
  access: 'public',
  examples: ['/auth/oidc/none/start', '/auth/oidc/none/start?next=/products'],
  handle: (tools, request, { provider: slug = '' }) =>
    orProblem(tools, async () => {
      const home = loopbackHome(request.url, tools.house.baseUrl);
      if (home) return goTo(home);
      const query = new URL(request.url).searchParams;
      const purpose = purposes.find((known) => known === query.get('purpose')) ?? 'sign-in';
      if (purpose !== 'sign-in' && comesFromElsewhere(request)) return problemPage(tools, 'journey-unknown');
      const journey = await goToProvider(tools, { slug, purpose, next: query.get('next') });
      if (!journey) return problemPage(tools, 'provider-unknown');
      return goTo(journey.url.href, cookieFor(tools, journey.browser, travelMinutes * 60));
    }),
};

/** Where the provider sends the browser back to. */
const callback: Edge<Tools> = {
  name: 'access.single-sign-on-callback',
  method: 'GET',
  path: '/auth/oidc/:provider/callback',
  access: 'public',
  examples: ['/auth/oidc/none/callback', '/auth/oidc/none/callback?code=x&state=y'],
  handle: (tools, request, { provider: slug = '' }) =>
    orProblem(tools, async () => {
      const query = new URL(request.url).searchParams;
      const result = await comeBack(tools, { slug, query, browser: cookieOf(request) });
      const gone = cookieFor(tools, '', 0);
      return 'problem' in result ? problemPage(tools, result.problem, gone) : goTo(result.next, gone);
    }),
};

export const singleSignOnEdges = [start, callback];

// A link on another site could send somebody out to link the account of whoever is signed in at the provider.
const comesFromElsewhere = (request: Request) =>
  ['cross-site', 'same-site'].includes(request.headers.get('sec-fetch-site') ?? '');

/** A browser in mid-journey sees a page, not a problem document: the sign-in page knows these words and the way out. */
async function orProblem(tools: Tools, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    return problemPage(tools, wordFor(thrown));
  }
}

function wordFor({ code, details }: Refusal): string {
  if (code === 'too-many') return 'too-many';
  if (code === 'unavailable') return 'provider-unreachable';
  return details.reason === 'proof-needed' ? 'proof-needed' : 'journey-unknown';
}

const problemPage = ({ viewer }: Tools, problem: string, cookie?: string) =>
  goTo(`${viewer.sessionId ? '/settings/me' : '/sign-in'}?problem=${problem}`, cookie);

function goTo(location: string, cookie?: string): Response {
  const headers = new Headers({ location, 'cache-control': 'no-store' });
  if (cookie) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}

const cookieFor = ({ house }: Tools, value: string, maxAgeS: number) =>
  `${cookieName}=${value}; Path=/auth/oidc; Max-Age=${maxAgeS}; HttpOnly; SameSite=Lax${new URL(house.baseUrl).protocol === 'https:' ? '; Secure' : ''}`;

function cookieOf(request: Request): string | null {
  const found = new RegExp(`(?:^|;\\s*)${cookieName}=([\\w-]{43})(?:;|$)`).exec(request.headers.get('cookie') ?? '');
  return found?.[1] ?? null;
}

import * as oidc from 'openid-client';
import { decrypt } from '#platform/encrypt';
import { Refusal } from '#platform/errors';
import { fetchOutside, OutsideProblem } from '#platform/fetch-outside';
import type { House } from '#platform/house';
import type { Provider } from '../store/oidc.ts';

const limits = { maxBytes: 1_000_000, timeoutMs: 10_000 };

type Reachable = Pick<Provider, 'id' | 'issuer' | 'clientId' | 'clientSecret' | 'inOwnNetwork'>;

export const secretPurpose = (providerId: string) => `access.oidc:${providerId}` as const;

/** Where the provider sends people back to; to be registered there. */
export const redirectUri = (baseUrl: string, slug: string) => `${baseUrl}/auth/oidc/${slug}/callback`;

/**
 * Asks the provider who it is and how it wants to be spoken to.
 * @throws Refusal 'unavailable' with a problem that an administrator can act on
 */
export async function reachProvider(
  { house }: { house: Pick<House, 'secret'> },
  provider: Reachable,
): Promise<oidc.Configuration> {
  const outside: oidc.CustomFetch = (url, { method, headers, body, signal }) =>
    fetchOutside(
      url,
      { method, headers, body: bodyOf(body), signal, redirect: 'manual' },
      { ...limits, reach: provider.inOwnNetwork ? 'own-network' : 'public' },
    );
  const issuer = new URL(provider.issuer);
  if (issuer.protocol !== 'https:' && !provider.inOwnNetwork) throw notReached(new OutsideProblem('not-https', issuer));
  // Within the own network fetchOutside decides about http: on this machine only.
  const relaxed = provider.inOwnNetwork ? [oidc.allowInsecureRequests] : [];
  const found = await oidc
    .discovery(issuer, provider.clientId, undefined, oidc.None(), {
      [oidc.customFetch]: outside,
      execute: relaxed,
    })
    .catch((problem: unknown) => {
      throw notReached(problem);
    });
  const server = found.serverMetadata();
  const secret = provider.clientSecret && decrypt(house.secret, secretPurpose(provider.id), provider.clientSecret);
  const configuration = new oidc.Configuration(server, provider.clientId, {}, authenticationFor(server, secret));
  configuration[oidc.customFetch] = outside;
  for (const relax of relaxed) relax(configuration);
  return configuration;
}

/** The basic way unless the provider speaks of others only (OpenID Connect Discovery 1.0, 3). */
function authenticationFor(server: oidc.ServerMetadata, secret: string | null): oidc.ClientAuth {
  if (secret === null) return oidc.None();
  const known = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  return known.includes('client_secret_basic') ? oidc.ClientSecretBasic(secret) : oidc.ClientSecretPost(secret);
}

function bodyOf(body: oidc.FetchBody): string | Uint8Array | null {
  if (body === null || body === undefined || typeof body === 'string' || body instanceof Uint8Array)
    return body ?? null;
  if (body instanceof URLSearchParams) return body.toString();
  throw new Error('openid-client sends forms only');
}

/** What went wrong with the provider, in a word of ours: what it said itself is not passed on. */
export function notReached(problem: unknown): Refusal {
  const reason = outsideCode(problem) ?? 'not-a-provider';
  return new Refusal('unavailable', `The provider cannot be used: ${reason}.`, { problem: reason });
}

/** openid-client wraps what its fetch throws, sometimes twice. */
function outsideCode(problem: unknown): string | null {
  if (problem instanceof OutsideProblem) return problem.code;
  return problem instanceof Error && problem.cause ? outsideCode(problem.cause) : null;
}

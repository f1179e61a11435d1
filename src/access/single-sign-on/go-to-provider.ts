import * as oidc from 'openid-client';
import { safeNext } from '../next-path.ts';
import { requireSession } from '../require-session.ts';
import { sessionRules } from '../rules.ts';
import { findOpenProvider } from '../store/oidc.ts';
import { addressSubject, takeAttempt } from '../throttle.ts';
import type { Tools } from '../tools.ts';
import { reachProvider, redirectUri } from './reach-provider.ts';
import { depart, type Purpose } from './travel.ts';

/**
 * Where to send the browser so that the provider vouches for its person (authorization code with PKCE, state, nonce).
 * @returns null when there is no such provider
 * @throws Refusal 'too-many', or 'unavailable' when the provider cannot be reached
 */
export async function goToProvider(
  tools: Tools,
  { slug, purpose, next }: { slug: string; purpose: Purpose; next: string | null },
): Promise<{ url: URL; browser: string } | null> {
  const { db, viewer, origin, house } = tools;
  await takeAttempt(tools, 'single-sign-on/address', addressSubject(origin.ip));
  const provider = await findOpenProvider(db, slug);
  if (!provider) return null;
  const sessionId = purpose === 'sign-in' ? null : requireSession(viewer).sessionId;
  const configuration = await reachProvider(tools, provider);
  const { state, browser, travel } = await depart(tools, {
    providerId: provider.id,
    purpose,
    next: safeNext(next),
    sessionId,
  });
  const url = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri(house.baseUrl, slug),
    scope: provider.scopes,
    state,
    nonce: travel.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(travel.verifier),
    code_challenge_method: 'S256',
    // Who is to be proved must have been asked there lately, too.
    ...(purpose === 'prove' ? { max_age: String(sessionRules.proofMinutes * 60) } : {}),
  });
  return { url, browser };
}

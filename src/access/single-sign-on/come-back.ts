import * as oidc from 'openid-client';
import { recordAudit } from '../record-audit.ts';
import { refuseSignIn } from '../record-sign-in.ts';
import { requireProof } from '../require-session.ts';
import { sessionRules } from '../rules.ts';
import { giveSession } from '../start-session.ts';
import { findIdentity, findOpenProvider, type Provider, saveIdentity } from '../store/oidc.ts';
import { markProved } from '../store/session.ts';
import { addressSubject, takeAttempt } from '../throttle.ts';
import type { Tools } from '../tools.ts';
import { reachProvider, redirectUri } from './reach-provider.ts';
import { type Account, completeClaims, readClaims } from './read-claims.ts';
import { type ProviderRefusal, signInByProvider } from './sign-in-by-provider.ts';
import { arrive, type Travel } from './travel.ts';

/** Why somebody who comes back is not let in. */
export type ComeBackProblem =
  | ProviderRefusal
  | 'provider-unknown'
  | 'journey-unknown'
  | 'provider-denied'
  | 'answer-refused'
  | 'account-taken'
  | 'account-differs';

/**
 * Takes what the provider sends back with the browser, and signs in, proves or links as was asked.
 * @param query  of the callback
 * @returns where to go on, or why not
 */
export async function comeBack(
  tools: Tools,
  { slug, query, browser }: { slug: string; query: URLSearchParams; browser: string | null },
): Promise<{ next: string } | { problem: ComeBackProblem }> {
  const { db, origin } = tools;
  await takeAttempt(tools, 'single-sign-on/address', addressSubject(origin.ip));
  const provider = await findOpenProvider(db, slug);
  if (!provider) return { problem: 'provider-unknown' };
  const travel = await arrive(tools, query.get('state') ?? '', browser);
  if (!travel || travel.providerId !== provider.id) return { problem: 'journey-unknown' };
  if (query.has('error')) return refuse(tools, 'provider-denied');
  const account = await askAccount(tools, provider, travel, query);
  if (account === null) return refuse(tools, 'answer-refused');
  if (travel.purpose !== 'sign-in') return forSession(tools, provider, travel, account);

  const result = await signInByProvider(tools, provider, account);
  if ('refused' in result) return refuse(tools, result.refused, result.person);
  giveSession(tools, result);
  return { next: travel.next };
}

/** Exchanges the code and reads who it is; null when anything about the answer is not right. */
async function askAccount(
  tools: Tools,
  provider: Provider,
  travel: Travel,
  query: URLSearchParams,
): Promise<Account | null> {
  const { house } = tools;
  const configuration = await reachProvider(tools, provider);
  const here = new URL(redirectUri(house.baseUrl, provider.slug));
  here.search = query.toString();
  try {
    const tokens = await oidc.authorizationCodeGrant(configuration, here, {
      pkceCodeVerifier: travel.verifier,
      expectedState: query.get('state') ?? '',
      expectedNonce: travel.nonce,
      idTokenExpected: true,
      ...(travel.purpose === 'prove' ? { maxAge: sessionRules.proofMinutes * 60 } : {}),
    });
    const claims = tokens.claims();
    if (!claims) return null;
    const wanted = ['email', 'name', ...(provider.groupsClaim ? [provider.groupsClaim] : [])];
    const complete = wanted.every((claim) => claim in claims);
    const more =
      complete || !configuration.serverMetadata().userinfo_endpoint
        ? {}
        : await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub);
    return readClaims(completeClaims({ ...claims }, { ...more }), provider);
  } catch (problem) {
    // What a provider or a guesser sends must not look like our bug; an operator still finds it.
    house.log.warn({ provider: provider.slug, problem: messageOf(problem) }, 'single sign-on refused');
    return null;
  }
}

async function forSession(
  tools: Tools,
  provider: Provider,
  travel: Travel,
  account: Account,
): Promise<{ next: string } | { problem: ComeBackProblem }> {
  const { db, viewer, now, origin } = tools;
  const { person, sessionId } = viewer;
  if (!person || !sessionId || sessionId !== travel.sessionId) return { problem: 'journey-unknown' };
  const owner = await findIdentity(db, provider.id, account.subject);
  if (travel.purpose === 'prove') {
    if (owner !== person.id) return refuse(tools, 'account-differs', person);
    await db.transaction().execute((transaction) => markProved(transaction, sessionId, now()));
    return { next: travel.next };
  }
  if (owner !== undefined && owner !== person.id) return refuse(tools, 'account-taken', person);
  await requireProof(tools);
  await db.transaction().execute(async (transaction) => {
    const link = { providerId: provider.id, subject: account.subject, personId: person.id, at: now() };
    await saveIdentity(transaction, link);
    await recordAudit(
      transaction,
      { viewer, now, origin },
      {
        action: 'single-sign-on.link',
        subjectKind: 'person',
        subjectId: person.id,
        subjectName: person.name,
        after: { provider: provider.slug },
      },
    );
  });
  return { next: travel.next };
}

async function refuse(
  tools: Tools,
  problem: ComeBackProblem,
  person: { id: string; name: string } | null = null,
): Promise<{ problem: ComeBackProblem }> {
  await refuseSignIn(tools, { method: 'oidc', reason: 'single-sign-on-refused', why: problem, person });
  return { problem };
}

const messageOf = (problem: unknown) => (problem instanceof Error ? `${problem.name}: ${problem.message}` : 'unknown');

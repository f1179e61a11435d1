import { createHash, timingSafeEqual } from 'node:crypto';
import * as oidc from 'openid-client';
import { decrypt, encrypt } from '#platform/encrypt';
import { newToken } from '#platform/ids';
import { hashToken } from '../identify.ts';
import { insertTicket, spendTicket } from '../store/ticket.ts';
import type { Tools } from '../tools.ts';

/** What somebody is sent to the provider for. */
export type Purpose = 'sign-in' | 'prove' | 'link';

/** What we must remember while somebody is at the provider. */
export type Travel = {
  providerId: string;
  purpose: Purpose;
  next: string;
  /** of the session that is to be proved or linked */
  sessionId: string | null;
  nonce: string;
  verifier: string;
};

export const travelMinutes = 10;

const purposeOf = (state: string) => `access.travel:${hashToken(state).toString('hex')}` as const;
const marked = (browser: string) => createHash('sha256').update(`browser ${browser}`).digest('base64url');

/**
 * Remembers a journey to the provider, bound to this browser by a cookie: a link with somebody else's answer opens nothing.
 * @returns state for the provider, browser for the cookie
 */
export async function depart(
  { db, now, house }: Pick<Tools, 'db' | 'now' | 'house'>,
  about: Pick<Travel, 'providerId' | 'purpose' | 'next' | 'sessionId'>,
): Promise<{ state: string; browser: string; travel: Travel }> {
  const state = newToken();
  const browser = newToken();
  const travel = { ...about, nonce: newToken(), verifier: oidc.randomPKCECodeVerifier() };
  const box = encrypt(house.secret, purposeOf(state), JSON.stringify(travel)).toString('base64url');
  const at = now();
  await insertTicket(db, {
    kind: 'oidc',
    hash: hashToken(state),
    about: { box, browser: marked(browser) },
    at,
    expiresAt: at.add({ minutes: travelMinutes }),
  });
  return { state, browser, travel };
}

/** The journey that ends with this state in this browser, once; null for another browser, another time, or never. */
export async function arrive(
  { db, now, house }: Pick<Tools, 'db' | 'now' | 'house'>,
  state: string,
  browser: string | null,
): Promise<Travel | null> {
  const ticket = await spendTicket(db, 'oidc', hashToken(state), now());
  if (!ticket || browser === null) return null;
  const expected = Buffer.from(String(ticket.about.browser));
  const shown = Buffer.from(marked(browser));
  if (expected.length !== shown.length || !timingSafeEqual(expected, shown)) return null;
  const box = Buffer.from(String(ticket.about.box), 'base64url');
  return JSON.parse(decrypt(house.secret, purposeOf(state), box)) as Travel;
}

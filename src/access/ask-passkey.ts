import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import { Refusal } from '#platform/errors';
import { newToken } from '#platform/ids';
import { hashToken } from './identify.ts';
import { type RelyingParty, relyingPartyOf } from './relying-party.ts';
import { signWord } from './signed-word.ts';
import * as passkeys from './store/passkey.ts';
import * as store from './store/ticket.ts';
import type { Tools } from './tools.ts';

/** What the answer to a challenge is good for; an answer to one question is refused by the others. */
export type PasskeyPurpose = 'prove' | 'add' | 'newcomer';

// The sign-in page asks while it is open, so that the browser can offer passkeys in the field itself.
const askedForMinutes = 15;
const timeoutMs = 5 * 60_000;

/** EdDSA, ECDSA with P-256, RSA with SHA-256: what authenticators in use can do (COSE numbers). */
export const algorithms = [-8, -7, -257];

type AskTools = Pick<Tools, 'db' | 'now' | 'house'>;

/** @throws Refusal 'conflict' with the obstacle where passkeys cannot work */
export function requireRelyingParty(baseUrl: string): RelyingParty {
  const party = relyingPartyOf(baseUrl);
  if ('obstacle' in party)
    throw new Refusal('conflict', 'Passkeys need a host name and https (or localhost).', { obstacle: party.obstacle });
  return party;
}

/**
 * A challenge for any passkey of this house: the person is known by the passkey they choose. Nothing is kept of it,
 * since everybody may ask: it is signed, says until when it holds, and is noted when it is answered (spendOpenChallenge).
 */
export async function askForAnyPasskey({
  now,
  house,
}: Pick<AskTools, 'now' | 'house'>): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { id } = requireRelyingParty(house.baseUrl);
  const expiresAt = now().add({ minutes: askedForMinutes });
  const challenge = signWord(house.secret, 'access.challenge', `${newToken()}.${expiresAt.epochMilliseconds}`);
  return generateAuthenticationOptions({ rpID: id, timeout: timeoutMs, userVerification: 'required', challenge });
}

/** A challenge for one of this person's own passkeys. */
export async function askForOwnPasskey(
  tools: AskTools,
  personId: string,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { id } = requireRelyingParty(tools.house.baseUrl);
  const own = await passkeys.listPasskeys(tools.db, personId);
  const options = await generateAuthenticationOptions({
    rpID: id,
    timeout: timeoutMs,
    userVerification: 'required',
    ...(own.length > 0 ? { allowCredentials: own.map(described) } : {}),
  });
  await remember(tools, options.challenge, 'prove', personId, {});
  return options;
}

/**
 * A challenge for a new passkey of somebody who is here, or is about to be.
 * @param owner  its id becomes the person's id when a newcomer is created by the answer
 */
export async function askForNewPasskey(
  tools: AskTools,
  purpose: 'add' | 'newcomer',
  owner: { id: string; email: string; name: string },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { id } = requireRelyingParty(tools.house.baseUrl);
  const own = purpose === 'add' ? await passkeys.listPasskeys(tools.db, owner.id) : [];
  const options = await generateRegistrationOptions({
    rpName: 'Mamori',
    rpID: id,
    userID: new Uint8Array(Buffer.from(owner.id.replaceAll('-', ''), 'hex')),
    userName: owner.email,
    userDisplayName: owner.name,
    timeout: timeoutMs,
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: own.map(described),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  await remember(tools, options.challenge, purpose, purpose === 'add' ? owner.id : null, { ownerId: owner.id });
  return options;
}

async function remember(
  { db, now }: AskTools,
  challenge: string,
  purpose: PasskeyPurpose,
  personId: string | null,
  about: object,
): Promise<void> {
  const at = now();
  await store.insertTicket(db, {
    kind: 'passkey',
    hash: hashToken(challenge),
    personId,
    about: { purpose, ...about },
    at,
    expiresAt: at.add({ minutes: askedForMinutes }),
  });
}

const described = ({ credentialId, transports }: { credentialId: string; transports: string[] }) => ({
  id: credentialId,
  transports,
});

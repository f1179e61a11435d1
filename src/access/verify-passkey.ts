import {
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import { newId } from '#platform/ids';
import { algorithms, type PasskeyPurpose, requireRelyingParty } from './ask-passkey.ts';
import { hashToken } from './identify.ts';
import type { Locale } from './model.ts';
import { readSignedWord } from './signed-word.ts';
import { lockPasskey, markPasskeyUsed, type NewPasskey } from './store/passkey.ts';
import type { Person } from './store/person.ts';
import * as store from './store/ticket.ts';
import type { Tools } from './tools.ts';

type VerifyTools = Pick<Tools, 'db' | 'now' | 'house'>;

/**
 * The new passkey that a browser made for our challenge, not yet stored. The challenge is used up, whatever comes out.
 * @throws Refusal 'invalid' with reason 'challenge-unknown' or 'passkey-refused'
 */
export async function verifyNewPasskey(
  tools: VerifyTools,
  purpose: 'add' | 'newcomer',
  answer: RegistrationResponseJSON,
): Promise<Omit<NewPasskey, 'name'>> {
  const party = requireRelyingParty(tools.house.baseUrl);
  const challenge = challengeOf(answer.response.clientDataJSON);
  const { about } = await spendChallenge(tools, purpose, challenge);
  const verified = await verifyRegistrationResponse({
    response: answer,
    expectedChallenge: challenge,
    expectedOrigin: party.origins,
    expectedRPID: party.id,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch(refused);
  const info = verified?.registrationInfo;
  if (!info) throw notAccepted();
  return {
    id: newId(),
    personId: String(about.ownerId),
    credentialId: info.credential.id,
    publicKey: Buffer.from(info.credential.publicKey),
    counter: info.credential.counter,
    transports: [...(info.credential.transports ?? [])],
    backedUp: info.credentialBackedUp,
  };
}

/**
 * Whose passkey answered our challenge; its counter moves on. The challenge was used up before.
 * @returns undefined when nobody here has it, or the answer is not right
 */
export async function verifyPasskey(
  transaction: Transaction,
  tools: VerifyTools,
  answer: AuthenticationResponseJSON,
  challenge: string,
): Promise<Person | undefined> {
  const party = requireRelyingParty(tools.house.baseUrl);
  const found = await lockPasskey(transaction, answer.id);
  if (!found) return undefined;
  const verified = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge: challenge,
    expectedOrigin: party.origins,
    expectedRPID: party.id,
    requireUserVerification: true,
    credential: {
      id: answer.id,
      publicKey: new Uint8Array(found.publicKey),
      counter: found.counter,
      transports: found.transports,
    },
  }).catch(refused);
  if (!verified?.verified) return undefined;
  const { newCounter, credentialBackedUp } = verified.authenticationInfo;
  await markPasskeyUsed(transaction, found.passkeyId, {
    counter: newCounter,
    backedUp: credentialBackedUp,
    at: tools.now(),
  });
  return { id: found.id, name: found.name, email: found.email, locale: found.locale as Locale };
}

/**
 * Uses up the challenge that an answer carries.
 * @throws Refusal 'invalid' with reason 'challenge-unknown' when it was not asked here, for this, or lately
 */
export async function spendChallenge(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  purpose: PasskeyPurpose,
  challenge: string,
): Promise<store.Ticket> {
  const ticket = await store.spendTicket(db, 'passkey', hashToken(challenge), now());
  if (!ticket || ticket.about.purpose !== purpose) throw challengeUnknown();
  return ticket;
}

/**
 * Uses up a challenge for any passkey: ours by its signature, not too old, and not answered before.
 * @throws Refusal 'invalid' with reason 'challenge-unknown'
 */
export async function spendOpenChallenge(
  { db, now, house }: Pick<Tools, 'db' | 'now' | 'house'>,
  challenge: string,
): Promise<void> {
  const word = Buffer.from(challenge, 'base64url').toString('utf8');
  const text = readSignedWord(house.secret, 'access.challenge', word);
  if (text === null) throw challengeUnknown();
  const at = now();
  const expiresAt = Temporal.Instant.fromEpochMilliseconds(Number(text.split('.')[1]));
  if (Temporal.Instant.compare(expiresAt, at) <= 0) throw challengeUnknown();
  // Of the text, not of its encoding: base64url can be written in several ways.
  const isFirst = await store.insertSpentTicket(db, { kind: 'passkey', hash: hashToken(text), at, expiresAt });
  if (!isFirst) throw challengeUnknown();
}

const challengeUnknown = () =>
  new Refusal('invalid', 'This passkey answer belongs to no open question.', { reason: 'challenge-unknown' });

/** The challenge that the browser says it answered; the signature covers it, so it cannot be exchanged. */
export function challengeOf(clientDataJson: string): string {
  try {
    return String(JSON.parse(Buffer.from(clientDataJson, 'base64url').toString('utf8')).challenge);
  } catch {
    throw notAccepted();
  }
}

const notAccepted = () => new Refusal('invalid', 'The passkey was not accepted.', { reason: 'passkey-refused' });

// The library throws for a wrong answer; what it says is about the sender's bytes, not about us.
const refused = () => undefined;

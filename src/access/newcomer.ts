import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import { newId } from '#platform/ids';
import { hashPassword } from './hash-password.ts';
import { normalPassword, obstacleToPassword } from './judge-password.ts';
import { insertPasskey, type NewPasskey } from './store/passkey.ts';
import { savePassword } from './store/password.ts';
import type { Tools } from './tools.ts';
import { verifyNewPasskey } from './verify-passkey.ts';

/** How somebody new wants to sign in. */
export type FirstFactor =
  | { kind: 'password'; password: string }
  | { kind: 'passkey'; passkey: RegistrationResponseJSON; passkeyName: string };

export type PreparedFactor = { kind: 'password'; hash: string } | { kind: 'passkey'; passkey: NewPasskey };

/**
 * Checks and hashes before the transaction, because that is slow.
 * @returns personId: the id that the person must get
 * @throws Refusal 'invalid' with the obstacle to the password or the reason against the passkey
 */
export async function prepareFirstFactor(
  tools: Pick<Tools, 'db' | 'now' | 'house'>,
  who: { name: string; email: string },
  factor: FirstFactor,
): Promise<{ personId: string; prepared: PreparedFactor }> {
  if (factor.kind === 'password')
    return { personId: newId(), prepared: { kind: 'password', hash: await newHash(tools, who, factor.password) } };
  const passkey = { ...(await verifyNewPasskey(tools, 'newcomer', factor.passkey)), name: factor.passkeyName };
  return { personId: passkey.personId, prepared: { kind: 'passkey', passkey } };
}

/** @throws Refusal 'conflict' when the passkey is registered already */
export async function saveFirstFactor(
  transaction: Transaction,
  { now }: Pick<Tools, 'now'>,
  personId: string,
  prepared: PreparedFactor,
): Promise<void> {
  if (prepared.kind === 'password') return savePassword(transaction, personId, prepared.hash, now());
  if (!(await insertPasskey(transaction, { ...prepared.passkey, personId }, now())))
    throw new Refusal('conflict', 'This passkey is registered already.', { obstacle: 'passkey-known' });
}

/**
 * The hash of a password that may be used.
 * @throws Refusal 'invalid' with the obstacle
 */
export async function newHash(
  { house }: Pick<Tools, 'house'>,
  who: { name: string; email: string },
  typed: string,
): Promise<string> {
  const password = normalPassword(typed);
  const obstacle = obstacleToPassword(password, [who.name, who.email, new URL(house.baseUrl).hostname]);
  if (obstacle) throw new Refusal('invalid', `This password is ${obstacle}.`, { field: 'password', obstacle });
  return hashPassword(password);
}

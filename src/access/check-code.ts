import { verifySync } from 'otplib';
import type { Transaction } from '#platform/database';
import { decrypt } from '#platform/encrypt';
import { hashToken } from './identify.ts';
import * as store from './store/totp.ts';
import type { Tools } from './tools.ts';

/** Seconds that a clock may differ, on each side: one step. */
const toleranceS = 30;

export const totpPurpose = (personId: string) => `access.totp:${personId}` as const;

/** The form in which a recovery code is hashed: people leave out dashes and type small letters. */
export const normalRecoveryCode = (typed: string) =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');

/**
 * Whether this is the person's code of now, or one of their recovery codes; either serves once.
 * @returns which it was, or null
 */
export async function spendCode(
  transaction: Transaction,
  { now, house }: Pick<Tools, 'now' | 'house'>,
  personId: string,
  typed: string,
): Promise<'totp' | 'recovery-code' | null> {
  const digits = typed.normalize('NFKC').replace(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) {
    const hash = hashToken(normalRecoveryCode(typed));
    return (await store.spendRecoveryCode(transaction, personId, hash, now())) ? 'recovery-code' : null;
  }
  const totp = await store.lockTotp(transaction, personId);
  if (!totp?.confirmedAt) return null;
  const step = stepOf(decrypt(house.secret, totpPurpose(personId), totp.secret), digits, now(), totp.lastStep);
  if (step === null) return null;
  await store.markStep(transaction, personId, step);
  return 'totp';
}

/**
 * The time step that a code belongs to, later than the last one used, or null when it is not right.
 * @source RFC 6238, 5.2: a code is accepted once
 */
export function stepOf(secret: string, code: string, now: Temporal.Instant, lastStep: number): number | null {
  const result = verifySync({
    secret,
    token: code,
    epoch: Math.floor(now.epochMilliseconds / 1000),
    epochTolerance: toleranceS,
    ...(lastStep > 0 ? { afterTimeStep: lastStep } : {}),
  });
  return result.valid && 'timeStep' in result ? result.timeStep : null;
}

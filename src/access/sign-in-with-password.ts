import { newToken } from '#platform/ids';
import { knownDevice } from './device.ts';
import { hashPassword, verifyPassword } from './hash-password.ts';
import { hashToken } from './identify.ts';
import { normalPassword } from './judge-password.ts';
import type { Locale } from './model.ts';
import { refuseSignIn } from './record-sign-in.ts';
import { giveSession, startSession } from './start-session.ts';
import * as passwords from './store/password.ts';
import { insertTicket } from './store/ticket.ts';
import { hasTotp } from './store/totp.ts';
import { addressSubject, forgiveAttempt, type ThrottleName, takeAttempt } from './throttle.ts';
import type { Tools } from './tools.ts';

const secondStepMinutes = 5;

/**
 * Signs in by mail address and password, or asks for the second step when the person has an authenticator app.
 * An unknown address costs the same time and gets the same answer, and is blocked in the same way. A browser that the
 * person has signed in with is counted by itself: neither guesses at the account nor others at its address block it.
 * @returns secondStep: a ticket for signInWithCode, or null when signed in
 * @throws Refusal 'not-allowed' with reason 'wrong-credentials', or 'too-many' with retryAfterS
 */
export async function signInWithPassword(
  tools: Tools,
  { email: shown, password }: { email: string; password: string },
): Promise<{ secondStep: string | null }> {
  const { db, origin } = tools;
  // In the form in which addresses are kept: people paste blanks and type in full width.
  const email = shown.normalize('NFKC').trim();
  const address = addressSubject(origin.ip);
  const found = await passwords.findPasswordByEmail(db, email);
  const device = found ? knownDevice(tools, found.id) : null;
  if (device === null) await takeAttempt(tools, 'sign-in/address', address);
  // The database finds an account by more spellings than we fold (İ for i): each would have attempts of its own.
  const account = found?.email ?? email;
  const counted: [ThrottleName, string] = device === null ? ['sign-in/account', account] : ['sign-in/device', device];
  const blockedUntil = await takeAttempt(tools, ...counted);
  const typed = normalPassword(password);
  const { right, outdated } = await verifyPassword(found?.hash ?? null, typed);
  if (!found?.hash || !right)
    throw await refuseSignIn(tools, {
      method: 'password',
      reason: 'wrong-credentials',
      person: found ?? null,
      blockedUntil,
    });
  if (device === null) await forgiveAttempt(tools, 'sign-in/address', address);
  await forgiveAttempt(tools, ...counted);
  if (outdated) await passwords.replaceHash(db, found.id, found.hash, await hashPassword(typed));

  if (await hasTotp(db, found.id)) return { secondStep: await askForCode(tools, found.id) };
  const person = { id: found.id, name: found.name, email: found.email, locale: found.locale as Locale };
  const started = await db.transaction().execute((transaction) => startSession(transaction, tools, person, 'password'));
  giveSession(tools, started);
  return { secondStep: null };
}

async function askForCode({ db, now }: Tools, personId: string): Promise<string> {
  const token = newToken();
  const at = now();
  const expiresAt = at.add({ minutes: secondStepMinutes });
  await insertTicket(db, { kind: 'second-step', hash: hashToken(token), personId, at, expiresAt });
  return token;
}

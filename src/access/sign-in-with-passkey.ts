import type { AuthenticationResponseJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { askForAnyPasskey } from './ask-passkey.ts';
import { refuseSignIn } from './record-sign-in.ts';
import { giveSession, startSession } from './start-session.ts';
import { addressSubject, forgiveAttempt, takeAttempt } from './throttle.ts';
import type { Tools } from './tools.ts';
import { challengeOf, spendOpenChallenge, verifyPasskey } from './verify-passkey.ts';

/**
 * A challenge for any passkey of this house; nobody says who they are.
 * @throws Refusal 'conflict' with the obstacle where passkeys cannot work
 */
export async function askPasskeySignIn(tools: Tools): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return askForAnyPasskey(tools);
}

/**
 * Signs in whoever's passkey answered. The device has checked the person (by finger, face or PIN), so no second step.
 * @throws Refusal 'not-allowed' with reason 'passkey-refused', 'invalid' with 'challenge-unknown', or 'too-many'
 */
export async function signInWithPasskey(tools: Tools, answer: AuthenticationResponseJSON): Promise<void> {
  const address = addressSubject(tools.origin.ip);
  await takeAttempt(tools, 'sign-in/address', address);
  const challenge = challengeOf(answer.response.clientDataJSON);
  await spendOpenChallenge(tools, challenge);
  const started = await tools.db.transaction().execute(async (transaction) => {
    const person = await verifyPasskey(transaction, tools, answer, challenge);
    return person && startSession(transaction, tools, person, 'passkey');
  });
  if (!started) throw await refuseSignIn(tools, { method: 'passkey', reason: 'passkey-refused', person: null });
  await forgiveAttempt(tools, 'sign-in/address', address);
  giveSession(tools, started);
}

import type { AuthenticationResponseJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { askForOwnPasskey } from './ask-passkey.ts';
import { verifyPassword } from './hash-password.ts';
import { normalPassword } from './judge-password.ts';
import { refuseSignIn } from './record-sign-in.ts';
import { requireSession } from './require-session.ts';
import { findPassword } from './store/password.ts';
import { markProved } from './store/session.ts';
import { forgiveAttempt, takeAttempt } from './throttle.ts';
import type { Tools } from './tools.ts';
import { challengeOf, spendChallenge, verifyPasskey } from './verify-passkey.ts';

/**
 * Shows again, by password, who sits at this browser; for some minutes how they sign in can be changed.
 * Counted by session: who guesses at the account from outside keeps nobody who is inside from it.
 * @throws Refusal 'not-allowed' with reason 'wrong-credentials', or 'too-many'
 */
export async function proveByPassword(tools: Tools, { password }: { password: string }): Promise<void> {
  const { personId, sessionId, person } = requireSession(tools.viewer);
  const blockedUntil = await takeAttempt(tools, 'proof/session', sessionId);
  const found = await findPassword(tools.db, personId);
  const { right } = await verifyPassword(found?.hash ?? null, normalPassword(password));
  if (!right)
    throw await refuseSignIn(tools, { method: 'password', reason: 'wrong-credentials', person, blockedUntil });
  await forgiveAttempt(tools, 'proof/session', sessionId);
  await tools.db.transaction().execute((transaction) => markProved(transaction, sessionId, tools.now()));
}

/** A challenge for one of the signed-in person's own passkeys. */
export async function askPasskeyProof(tools: Tools): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { personId } = requireSession(tools.viewer);
  return askForOwnPasskey(tools, personId);
}

/**
 * The same by passkey.
 * @throws Refusal 'not-allowed' with reason 'passkey-refused' also for somebody else's passkey
 */
export async function proveByPasskey(tools: Tools, answer: AuthenticationResponseJSON): Promise<void> {
  const { personId, sessionId, person } = requireSession(tools.viewer);
  const challenge = challengeOf(answer.response.clientDataJSON);
  const { personId: asked } = await spendChallenge(tools, 'prove', challenge);
  const proved = await tools.db.transaction().execute(async (transaction) => {
    const owner = await verifyPasskey(transaction, tools, answer, challenge);
    if (owner?.id !== personId || asked !== personId) return false;
    await markProved(transaction, sessionId, tools.now());
    return true;
  });
  if (!proved) throw await refuseSignIn(tools, { method: 'passkey', reason: 'passkey-refused', person });
}

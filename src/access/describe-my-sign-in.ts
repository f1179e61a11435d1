import { requireSession } from './require-session.ts';
import { sessionRules } from './rules.ts';
import { listIdentities } from './store/oidc.ts';
import { listPasskeys } from './store/passkey.ts';
import { findPassword } from './store/password.ts';
import { findSessionTimes } from './store/session.ts';
import { countRecoveryCodes, hasTotp } from './store/totp.ts';
import type { Tools } from './tools.ts';

/** How the signed-in person can sign in, and until when what they showed lately is enough to change it. */
export async function describeMySignIn({ db, viewer }: Pick<Tools, 'db' | 'viewer'>) {
  const { personId, sessionId } = requireSession(viewer);
  const password = await findPassword(db, personId);
  const passkeys = await listPasskeys(db, personId);
  const totp = await hasTotp(db, personId);
  const times = await findSessionTimes(db, sessionId);
  return {
    password: password ? { changedAt: `${password.changedAt}` } : null,
    passkeys: passkeys.map(({ id, name, backedUp, createdAt, usedAt }) => ({
      id,
      name,
      backedUp,
      createdAt: `${createdAt}`,
      usedAt: usedAt && `${usedAt}`,
    })),
    totp,
    recoveryCodesLeft: totp ? await countRecoveryCodes(db, personId) : 0,
    identities: await listIdentities(db, personId),
    provedUntil: times ? `${times.provedAt.add({ minutes: sessionRules.proofMinutes })}` : null,
  };
}

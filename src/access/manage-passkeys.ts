import type { PublicKeyCredentialCreationOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { Refusal } from '#platform/errors';
import { askForNewPasskey } from './ask-passkey.ts';
import { recordAudit } from './record-audit.ts';
import { requireProof } from './require-session.ts';
import { hasIdentity } from './store/oidc.ts';
import * as store from './store/passkey.ts';
import { findPassword } from './store/password.ts';
import { lockPerson } from './store/person.ts';
import type { Tools } from './tools.ts';
import { verifyNewPasskey } from './verify-passkey.ts';

/** A challenge for another passkey of the signed-in person. */
export async function askMyPasskey(tools: Tools): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { person } = await requireProof(tools);
  return askForNewPasskey(tools, 'add', person);
}

/**
 * Adds the passkey that the browser made.
 * @throws Refusal 'conflict' when it is registered already, 'invalid' when it is not right
 */
export async function addPasskey(
  tools: Tools,
  { answer, name }: { answer: RegistrationResponseJSON; name: string },
): Promise<{ id: string }> {
  const { db, viewer, now, origin } = tools;
  const { personId } = await requireProof(tools);
  const passkey = { ...(await verifyNewPasskey(tools, 'add', answer)), name };
  if (passkey.personId !== personId)
    throw new Refusal('invalid', 'This answer belongs to somebody else.', { reason: 'challenge-unknown' });
  await db.transaction().execute(async (transaction) => {
    if (!(await store.insertPasskey(transaction, passkey, now())))
      throw new Refusal('conflict', 'This passkey is registered already.', { obstacle: 'passkey-known' });
    await recordAudit(
      transaction,
      { viewer, now, origin },
      { action: 'passkey.add', subjectKind: 'passkey', subjectId: passkey.id, subjectName: name },
    );
  });
  return { id: passkey.id };
}

/** @throws Refusal 'not-found' */
export async function renamePasskey(tools: Tools, { id, name }: { id: string; name: string }): Promise<void> {
  const { db, viewer, now, origin } = tools;
  const { personId } = await requireProof(tools);
  await db.transaction().execute(async (transaction) => {
    const passkey = await store.lockPasskeyOf(transaction, personId, id);
    if (!passkey) throw new Refusal('not-found', `No passkey ${id}`);
    await store.renamePasskey(transaction, id, name);
    await recordAudit(
      transaction,
      { viewer, now, origin },
      {
        action: 'passkey.rename',
        subjectKind: 'passkey',
        subjectId: id,
        subjectName: name,
        before: { name: passkey.name },
        after: { name },
      },
    );
  });
}

/**
 * Removes a passkey, but never the last way to sign in.
 * @throws Refusal 'not-found', or 'conflict' with obstacle 'last-way'
 */
export async function removePasskey(tools: Tools, id: string): Promise<void> {
  const { db, viewer, now, origin } = tools;
  const { personId } = await requireProof(tools);
  await db.transaction().execute(async (transaction) => {
    // Of the last two passkeys, removed at once, each would see the other.
    await lockPerson(transaction, personId);
    const passkey = await store.lockPasskeyOf(transaction, personId, id);
    if (!passkey) throw new Refusal('not-found', `No passkey ${id}`);
    await store.deletePasskey(transaction, id);
    const others = await store.listPasskeys(transaction, personId);
    const waysLeft =
      others.length > 0 ||
      (await findPassword(transaction, personId)) !== undefined ||
      (await hasIdentity(transaction, personId));
    if (!waysLeft) throw new Refusal('conflict', 'This is the last way to sign in.', { obstacle: 'last-way' });
    await recordAudit(
      transaction,
      { viewer, now, origin },
      { action: 'passkey.remove', subjectKind: 'passkey', subjectId: id, subjectName: passkey.name },
    );
  });
}

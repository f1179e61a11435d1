import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import { newId } from '#platform/ids';
import { askForNewPasskey } from './ask-passkey.ts';
import { hashToken } from './identify.ts';
import type { Locale } from './model.ts';
import { type FirstFactor, prepareFirstFactor, saveFirstFactor } from './newcomer.ts';
import { recordAudit } from './record-audit.ts';
import { giveSession, startSession } from './start-session.ts';
import { revokeKeysOf } from './store/api-key.ts';
import * as store from './store/invitation.ts';
import { deleteIdentities } from './store/oidc.ts';
import { deletePasskeys } from './store/passkey.ts';
import { deletePassword } from './store/password.ts';
import { insertPerson, lockPerson, type Person } from './store/person.ts';
import { saveGrants } from './store/role-grant.ts';
import { endSessions } from './store/session.ts';
import { deleteTotp } from './store/totp.ts';
import { addressSubject, takeAttempt } from './throttle.ts';
import type { Tools } from './tools.ts';
import { personViewer } from './viewer.ts';

const gone = () => new Refusal('not-found', 'This link is used, withdrawn or too old.', { reason: 'link-gone' });

/**
 * What a link invites to.
 * @throws Refusal 'not-found' when it no longer works, or 'too-many'
 */
export async function readInvitation(tools: Tools, token: string) {
  const { email, name, role, personId, expiresAt } = await requireInvitation(tools, token);
  return { email, name, role, known: personId !== null, expiresAt: `${expiresAt}` };
}

/** A challenge for the invited person's passkey. */
export async function askInvitedPasskey(
  tools: Tools,
  { token, name }: { token: string; name: string },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { email, personId } = await requireInvitation(tools, token);
  return askForNewPasskey(tools, 'newcomer', { id: personId ?? newId(), email, name });
}

/**
 * The invited person says how they want to sign in, and is signed in.
 * Somebody who was here already loses all the ways they had before, linked accounts, API keys and every session too:
 * others may have them.
 * @throws Refusal 'not-found', 'invalid', or 'conflict' with obstacle 'email-known'
 */
export async function acceptInvitation(
  tools: Tools,
  input: { token: string; name: string; locale: Locale; factor: FirstFactor },
): Promise<void> {
  const { db, now } = tools;
  const invitation = await requireInvitation(tools, input.token);
  const { email } = invitation;
  const { personId, prepared } = await prepareFirstFactor(tools, { name: input.name, email }, input.factor);
  const known = invitation.personId !== null;
  if (known && prepared.kind === 'passkey' && personId !== invitation.personId) throw gone();
  const id = invitation.personId ?? personId;

  const started = await db.transaction().execute(async (transaction) => {
    if (!(await store.acceptInvitation(transaction, invitation.id, now()))) throw gone();
    const person = known
      ? await clearWaysOf(transaction, tools, id)
      : await create(transaction, tools, invitation, { id, email, name: input.name, locale: input.locale });
    await saveFirstFactor(transaction, tools, id, prepared);
    await recordAudit(transaction, actingAs(tools, person), {
      action: known ? 'person.restore' : 'person.create',
      subjectKind: 'person',
      subjectId: id,
      subjectName: person.name,
      after: { factor: prepared.kind, invitation: invitation.id, ...(known ? {} : { email, role: invitation.role }) },
    });
    return startSession(transaction, tools, person, 'invitation');
  });
  giveSession(tools, started);
}

async function requireInvitation(tools: Tools, token: string): Promise<store.Invitation> {
  await takeAttempt(tools, 'link/address', addressSubject(tools.origin.ip));
  const invitation = await store.findInvitation(tools.db, hashToken(token), tools.now());
  if (!invitation) throw gone();
  return invitation;
}

async function create(
  transaction: Transaction,
  { now }: Tools,
  { role, divisionId, roleUntil, invitedBy }: store.Invitation,
  person: Person,
): Promise<Person> {
  if (!(await insertPerson(transaction, person, now())))
    throw new Refusal('conflict', 'Somebody has this mail address already.', { obstacle: 'email-known' });
  if (role) {
    const grant = { personId: person.id, role, divisionId, until: roleUntil, grantedBy: invitedBy };
    await saveGrants(transaction, [{ ...grant, source: 'person' }], now());
  }
  return person;
}

async function clearWaysOf(transaction: Transaction, { now }: Tools, id: string): Promise<Person> {
  const person = await lockPerson(transaction, id);
  if (!person || person.disabledAt) throw gone();
  await deletePassword(transaction, id);
  await deletePasskeys(transaction, id);
  await deleteTotp(transaction, id);
  await deleteIdentities(transaction, id);
  await revokeKeysOf(transaction, id, now());
  await endSessions(transaction, id, null, now());
  return person;
}

const actingAs = ({ now, origin }: Tools, person: Person) => ({
  viewer: personViewer(person, [], { sessionId: person.id }),
  now,
  origin,
});

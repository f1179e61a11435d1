import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import { Refusal } from '#platform/errors';
import { newId } from '#platform/ids';
import { askForNewPasskey } from './ask-passkey.ts';
import { hashToken } from './identify.ts';
import type { Locale } from './model.ts';
import { type FirstFactor, prepareFirstFactor, saveFirstFactor } from './newcomer.ts';
import { recordAudit } from './record-audit.ts';
import { giveSession, startSession } from './start-session.ts';
import { countAdministrators, insertPerson, lockAdministrators } from './store/person.ts';
import { saveGrants } from './store/role-grant.ts';
import * as store from './store/ticket.ts';
import { addressSubject, takeAttempt } from './throttle.ts';
import type { Tools } from './tools.ts';
import { personViewer } from './viewer.ts';

const gone = () => new Refusal('not-found', 'This link is used, replaced or too old.', { reason: 'link-gone' });

/**
 * Whether a first-run link still works.
 * @throws Refusal 'not-found', or 'too-many'
 */
export async function checkFirstRun(tools: Tools, token: string): Promise<void> {
  await takeAttempt(tools, 'link/address', addressSubject(tools.origin.ip));
  if (!(await store.findTicket(tools.db, 'first-run', hashToken(token), tools.now()))) throw gone();
}

/** A challenge for the first administrator's passkey. */
export async function askFirstPasskey(
  tools: Tools,
  { token, ...who }: { token: string; name: string; email: string },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  await checkFirstRun(tools, token);
  return askForNewPasskey(tools, 'newcomer', { id: newId(), ...who });
}

/**
 * Creates the first administrator by the first-run link and signs them in.
 * @throws Refusal 'not-found' for a link that no longer works, 'invalid' for a password or passkey that is not good
 */
export async function createAdministrator(
  tools: Tools,
  input: { token: string; name: string; email: string; locale: Locale; factor: FirstFactor },
): Promise<void> {
  const { db, now, origin } = tools;
  await checkFirstRun(tools, input.token);
  const { personId, prepared } = await prepareFirstFactor(tools, input, input.factor);
  const person = { id: personId, name: input.name, email: input.email, locale: input.locale };
  const started = await db.transaction().execute(async (transaction) => {
    await lockAdministrators(transaction);
    const at = now();
    const ticket = await store.spendTicket(transaction, 'first-run', hashToken(input.token), at);
    if (!ticket || (await countAdministrators(transaction, null)) > 0) throw gone();
    if (!(await insertPerson(transaction, person, at)))
      throw new Refusal('conflict', 'Somebody has this mail address already.', { obstacle: 'email-known' });
    await saveGrants(
      transaction,
      [{ personId, role: 'administrator', divisionId: null, until: null, source: 'person', grantedBy: null }],
      at,
    );
    await saveFirstFactor(transaction, tools, personId, prepared);
    const viewer = personViewer(person, [], { sessionId: personId });
    await recordAudit(
      transaction,
      { viewer, now, origin },
      {
        action: 'person.create',
        subjectKind: 'person',
        subjectId: personId,
        subjectName: person.name,
        after: { email: person.email, roles: ['administrator'], factor: prepared.kind, by: 'first-run' },
      },
    );
    return startSession(transaction, tools, person, 'first-run');
  });
  giveSession(tools, started);
}

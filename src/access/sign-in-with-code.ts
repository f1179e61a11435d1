import { Refusal } from '#platform/errors';
import { spendCode } from './check-code.ts';
import { hashToken } from './identify.ts';
import { recordAudit } from './record-audit.ts';
import { refuseSignIn } from './record-sign-in.ts';
import { giveSession, startSession } from './start-session.ts';
import { findPerson } from './store/person.ts';
import { findTicket, spendTicket } from './store/ticket.ts';
import { forgiveAttempt, takeAttempt } from './throttle.ts';
import type { Tools } from './tools.ts';
import { personViewer } from './viewer.ts';

const started = () => new Refusal('not-found', 'Begin again with the password.', { reason: 'step-gone' });

/**
 * The second step: a code of the authenticator app, or a recovery code.
 * @param input.ticket  from signInWithPassword; a wrong code leaves it usable
 * @throws Refusal 'not-found' when the ticket is used or too old, 'not-allowed' with reason 'wrong-code', 'too-many'
 */
export async function signInWithCode(tools: Tools, input: { ticket: string; code: string }): Promise<void> {
  const { db, now, origin } = tools;
  const hash = hashToken(input.ticket);
  const ticket = await findTicket(db, 'second-step', hash, now());
  const person = ticket?.personId ? await findPerson(db, ticket.personId) : undefined;
  if (!person || person.disabledAt) throw started();
  const blockedUntil = await takeAttempt(tools, 'second-step/account', person.id);

  const opened = await db.transaction().execute(async (transaction) => {
    const spent = await spendCode(transaction, tools, person.id, input.code);
    if (!spent) return null;
    if (!(await spendTicket(transaction, 'second-step', hash, now()))) throw started();
    if (spent === 'recovery-code')
      await recordAudit(
        transaction,
        { viewer: personViewer(person, [], { sessionId: person.id }), now, origin },
        { action: 'recovery-code.use', subjectKind: 'person', subjectId: person.id, subjectName: person.name },
      );
    return startSession(transaction, tools, person, 'password');
  });
  if (!opened) throw await refuseSignIn(tools, { method: 'totp', reason: 'wrong-code', person, blockedUntil });
  await forgiveAttempt(tools, 'second-step/account', person.id);
  giveSession(tools, opened);
}

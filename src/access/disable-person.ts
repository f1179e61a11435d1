import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import { guardAdministrators } from './guard-administrators.ts';
import { requireReach } from './manage-roles.ts';
import { recordAudit } from './record-audit.ts';
import { requireProof } from './require-session.ts';
import { lockPerson, type PersonRow, updatePerson } from './store/person.ts';
import { endSessions } from './store/session.ts';
import type { Tools } from './tools.ts';

/**
 * Shuts a person out: their sessions end and their keys stop at once. Nothing that they did is lost.
 * Needs a proof, and so a person: a key that is lost with person:write must not be enough to shut a whole house out.
 * @throws Refusal 'not-found', 'not-allowed', 'conflict' with obstacle 'yourself' or 'last-administrator'
 */
export async function disablePerson(tools: Tools, id: string): Promise<void> {
  const { db, viewer, now } = tools;
  await requireProof(tools);
  requireReach(viewer, null);
  if (viewer.person?.id === id)
    throw new Refusal('conflict', 'Somebody else must disable you.', { obstacle: 'yourself' });
  await db.transaction().execute(async (transaction) => {
    const person = await requirePerson(transaction, id);
    if (person.disabledAt) return;
    await guardAdministrators(transaction, () => updatePerson(transaction, id, { disabled_at: now() }));
    const ended = await endSessions(transaction, id, null, now());
    await audit(transaction, tools, person, 'person.disable', { endedSessions: ended });
  });
}

/** Lets a person in again, with the roles and the ways to sign in that they had. @throws Refusal 'not-found' */
export async function enablePerson(tools: Tools, id: string): Promise<void> {
  await requireProof(tools);
  requireReach(tools.viewer, null);
  await tools.db.transaction().execute(async (transaction) => {
    const person = await requirePerson(transaction, id);
    if (!person.disabledAt) return;
    await updatePerson(transaction, id, { disabled_at: null });
    await audit(transaction, tools, person, 'person.enable', {});
  });
}

/** Signs a person out everywhere; returns from how many places. Needs a proof. @throws Refusal 'not-found', 'not-allowed' */
export async function endSessionsOf(tools: Tools, id: string): Promise<{ ended: number }> {
  await requireProof(tools);
  requireReach(tools.viewer, null);
  return tools.db.transaction().execute(async (transaction) => {
    const person = await requirePerson(transaction, id);
    const ended = await endSessions(transaction, id, null, tools.now());
    if (ended > 0) await audit(transaction, tools, person, 'session.revoke', { sessions: ended });
    return { ended };
  });
}

async function requirePerson(transaction: Transaction, id: string): Promise<PersonRow> {
  const person = await lockPerson(transaction, id);
  if (!person) throw new Refusal('not-found', `No person ${id}`);
  return person;
}

async function audit(
  transaction: Transaction,
  { viewer, now, origin }: Tools,
  { id, name }: PersonRow,
  action: `${string}.${string}`,
  after: object,
): Promise<void> {
  await recordAudit(
    transaction,
    { viewer, now, origin },
    { action, subjectKind: 'person', subjectId: id, subjectName: name, after },
  );
}

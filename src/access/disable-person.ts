import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import { guardAdministrators } from './guard-administrators.ts';
import { requireReach } from './manage-roles.ts';
import { type Deed, recordAudit, recordAudits } from './record-audit.ts';
import { requirePeople } from './require-people.ts';
import { requireProof } from './require-session.ts';
import { type PersonRow, setDisabled } from './store/person.ts';
import { endSessions, endSessionsOfAll } from './store/session.ts';
import type { Tools } from './tools.ts';

/**
 * Shuts people out, all or none: their sessions end and their keys stop at once. Nothing that they did is lost.
 * Needs a proof, and so a person: a key that is lost with person:write must not be enough to shut a whole house out.
 * @returns those who could sign in before
 * @throws Refusal 'not-found', 'not-allowed', 'conflict' with obstacle 'yourself' or 'last-administrator'
 */
export async function disablePeople(tools: Tools, ids: readonly string[]): Promise<string[]> {
  const { db, viewer, now } = tools;
  await requireProof(tools);
  requireReach(viewer, null);
  if (viewer.person && ids.includes(viewer.person.id))
    throw new Refusal('conflict', 'Somebody else must disable you.', { obstacle: 'yourself' });
  return db.transaction().execute(async (transaction) => {
    const people = (await requirePeople(transaction, ids)).filter(({ disabledAt }) => !disabledAt);
    const disabled = people.map(({ id }) => id);
    await guardAdministrators(transaction, () => setDisabled(transaction, disabled, now()));
    const ended = await endSessionsOfAll(transaction, disabled, now());
    const deeds = people.map((person) =>
      deedOn(person, 'person.disable', { endedSessions: ended.get(person.id) ?? 0 }),
    );
    await recordAudits(transaction, tools, deeds);
    return disabled;
  });
}

/**
 * Lets people in again, with the roles and the ways to sign in that they had.
 * @returns those who were shut out before
 * @throws Refusal 'not-found'
 */
export async function enablePeople(tools: Tools, ids: readonly string[]): Promise<string[]> {
  await requireProof(tools);
  requireReach(tools.viewer, null);
  return tools.db.transaction().execute(async (transaction) => {
    const people = (await requirePeople(transaction, ids)).filter(({ disabledAt }) => disabledAt);
    const enabled = people.map(({ id }) => id);
    await setDisabled(transaction, enabled, null);
    await recordAudits(
      transaction,
      tools,
      people.map((person) => deedOn(person, 'person.enable', {})),
    );
    return enabled;
  });
}

/** Signs a person out everywhere; returns from how many places. Needs a proof. @throws Refusal 'not-found', 'not-allowed' */
export async function endSessionsOf(tools: Tools, id: string): Promise<{ ended: number }> {
  await requireProof(tools);
  requireReach(tools.viewer, null);
  return tools.db.transaction().execute(async (transaction) => {
    const person = await requirePerson(transaction, id);
    const ended = await endSessions(transaction, id, null, tools.now());
    if (ended > 0) await recordAudit(transaction, tools, deedOn(person, 'session.revoke', { sessions: ended }));
    return { ended };
  });
}

async function requirePerson(transaction: Transaction, id: string): Promise<PersonRow> {
  const [person] = await requirePeople(transaction, [id]);
  return person as PersonRow;
}

const deedOn = ({ id, name }: PersonRow, action: Deed['action'], after: object): Deed => ({
  ...{ action, subjectKind: 'person', subjectId: id, subjectName: name },
  after,
});

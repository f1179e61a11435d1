import { z } from 'zod';
import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import { newId, newToken } from '#platform/ids';
import { decodeCursor, InstantOfCursor, pageOf } from '#platform/keyset';
import { hashToken } from './identify.ts';
import { requireReach } from './manage-roles.ts';
import type { Role } from './model.ts';
import { recordAudit } from './record-audit.ts';
import { requireProof } from './require-session.ts';
import * as store from './store/invitation.ts';
import { findPerson, findPersonByEmail } from './store/person.ts';
import type { Tools } from './tools.ts';

/** A link is shown this once; only its hash is kept. Its token stands behind "#", so that no log sees it. */
export type InvitationLink = { id: string; link: string; expiresAt: string };

/**
 * Invites somebody new with their first role. An open invitation of the same address is replaced.
 * @param input.days  how long the link works
 * @throws Refusal 'conflict' with obstacle 'email-known' and the person's id, 'not-allowed'
 */
export async function invitePerson(
  tools: Tools,
  input: {
    email: string;
    name: string;
    role: Role;
    divisionId: string | null;
    roleUntil: string | null;
    days: number;
  },
): Promise<InvitationLink> {
  const { db, viewer } = tools;
  await requireProof(tools);
  requireReach(viewer, input.divisionId);
  const known = await findPersonByEmail(db, input.email);
  if (known)
    throw new Refusal('conflict', 'Somebody has this mail address already.', {
      obstacle: 'email-known',
      personId: known.id,
    });
  const { email, name, role, divisionId } = input;
  const roleUntil = input.roleUntil === null ? null : Temporal.Instant.from(input.roleUntil);
  return makeLink(tools, { email, name, role, divisionId, roleUntil, personId: null }, input.days);
}

/**
 * A link for somebody here who has lost every way to sign in. Used, it replaces all the ways they had.
 * @throws Refusal 'not-found' also for somebody who is disabled
 */
export async function inviteAgain(tools: Tools, { id, days }: { id: string; days: number }): Promise<InvitationLink> {
  const { db, viewer } = tools;
  await requireProof(tools);
  requireReach(viewer, null);
  const person = await findPerson(db, id);
  if (!person || person.disabledAt) throw new Refusal('not-found', `No person ${id}`);
  const { email, name } = person;
  return makeLink(tools, { email, name, role: null, divisionId: null, roleUntil: null, personId: id }, days);
}

/**
 * The same for the operator at the machine, who has no session: the way back when every administrator is locked out.
 * Whoever can read the state can do more than this; it is audited all the same.
 * @throws Refusal 'not-found' when nobody who may sign in has this mail address
 */
export async function letBackIn(tools: Tools, email: string): Promise<InvitationLink> {
  const person = await findPersonByEmail(tools.db, email);
  if (!person || person.disabledAt) throw new Refusal('not-found', `Nobody who may sign in has the address ${email}.`);
  return makeLink(
    tools,
    { email: person.email, name: person.name, role: null, divisionId: null, roleUntil: null, personId: person.id },
    1,
  );
}

/** One page of the open invitations, newest first, with those that no longer work, and why. */
export async function listInvitations(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  { after, limit }: { after?: string | undefined; limit: number },
) {
  const rows = await store.listInvitations(db, { after: placeOf(after), limit: limit + 1 });
  const page = pageOf(rows, limit, ({ createdAt, id }) => [`${createdAt}`, id]);
  const items = page.items.map(
    ({ roleUntil, createdAt, expiresAt, invitedBy: _, inviterDisabledAt: disabledAt, ...row }) => ({
      ...row,
      roleUntil: roleUntil && `${roleUntil}`,
      createdAt: `${createdAt}`,
      expiresAt: `${expiresAt}`,
      expired: Temporal.Instant.compare(expiresAt, now()) <= 0,
      inviterDisabled: disabledAt !== null,
    }),
  );
  return { items, next: page.next, total: await store.countInvitations(db) };
}

function placeOf(after: string | undefined): { createdAt: Temporal.Instant; id: string } | null {
  if (after === undefined) return null;
  const [createdAt, id] = decodeCursor(after, z.tuple([InstantOfCursor, z.uuid()]));
  return { createdAt: Temporal.Instant.from(createdAt), id };
}

/** Withdraws an invitation; its link stops working. @throws Refusal 'not-found' */
export async function withdrawInvitation(tools: Tools, id: string): Promise<void> {
  await tools.db.transaction().execute(async (transaction) => {
    const gone = await store.revokeInvitation(transaction, id, tools.now());
    if (!gone) throw new Refusal('not-found', `No open invitation ${id}`);
    requireReach(tools.viewer, gone.divisionId);
    await audit(transaction, tools, 'invitation.withdraw', { id, email: gone.email }, {});
  });
}

async function makeLink(
  tools: Tools,
  about: Omit<store.Invitation, 'id' | 'invitedBy' | 'createdAt' | 'expiresAt'>,
  days: number,
): Promise<InvitationLink> {
  const { db, viewer, now, house } = tools;
  const token = newToken();
  const id = newId();
  const expiresAt = now().add({ hours: 24 * days });
  await db.transaction().execute(async (transaction) => {
    await store.revokeInvitationsFor(transaction, about.email, now());
    await store.insertInvitation(transaction, {
      ...about,
      id,
      hash: hashToken(token),
      invitedBy: viewer.person?.id ?? null,
      createdAt: now(),
      expiresAt,
    });
    const { role, divisionId, roleUntil } = about;
    await audit(
      transaction,
      tools,
      about.personId ? 'invitation.renew' : 'invitation.make',
      { id, email: about.email },
      { role, divisionId, roleUntil: roleUntil && `${roleUntil}`, expiresAt: `${expiresAt}` },
    );
  });
  return { id, link: `${house.baseUrl}/invitation#token=${token}`, expiresAt: `${expiresAt}` };
}

async function audit(
  transaction: Transaction,
  { viewer, now, origin }: Tools,
  action: `invitation.${string}`,
  { id, email }: { id: string; email: string },
  after: object,
): Promise<void> {
  await recordAudit(
    transaction,
    { viewer, now, origin },
    { action, subjectKind: 'invitation', subjectId: id, subjectName: email, after },
  );
}

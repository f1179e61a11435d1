import type { Db, Transaction } from '#platform/database';
import type { Role } from '../model.ts';

export type Invitation = {
  id: string;
  email: string;
  name: string;
  role: Role | null;
  divisionId: string | null;
  roleUntil: Temporal.Instant | null;
  /** for somebody who is here already */
  personId: string | null;
  invitedBy: string | null;
  createdAt: Temporal.Instant;
  expiresAt: Temporal.Instant;
};

const columns = [
  'invitation.id',
  'invitation.email',
  'invitation.name',
  'invitation.role',
  'invitation.division_id as divisionId',
  'invitation.role_until as roleUntil',
  'invitation.person_id as personId',
  'invitation.invited_by as invitedBy',
  'invitation.created_at as createdAt',
  'invitation.expires_at as expiresAt',
] as const;

export async function insertInvitation(
  transaction: Transaction,
  { hash, ...invitation }: Invitation & { hash: Buffer },
): Promise<void> {
  await transaction
    .insertInto('invitation')
    .values({
      id: invitation.id,
      hash,
      email: invitation.email,
      name: invitation.name,
      role: invitation.role,
      division_id: invitation.divisionId,
      role_until: invitation.roleUntil,
      person_id: invitation.personId,
      invited_by: invitation.invitedBy,
      created_at: invitation.createdAt,
      expires_at: invitation.expiresAt,
    })
    .execute();
}

/** Open ones of this address end: the newest link is the one that works. */
export async function revokeInvitationsFor(
  transaction: Transaction,
  email: string,
  at: Temporal.Instant,
): Promise<void> {
  await transaction
    .updateTable('invitation')
    .set({ revoked_at: at })
    .where('email', '=', email)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
}

/** The invitation of a link that still works: that of somebody who was shut out since would let them in again. */
export async function findInvitation(db: Db, hash: Buffer, at: Temporal.Instant): Promise<Invitation | undefined> {
  const row = await db
    .selectFrom('invitation')
    .select(columns)
    .where('hash', '=', hash)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', at)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('person')
            .select('person.id')
            .whereRef('person.id', '=', 'invitation.invited_by')
            .where('person.disabled_at', 'is not', null),
        ),
      ),
    )
    .executeTakeFirst();
  return row && { ...row, role: row.role as Role | null };
}

/** Uses the invitation up in one statement; false when somebody was faster. */
export async function acceptInvitation(transaction: Transaction, id: string, at: Temporal.Instant): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('invitation')
    .set({ accepted_at: at })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/**
 * Invitations that nobody has accepted, newest first, those that no longer work too.
 * @param after  the last one of the page before; null: from the newest
 */
export async function listInvitations(
  db: Db,
  { after, limit }: { after: { createdAt: Temporal.Instant; id: string } | null; limit: number },
) {
  let query = db
    .selectFrom('invitation')
    .leftJoin('person', 'person.id', 'invitation.invited_by')
    .select(columns)
    .select(['person.name as invitedByName', 'person.disabled_at as inviterDisabledAt'])
    .where('invitation.accepted_at', 'is', null)
    .where('invitation.revoked_at', 'is', null);
  if (after)
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('invitation.created_at', 'invitation.id'), '<', tuple(after.createdAt, after.id)),
    );
  const rows = await query
    .orderBy('invitation.created_at', 'desc')
    .orderBy('invitation.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as Role | null }));
}

export async function countInvitations(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('invitation')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The address of the invitation that was withdrawn, or undefined when it is not open. */
export async function revokeInvitation(transaction: Transaction, id: string, at: Temporal.Instant) {
  return transaction
    .updateTable('invitation')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning(['email', 'division_id as divisionId'])
    .executeTakeFirst();
}

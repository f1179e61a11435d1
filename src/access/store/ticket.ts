import type { Db, Transaction } from '#platform/database';
import { newId } from '#platform/ids';

export type TicketKind = 'first-run' | 'second-step' | 'passkey' | 'oidc';
export type Ticket = { id: string; personId: string | null; about: Record<string, unknown> };

export async function insertTicket(
  db: Db,
  ticket: {
    kind: TicketKind;
    hash: Buffer;
    personId?: string | null;
    about?: object;
    at: Temporal.Instant;
    expiresAt: Temporal.Instant;
  },
): Promise<void> {
  await db
    .insertInto('ticket')
    .values({
      id: newId(),
      kind: ticket.kind,
      hash: ticket.hash,
      person_id: ticket.personId ?? null,
      about: JSON.stringify(ticket.about ?? {}),
      created_at: ticket.at,
      expires_at: ticket.expiresAt,
    })
    .execute();
}

/** Uses the ticket up in one statement: of two at once one gets it. */
export async function spendTicket(
  db: Db,
  kind: TicketKind,
  hash: Buffer,
  at: Temporal.Instant,
): Promise<Ticket | undefined> {
  const row = await db
    .updateTable('ticket')
    .set({ used_at: at })
    .where('kind', '=', kind)
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .returning(['id', 'person_id as personId', 'about'])
    .executeTakeFirst();
  return row && { ...row, about: row.about as Record<string, unknown> };
}

/** Notes that a secret of ours which was never kept has served; false when it had before: of two at once one gets true. */
export async function insertSpentTicket(
  db: Db,
  { kind, hash, at, expiresAt }: { kind: TicketKind; hash: Buffer; at: Temporal.Instant; expiresAt: Temporal.Instant },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('ticket')
    .values({ id: newId(), kind, hash, about: '{}', created_at: at, expires_at: expiresAt, used_at: at })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The ticket as long as it can be used, without using it. */
export async function findTicket(
  db: Db,
  kind: TicketKind,
  hash: Buffer,
  at: Temporal.Instant,
): Promise<Ticket | undefined> {
  const row = await db
    .selectFrom('ticket')
    .select(['id', 'person_id as personId', 'about'])
    .where('kind', '=', kind)
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst();
  return row && { ...row, about: row.about as Record<string, unknown> };
}

export async function deleteUnusedTickets(transaction: Transaction, kind: TicketKind): Promise<void> {
  await transaction.deleteFrom('ticket').where('kind', '=', kind).where('used_at', 'is', null).execute();
}

export async function deleteOldTickets(db: Db, before: Temporal.Instant): Promise<void> {
  await db.deleteFrom('ticket').where('expires_at', '<', before).execute();
}

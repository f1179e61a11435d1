import type { Db, Transaction } from '#platform/database';
import { newId } from '#platform/ids';

export type Totp = { secret: Buffer; confirmedAt: Temporal.Instant | null; lastStep: number };

/** Starts anew: an unconfirmed secret replaces the one before, a confirmed one stays. */
export async function saveUnconfirmedTotp(
  transaction: Transaction,
  personId: string,
  secret: Buffer,
  at: Temporal.Instant,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('totp')
    .values({ person_id: personId, secret, created_at: at })
    .onConflict((conflict) =>
      conflict
        .column('person_id')
        .doUpdateSet({ secret, created_at: at, last_step: 0 })
        .where('totp.confirmed_at', 'is', null),
    )
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Locks the row, so that one code cannot serve twice at once. */
export async function lockTotp(transaction: Transaction, personId: string): Promise<Totp | undefined> {
  return transaction
    .selectFrom('totp')
    .select(['secret', 'confirmed_at as confirmedAt', 'last_step as lastStep'])
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst();
}

export async function hasTotp(db: Db, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('totp')
    .select('person_id')
    .where('person_id', '=', personId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

export async function markStep(transaction: Transaction, personId: string, step: number): Promise<void> {
  await transaction.updateTable('totp').set({ last_step: step }).where('person_id', '=', personId).execute();
}

export async function confirmTotp(transaction: Transaction, personId: string, at: Temporal.Instant): Promise<void> {
  await transaction.updateTable('totp').set({ confirmed_at: at }).where('person_id', '=', personId).execute();
}

/** The app and its recovery codes; false when there was no confirmed app. */
export async function deleteTotp(transaction: Transaction, personId: string): Promise<boolean> {
  await transaction.deleteFrom('recovery_code').where('person_id', '=', personId).execute();
  const gone = await transaction
    .deleteFrom('totp')
    .where('person_id', '=', personId)
    .returning('confirmed_at as confirmedAt')
    .executeTakeFirst();
  return gone !== undefined && gone.confirmedAt !== null;
}

export async function replaceRecoveryCodes(
  transaction: Transaction,
  personId: string,
  hashes: Buffer[],
): Promise<void> {
  await transaction.deleteFrom('recovery_code').where('person_id', '=', personId).execute();
  await transaction
    .insertInto('recovery_code')
    .values(hashes.map((hash) => ({ id: newId(), person_id: personId, hash })))
    .execute();
}

/** Uses the code up in one statement; false when it is not one of this person's unused ones. */
export async function spendRecoveryCode(
  transaction: Transaction,
  personId: string,
  hash: Buffer,
  at: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('recovery_code')
    .set({ used_at: at })
    .where('person_id', '=', personId)
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function countRecoveryCodes(db: Db, personId: string): Promise<number> {
  const { count } = await db
    .selectFrom('recovery_code')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

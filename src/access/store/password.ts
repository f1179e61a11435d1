import type { Db, Transaction } from '#platform/database';

/** The living person of a mail address, with the hash of their password if they have one. */
export async function findPasswordByEmail(db: Db, email: string) {
  return db
    .selectFrom('person')
    .leftJoin('password', 'password.person_id', 'person.id')
    .select(['person.id', 'person.name', 'person.email', 'person.locale', 'password.hash'])
    .where('person.email', '=', email)
    .where('person.disabled_at', 'is', null)
    .executeTakeFirst();
}

export async function findPassword(db: Db, personId: string) {
  return db
    .selectFrom('password')
    .select(['hash', 'changed_at as changedAt'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
}

export async function savePassword(
  transaction: Transaction,
  personId: string,
  hash: string,
  at: Temporal.Instant,
): Promise<void> {
  await transaction
    .insertInto('password')
    .values({ person_id: personId, hash, changed_at: at })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ hash, changed_at: at }))
    .execute();
}

/** The same password under new costs; only if nobody has changed it meanwhile. */
export async function replaceHash(db: Db, personId: string, old: string, hash: string): Promise<void> {
  await db.updateTable('password').set({ hash }).where('person_id', '=', personId).where('hash', '=', old).execute();
}

export async function deletePassword(transaction: Transaction, personId: string): Promise<void> {
  await transaction.deleteFrom('password').where('person_id', '=', personId).execute();
}

import type { Db, Transaction } from '#platform/database';

export type NewPasskey = {
  id: string;
  personId: string;
  credentialId: string;
  publicKey: Buffer;
  counter: number;
  transports: string[];
  backedUp: boolean;
  name: string;
};

/** False when this credential is registered already, here or with somebody else. */
export async function insertPasskey(
  transaction: Transaction,
  passkey: NewPasskey,
  at: Temporal.Instant,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('passkey')
    .values({
      id: passkey.id,
      person_id: passkey.personId,
      credential_id: passkey.credentialId,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      transports: passkey.transports,
      backed_up: passkey.backedUp,
      name: passkey.name,
      created_at: at,
    })
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Locks the passkey of a living person, so that its counter cannot be read twice. */
export async function lockPasskey(transaction: Transaction, credentialId: string) {
  return transaction
    .selectFrom('passkey')
    .innerJoin('person', 'person.id', 'passkey.person_id')
    .select(['passkey.id as passkeyId', 'passkey.public_key as publicKey', 'passkey.counter', 'passkey.transports'])
    .select(['person.id', 'person.name', 'person.email', 'person.locale'])
    .where('passkey.credential_id', '=', credentialId)
    .where('person.disabled_at', 'is', null)
    .forUpdate('passkey')
    .executeTakeFirst();
}

export async function markPasskeyUsed(
  transaction: Transaction,
  id: string,
  used: { counter: number; backedUp: boolean; at: Temporal.Instant },
): Promise<void> {
  await transaction
    .updateTable('passkey')
    .set({ counter: used.counter, backed_up: used.backedUp, used_at: used.at })
    .where('id', '=', id)
    .execute();
}

export async function listPasskeys(db: Db, personId: string) {
  return db
    .selectFrom('passkey')
    .select(['id', 'name', 'credential_id as credentialId', 'transports', 'backed_up as backedUp'])
    .select(['created_at as createdAt', 'used_at as usedAt'])
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** The name before, or undefined when this person has no such passkey. */
export async function lockPasskeyOf(transaction: Transaction, personId: string, id: string) {
  return transaction
    .selectFrom('passkey')
    .select(['id', 'name'])
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst();
}

export async function renamePasskey(transaction: Transaction, id: string, name: string): Promise<void> {
  await transaction.updateTable('passkey').set({ name }).where('id', '=', id).execute();
}

export async function deletePasskey(transaction: Transaction, id: string): Promise<void> {
  await transaction.deleteFrom('passkey').where('id', '=', id).execute();
}

/** All of a person's; returns how many. */
export async function deletePasskeys(transaction: Transaction, personId: string): Promise<number> {
  const { numDeletedRows } = await transaction
    .deleteFrom('passkey')
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

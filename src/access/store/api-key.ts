import type { Db, Transaction } from '#platform/database';
import type { Permission } from '../model.ts';

export async function insertKey(
  transaction: Transaction,
  key: {
    id: string;
    hash: Buffer;
    hint: string;
    name: string;
    personId: string;
    scopes: Permission[];
    at: Temporal.Instant;
    expiresAt: Temporal.Instant;
  },
): Promise<void> {
  await transaction
    .insertInto('api_key')
    .values({
      id: key.id,
      hash: key.hash,
      hint: key.hint,
      name: key.name,
      person_id: key.personId,
      scopes: key.scopes,
      created_at: key.at,
      expires_at: key.expiresAt,
    })
    .execute();
}

/** The keys of a person that are not revoked, newest first; expired ones too, so that somebody sees why a program fails. */
export async function listKeys(db: Db, personId: string) {
  const rows = await db
    .selectFrom('api_key')
    .select(['id', 'hint', 'name', 'scopes', 'created_at as createdAt', 'expires_at as expiresAt'])
    .select('used_at as usedAt')
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, scopes: row.scopes as Permission[] }));
}

/** The name and hint of the key that was revoked, or undefined when this person has no such living key. */
export async function revokeKey(transaction: Transaction, personId: string, id: string, at: Temporal.Instant) {
  return transaction
    .updateTable('api_key')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .returning(['name', 'hint'])
    .executeTakeFirst();
}

/** All living keys of a person; returns how many. */
export async function revokeKeysOf(transaction: Transaction, personId: string, at: Temporal.Instant): Promise<number> {
  const { numUpdatedRows } = await transaction
    .updateTable('api_key')
    .set({ revoked_at: at })
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

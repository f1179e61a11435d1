import type { Db, Transaction } from '#platform/database';

export type SessionMethod = 'first-run' | 'password' | 'passkey' | 'oidc' | 'invitation';

export async function insertSession(
  transaction: Transaction,
  session: {
    id: string;
    tokenHash: Buffer;
    personId: string;
    method: SessionMethod;
    at: Temporal.Instant;
    expiresAt: Temporal.Instant;
    ip: string | null;
    userAgent: string | null;
  },
): Promise<void> {
  await transaction
    .insertInto('session')
    .values({
      id: session.id,
      token_hash: session.tokenHash,
      person_id: session.personId,
      method: session.method,
      created_at: session.at,
      seen_at: session.at,
      proved_at: session.at,
      expires_at: session.expiresAt,
      ip: session.ip,
      user_agent: session.userAgent,
    })
    .execute();
}

/** Ends the session of this token, whoever's it is; used when a browser signs in anew. */
export async function endSessionOfToken(
  transaction: Transaction,
  tokenHash: Buffer,
  at: Temporal.Instant,
): Promise<void> {
  await transaction
    .updateTable('session')
    .set({ ended_at: at })
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .execute();
}

/** Ends one living session of a person; false when there is none. */
export async function endSession(
  transaction: Transaction,
  personId: string,
  id: string,
  at: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('session')
    .set({ ended_at: at })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Ends all living sessions of these people; returns how many, by person. */
export async function endSessionsOfAll(
  transaction: Transaction,
  personIds: readonly string[],
  at: Temporal.Instant,
): Promise<Map<string, number>> {
  if (personIds.length === 0) return new Map();
  const ended = await transaction
    .updateTable('session')
    .set({ ended_at: at })
    .where('person_id', 'in', personIds)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', at)
    .returning('person_id as personId')
    .execute();
  return new Map([...Map.groupBy(ended, ({ personId }) => personId)].map(([id, rows]) => [id, rows.length]));
}

/** Ends all living sessions of a person but one, or all; returns how many. */
export async function endSessions(
  transaction: Transaction,
  personId: string,
  except: string | null,
  at: Temporal.Instant,
): Promise<number> {
  let query = transaction
    .updateTable('session')
    .set({ ended_at: at })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', at);
  if (except !== null) query = query.where('id', '<>', except);
  const { numUpdatedRows } = await query.executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** The sessions of a person that can still be used, the latest used first. */
export async function listSessions(
  db: Db,
  personId: string,
  { at, seenAfter }: { at: Temporal.Instant; seenAfter: Temporal.Instant },
) {
  return db
    .selectFrom('session')
    .select(['id', 'method', 'created_at as createdAt', 'seen_at as seenAt', 'expires_at as expiresAt', 'ip'])
    .select('user_agent as userAgent')
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', at)
    .where('seen_at', '>', seenAfter)
    .orderBy('seen_at', 'desc')
    .execute();
}

/** When a session ends and when its person last proved who they are. */
export async function findSessionTimes(db: Db, id: string) {
  return db
    .selectFrom('session')
    .select(['expires_at as expiresAt', 'proved_at as provedAt'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function markProved(transaction: Transaction, id: string, at: Temporal.Instant): Promise<void> {
  await transaction.updateTable('session').set({ proved_at: at }).where('id', '=', id).execute();
}

/** Sessions that ended long ago; the audit trail keeps what is to be known of them. */
export async function deleteOldSessions(db: Db, before: Temporal.Instant): Promise<void> {
  await db.deleteFrom('session').where('expires_at', '<', before).execute();
}

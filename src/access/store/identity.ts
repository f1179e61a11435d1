import type { Db } from '#platform/database';
import type { Locale, Permission, Role } from '../model.ts';
import { sessionRules } from '../rules.ts';

export type Identity = {
  sessionId: string;
  person: { id: string; name: string; email: string; locale: Locale };
  seenAt: Temporal.Instant;
};

/** The living session of a living person. */
export async function findSession(db: Db, tokenHash: Uint8Array, at: Temporal.Instant): Promise<Identity | undefined> {
  const row = await db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .select([
      'session.id as sessionId',
      'session.seen_at as seenAt',
      'person.id',
      'person.name',
      'person.email',
      'person.locale',
    ])
    .where('session.token_hash', '=', Buffer.from(tokenHash))
    .where('session.ended_at', 'is', null)
    .where('session.expires_at', '>', at)
    .where('session.seen_at', '>', at.subtract({ minutes: sessionRules.idleMinutes }))
    .where('person.disabled_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  const { sessionId, seenAt, locale, ...person } = row;
  return { sessionId, seenAt, person: { ...person, locale: locale as Locale } };
}

export type KeyIdentity = {
  keyId: string;
  person: Identity['person'];
  scopes: Permission[];
  usedAt: Temporal.Instant | null;
};

/** The valid key of a living person. */
export async function findKey(db: Db, hash: Uint8Array, at: Temporal.Instant): Promise<KeyIdentity | undefined> {
  const row = await db
    .selectFrom('api_key')
    .innerJoin('person', 'person.id', 'api_key.person_id')
    .select([
      'api_key.id as keyId',
      'api_key.scopes',
      'api_key.used_at as usedAt',
      'person.id',
      'person.name',
      'person.email',
      'person.locale',
    ])
    .where('api_key.hash', '=', Buffer.from(hash))
    .where('api_key.revoked_at', 'is', null)
    .where('api_key.expires_at', '>', at)
    .where('person.disabled_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  const { keyId, scopes, usedAt, locale, ...person } = row;
  return { keyId, usedAt, scopes: scopes as Permission[], person: { ...person, locale: locale as Locale } };
}

/** The roles that a person holds now. */
export async function listGrants(
  db: Db,
  personId: string,
  at: Temporal.Instant,
): Promise<{ role: Role; divisionId: string | null }[]> {
  const rows = await db
    .selectFrom('role_grant')
    .select(['role', 'division_id as divisionId'])
    .where('person_id', '=', personId)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', at)]))
    .orderBy('granted_at')
    .orderBy('id')
    .execute();
  return rows.map(({ role, divisionId }) => ({ role: role as Role, divisionId }));
}

/** Notes that the session was used; called at most once a minute for each. */
export async function touchSession(db: Db, sessionId: string, at: Temporal.Instant): Promise<void> {
  await db.updateTable('session').set({ seen_at: at }).where('id', '=', sessionId).execute();
}

/** Notes that the key was used; called at most once a minute for each. */
export async function touchKey(db: Db, keyId: string, at: Temporal.Instant): Promise<void> {
  await db.updateTable('api_key').set({ used_at: at }).where('id', '=', keyId).execute();
}

import type { Db, Transaction } from '#platform/database';
import { newId } from '#platform/ids';
import type { Role } from '../model.ts';

export type NewGrant = {
  personId: string;
  role: Role;
  divisionId: string | null;
  until: Temporal.Instant | null;
  source: 'person' | 'oidc';
  grantedBy: string | null;
};

export type GrantRow = {
  id: string;
  personId: string;
  role: Role;
  divisionId: string | null;
  until: Temporal.Instant | null;
  grantedAt: Temporal.Instant;
  source: 'person' | 'oidc';
};

const columns = [
  'id',
  'person_id as personId',
  'role',
  'division_id as divisionId',
  'until',
  'granted_at as grantedAt',
  'source',
] as const;

/** Grants a role; one that is held already from the same source gets the new end. */
export async function saveGrants(transaction: Transaction, grants: NewGrant[], at: Temporal.Instant): Promise<void> {
  if (grants.length === 0) return;
  await transaction
    .insertInto('role_grant')
    .values(
      grants.map((grant) => ({
        id: newId(),
        person_id: grant.personId,
        role: grant.role,
        division_id: grant.divisionId,
        granted_by: grant.grantedBy,
        granted_at: at,
        until: grant.until,
        source: grant.source,
      })),
    )
    .onConflict((conflict) =>
      conflict.constraint('role_grant_unique').doUpdateSet((eb) => ({
        until: eb.ref('excluded.until'),
        granted_by: eb.ref('excluded.granted_by'),
        granted_at: eb.ref('excluded.granted_at'),
      })),
    )
    .execute();
}

export async function deleteGrants(transaction: Transaction, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await transaction.deleteFrom('role_grant').where('id', 'in', ids).execute();
}

/** All grants of these people, ended ones too: they are shown as ended. */
export async function listGrantsOf(db: Db, personIds: string[]): Promise<GrantRow[]> {
  if (personIds.length === 0) return [];
  const rows = await db
    .selectFrom('role_grant')
    .select(columns)
    .where('person_id', 'in', personIds)
    .orderBy('granted_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as Role, source: row.source as GrantRow['source'] }));
}

import type { Db, Transaction } from '#platform/database';
import type { Role } from '../model.ts';

export type ProviderSettings = {
  name: string;
  issuer: string;
  clientId: string;
  scopes: string;
  groupsClaim: string | null;
  inOwnNetwork: boolean;
  createsPeople: boolean;
  linksByEmail: boolean;
  trustsEmail: boolean;
};
export type GroupRole = { group: string; role: Role; divisionId: string | null };
export type Provider = ProviderSettings & {
  id: string;
  slug: string;
  clientSecret: Buffer | null;
  createdAt: Temporal.Instant;
  disabledAt: Temporal.Instant | null;
};

const columns = [
  'id',
  'slug',
  'name',
  'issuer',
  'client_id as clientId',
  'client_secret as clientSecret',
  'scopes',
  'groups_claim as groupsClaim',
  'in_own_network as inOwnNetwork',
  'creates_people as createsPeople',
  'links_by_email as linksByEmail',
  'trusts_email as trustsEmail',
  'created_at as createdAt',
  'disabled_at as disabledAt',
] as const;

const row = (settings: ProviderSettings) => ({
  name: settings.name,
  issuer: settings.issuer,
  client_id: settings.clientId,
  scopes: settings.scopes,
  groups_claim: settings.groupsClaim,
  in_own_network: settings.inOwnNetwork,
  creates_people: settings.createsPeople,
  links_by_email: settings.linksByEmail,
  trusts_email: settings.trustsEmail,
});

/** The providers that the sign-in page offers, by name. */
export async function listOpenProviders(db: Db): Promise<{ slug: string; name: string }[]> {
  return db
    .selectFrom('oidc_provider')
    .select(['slug', 'name'])
    .where('disabled_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

export async function listProviders(db: Db): Promise<Provider[]> {
  return db.selectFrom('oidc_provider').select(columns).orderBy('name').orderBy('id').execute();
}

export async function findOpenProvider(db: Db, slug: string): Promise<Provider | undefined> {
  return db
    .selectFrom('oidc_provider')
    .select(columns)
    .where('slug', '=', slug)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
}

export async function findProvider(db: Db, id: string): Promise<Provider | undefined> {
  return db.selectFrom('oidc_provider').select(columns).where('id', '=', id).executeTakeFirst();
}

/** False when the slug is taken. */
export async function insertProvider(
  transaction: Transaction,
  { id, slug, clientSecret, createdAt, ...settings }: Omit<Provider, 'disabledAt'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('oidc_provider')
    .values({ id, slug, client_secret: clientSecret, created_at: createdAt, ...row(settings) })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** @param clientSecret  undefined keeps the one that is there */
export async function updateProvider(
  transaction: Transaction,
  id: string,
  settings: ProviderSettings,
  change: { clientSecret: Buffer | null | undefined; disabledAt: Temporal.Instant | null },
): Promise<void> {
  await transaction
    .updateTable('oidc_provider')
    .set({
      ...row(settings),
      disabled_at: change.disabledAt,
      ...(change.clientSecret === undefined ? {} : { client_secret: change.clientSecret }),
    })
    .where('id', '=', id)
    .execute();
}

/** With its links to people and groups; the people stay. */
export async function deleteProvider(transaction: Transaction, id: string) {
  return transaction
    .deleteFrom('oidc_provider')
    .where('id', '=', id)
    .returning(['name', 'slug', 'issuer'])
    .executeTakeFirst();
}

export async function listGroupRoles(db: Db, providerIds: string[]): Promise<(GroupRole & { providerId: string })[]> {
  if (providerIds.length === 0) return [];
  const rows = await db
    .selectFrom('oidc_role')
    .select(['provider_id as providerId', 'group_name as group', 'role', 'division_id as divisionId'])
    .where('provider_id', 'in', providerIds)
    .orderBy('group_name')
    .orderBy('role')
    .execute();
  return rows.map((found) => ({ ...found, role: found.role as Role }));
}

export async function replaceGroupRoles(
  transaction: Transaction,
  providerId: string,
  groupRoles: GroupRole[],
): Promise<void> {
  await transaction.deleteFrom('oidc_role').where('provider_id', '=', providerId).execute();
  if (groupRoles.length === 0) return;
  await transaction
    .insertInto('oidc_role')
    .values(
      groupRoles.map(({ group, role, divisionId }) => ({
        provider_id: providerId,
        group_name: group,
        role,
        division_id: divisionId,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Whose account of a provider this is. */
export async function findIdentity(db: Db, providerId: string, subject: string): Promise<string | undefined> {
  const found = await db
    .selectFrom('oidc_identity')
    .select('person_id as personId')
    .where('provider_id', '=', providerId)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return found?.personId;
}

/** Links an account to a person, or notes that it was used; an account that is somebody else's stays theirs. */
export async function saveIdentity(
  transaction: Transaction,
  {
    providerId,
    subject,
    personId,
    at,
  }: { providerId: string; subject: string; personId: string; at: Temporal.Instant },
): Promise<void> {
  await transaction
    .insertInto('oidc_identity')
    .values({ provider_id: providerId, subject, person_id: personId, linked_at: at, used_at: at })
    .onConflict((conflict) => conflict.constraint('oidc_identity_pk').doUpdateSet({ used_at: at }))
    .execute();
}

/** Whether a person has an account of this provider already. */
export async function hasIdentityAt(db: Db, providerId: string, personId: string): Promise<boolean> {
  const found = await db
    .selectFrom('oidc_identity')
    .select('subject')
    .where('provider_id', '=', providerId)
    .where('person_id', '=', personId)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Who could not sign in any more without this provider, by name: no password, no passkey, no other open provider. */
export async function listDependants(db: Db, providerId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('person')
    .select('person.name')
    .where('person.disabled_at', 'is', null)
    .where(({ and, exists, not, selectFrom }) =>
      and([
        exists(
          selectFrom('oidc_identity')
            .select('subject')
            .whereRef('oidc_identity.person_id', '=', 'person.id')
            .where('oidc_identity.provider_id', '=', providerId),
        ),
        not(exists(selectFrom('password').select('changed_at').whereRef('password.person_id', '=', 'person.id'))),
        not(exists(selectFrom('passkey').select('passkey.id').whereRef('passkey.person_id', '=', 'person.id'))),
        not(
          exists(
            selectFrom('oidc_identity')
              .innerJoin('oidc_provider', 'oidc_provider.id', 'oidc_identity.provider_id')
              .select('subject')
              .whereRef('oidc_identity.person_id', '=', 'person.id')
              .where('oidc_provider.id', '<>', providerId)
              .where('oidc_provider.disabled_at', 'is', null),
          ),
        ),
      ]),
    )
    .orderBy('person.name')
    .orderBy('person.id')
    .execute();
  return rows.map(({ name }) => name);
}

/** Whether somebody can sign in by a provider that is open. */
export async function hasIdentity(db: Db, personId: string): Promise<boolean> {
  return (await listIdentities(db, personId)).length > 0;
}

/** The open providers by which a person signs in. */
export async function listIdentities(db: Db, personId: string): Promise<{ slug: string; name: string }[]> {
  return db
    .selectFrom('oidc_identity')
    .innerJoin('oidc_provider', 'oidc_provider.id', 'oidc_identity.provider_id')
    .select(['oidc_provider.slug', 'oidc_provider.name'])
    .where('oidc_identity.person_id', '=', personId)
    .where('oidc_provider.disabled_at', 'is', null)
    .orderBy('oidc_provider.name')
    .execute();
}

/** Unlinks every account of a person; returns how many. */
export async function deleteIdentities(transaction: Transaction, personId: string): Promise<number> {
  const { numDeletedRows } = await transaction
    .deleteFrom('oidc_identity')
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

import type { Db } from '#platform/database';

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

/** Whether somebody can sign in by a provider that is open. */
export async function hasIdentity(db: Db, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('oidc_identity')
    .innerJoin('oidc_provider', 'oidc_provider.id', 'oidc_identity.provider_id')
    .select('oidc_identity.subject')
    .where('oidc_identity.person_id', '=', personId)
    .where('oidc_provider.disabled_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** The providers by which a person signs in. */
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

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

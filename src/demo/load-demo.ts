import type { Tools } from '#access';
import { roles } from '#access/model';
import { nameMaker } from '#organization';
import { loadOrganization } from './organization.ts';
import { loadProducts } from './products.ts';
import { loadRecords } from './records.ts';
import { loadReleases } from './releases.ts';

/**
 * Fills a state with what the fictional maker みはり電機 has; again: adds only what is missing.
 * @param password  of everybody in it; nothing for people who are there already
 * @returns who can sign in, in the order in which they are worth trying
 */
export async function loadDemo(
  tools: Tools,
  password: string,
): Promise<{ accounts: { email: string; label: string }[] }> {
  await nameMaker(tools, { nameJa: 'みはり電機', nameEn: 'Mihari Electric' });
  const { accounts, ...organization } = await loadOrganization(tools, password);
  await loadReleases(tools, await loadProducts(tools, organization));
  await loadRecords(tools);
  return {
    accounts: accounts.map(({ name, email, role }) => ({ email, label: `${roles[role].ja} ${name}` })),
  };
}

import type { Tools } from '#access';
import { roles } from '#access/model';
import { loadOrganization } from './organization.ts';
import { loadProducts } from './products.ts';

// Known to everybody who reads this: the demonstration listens on this machine only and has a state of its own.
const password = 'kamera-mimamori-24';

/**
 * Fills a state with what the fictional maker みはり電機 has; again: adds only what is missing.
 * @returns who can sign in, in the order in which they are worth trying, and the password of all of them
 */
export async function loadDemo(
  tools: Tools,
): Promise<{ accounts: { email: string; label: string }[]; password: string }> {
  const { accounts, ...organization } = await loadOrganization(tools, password);
  await loadProducts(tools, organization);
  return {
    accounts: accounts.map(({ name, email, role }) => ({ email, label: `${roles[role].ja} ${name}` })),
    password,
  };
}

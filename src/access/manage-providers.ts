import type { Transaction } from '#platform/database';
import { encrypt } from '#platform/encrypt';
import { Refusal } from '#platform/errors';
import { newId } from '#platform/ids';
import { recordAudit } from './record-audit.ts';
import { requireProof } from './require-session.ts';
import { reachProvider, redirectUri, secretPurpose } from './single-sign-on/reach-provider.ts';
import * as store from './store/oidc.ts';
import type { Tools } from './tools.ts';

export type ProviderInput = store.ProviderSettings & {
  /** undefined keeps the present one, null is a client without a secret */
  clientSecret?: string | null | undefined;
  groupRoles: store.GroupRole[];
};

/** All providers with their groups, and where one more would send people back to; secrets are not told. */
export async function listProviders({ db, house }: Pick<Tools, 'db' | 'house'>) {
  const providers = await store.listProviders(db);
  const groupRoles = await store.listGroupRoles(
    db,
    providers.map(({ id }) => id),
  );
  const byProvider = Map.groupBy(groupRoles, ({ providerId }) => providerId);
  const items = providers.map(({ clientSecret, createdAt, disabledAt, ...provider }) => ({
    ...provider,
    hasSecret: clientSecret !== null,
    disabled: disabledAt !== null,
    redirectUri: redirectUri(house.baseUrl, provider.slug),
    groupRoles: (byProvider.get(provider.id) ?? []).map(({ group, role, divisionId }) => ({ group, role, divisionId })),
  }));
  return { items, redirectUri: redirectUri(house.baseUrl, '{provider}') };
}

/**
 * Adds a provider; people see it on the sign-in page at once.
 * @throws Refusal 'conflict' with obstacle 'slug-taken', 'unavailable' with the problem when it cannot be reached
 */
export async function addProvider(
  tools: Tools,
  { slug, clientSecret, groupRoles, ...settings }: ProviderInput & { slug: string },
): Promise<{ id: string }> {
  const { db, now, house } = tools;
  await requireProof(tools);
  const id = newId();
  const box = clientSecret ? encrypt(house.secret, secretPurpose(id), clientSecret) : null;
  const provider = { ...settings, id, slug, clientSecret: box, createdAt: now() };
  await reachProvider(tools, provider);
  await db.transaction().execute(async (transaction) => {
    if (!(await store.insertProvider(transaction, provider)))
      throw new Refusal('conflict', 'Another provider has this short name.', { obstacle: 'slug-taken' });
    await store.replaceGroupRoles(transaction, id, groupRoles);
    await audit(transaction, tools, 'provider.add', { id, name: settings.name }, { after: told(settings, groupRoles) });
  });
  return { id };
}

/**
 * Changes a provider; disabled it is offered to nobody, and who signed in by it stays signed in.
 * @param change.confirmed  disable it although somebody cannot sign in any more without it
 * @throws Refusal 'not-found', 'conflict' with obstacle 'last-way-of-others', 'unavailable' with the problem when it cannot be reached as described
 */
export async function changeProvider(
  tools: Tools,
  {
    id,
    clientSecret,
    groupRoles,
    disabled,
    confirmed,
    ...settings
  }: ProviderInput & { id: string; disabled: boolean; confirmed: boolean },
): Promise<void> {
  const { db, now, house } = tools;
  await requireProof(tools);
  const before = await store.findProvider(db, id);
  if (!before) throw new Refusal('not-found', `No provider ${id}`);
  const box = typeof clientSecret === 'string' ? encrypt(house.secret, secretPurpose(id), clientSecret) : clientSecret;
  if (!disabled)
    await reachProvider(tools, { ...settings, id, clientSecret: box === undefined ? before.clientSecret : box });
  await db.transaction().execute(async (transaction) => {
    if (disabled && before.disabledAt === null && !confirmed) await requireNoDependants(transaction, id);
    const old = await store.listGroupRoles(transaction, [id]);
    await store.updateProvider(transaction, id, settings, {
      clientSecret: box,
      disabledAt: disabled ? (before.disabledAt ?? now()) : null,
    });
    await store.replaceGroupRoles(transaction, id, groupRoles);
    await audit(
      transaction,
      tools,
      'provider.change',
      { id, name: settings.name },
      {
        before: { ...told(before, old), disabled: before.disabledAt !== null },
        after: { ...told(settings, groupRoles), disabled, secretChanged: clientSecret !== undefined },
      },
    );
  });
}

/**
 * Removes a provider and the links of people to it; the people stay.
 * @param input.confirmed  although somebody cannot sign in any more without it
 * @throws Refusal 'not-found', 'conflict' with obstacle 'last-way-of-others', how many people and the first of their names
 */
export async function removeProvider(
  tools: Tools,
  { id, confirmed }: { id: string; confirmed: boolean },
): Promise<void> {
  await requireProof(tools);
  await tools.db.transaction().execute(async (transaction) => {
    if (!confirmed) await requireNoDependants(transaction, id);
    const gone = await store.deleteProvider(transaction, id);
    if (!gone) throw new Refusal('not-found', `No provider ${id}`);
    await audit(transaction, tools, 'provider.remove', { id, name: gone.name }, { before: { issuer: gone.issuer } });
  });
}

const mostNamed = 5;

async function requireNoDependants(transaction: Transaction, id: string): Promise<void> {
  const names = await store.listDependants(transaction, id);
  if (names.length === 0) return;
  throw new Refusal('conflict', `${names.length} could not sign in any more. Confirm to do it all the same.`, {
    obstacle: 'last-way-of-others',
    people: names.length,
    names: names.slice(0, mostNamed),
  });
}

/** What the audit trail keeps of the settings: everything but the secret. */
const told = (settings: store.ProviderSettings, groupRoles: store.GroupRole[]) => ({
  name: settings.name,
  issuer: settings.issuer,
  clientId: settings.clientId,
  scopes: settings.scopes,
  groupsClaim: settings.groupsClaim,
  inOwnNetwork: settings.inOwnNetwork,
  createsPeople: settings.createsPeople,
  linksByEmail: settings.linksByEmail,
  trustsEmail: settings.trustsEmail,
  groupRoles: groupRoles.map(({ group, role, divisionId }) => ({ group, role, divisionId })),
});

async function audit(
  transaction: Transaction,
  { viewer, now, origin }: Tools,
  action: `provider.${string}`,
  { id, name }: { id: string; name: string },
  change: { before?: object; after?: object },
): Promise<void> {
  await recordAudit(
    transaction,
    { viewer, now, origin },
    { action, subjectKind: 'sign-in-provider', subjectId: id, subjectName: name, ...change },
  );
}

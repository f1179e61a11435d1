import type { Transaction } from '#platform/database';
import { newId } from '#platform/ids';
import { recordAudit } from '../record-audit.ts';
import { type NewSession, startSession } from '../start-session.ts';
import * as store from '../store/oidc.ts';
import { findPersonByEmail, insertPerson, lockPerson, type Person, type PersonRow } from '../store/person.ts';
import type { Tools } from '../tools.ts';
import { personViewer } from '../viewer.ts';
import { type Account, rolesOf } from './read-claims.ts';
import { renewRoles } from './renew-roles.ts';

/** Why somebody whom the provider knows is not let in here; the sign-in page says what to do. */
export type ProviderRefusal = 'person-disabled' | 'email-missing' | 'email-known' | 'person-unknown' | 'account-other';

/**
 * Signs in whom the provider has vouched for: by the account they used before, by their verified mail address where the
 * administrator allows that, or as a new person where that is allowed. The roles of their groups are renewed.
 */
export async function signInByProvider(
  tools: Tools,
  provider: store.Provider,
  account: Account,
): Promise<NewSession | { refused: ProviderRefusal; person: Person | null }> {
  const { db, now, origin } = tools;
  const mapping = await store.listGroupRoles(db, [provider.id]);
  return db.transaction().execute(async (transaction) => {
    const found = await findOrCreate(transaction, tools, provider, account);
    if ('refused' in found) return found;
    const { person, link } = found;
    await store.saveIdentity(transaction, {
      providerId: provider.id,
      subject: account.subject,
      personId: person.id,
      at: now(),
    });
    const acting = { viewer: personViewer(person, [], { sessionId: person.id }), now, origin };
    if (link)
      await recordAudit(transaction, acting, {
        action: link === 'created' ? 'person.create' : 'single-sign-on.link',
        subjectKind: 'person',
        subjectId: person.id,
        subjectName: person.name,
        after: { provider: provider.slug, ...(link === 'created' ? { email: person.email } : {}) },
      });
    if (provider.groupsClaim !== null) await renewRoles(transaction, acting, person, rolesOf(account.groups, mapping));
    return startSession(transaction, tools, person, 'oidc');
  });
}

type Found = { person: Person; link: 'created' | 'linked' | null };
type Refused = { refused: ProviderRefusal; person: Person | null };

async function findOrCreate(
  transaction: Transaction,
  { now }: Tools,
  provider: store.Provider,
  account: Account,
): Promise<Found | Refused> {
  const personId = await store.findIdentity(transaction, provider.id, account.subject);
  if (personId) return living(await lockPerson(transaction, personId), null);
  if (account.email === null || !account.emailTrusted) return { refused: 'email-missing', person: null };
  const known = await findPersonByEmail(transaction, account.email);
  if (known && !provider.linksByEmail) return { refused: 'email-known', person: known };
  if (known) return linkByEmail(transaction, provider, known);
  if (!provider.createsPeople) return { refused: 'person-unknown', person: null };
  const name = (account.name ?? account.email).normalize('NFKC').slice(0, 100);
  const person = { id: newId(), name, email: account.email, locale: 'ja' as const };
  const created = await insertPerson(transaction, person, now());
  return created ? { person, link: 'created' } : { refused: 'email-known', person: null };
}

/** An address that moved on to somebody else at the provider must not take the account here along. */
async function linkByEmail(
  transaction: Transaction,
  provider: store.Provider,
  known: Person,
): Promise<Found | Refused> {
  const person = await lockPerson(transaction, known.id);
  if (await store.hasIdentityAt(transaction, provider.id, known.id)) return { refused: 'account-other', person: known };
  return living(person, 'linked');
}

function living(person: PersonRow | undefined, link: Found['link']): Found | Refused {
  if (!person) return { refused: 'person-unknown', person: null };
  return person.disabledAt ? { refused: 'person-disabled', person } : { person, link };
}

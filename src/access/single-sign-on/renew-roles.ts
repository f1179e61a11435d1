import type { Transaction } from '#platform/database';
import type { Role } from '../model.ts';
import { recordAudits } from '../record-audit.ts';
import { countAdministrators, lockAdministrators, type Person } from '../store/person.ts';
import { deleteGrants, type GrantRow, listGrantsOf, saveGrants } from '../store/role-grant.ts';
import type { Tools } from '../tools.ts';
import type { Viewer } from '../viewer.ts';

type Held = { role: Role; divisionId: string | null };
const same = (one: Held, other: Held) => one.role === other.role && one.divisionId === other.divisionId;

/**
 * Makes the roles that a person has by their groups those that the groups give now. Roles given by people stay.
 * A group that is gone does not take away the last administrator: then nobody could put it right.
 */
export async function renewRoles(
  transaction: Transaction,
  { viewer, now, origin }: Pick<Tools, 'now' | 'origin'> & { viewer: Viewer },
  person: Person,
  given: Held[],
): Promise<void> {
  const before = (await listGrantsOf(transaction, [person.id])).filter(({ source }) => source === 'oidc');
  const lost = before.filter((grant) => !given.some((role) => same(role, grant)));
  const won = given.filter((role) => !before.some((grant) => same(role, grant)));
  await saveGrants(
    transaction,
    won.map((role) => ({ ...role, personId: person.id, until: null, source: 'oidc' as const, grantedBy: null })),
    now(),
  );
  const kept = await takeAway(transaction, lost);
  const subject = { subjectKind: 'person', subjectId: person.id, subjectName: person.name };
  await recordAudits(transaction, { viewer, now, origin }, [
    ...won.map((role) => ({ ...subject, action: 'role.grant' as const, after: { ...role, source: 'oidc' } })),
    ...lost.map(({ role, divisionId, id }) => ({
      ...subject,
      action: kept.has(id) ? ('role.keep' as const) : ('role.revoke' as const),
      before: { role, divisionId, source: 'oidc' },
    })),
  ]);
}

/** @returns the ids of grants that stay because nobody would administer otherwise */
async function takeAway(transaction: Transaction, lost: GrantRow[]): Promise<Set<string>> {
  const administers = lost.filter(({ role, divisionId }) => role === 'administrator' && divisionId === null);
  const others = lost.filter((grant) => !administers.includes(grant));
  await deleteGrants(
    transaction,
    others.map(({ id }) => id),
  );
  const [grant] = administers;
  if (!grant) return new Set();
  await lockAdministrators(transaction);
  if ((await countAdministrators(transaction, grant.personId)) === 0) return new Set([grant.id]);
  await deleteGrants(transaction, [grant.id]);
  return new Set();
}

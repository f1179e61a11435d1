import { Refusal } from '#platform/errors';
import { newId } from '#platform/ids';
import type { Locale, Role } from './model.ts';
import { newHash } from './newcomer.ts';
import { recordAudit } from './record-audit.ts';
import { savePassword } from './store/password.ts';
import { insertPerson } from './store/person.ts';
import { saveGrants } from './store/role-grant.ts';
import type { Tools } from './tools.ts';

/**
 * Adds a person with roles and a password in one go, for the demonstration and the command line; people invite people.
 * @returns the person's id
 * @throws Refusal 'conflict' when somebody has this mail address, 'invalid' for a password that may not be used
 */
export async function addPerson(
  tools: Pick<Tools, 'db' | 'viewer' | 'now' | 'origin' | 'house'>,
  input: {
    name: string;
    email: string;
    locale: Locale;
    password: string | null;
    grants: { role: Role; divisionId: string | null; until?: Temporal.Instant | null }[];
  },
): Promise<string> {
  const { db, viewer, now, origin } = tools;
  const hash = input.password === null ? null : await newHash(tools, input, input.password);
  const person = { id: newId(), name: input.name, email: input.email, locale: input.locale };
  await db.transaction().execute(async (transaction) => {
    const at = now();
    if (!(await insertPerson(transaction, person, at)))
      throw new Refusal('conflict', 'Somebody has this mail address already.', { obstacle: 'email-known' });
    const common = { personId: person.id, source: 'person' as const, grantedBy: viewer.person?.id ?? null };
    await saveGrants(
      transaction,
      input.grants.map((grant) => ({ until: null, ...grant, ...common })),
      at,
    );
    if (hash !== null) await savePassword(transaction, person.id, hash, at);
    await recordAudit(
      transaction,
      { viewer, now, origin },
      {
        action: 'person.create',
        subjectKind: 'person',
        subjectId: person.id,
        subjectName: person.name,
        after: { email: person.email, roles: input.grants.map(({ role }) => role) },
      },
    );
  });
  return person.id;
}

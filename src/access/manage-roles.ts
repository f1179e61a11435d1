import { Refusal } from '#platform/errors';
import { guardAdministrators } from './guard-administrators.ts';
import type { Role } from './model.ts';
import { recordAudit, recordAudits } from './record-audit.ts';
import { requirePeople } from './require-people.ts';
import { requireProof } from './require-session.ts';
import { lockPerson } from './store/person.ts';
import { deleteGrants, listGrantsOf, saveGrants } from './store/role-grant.ts';
import type { Tools } from './tools.ts';
import { mayIn, type Viewer } from './viewer.ts';

/**
 * Who may give roles in one division gives them there only.
 * @throws Refusal 'not-allowed'
 */
export function requireReach(viewer: Viewer, divisionId: string | null): void {
  if (mayIn(viewer, 'person:write', divisionId)) return;
  throw new Refusal('not-allowed', 'You may do this in your own division only.', { reason: 'division' });
}

/**
 * Gives people a role, all or none, in the whole company or one division, for ever or until a time.
 * Given again, it gets the new end.
 * @throws Refusal 'not-found', 'not-allowed', 'conflict' with obstacle 'last-administrator' when the end would leave none
 */
export async function grantRole(
  tools: Tools,
  input: { personIds: readonly string[]; role: Role; divisionId: string | null; until: string | null },
): Promise<void> {
  const { db, viewer, now } = tools;
  await requireProof(tools);
  requireReach(viewer, input.divisionId);
  const until = input.until === null ? null : Temporal.Instant.from(input.until);
  if (until && Temporal.Instant.compare(until, now()) <= 0)
    throw new Refusal('invalid', 'This end is over already.', { field: 'until' });
  const { role, divisionId } = input;
  const given = { role, divisionId, until, source: 'person' as const, grantedBy: viewer.person?.id ?? null };
  await db.transaction().execute(async (transaction) => {
    const people = await requirePeople(transaction, input.personIds);
    const grants = people.map(({ id }) => ({ ...given, personId: id }));
    await guardAdministrators(transaction, () => saveGrants(transaction, grants, now()));
    await recordAudits(
      transaction,
      tools,
      people.map(({ id, name }) => ({
        action: 'role.grant',
        subjectKind: 'person',
        subjectId: id,
        subjectName: name,
        after: { role, divisionId, until: until && `${until}` },
      })),
    );
  });
}

/**
 * Takes a role away.
 * @throws Refusal 'not-found', 'not-allowed', 'conflict' with obstacle 'last-administrator'
 */
export async function revokeRole(
  tools: Tools,
  { personId, grantId }: { personId: string; grantId: string },
): Promise<void> {
  const { db, viewer, now, origin } = tools;
  await requireProof(tools);
  await db.transaction().execute(async (transaction) => {
    const person = await lockPerson(transaction, personId);
    const grant = (await listGrantsOf(transaction, [personId])).find(({ id }) => id === grantId);
    if (!person || !grant) throw new Refusal('not-found', `No role ${grantId}`);
    requireReach(viewer, grant.divisionId);
    await guardAdministrators(transaction, () => deleteGrants(transaction, [grantId]));
    await recordAudit(
      transaction,
      { viewer, now, origin },
      {
        action: 'role.revoke',
        subjectKind: 'person',
        subjectId: person.id,
        subjectName: person.name,
        before: { role: grant.role, divisionId: grant.divisionId, until: grant.until && `${grant.until}` },
      },
    );
  });
}

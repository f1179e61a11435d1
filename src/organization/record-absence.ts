import { listPeopleNames, recordAudit, type Tools } from '#access';
import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import { newId } from '#platform/ids';
import type { AbsenceKind } from './model.ts';
import { requireDivision } from './require-division.ts';
import * as store from './store/absence.ts';

type Parts = Pick<Tools, 'db' | 'viewer' | 'now' | 'origin'>;
type Words = { kind: AbsenceKind; fromOn: string; untilOn: string | null };

/**
 * A person is away from a day on: the deputies act for them.
 * @throws Refusal 'not-found', 'invalid' for an end before the start, 'conflict' with the obstacle 'overlaps'
 */
export async function recordAbsence(
  tools: Parts,
  { personId, ...words }: Words & { personId: string },
): Promise<{ id: string }> {
  requireDivision(tools.viewer, null);
  const absence = { id: newId(), personId, ...words };
  requireOrder(absence);
  await tools.db.transaction().execute(async (transaction) => {
    const name = await nameOf(transaction, personId);
    await orOverlap(store.insertAbsence(transaction, absence, tools.now()));
    await recordDeed(transaction, tools, { action: 'absence.create', personId, name, after: words });
  });
  return { id: absence.id };
}

/** Changes when an absence ends; null: nobody knows. @throws Refusal as recordAbsence */
export async function endAbsence(tools: Parts, { id, untilOn }: { id: string; untilOn: string | null }): Promise<void> {
  requireDivision(tools.viewer, null);
  await tools.db.transaction().execute(async (transaction) => {
    const { personId, ...before } = await lock(transaction, id);
    requireOrder({ ...before, untilOn });
    const end = untilOn === null ? null : Temporal.PlainDate.from(untilOn);
    await orOverlap(store.setAbsenceEnd(transaction, id, end));
    await recordDeed(transaction, tools, {
      action: 'absence.change',
      personId,
      name: await nameOf(transaction, personId),
      before,
      after: { ...before, untilOn },
    });
  });
}

/** Takes an absence back as if it had not been recorded; recording it again undoes that. */
export async function removeAbsence(tools: Parts, { id }: { id: string }): Promise<void> {
  requireDivision(tools.viewer, null);
  await tools.db.transaction().execute(async (transaction) => {
    const { personId, ...before } = await lock(transaction, id);
    await store.deleteAbsence(transaction, id);
    const name = await nameOf(transaction, personId);
    await recordDeed(transaction, tools, { action: 'absence.remove', personId, name, before });
  });
}

function requireOrder({ fromOn, untilOn }: Pick<Words, 'fromOn' | 'untilOn'>): void {
  if (untilOn !== null && untilOn <= fromOn)
    throw new Refusal('invalid', 'The first day back is after the first day away.', { field: 'untilOn' });
}

async function lock(transaction: Transaction, id: string): Promise<store.AbsenceRow> {
  const absence = await store.lockAbsence(transaction, id);
  if (!absence) throw new Refusal('not-found', `No absence ${id}`);
  return absence;
}

async function nameOf(transaction: Transaction, personId: string): Promise<string> {
  const person = (await listPeopleNames(transaction, [personId])).get(personId);
  if (!person) throw new Refusal('not-found', `No person ${personId}`);
  return person.name;
}

async function orOverlap(write: Promise<void>): Promise<void> {
  return write.catch((problem: { code?: string; constraint?: string }) => {
    if (problem.code === '23P01' && problem.constraint === 'absence_one_at_a_time')
      throw new Refusal('conflict', 'The person is away then already.', { obstacle: 'overlaps' });
    throw problem;
  });
}

function recordDeed(
  transaction: Transaction,
  tools: Parts,
  {
    action,
    personId,
    name,
    ...change
  }: { action: `absence.${string}`; personId: string; name: string; before?: unknown; after?: unknown },
): Promise<void> {
  return recordAudit(transaction, tools, {
    action,
    subjectKind: 'person',
    subjectId: personId,
    subjectName: name,
    ...change,
  });
}

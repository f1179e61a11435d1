import { sql } from 'kysely';
import type { Db, Transaction } from '#platform/database';
import type { Absence, AbsenceKind } from '../model.ts';

export type AbsenceRow = Absence & { personId: string };

const columns = ['id', 'person_id as personId', 'kind', 'from_on as fromOn', 'until_on as untilOn'] as const;
type Row = {
  id: string;
  personId: string;
  kind: string;
  fromOn: Temporal.PlainDate;
  untilOn: Temporal.PlainDate | null;
};

const asAbsence = ({ kind, fromOn, untilOn, ...row }: Row): AbsenceRow => ({
  ...row,
  kind: kind as AbsenceKind,
  fromOn: fromOn.toString(),
  untilOn: untilOn?.toString() ?? null,
});

/** Who of these people is away on that day. */
export async function listAbsencesOn(
  db: Db,
  personIds: readonly string[],
  day: Temporal.PlainDate,
): Promise<AbsenceRow[]> {
  const rows = await db
    .selectFrom('absence')
    .select(columns)
    .where('person_id', '=', sql<string>`any(${personIds}::uuid[])`)
    .where('from_on', '<=', day)
    .where((eb) => eb.or([eb('until_on', 'is', null), eb('until_on', '>', day)]))
    .execute();
  return rows.map(asAbsence);
}

/** When a person was, is and will be away, newest first. */
export async function listAbsencesOf(db: Db, personId: string): Promise<AbsenceRow[]> {
  const rows = await db
    .selectFrom('absence')
    .select(columns)
    .where('person_id', '=', personId)
    .orderBy('from_on', 'desc')
    .limit(200)
    .execute();
  return rows.map(asAbsence);
}

/** @throws an exclusion violation of absence_one_at_a_time */
export async function insertAbsence(
  transaction: Transaction,
  absence: AbsenceRow,
  createdAt: Temporal.Instant,
): Promise<void> {
  await transaction
    .insertInto('absence')
    .values({
      id: absence.id,
      person_id: absence.personId,
      kind: absence.kind,
      from_on: Temporal.PlainDate.from(absence.fromOn),
      until_on: absence.untilOn === null ? null : Temporal.PlainDate.from(absence.untilOn),
      created_at: createdAt,
    })
    .execute();
}

/** Locks it until the transaction ends. */
export async function lockAbsence(transaction: Transaction, id: string): Promise<AbsenceRow | undefined> {
  const row = await transaction
    .selectFrom('absence')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && asAbsence(row);
}

/** @throws an exclusion violation of absence_one_at_a_time */
export async function setAbsenceEnd(
  transaction: Transaction,
  id: string,
  untilOn: Temporal.PlainDate | null,
): Promise<void> {
  await transaction.updateTable('absence').set({ until_on: untilOn }).where('id', '=', id).execute();
}

/** Its line in the audit trail stays. */
export async function deleteAbsence(transaction: Transaction, id: string): Promise<void> {
  await transaction.deleteFrom('absence').where('id', '=', id).execute();
}

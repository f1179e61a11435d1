import { sql } from 'kysely';
import type { Db, Transaction } from '#platform/database';
import type { Locale, Role } from '../model.ts';

export type Person = { id: string; name: string; email: string; locale: Locale };
export type PersonRow = Person & { disabledAt: Temporal.Instant | null };

const columns = ['id', 'name', 'email', 'locale', 'disabled_at as disabledAt'] as const;
type Row = { id: string; name: string; email: string; locale: string; disabledAt: Temporal.Instant | null };
const typed = (row: Row): PersonRow => ({ ...row, locale: row.locale as Locale });

/** False when somebody has this mail address already. */
export async function insertPerson(transaction: Transaction, person: Person, at: Temporal.Instant): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('person')
    .values({ ...person, created_at: at })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function findPersonByEmail(db: Db, email: string): Promise<PersonRow | undefined> {
  const row = await db.selectFrom('person').select(columns).where('email', '=', email).executeTakeFirst();
  return row && typed(row);
}

export async function findPerson(db: Db, id: string): Promise<PersonRow | undefined> {
  const row = await db.selectFrom('person').select(columns).where('id', '=', id).executeTakeFirst();
  return row && typed(row);
}

/** Locks the person until the transaction ends, so that two changes of one person stand in line. */
export async function lockPerson(transaction: Transaction, id: string): Promise<PersonRow | undefined> {
  const row = await transaction
    .selectFrom('person')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && typed(row);
}

/** Locks these people in one order, so that two changes of many stand in line; those who are not there are left out. */
export async function lockPeople(transaction: Transaction, ids: readonly string[]): Promise<PersonRow[]> {
  const rows = await transaction
    .selectFrom('person')
    .select(columns)
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(typed);
}

/** Shuts these people out from now on, or lets them in again. */
export async function setDisabled(
  transaction: Transaction,
  ids: readonly string[],
  at: Temporal.Instant | null,
): Promise<void> {
  if (ids.length > 0) await transaction.updateTable('person').set({ disabled_at: at }).where('id', 'in', ids).execute();
}

export async function updatePerson(
  transaction: Transaction,
  id: string,
  change: { name?: string; locale?: Locale },
): Promise<void> {
  await transaction.updateTable('person').set(change).where('id', '=', id).execute();
}

// A number of its own: the sealer of the trail, which passes by when it cannot have its lock, has 7264.
/** Who changes administrators waits here for whoever else does, so that two cannot remove each other at once. */
export async function lockAdministrators(transaction: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(7265)`.execute(transaction);
}

/** How many may administer everywhere and without an end, not counting this person's grants. */
export async function countAdministrators(db: Db, except: string | null): Promise<number> {
  let query = db
    .selectFrom('role_grant')
    .innerJoin('person', 'person.id', 'role_grant.person_id')
    .select((eb) => eb.fn.count<number>('person.id').distinct().as('count'))
    .where('role_grant.role', '=', 'administrator' satisfies Role)
    .where('role_grant.division_id', 'is', null)
    .where('role_grant.until', 'is', null)
    .where('person.disabled_at', 'is', null);
  if (except !== null) query = query.where('person.id', '<>', except);
  return (await query.executeTakeFirstOrThrow()).count;
}

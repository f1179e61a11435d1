import { sql } from 'kysely';
import type { Db, Transaction } from '#platform/database';
import type { Difference } from '../../facts.ts';
import type { RegisterName } from '../../model/registers.ts';
import type { How } from '../register.ts';

type ChangeRow = Difference<object> & { entryId: string; revision: number };

/** Keeps the revisions of one change, in one statement. */
export async function insertChanges(
  transaction: Transaction,
  by: {
    register: RegisterName;
    changeId: string;
    how: How;
    at: Temporal.Instant;
    personId: string | null;
    personName: string;
  },
  changes: ChangeRow[],
): Promise<void> {
  const rows = changes.map(({ entryId, revision, before, after }) => ({ entry_id: entryId, revision, before, after }));
  await sql`
    insert into register_change
      (entry_id, revision, register, change_id, changed_at, person_id, person_name, how, before, after)
    select entry_id, revision, ${by.register}::text, ${by.changeId}::uuid, ${by.at}::timestamptz, ${by.personId}::uuid,
      ${by.personName}::text, ${by.how}::text, before, after
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(entry_id uuid, revision integer, before jsonb, after jsonb)
  `.execute(transaction);
}

const columns = [
  'register',
  'entry_id as entryId',
  'revision',
  'change_id as changeId',
  'changed_at as at',
  'person_name as personName',
  'how',
  'before',
  'after',
] as const;

export type KeptChange = Difference<Record<string, unknown>> & {
  register: RegisterName;
  entryId: string;
  revision: number;
  changeId: string;
  at: Temporal.Instant;
  personName: string;
  how: How;
};

/** The revisions of an entry after one, newest first. */
export async function listChangesSince(
  db: Db,
  entryId: string,
  revision: number,
  limit: number,
): Promise<KeptChange[]> {
  const rows = await db
    .selectFrom('register_change')
    .select(columns)
    .where('entry_id', '=', entryId)
    .where('revision', '>', revision)
    .orderBy('revision', 'desc')
    .limit(limit)
    .execute();
  return rows as KeptChange[];
}

/** What one change did to each of its entries. */
export async function listChangesOf(db: Db, changeId: string): Promise<KeptChange[]> {
  const rows = await db.selectFrom('register_change').select(columns).where('change_id', '=', changeId).execute();
  return rows as KeptChange[];
}

import { sql } from 'kysely';
import type { Db, Transaction } from '#platform/database';
import type { Difference } from '../facts.ts';
import type { SupportDateKind } from '../model.ts';

/** How a revision came about. */
export type How = 'create' | 'update' | 'support-date' | 'part-numbers' | 'remove' | 'restore' | 'import' | 'undo';

export type ChangeRow = Difference & { modelId: string; revision: number };

export type SupportDateRow = {
  modelId: string;
  revision: number;
  kind: SupportDateKind;
  from: string | null;
  to: string | null;
  reason: string;
};

/** Keeps the revisions of one change, in one statement. */
export async function insertChanges(
  transaction: Transaction,
  by: { changeId: string; how: How; at: Temporal.Instant; personId: string | null; personName: string },
  changes: ChangeRow[],
): Promise<void> {
  const rows = changes.map(({ modelId, revision, before, after }) => ({ model_id: modelId, revision, before, after }));
  await sql`
    insert into model_change (model_id, revision, change_id, changed_at, person_id, person_name, how, before, after)
    select model_id, revision, ${by.changeId}::uuid, ${by.at}::timestamptz, ${by.personId}::uuid, ${by.personName}::text, ${by.how}::text,
      before, after
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(model_id uuid, revision integer, before jsonb, after jsonb)
  `.execute(transaction);
}

/** Keeps how support dates moved, in one statement. */
export async function insertSupportDateChanges(transaction: Transaction, changes: SupportDateRow[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map((row) => ({
    model_id: row.modelId,
    revision: row.revision,
    kind: row.kind,
    from_on: row.from,
    to_on: row.to,
    reason: row.reason,
  }));
  await sql`
    insert into support_date_change
    select * from jsonb_populate_recordset(null::support_date_change, ${JSON.stringify(rows)}::jsonb)
  `.execute(transaction);
}

const columns = [
  'model_id as modelId',
  'revision',
  'change_id as changeId',
  'changed_at as at',
  'person_name as personName',
  'how',
  'before',
  'after',
] as const;

export type KeptChange = Difference & {
  modelId: string;
  revision: number;
  changeId: string;
  at: Temporal.Instant;
  personName: string;
  how: How;
};

/** The revisions of a model after one, newest first; all of them after 0. */
export async function listChangesSince(
  db: Db,
  modelId: string,
  revision: number,
  limit: number,
): Promise<KeptChange[]> {
  const rows = await db
    .selectFrom('model_change')
    .select(columns)
    .where('model_id', '=', modelId)
    .where('revision', '>', revision)
    .orderBy('revision', 'desc')
    .limit(limit)
    .execute();
  return rows as KeptChange[];
}

/** What one change did to each of its models. */
export async function listChangesOf(db: Db, changeId: string): Promise<KeptChange[]> {
  const rows = await db.selectFrom('model_change').select(columns).where('change_id', '=', changeId).execute();
  return rows as KeptChange[];
}

/** How the support dates of a model moved, newest first. */
export async function listSupportDateChanges(db: Db, modelId: string) {
  const rows = await db
    .selectFrom('support_date_change as s')
    .innerJoin('model_change as c', (join) =>
      join.onRef('c.model_id', '=', 's.model_id').onRef('c.revision', '=', 's.revision'),
    )
    .select([
      's.kind',
      's.from_on as from',
      's.to_on as to',
      's.reason',
      's.revision',
      'c.changed_at as at',
      'c.person_name as personName',
      'c.how',
    ])
    .where('s.model_id', '=', modelId)
    .orderBy('s.revision', 'desc')
    .orderBy('s.kind')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as SupportDateKind, how: row.how as How }));
}

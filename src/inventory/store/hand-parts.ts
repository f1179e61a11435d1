import { sql } from 'kysely';
import type { Db, Transaction } from '#platform/database';

/** A part that a person has entered. */
export type HandPartRow = {
  id: string;
  releaseId: string;
  componentId: number;
  licence: string;
  note: string;
  addedAt: Temporal.Instant;
  personId: string | null;
  personName: string;
  revision: number;
  removedAt: Temporal.Instant | null;
};

const columns = sql`id, release_id as "releaseId", component_id as "componentId", licence, note, added_at as "addedAt",
  person_id as "personId", person_name as "personName", revision, removed_at as "removedAt"`;

/** Locks one until the transaction ends. */
export async function lockHandPart(transaction: Transaction, id: string): Promise<HandPartRow | undefined> {
  const { rows } = await sql<HandPartRow>`
    select ${columns} from hand_part where id = ${id}::uuid for update`.execute(transaction);
  return rows[0];
}

/** Those that stand in these releases; with `componentIds` only these components. */
export async function listHandParts(
  db: Db,
  releaseIds: readonly string[],
  componentIds?: readonly number[],
): Promise<HandPartRow[]> {
  const { rows } = await sql<HandPartRow>`
    select ${columns} from hand_part where release_id = any(${releaseIds}::uuid[]) and removed_at is null
      ${componentIds ? sql`and component_id = any(${componentIds}::int[])` : sql``} order by id`.execute(db);
  return rows;
}

/** Writes them, new and changed, in one statement. @throws the unique violation hand_part_unique */
export async function saveHandParts(transaction: Transaction, rows: readonly HandPartRow[]): Promise<void> {
  const said = rows.map((row) => ({
    id: row.id,
    release_id: row.releaseId,
    component_id: row.componentId,
    licence: row.licence,
    note: row.note,
    added_at: row.addedAt.toString(),
    person_id: row.personId,
    person_name: row.personName,
    revision: row.revision,
    removed_at: row.removedAt?.toString() ?? null,
  }));
  await sql`
    insert into hand_part select * from jsonb_populate_recordset(null::hand_part, ${JSON.stringify(said)}::jsonb)
    on conflict (id) do update set component_id = excluded.component_id, licence = excluded.licence, note = excluded.note,
      revision = excluded.revision, removed_at = excluded.removed_at`.execute(transaction);
}

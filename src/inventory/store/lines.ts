import { sql } from 'kysely';
import { fold } from '#platform/browser/fold';
import type { Db, Transaction } from '#platform/database';

export type LineRow = {
  id: string;
  name: string;
  revision: number;
  changedAt: Temporal.Instant;
  changedBy: string;
  removedAt: Temporal.Instant | null;
};

const columns = [
  'id',
  'name',
  'revision',
  'changed_at as changedAt',
  'changed_by as changedBy',
  'removed_at as removedAt',
] as const;

/** Locks the line until the transaction ends. */
export async function lockLine(transaction: Transaction, id: string): Promise<LineRow | undefined> {
  return transaction.selectFrom('product_line').select(columns).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Locks lines until the transaction ends, in the order of their ids. */
export async function lockLines(transaction: Transaction, ids: string[]): Promise<LineRow[]> {
  return transaction
    .selectFrom('product_line')
    .select(columns)
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** The standing line of that name, half or full width and kana being equal. */
export async function findLineNamed(db: Db, name: string): Promise<{ id: string; name: string } | undefined> {
  return db
    .selectFrom('product_line')
    .select(['id', 'name'])
    .where('name_folded', '=', fold(name))
    .where('removed_at', 'is', null)
    .executeTakeFirst();
}

/** All standing lines; a maker has tens of them, not thousands. */
export async function listAllLines(db: Db): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('product_line')
    .select(['id', 'name'])
    .where('removed_at', 'is', null)
    .orderBy('name_folded')
    .orderBy('id')
    .execute();
}

/**
 * Writes new lines in one statement.
 * @throws the database's unique violation product_line_name_unique when a name is taken
 */
export async function insertLines(
  transaction: Transaction,
  lines: { id: string; name: string }[],
  by: { at: Temporal.Instant; name: string },
): Promise<void> {
  if (lines.length === 0) return;
  const rows = lines.map(({ id, name }) => ({
    id,
    name,
    name_folded: fold(name),
    revision: 1,
    changed_at: by.at.toString(),
    changed_by: by.name,
  }));
  await sql`
    insert into product_line select * from jsonb_populate_recordset(null::product_line, ${JSON.stringify(rows)}::jsonb)
  `.execute(transaction);
}

/** Writes what the lines shall be; the revision of each becomes one more. */
export async function updateLines(
  transaction: Transaction,
  ids: string[],
  to: { name?: string; removedAt?: Temporal.Instant | null },
  by: { at: Temporal.Instant; name: string },
): Promise<void> {
  await transaction
    .updateTable('product_line')
    .set((eb) => ({
      ...(to.name === undefined ? {} : { name: to.name, name_folded: fold(to.name) }),
      ...(to.removedAt === undefined ? {} : { removed_at: to.removedAt }),
      revision: eb('revision', '+', 1),
      changed_at: by.at,
      changed_by: by.name,
    }))
    .where('id', 'in', ids)
    .execute();
}

/** The divisions of the standing models of a line, each once, null for models of none. */
export async function listDivisionsOfLine(db: Db, lineId: string): Promise<(string | null)[]> {
  const rows = await db
    .selectFrom('model')
    .select('division_id as divisionId')
    .distinct()
    .where('line_id', '=', lineId)
    .where('removed_at', 'is', null)
    .execute();
  return rows.map(({ divisionId }) => divisionId);
}

/** How many standing models a line has. */
export async function countModelsOfLines(db: Db, lineIds: string[]): Promise<number> {
  const { count } = await db
    .selectFrom('model')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('line_id', 'in', lineIds)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

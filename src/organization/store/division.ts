import { sql } from 'kysely';
import { fold } from '#platform/browser/fold';
import type { Db, Transaction } from '#platform/database';

export type DivisionRow = { id: string; name: string; removedAt: Temporal.Instant | null };

const columns = ['id', 'name', 'removed_at as removedAt'] as const;

/** The divisions that are not removed, in their order. */
export async function listDivisions(db: Db): Promise<DivisionRow[]> {
  return db
    .selectFrom('division')
    .select(columns)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** Locks the row until the transaction ends; removed ones too. */
export async function lockDivision(transaction: Transaction, id: string): Promise<DivisionRow | undefined> {
  return transaction.selectFrom('division').select(columns).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** The last in the order. @throws a unique violation of division_name_once */
export async function insertDivision(
  transaction: Transaction,
  { id, name, createdAt }: { id: string; name: string; createdAt: Temporal.Instant },
): Promise<void> {
  await transaction
    .insertInto('division')
    .values((eb) => ({
      id,
      name,
      folded: fold(name),
      created_at: createdAt,
      position: eb
        .selectFrom('division')
        .select((last) => last.fn.coalesce(last(last.fn.max('position'), '+', 1), last.lit(1)).as('position')),
    }))
    .execute();
}

/** The last in the order, as they stand in the list; names that stand already are left out. @returns the ids that were made */
export async function insertDivisions(
  transaction: Transaction,
  divisions: readonly { id: string; name: string }[],
  createdAt: Temporal.Instant,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    insert into division (id, name, folded, position, created_at)
    select id, name, folded, last.position + place, ${createdAt}
    from unnest(${divisions.map(({ id }) => id)}::uuid[], ${divisions.map(({ name }) => name)}::text[],
        ${divisions.map(({ name }) => fold(name))}::text[]) with ordinality as asked (id, name, folded, place),
      (select coalesce(max(position), 0) as position from division) last
    on conflict (folded) where removed_at is null do nothing
    returning id`.execute(transaction);
  return rows.map(({ id }) => id);
}

/** @throws a unique violation of division_name_once */
export async function renameDivision(transaction: Transaction, id: string, name: string): Promise<void> {
  await transaction
    .updateTable('division')
    .set({ name, folded: fold(name) })
    .where('id', '=', id)
    .execute();
}

/** Removes it, or brings it back with null. @throws a unique violation of division_name_once */
export async function markRemoved(
  transaction: Transaction,
  id: string,
  removedAt: Temporal.Instant | null,
): Promise<void> {
  await transaction.updateTable('division').set({ removed_at: removedAt }).where('id', '=', id).execute();
}

/** Gives the divisions the order of these ids; those that are not named keep their place. */
export async function orderDivisions(transaction: Transaction, ids: string[]): Promise<void> {
  await sql`update division set position = ordered.position
    from unnest(${ids}::uuid[]) with ordinality as ordered (id, position)
    where division.id = ordered.id`.execute(transaction);
}

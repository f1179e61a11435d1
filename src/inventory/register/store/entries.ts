import { sql } from 'kysely';
import type { Db, Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import type { Kept, StandingEntry } from '../register.ts';
import type { References } from './references.ts';
import type { Table } from './tables.ts';

const kept = <Facts>({ facts }: Table<Facts>) =>
  sql`${facts} || jsonb_build_object('removed', t.removed_at is not null)`;

/**
 * Locks the entries until the transaction ends, in the order of their ids, so that two changers wait and do not deadlock.
 * Their ids stay, so rows that only refer to them can be written meanwhile: a roll-up from below does, while it holds others up.
 */
export async function lockEntries<Facts>(
  transaction: Transaction,
  table: Table<Facts>,
  ids: string[],
): Promise<StandingEntry<Facts>[]> {
  await sql`select id from ${sql.table(table.name)} where id = any(${ids}::uuid[]) order by id for no key update`.execute(
    transaction,
  );
  return listEntries(transaction, table, ids);
}

/** The entries as they stand, removed ones too, in no particular order. */
export async function listEntries<Facts>(db: Db, table: Table<Facts>, ids: string[]): Promise<StandingEntry<Facts>[]> {
  const { rows } = await sql<StandingEntry<Facts>>`
    select t.id, t.revision, ${kept(table)} as facts from ${sql.table(table.name)} t where t.id = any(${ids}::uuid[])
  `.execute(db);
  return rows;
}

/** The standing entries that have the key of one of these. */
export async function listNamesakes<Facts>(
  db: Db,
  table: Table<Facts>,
  facts: Facts[],
  references: References,
): Promise<StandingEntry<Facts>[]> {
  if (facts.length === 0) return [];
  const rows = facts.map((one) => {
    const row = table.row(one, references);
    return Object.fromEntries(table.key.map((column) => [column, row[column]]));
  });
  const same = sql.join(
    table.key.map((column) => sql`${sql.ref(`t.${column}`)} = ${sql.ref(`k.${column}`)}`),
    sql` and `,
  );
  const found = await sql<StandingEntry<Facts>>`
    select t.id, t.revision, ${kept(table)} as facts
    from jsonb_populate_recordset(null::${sql.table(table.name)}, ${JSON.stringify(rows)}::jsonb) k
    join ${sql.table(table.name)} t on ${same} where t.removed_at is null
  `.execute(db);
  return found.rows;
}

/**
 * Writes entries, new and changed, in one statement; the revision of each becomes one more.
 * @throws Refusal 'conflict' when somebody has written one of the same key in this moment
 */
export async function saveEntries<Facts extends object>(
  transaction: Transaction,
  table: Table<Facts>,
  entries: { id: string; after: Kept<Facts> }[],
  { at, references }: { at: Temporal.Instant; references: References },
): Promise<void> {
  const rows = entries.map(({ id, after }) => ({
    id,
    ...table.row(after, references),
    revision: 1,
    removed_at: after.removed ? at.toString() : null,
  }));
  const columns = Object.keys(rows[0] ?? {});
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const writes = columns
    .filter((column) => column !== 'id' && column !== 'revision')
    .map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`);
  await sql`
    insert into ${sql.table(table.name)} as t (${names})
    select ${names} from jsonb_populate_recordset(null::${sql.table(table.name)}, ${JSON.stringify(rows)}::jsonb)
    on conflict (id) do update set revision = t.revision + 1, ${sql.join(writes)}
  `
    .execute(transaction)
    .catch(refuseTwins);
}

/** What the database says when the guard came too early to see the other. */
export function refuseTwins(problem: { code?: string; constraint?: string }): never {
  if (problem.code === '23505')
    throw new Refusal('conflict', 'The same was written by somebody else in this moment.', {
      reason: 'taken',
      constraint: problem.constraint,
    });
  throw problem;
}

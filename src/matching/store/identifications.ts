import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import type { Viewer } from '#access';
import { fold } from '#platform/browser/fold';
import type { Db, Transaction } from '#platform/database';
import { InstantOfCursor } from '#platform/keyset';
import type { IdentificationFilter } from '../model.ts';

export type Said = {
  id: string;
  subject: string;
  vendor: string;
  product: string;
  answer: 'is' | 'is-not';
  note: string;
  personName: string;
  saidAt: Temporal.Instant;
};

const columns = sql`i.id, i.subject, i.vendor, i.product, i.answer, i.note, i.person_name as "personName", i.said_at as "saidAt"`;

/** What is said of components of these names now. */
export async function listSaid(db: Db, subjects: readonly string[]): Promise<Said[]> {
  if (subjects.length === 0) return [];
  const { rows } = await sql<Said>`
    select ${columns} from identification i where i.subject = any(${subjects}::text[]) and i.revoked_at is null
    order by i.said_at, i.id`.execute(db);
  return rows;
}

export const IdentificationPlace = z.tuple([InstantOfCursor, z.uuid()]);

export type IdentificationRow = Said & {
  /** Releases that stand and have a component of this name. */
  releases: number;
};

/** What is said now, newest first. */
export async function listIdentifications(
  db: Db,
  {
    filter,
    place,
    limit,
  }: { filter: IdentificationFilter; place: z.output<typeof IdentificationPlace> | null; limit: number },
): Promise<IdentificationRow[]> {
  const after = place ? sql`(i.said_at, i.id) < (${place[0]}::timestamptz, ${place[1]}::uuid)` : sql`true`;
  const { rows } = await sql<IdentificationRow>`
    select ${columns}, (select count(distinct u.release_key)::integer from looked_up_component l
      join inventory_use_v1 u on u.component_id = l.component_id join inventory_release_v1 r on r.release_key = u.release_key
      where l.subject = i.subject and r.standing) as releases
    from (select * from identification i where i.revoked_at is null and ${matches(filter)} and ${after}
      order by i.said_at desc, i.id desc limit ${limit}) i
    order by i.said_at desc, i.id desc`.execute(db);
  return rows;
}

/** How many are said now, confirmed and ruled out. */
export async function countIdentifications(
  db: Db,
  filter: IdentificationFilter,
): Promise<{ confirmed: number; ruledOut: number }> {
  const { rows } = await sql<{ confirmed: number; ruledOut: number }>`
    select count(*) filter (where i.answer = 'is')::integer as confirmed,
      count(*) filter (where i.answer = 'is-not')::integer as "ruledOut"
    from identification i where i.revoked_at is null and ${matches(filter)}`.execute(db);
  return rows[0] ?? { confirmed: 0, ruledOut: 0 };
}

function matches({ q, answer }: IdentificationFilter): RawBuilder<SqlBool> {
  const words = q === undefined ? [] : fold(q).split(' ').filter(Boolean);
  return sql<SqlBool>`(${sql.join(
    [
      sql`true`,
      ...words.map((word) => sql`i.searched like ${`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`}`),
      ...(answer?.length ? [sql`i.answer = any(${answer}::text[])`] : []),
    ],
    sql` and `,
  )})`;
}

/** One act at a time: what stands is read before it is replaced. */
export async function holdIdentifications(transaction: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(7267)`.execute(transaction);
}

export async function findIdentification(db: Db, id: string): Promise<Said | undefined> {
  const { rows } = await sql<Said>`
    select ${columns} from identification i where i.id = ${id}::uuid and i.revoked_at is null`.execute(db);
  return rows[0];
}

export type NewSaid = Omit<Said, 'personName' | 'saidAt'> & { keys: string[] };
type Act = { changeId: string; by: Pick<Viewer, 'person' | 'name'>; at: Temporal.Instant };

export async function insertIdentifications(
  transaction: Transaction,
  rows: readonly NewSaid[],
  { changeId, by, at }: Act,
): Promise<void> {
  const given = rows.map((row) => ({
    ...row,
    searched: fold([row.subject, row.vendor, row.product, row.note, by.name].join(' ')),
  }));
  await sql`
    insert into identification (id, subject, vendor, product, keys, answer, note, change_id, person_id, person_name, said_at, searched)
    select id, subject, vendor, product, keys, answer, note, ${changeId}::uuid, ${by.person?.id ?? null}::uuid, ${by.name}, ${at}, searched
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as x(id uuid, subject text, vendor text, product text, keys text[],
      answer text, note text, searched text)`.execute(transaction);
}

export async function revokeIdentifications(
  transaction: Transaction,
  ids: readonly string[],
  { changeId, at }: Pick<Act, 'changeId' | 'at'>,
): Promise<void> {
  await sql`
    update identification set revoked_at = ${at}, change_id = ${changeId}::uuid
    where id = any(${ids}::uuid[]) and revoked_at is null`.execute(transaction);
}

/** Components of the names that an act was about lose their keys' validity: they are looked up anew. */
export async function reopenComponents(transaction: Transaction, changeId: string): Promise<void> {
  await sql`
    update looked_up_component l set rules = 0 from identification i
    where i.change_id = ${changeId}::uuid and l.subject = i.subject and l.rules <> 0`.execute(transaction);
}

/** Releases with a component that is to be looked up anew because a person has said something. */
export async function listReopened(db: Db, limit: number): Promise<number[]> {
  const { rows } = await sql<{ key: number }>`
    select distinct u.release_key as key from looked_up_component l join inventory_use_v1 u on u.component_id = l.component_id
    join inventory_release_v1 r on r.release_key = u.release_key
    where l.rules = 0 and r.standing order by u.release_key limit ${limit}`.execute(db);
  return rows.map(({ key }) => key);
}

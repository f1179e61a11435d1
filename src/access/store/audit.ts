import { type Insertable, type SelectQueryBuilder, sql } from 'kysely';
import type { Db, Transaction } from '#platform/database';
import type { DB } from '#tables';
import type { AuditEntry } from '../model.ts';
import type { Viewer } from '../viewer.ts';
import { visibleTo } from './visible-to.ts';

// PostgreSQL takes at most 65,535 parameters in one statement.
const linesPerStatement = 2_000;

/** One statement, or one per 2,000 lines. */
export async function insertAudit(transaction: Transaction, lines: Insertable<DB['audit']>[]): Promise<void> {
  for (let start = 0; start < lines.length; start += linesPerStatement)
    await transaction
      .insertInto('audit')
      .values(lines.slice(start, start + linesPerStatement))
      .execute();
}

/** A filter of the trail, its days made into instants. */
export type AuditWhere = {
  actors: string[];
  actions: string[];
  subjectKinds: string[];
  subjectId: string;
  text: string;
  from: Temporal.Instant | undefined;
  /** Not included. */
  until: Temporal.Instant | undefined;
};

const columns = [
  'ref as id',
  'at',
  'actor_kind as actorKind',
  'actor_id as actorId',
  'actor_name as actorName',
  'action',
  'subject_kind as subjectKind',
  'subject_id as subjectId',
  'subject_name as subjectName',
  'before',
  'after',
  sql<string | null>`origin ->> 'ip'`.as('ip'),
  sql<string>`coalesce(origin ->> 'requestId', '')`.as('requestId'),
  sql<boolean>`wall_id is not null`.as('walled'),
] as const;

export type AuditLine = Omit<AuditEntry, 'at'> & { at: Temporal.Instant };

/** Newest first, from just below the line `after` on; a line that the viewer cannot see is no place to start from. */
export async function listAudit(
  db: Db,
  viewer: Viewer,
  where: AuditWhere,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<AuditLine[]> {
  let query = narrowed(db.selectFrom('audit'), viewer, where);
  if (after !== undefined)
    query = query.where('audit.id', '<', (eb) =>
      eb
        .selectFrom('audit as place')
        .select('place.id')
        .where('place.ref', '=', after)
        .where(visibleTo(viewer, 'place.wall_id')),
    );
  const rows = await query.select(columns).orderBy('audit.id', 'desc').limit(limit).execute();
  return rows as AuditLine[];
}

export async function findAuditLine(db: Db, viewer: Viewer, id: string): Promise<AuditLine | undefined> {
  const line = await db
    .selectFrom('audit')
    .select(columns)
    .where(visibleTo(viewer, 'audit.wall_id'))
    .where('ref', '=', id)
    .executeTakeFirst();
  return line as AuditLine | undefined;
}

/** What the trail calls these subjects, by their last line that the viewer may see. */
export async function listSubjectNames(db: Db, viewer: Viewer, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('audit')
    .distinctOn('subject_id')
    .select(['subject_id as id', 'subject_name as name'])
    .where(visibleTo(viewer, 'audit.wall_id'))
    .where('subject_id', 'in', ids)
    .where('subject_name', '<>', '')
    .orderBy('subject_id')
    .orderBy('audit.id', 'desc')
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** How many lines there are, counted up to `atMost`. */
export async function countAudit(db: Db, viewer: Viewer, where: AuditWhere, atMost: number): Promise<number> {
  const lines = narrowed(db.selectFrom('audit'), viewer, where).select('audit.id').limit(atMost).as('line');
  const { count } = await db
    .selectFrom(lines)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

function narrowed<O>(query: SelectQueryBuilder<DB, 'audit', O>, viewer: Viewer, where: AuditWhere) {
  let narrow = query.where(visibleTo(viewer, 'audit.wall_id'));
  if (where.actors.length > 0) narrow = narrow.where('actor_id', 'in', where.actors);
  if (where.actions.length > 0) narrow = narrow.where('action', 'in', where.actions);
  if (where.subjectKinds.length > 0) narrow = narrow.where('subject_kind', 'in', where.subjectKinds);
  if (where.subjectId) narrow = narrow.where('subject_id', '=', where.subjectId);
  if (where.from !== undefined) narrow = narrow.where('at', '>=', where.from);
  if (where.until !== undefined) narrow = narrow.where('at', '<', where.until);
  if (where.text) {
    const pattern = `%${where.text.replace(/[\\%_]/g, '\\$&')}%`;
    narrow = narrow.where((eb) =>
      eb.or([
        eb('subject_name', 'ilike', pattern),
        eb('actor_name', 'ilike', pattern),
        eb('subject_id', 'ilike', pattern),
        eb('action', 'ilike', pattern),
      ]),
    );
  }
  return narrow;
}

/**
 * The different actions in the lines that the viewer may see. It leaps from one to the next along the index, because
 * there are few of them in a million lines.
 */
export async function listActions(db: Db, viewer: Viewer): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`
    with recursive leap as (
      (select action as word from audit where ${visibleTo(viewer, 'audit.wall_id')} order by action limit 1)
      union all
      select (select action from audit where action > leap.word and ${visibleTo(viewer, 'audit.wall_id')} order by action limit 1)
      from leap where leap.word is not null)
    select word from leap where word is not null order by word collate "C"`.execute(db);
  return rows.map(({ word }) => word);
}

/** The different kinds of subjects in the lines that the viewer may see, in the same way. */
export async function listSubjectKinds(db: Db, viewer: Viewer): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`
    with recursive leap as (
      (select subject_kind as word from audit where ${visibleTo(viewer, 'audit.wall_id')} order by subject_kind limit 1)
      union all
      select (select subject_kind from audit where subject_kind > leap.word and ${visibleTo(viewer, 'audit.wall_id')} order by subject_kind limit 1)
      from leap where leap.word is not null)
    select word from leap where word is not null order by word collate "C"`.execute(db);
  return rows.map(({ word }) => word);
}

/** The people who did something that the viewer may see, with the name of their last line. */
export async function listActors(db: Db, viewer: Viewer): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    with recursive leap as (
      (select actor_id as id from audit where actor_id is not null and ${visibleTo(viewer, 'audit.wall_id')} order by actor_id limit 1)
      union all
      select (select actor_id from audit where actor_id > leap.id and ${visibleTo(viewer, 'audit.wall_id')} order by actor_id limit 1)
      from leap where leap.id is not null)
    select id, name from (
      select leap.id, (
        select actor_name from audit where actor_id = leap.id and ${visibleTo(viewer, 'audit.wall_id')} order by audit.id desc limit 1
      ) as name
      from leap where leap.id is not null) actor
    order by name collate "C", id`.execute(db);
  return rows;
}

import { sql } from 'kysely';
import type { Db, Transaction } from '#platform/database';
import type { ListName } from '../lists.ts';

export type KeptView = {
  id: string;
  personId: string;
  list: ListName;
  name: string;
  query: string;
  shared: boolean;
  place: number;
};

const columns = ['id', 'person_id as personId', 'list', 'name', 'query', 'shared', 'place'] as const;
type Row = Omit<KeptView, 'list'> & { list: string };
const typed = <R extends Row>(row: R) => ({ ...row, list: row.list as ListName });

/** The person's own in their order, then what others share by name; lists the person may not open are left out. */
export async function listViews(db: Db, personId: string, lists: ListName[]): Promise<(KeptView & { by: string })[]> {
  const rows = await db
    .selectFrom('saved_view')
    .innerJoin('person', 'person.id', 'saved_view.person_id')
    .select([
      'saved_view.id',
      'saved_view.person_id as personId',
      'list',
      'saved_view.name',
      'query',
      'shared',
      'place',
    ])
    .select('person.name as by')
    .where('removed_at', 'is', null)
    .where('list', 'in', lists)
    .where((eb) => eb.or([eb('person_id', '=', personId), eb('shared', '=', true)]))
    .orderBy('list')
    .orderBy(sql`person_id <> ${personId}`)
    .orderBy(sql`case when person_id = ${personId} then place else 0 end`)
    .orderBy(sql`folded collate "C"`)
    .orderBy('saved_view.id')
    .execute();
  return rows.map(typed);
}

/** Locks a person's view, standing or removed. */
export async function lockView(
  transaction: Transaction,
  personId: string,
  id: string,
  which: 'standing' | 'removed' = 'standing',
): Promise<KeptView | undefined> {
  const row = await transaction
    .selectFrom('saved_view')
    .select(columns)
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('removed_at', which === 'standing' ? 'is' : 'is not', null)
    .forUpdate()
    .executeTakeFirst();
  return row && typed(row);
}

/** Whose shared view this is, standing or removed. */
export async function findSharer(
  db: Db,
  id: string,
  which: 'standing' | 'removed',
): Promise<{ id: string; name: string } | undefined> {
  return db
    .selectFrom('saved_view')
    .innerJoin('person', 'person.id', 'saved_view.person_id')
    .select(['person.id', 'person.name'])
    .where('saved_view.id', '=', id)
    .where('shared', '=', true)
    .where('removed_at', which === 'standing' ? 'is' : 'is not', null)
    .executeTakeFirst();
}

/** The standing views of a person in a list, in their order. */
export async function listOwnViews(db: Db, personId: string, list: ListName): Promise<KeptView[]> {
  const rows = await db
    .selectFrom('saved_view')
    .select(columns)
    .where('person_id', '=', personId)
    .where('list', '=', list)
    .where('removed_at', 'is', null)
    .orderBy('place')
    .orderBy('id')
    .execute();
  return rows.map(typed);
}

/** How many views of a list everybody sees. */
export async function countSharedViews(db: Db, list: ListName): Promise<number> {
  const { count } = await db
    .selectFrom('saved_view')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('list', '=', list)
    .where('shared', '=', true)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function insertView(
  transaction: Transaction,
  { personId, ...view }: KeptView & { folded: string },
  at: Temporal.Instant,
): Promise<void> {
  await transaction
    .insertInto('saved_view')
    .values({ ...view, person_id: personId, created_at: at, changed_at: at })
    .execute();
}

export async function updateView(
  transaction: Transaction,
  id: string,
  change: {
    name?: string;
    folded?: string;
    query?: string;
    shared?: boolean;
    place?: number;
    removed_at?: Temporal.Instant | null;
  },
  at: Temporal.Instant,
): Promise<void> {
  await transaction
    .updateTable('saved_view')
    .set({ ...change, changed_at: at })
    .where('id', '=', id)
    .execute();
}

/** Gives the views the places in which their ids stand, in one statement. */
export async function placeViews(transaction: Transaction, ids: string[]): Promise<void> {
  await sql`
    update saved_view v set place = o.place - 1
    from unnest(${ids}::uuid[]) with ordinality as o(id, place)
    where v.id = o.id`.execute(transaction);
}

/** Views that were removed before that instant and were not brought back. */
export async function deleteRemovedViews(db: Db, before: Temporal.Instant): Promise<void> {
  await db.deleteFrom('saved_view').where('removed_at', '<', before).execute();
}

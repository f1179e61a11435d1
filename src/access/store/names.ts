import { sql } from 'kysely';
import type { Db } from '#platform/database';
import type { Locale, Role } from '../model.ts';
import type { Viewer } from '../viewer.ts';
import { visibleTo } from './visible-to.ts';

/** A person as others see them. */
export type PersonName = { id: string; name: string; email: string; disabled: boolean };

/** The names behind these ids, also of people who have left; an unknown id is not in the map. */
export async function listPeopleNames(db: Db, ids: readonly string[]): Promise<Map<string, PersonName>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name', 'email', 'disabled_at as disabledAt'])
    .where('id', '=', sql<string>`any(${[...new Set(ids)]}::uuid[])`)
    .execute();
  return new Map(rows.map(({ disabledAt, ...person }) => [person.id, { ...person, disabled: disabledAt !== null }]));
}

/** People who can sign in whose name or address contains the words, by name. */
export async function findPeopleByName(db: Db, query: string, limit: number): Promise<PersonName[]> {
  const pattern = `%${query.trim().replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name', 'email'])
    .where('disabled_at', 'is', null)
    // People type 佐藤美咲 for 佐藤 美咲.
    .where((eb) =>
      eb.or([
        eb(sql<string>`replace(replace(name, ' ', ''), '　', '')`, 'ilike', pattern.replace(/[ 　]/g, '')),
        eb('email', 'ilike', pattern),
      ]),
    )
    .orderBy(sql`name collate "C"`)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((person) => ({ ...person, disabled: false }));
}

export type Receiver = { id: string; name: string; email: string; locale: Locale };

/**
 * Those of these people who can sign in and, when there is a wall, stand inside it now.
 * @param viewer  who tells them; of a wall that the viewer does not see, nobody stands inside
 */
export async function listReceivers(
  db: Db,
  viewer: Viewer,
  ids: readonly string[],
  { wallId, at }: { wallId: string | null; at: Temporal.Instant },
): Promise<Receiver[]> {
  if (ids.length === 0) return [];
  let query = db
    .selectFrom('person')
    .select(['id', 'name', 'email', 'locale'])
    .where('id', '=', sql<string>`any(${[...new Set(ids)]}::uuid[])`)
    .where('disabled_at', 'is', null);
  if (wallId !== null)
    query = query.where(sql<boolean>`(
      exists (select from wall w where w.id = ${wallId} and w.lifted_at <= ${at})
      or exists (select from wall_member m where m.wall_id = ${wallId} and m.person_id = person.id
        and m.since <= ${at} and (m.until is null or m.until > ${at}) and ${visibleTo(viewer, 'm.wall_id')}))`);
  const rows = await query.orderBy('id').execute();
  return rows.map((row) => ({ ...row, locale: row.locale as Locale }));
}

/** Who holds a role in the whole company now and can sign in. */
export async function listHoldersOf(db: Db, role: Role, at: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('role_grant')
    .innerJoin('person', 'person.id', 'role_grant.person_id')
    .select('person.id')
    .distinct()
    .where('role_grant.role', '=', role)
    .where('role_grant.division_id', 'is', null)
    .where((eb) => eb.or([eb('role_grant.until', 'is', null), eb('role_grant.until', '>', at)]))
    .where('person.disabled_at', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}

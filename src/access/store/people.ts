import { type Expression, type SqlBool, sql } from 'kysely';
import type { Db } from '#platform/database';
import type { Locale, Role } from '../model.ts';

export type PeopleFilter = {
  text?: string | undefined;
  role?: Role | undefined;
  divisionId?: string | undefined;
  state: 'active' | 'disabled' | 'all';
};

/** People with how they can sign in, by name from behind `after` on. */
export async function listPeople(
  db: Db,
  filter: PeopleFilter,
  { at, after, limit }: { at: Temporal.Instant; after: { name: string; id: string } | null; limit: number },
) {
  let query = db
    .selectFrom('person')
    .select(['person.id', 'person.name', 'person.email', 'person.locale'])
    .select(['person.created_at as createdAt', 'person.disabled_at as disabledAt'])
    .select((eb) => [
      eb
        .exists(eb.selectFrom('password').select('hash').whereRef('password.person_id', '=', 'person.id'))
        .$castTo<boolean>()
        .as('hasPassword'),
      eb
        .exists(
          eb
            .selectFrom('totp')
            .select('created_at')
            .whereRef('totp.person_id', '=', 'person.id')
            .where('confirmed_at', 'is not', null),
        )
        .$castTo<boolean>()
        .as('hasTotp'),
      eb
        .exists(eb.selectFrom('passkey').select('id').whereRef('passkey.person_id', '=', 'person.id'))
        .$castTo<boolean>()
        .as('hasPasskey'),
      eb
        .exists(eb.selectFrom('oidc_identity').select('subject').whereRef('oidc_identity.person_id', '=', 'person.id'))
        .$castTo<boolean>()
        .as('hasSingleSignOn'),
      eb
        .selectFrom('session')
        .select((inner) => inner.fn.max('seen_at').as('seenAt'))
        .whereRef('session.person_id', '=', 'person.id')
        .as('seenAt'),
    ]);
  for (const condition of conditions(filter, at)) query = query.where(condition);
  if (after)
    query = query.where(sql<SqlBool>`(person.name collate "C", person.id) > (${after.name}, ${after.id}::uuid)`);
  const rows = await query.orderBy(sql`person.name collate "C"`).orderBy('person.id').limit(limit).execute();
  return rows.map((row) => ({ ...row, locale: row.locale as Locale }));
}

export async function countPeople(db: Db, filter: PeopleFilter, at: Temporal.Instant): Promise<number> {
  let query = db.selectFrom('person').select((eb) => eb.fn.countAll<number>().as('count'));
  for (const condition of conditions(filter, at)) query = query.where(condition);
  return (await query.executeTakeFirstOrThrow()).count;
}

function conditions(filter: PeopleFilter, at: Temporal.Instant): Expression<SqlBool>[] {
  const all: Expression<SqlBool>[] = [];
  if (filter.state === 'active') all.push(sql<SqlBool>`person.disabled_at is null`);
  if (filter.state === 'disabled') all.push(sql<SqlBool>`person.disabled_at is not null`);
  // People type 佐藤美咲 for 佐藤 美咲.
  const words = filter.text
    ?.normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[\\%_]/g, '\\$&');
  if (words)
    all.push(
      sql<SqlBool>`(replace(replace(person.name, ' ', ''), '　', '') ilike ${`%${words}%`} or person.email ilike ${`%${words}%`})`,
    );
  if (filter.role)
    all.push(sql<SqlBool>`exists (select from role_grant g where g.person_id = person.id and g.role = ${filter.role}
      and (g.until is null or g.until > ${at}))`);
  if (filter.divisionId)
    all.push(sql<SqlBool>`exists (select from role_grant g where g.person_id = person.id
      and g.division_id = ${filter.divisionId}::uuid and (g.until is null or g.until > ${at}))`);
  return all;
}

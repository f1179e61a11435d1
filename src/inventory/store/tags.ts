import { sql } from 'kysely';
import { z } from 'zod';
import { fold } from '#platform/browser/fold';
import type { Db, Transaction } from '#platform/database';
import { newId } from '#platform/ids';
import { anywhere } from './conditions.ts';

/** A technology as the list writes it; standing ones differ in their folded form. */
export type TagRow = { folded: string; name: string; note: string };
export type UsedTag = TagRow & { models: number; releases: number };

/** Where a page of tags ended. */
export const TagPlace = z.tuple([z.literal('tag'), z.string()]);

/** The whole list; a company has hundreds of them, not thousands. */
export async function listAllTags(db: Db): Promise<Pick<TagRow, 'folded' | 'name'>[]> {
  return db
    .selectFrom('technology_tag')
    .select(['folded', 'name'])
    .where('removed_at', 'is', null)
    .orderBy('folded')
    .execute();
}

/** How the list writes these, locked so that none is removed before the transaction ends. */
export async function holdTags(transaction: Transaction, folded: string[]): Promise<TagRow[]> {
  const { rows } = await sql<TagRow>`
    select folded, name, note from technology_tag where folded = any(${folded}::text[]) and removed_at is null
    order by folded for share
  `.execute(transaction);
  return rows;
}

/** Adds tags in one statement, in one order for all; of two people who add the same, the first one's writing stands. */
export async function addTags(transaction: Transaction, tags: { name: string; note: string }[]): Promise<TagRow[]> {
  const rows = tags.map(({ name, note }) => ({ id: newId(), folded: fold(name), name, note, revision: 1 }));
  const { rows: stored } = await sql<TagRow>`
    insert into technology_tag
    select * from jsonb_populate_recordset(null::technology_tag, ${JSON.stringify(rows)}::jsonb) order by folded
    on conflict (folded) where removed_at is null do update set folded = excluded.folded returning folded, name, note
  `.execute(transaction);
  return stored;
}

/** The id of the standing tag that is called so. */
export async function findTagId(db: Db, folded: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('technology_tag')
    .select('id')
    .where('folded', '=', folded)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return row?.id;
}

/** How many standing models and releases carry a tag themselves. */
export async function countUses(db: Db, name: string): Promise<{ models: number; releases: number }> {
  const { rows } = await sql<{ models: number; releases: number }>`
    select (select count(*)::int from model m where m.removed_at is null and m.tags @> array[${name}::text]) as models,
      (select count(*)::int from release r join model m on m.id = r.model_id
        where r.removed_at is null and m.removed_at is null and r.tags @> array[${name}::text]) as releases`.execute(
    db,
  );
  return rows[0] ?? { models: 0, releases: 0 };
}

/** Which page of the tags: those with `q` in their name or note, or in use only, after a place. */
export type TagQuery = { q: string; used: 'yes' | 'no' | null; after: string | null; limit: number };

/** Tags in their order, each with how many standing models and releases carry it themselves. */
export async function listTags(db: Db, { q, used, after, limit }: TagQuery): Promise<UsedTag[]> {
  const called = fold(q) === '' ? sql`true` : sql`(t.folded like ${anywhere(fold(q))} or t.note ilike ${anywhere(q)})`;
  const { rows } = await sql<UsedTag>`
    with page as (
      select t.folded, t.name, t.note from technology_tag t
      where t.removed_at is null and ${called} and ${usedAs(used)} and ${after === null ? sql`true` : sql`t.folded > ${after}`}
      order by t.folded limit ${limit}
    ), of_models as (
      select tag, count(*)::int as count from model m, unnest(m.tags) tag
      where m.removed_at is null and m.tags && array(select name from page) group by tag
    ), of_releases as (
      select tag, count(*)::int as count from release r join model m on m.id = r.model_id, unnest(r.tags) tag
      where r.removed_at is null and m.removed_at is null and r.tags && array(select name from page) group by tag
    )
    select page.folded, page.name, page.note, coalesce(m.count, 0) as models, coalesce(r.count, 0) as releases
    from page left join of_models m on m.tag = page.name left join of_releases r on r.tag = page.name
    order by page.folded`.execute(db);
  return rows;
}

const isUsed = sql<boolean>`(
  exists (select from model m where m.removed_at is null and m.tags @> array[t.name])
  or exists (select from release r join model m on m.id = r.model_id
    where r.removed_at is null and m.removed_at is null and r.tags @> array[t.name]))`;

function usedAs(used: TagQuery['used']) {
  if (used === null) return sql`true`;
  return used === 'yes' ? isUsed : sql`not ${isUsed}`;
}

/** How many tags the list has, and how many of them something carries. */
export async function countTags(db: Db): Promise<{ all: number; used: number }> {
  const { rows } = await sql<{ all: number; used: number }>`
    select count(*)::int as "all", (count(*) filter (where ${isUsed}))::int as used from technology_tag t
    where t.removed_at is null`.execute(db);
  return rows[0] ?? { all: 0, used: 0 };
}

import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { fold } from '#platform/browser/fold';
import type { Db } from '#platform/database';
import type { ComponentFilter, ComponentSort } from '../contract/release-components.ts';
import type { KeptComponent } from './components.ts';
import { anywhere } from './conditions.ts';

/** The place in a list of components: two keys of its order, then the id. */
export const ComponentPlace = z.tuple([z.string(), z.string(), z.int().min(0).max(2_147_483_647)]);
export type ComponentPlace = z.infer<typeof ComponentPlace>;

export type ListedComponent = KeptComponent & { key1: string; key2: string };

/** Which components of a release are asked for. */
export type AskedComponents = {
  releaseKey: number;
  /** Of those that are shipped only these; null: all. */
  shipped: readonly number[] | null;
  /** Beside them these, which are not shipped. */
  others: readonly number[];
  q: string | undefined;
  identified: ComponentFilter['identified'];
};

const name = sql<string>`c.name_folded`;
const version = sql<string>`coalesce(encode(c.version_key, 'hex'), '')`;
const supplier = sql<string>`lower(coalesce(c.supplier, ''))`;
const keysOf: Record<string, [RawBuilder<string>, RawBuilder<string>]> = {
  name: [name, version],
  version: [version, name],
  supplier: [supplier, name],
};

/** One page of them. */
export async function listReleaseComponents(
  db: Db,
  asked: AskedComponents,
  { sort, place, limit }: { sort: ComponentSort; place: ComponentPlace | null; limit: number },
): Promise<ListedComponent[]> {
  const [key1, key2] = keysOf[sort.replace('-', '')] as [RawBuilder<string>, RawBuilder<string>];
  const way = sort.startsWith('-') ? sql`desc` : sql`asc`;
  const beyond = sort.startsWith('-') ? sql`<` : sql`>`;
  const { rows } = await sql<ListedComponent>`
    select * from (
      select c.id, c.name, c.version, c.purl, c.cpes, c.supplier, c.distribution, c.identified as "isIdentified",
        ${key1} collate "C" as key1, ${key2} collate "C" as key2
      from component c where c.id in (${idsOf(asked)}) and ${conditionsOf(asked)}
    ) listed
    ${place === null ? sql`` : sql`where (key1, key2, id) ${beyond} (${place[0]}, ${place[1]}, ${place[2]}::int)`}
    order by key1 ${way}, key2 ${way}, id ${way} limit ${limit}`.execute(db);
  return rows;
}

const idsOf = ({ releaseKey, shipped, others }: AskedComponents) => sql`
  select component_id from release_component where release_key = ${releaseKey}
    ${shipped === null ? sql`` : sql`and component_id = any(${shipped}::int[])`}
  ${others.length === 0 ? sql`` : sql`union select unnest(${others}::int[])`}`;

function conditionsOf({ q = '', identified }: AskedComponents) {
  const asked = [sql`true`];
  if (identified) asked.push(sql`c.identified = ${identified === 'yes'}`);
  if (fold(q) !== '') {
    const start = `${q.trim().replace(/[\\%_]/g, '\\$&')}%`;
    asked.push(sql`(c.name_folded like ${anywhere(fold(q))} or c.purl like ${start}
      or exists (select from unnest(c.cpes) cpe where cpe like ${start}))`);
  }
  return sql.join(asked, sql` and `);
}

/** A release and all that it contains at any depth, standing ones: their keys. */
export async function listBelow(db: Db, key: number): Promise<number[]> {
  const { rows } = await sql<{ key: number }>`
    with recursive below (key) as (
      select ${key}::int
      union
      select part.key from below b join release whole on whole.key = b.key
      join release_part rp on rp.release_id = whole.id and rp.removed_at is null
      join release part on part.id = rp.part_id and part.removed_at is null
    ) select key from below`.execute(db);
  return rows.map((row) => row.key);
}

/** Which of these releases is directly in which, by their keys. */
export async function listDirectParts(db: Db, keys: readonly number[]): Promise<{ whole: number; part: number }[]> {
  const { rows } = await sql<{ whole: number; part: number }>`
    select whole.key as whole, part.key as part from release_part rp
    join release whole on whole.id = rp.release_id join release part on part.id = rp.part_id
    where rp.removed_at is null and whole.key = any(${keys}::int[]) and part.key = any(${keys}::int[])
    order by whole.key, part.key`.execute(db);
  return rows;
}

/** In how many standing releases a component is shipped. */
export async function countReleasesWith(db: Db, componentId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from release_component rc join release r on r.key = rc.release_key
    where rc.component_id = ${componentId} and r.removed_at is null`.execute(db);
  return rows[0]?.count ?? 0;
}

/** What a release consists of, in figures. */
export async function countParts(
  db: Db,
  releaseKey: number,
): Promise<{ components: number; unidentified: number; byHand: number; modules: number }> {
  const { rows } = await sql<{ components: number; unidentified: number; byHand: number; modules: number }>`
    select coalesce(t.components, 0) as components, coalesce(t.unidentified, 0) as unidentified,
      (select count(*)::int from hand_part h where h.release_id = r.id and h.removed_at is null) as "byHand",
      (select count(*)::int from release_part rp join release part on part.id = rp.part_id and part.removed_at is null
        where rp.release_id = r.id and rp.removed_at is null) as modules
    from release r left join release_tally t on t.release_key = r.key where r.key = ${releaseKey}`.execute(db);
  return rows[0] ?? { components: 0, unidentified: 0, byHand: 0, modules: 0 };
}

import { sql } from 'kysely';
import type { Transaction } from '#platform/database';

/** The lines of these that stand; locked so that none is removed before the transaction ends. */
export async function holdLines(transaction: Transaction, ids: string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from product_line where id = any(${ids}::uuid[]) and removed_at is null order by id for share
  `.execute(transaction);
  return rows.map(({ id }) => id);
}

/** Standing models that have one of the slugs, other than these. */
export async function listModelsWithSlugs(transaction: Transaction, slugs: string[], except: string[]) {
  const { rows } = await sql<{ id: string; name: string; slug: string }>`
    select id, name, slug from model
    where slug = any(${slugs}::text[]) and removed_at is null and id <> all(${except}::uuid[]) order by slug
  `.execute(transaction);
  return rows;
}

/** Standing part numbers of these forms with another id, with their model. */
export async function listHolders(transaction: Transaction, folded: string[], except: string[]) {
  const { rows } = await sql<{ number: string; modelId: string; modelName: string }>`
    select p.number, p.model_id as "modelId", m.name as "modelName" from part_number p join model m on m.id = p.model_id
    where p.folded = any(${folded}::text[]) and p.removed_at is null and p.id <> all(${except}::uuid[]) order by p.folded
  `.execute(transaction);
  return rows;
}

/** A model of these that succeeds itself over some steps, or undefined. */
export async function findCircle(transaction: Transaction, ids: string[]): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    with recursive chain (start, at) as (
      select id, successor_id from model where id = any(${ids}::uuid[])
      union select c.start, m.successor_id from chain c join model m on m.id = c.at where m.successor_id is not null
    )
    select m.name from chain c join model m on m.id = c.start where c.start = c.at limit 1
  `.execute(transaction);
  return rows[0]?.name;
}

/** What stands below these models and would stay behind without them; at most 20, by name. */
export async function listBelow(transaction: Transaction, ids: string[]): Promise<{ modelId: string; name: string }[]> {
  const { rows } = await sql<{ modelId: string; name: string }>`
    select b.model_id as "modelId", m.name || ' ' || b.name as name from (
      select model_id, version as name from release where model_id = any(${ids}::uuid[]) and removed_at is null
      union all
      select model_id, name from hardware_revision where model_id = any(${ids}::uuid[]) and removed_at is null
      union all
      select model_id, name from sold_as where model_id = any(${ids}::uuid[]) and removed_at is null
      union all
      select d.on_model_id, '← ' || n.name from model_dependency d join model n on n.id = d.model_id and n.removed_at is null
      where d.on_model_id = any(${ids}::uuid[]) and d.removed_at is null and d.model_id <> all(${ids}::uuid[])
    ) b join model m on m.id = b.model_id order by 2 limit 20`.execute(transaction);
  return rows;
}

/** Releases of these models that stand inside others; at most 20, by name. */
export async function listBuiltIn(transaction: Transaction, ids: string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct m.name || ' ' || r.version as name from release r join model m on m.id = r.model_id
    join release_part p on p.part_id = r.id and p.removed_at is null
    where r.model_id = any(${ids}::uuid[]) and r.removed_at is null order by 1 limit 20`.execute(transaction);
  return rows.map(({ name }) => name);
}

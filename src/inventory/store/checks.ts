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

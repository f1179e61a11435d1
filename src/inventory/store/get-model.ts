import { sql } from 'kysely';
import type { Db } from '#platform/database';

type Neighbour = { id: string; slug: string; name: string };

/** The id of a standing or removed model by its id, or of the standing one by its address. */
export async function findModelId(db: Db, idOrSlug: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from model where id::text = ${idOrSlug} or (slug = ${idOrSlug} and removed_at is null)
    order by removed_at is not null limit 1`.execute(db);
  return rows[0]?.id;
}

/** What stands around a model: its line, its successor, and the models that it succeeds. */
export async function getNeighbours(db: Db, id: string) {
  const { rows } = await sql<{
    slug: string;
    line: { id: string; name: string; revision: number };
    successor: Neighbour | null;
    predecessors: Neighbour[];
  }>`
    select m.slug, jsonb_build_object('id', l.id, 'name', l.name, 'revision', l.revision) as line,
      case when s.id is null then null else jsonb_build_object('id', s.id, 'slug', s.slug, 'name', s.name) end as successor,
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'slug', p.slug, 'name', p.name) order by p.name_folded)
        from model p where p.successor_id = m.id and p.removed_at is null), '[]') as predecessors
    from model m join product_line l on l.id = m.line_id left join model s on s.id = m.successor_id and s.removed_at is null
    where m.id = ${id}::uuid`.execute(db);
  return rows[0];
}

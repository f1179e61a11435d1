import { sql } from 'kysely';
import type { Db } from '#platform/database';
import type { ProductFilter } from '../filter.ts';
import { matches } from './conditions.ts';

export type ExportedModel = { id: string; lineName: string; successorName: string | null };

/** The models that the filter leaves, in the order of the file: by line, then by name. */
export async function listForExport(
  db: Db,
  filter: ProductFilter,
  { today, limit }: { today: Temporal.PlainDate; limit: number },
): Promise<ExportedModel[]> {
  const { rows } = await sql<ExportedModel>`
    select m.id, l.name as "lineName", s.name as "successorName"
    from model m join product_line l on l.id = m.line_id
    left join model s on s.id = m.successor_id and s.removed_at is null
    where ${matches(filter, today)} order by l.name_folded, l.id, m.name_folded, m.id limit ${limit}`.execute(db);
  return rows;
}

import { sql } from 'kysely';
import { fold, foldId } from '#platform/browser/fold';
import type { Db } from '#platform/database';
import { anywhere, hasNumber, numberLike } from './conditions.ts';

export type Found = {
  kind: 'line' | 'model' | 'part-number' | 'sold-as';
  id: string;
  title: string;
  sub: string;
  slug: string | null;
};

/** Lines, models, part numbers and names at partners that hold the text: those that begin with it first, then by name. */
export async function searchProducts(db: Db, q: string, limit: number): Promise<Found[]> {
  const name = fold(q);
  const number = foldId(q);
  const { rows } = await sql<Found>`
    select kind, id, title, sub, slug from (
      (select 1 as rank, 'model' as kind, m.id, m.name as title, l.name as sub, m.slug, m.name_folded as folded,
        m.name_folded = ${name} as same, starts_with(m.name_folded, ${name}) as starts
      from model m join product_line l on l.id = m.line_id
      where m.removed_at is null and m.name_folded like ${anywhere(name)}
      order by same desc, starts desc, folded limit ${limit})
      union all
      (select 2, 'line', l.id, l.name, '', null, l.name_folded, l.name_folded = ${name}, starts_with(l.name_folded, ${name})
      from product_line l where l.removed_at is null and l.name_folded like ${anywhere(name)}
      order by 8 desc, 9 desc, 7 limit ${limit})
      union all
      (select 3, 'part-number', p.id, p.number, m.name, m.slug, p.folded, p.folded = ${number}, starts_with(p.folded, ${number})
      from part_number p join model m on m.id = p.model_id
      where p.removed_at is null and p.folded like ${numberLike(number)}
      order by 8 desc, 9 desc, 7 limit ${limit})
      union all
      (select 4, 'sold-as', s.id, s.name, p.name || ' / ' || m.name, m.slug, s.name_folded, s.name_folded = ${name},
        starts_with(s.name_folded, ${name})
      from sold_as s join model m on m.id = s.model_id and m.removed_at is null join partner p on p.id = s.partner_id
      where s.removed_at is null and (s.name_folded like ${anywhere(name)} or ${hasNumber(sql`s.part_numbers`, number)})
      order by 8 desc, 9 desc, 7 limit ${limit})
    ) found order by same desc, starts desc, rank, folded limit ${limit}`.execute(db);
  return rows;
}

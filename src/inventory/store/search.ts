import { sql } from 'kysely';
import { fold, foldId } from '#platform/browser/fold';
import type { Db } from '#platform/database';
import { slugOf } from '../model.ts';
import { anywhere, hasNumber, numberLike } from './conditions.ts';

export type Found = {
  kind: 'line' | 'model' | 'part-number' | 'sold-as' | 'release';
  id: string;
  title: string;
  sub: string;
  slug: string | null;
  /** Of a release, below that of its model. */
  releaseSlug: string | null;
};

/** Lines, models, part numbers, names at partners and releases (by model and version, or version) that hold the text: those that begin with it first, then by name. */
export async function searchProducts(db: Db, q: string, limit: number): Promise<Found[]> {
  const name = fold(q);
  const number = foldId(q);
  const version = slugOf(q);
  const isVersion = /^v?\d/.test(version);
  const { rows } = await sql<Found>`
    select kind, id, title, sub, slug, "releaseSlug" from (
      (select 1 as rank, 'model' as kind, m.id, m.name as title, l.name as sub, m.slug, null as "releaseSlug", m.name_folded as folded,
        m.name_folded = ${name} as same, starts_with(m.name_folded, ${name}) as starts
      from model m join product_line l on l.id = m.line_id
      where m.removed_at is null and m.name_folded like ${anywhere(name)}
      order by same desc, starts desc, folded limit ${limit})
      union all
      (select 2, 'line', l.id, l.name, '', null, null, l.name_folded, l.name_folded = ${name}, starts_with(l.name_folded, ${name})
      from product_line l where l.removed_at is null and l.name_folded like ${anywhere(name)}
      order by 9 desc, 10 desc, 8 limit ${limit})
      union all
      (select 3, 'part-number', p.id, p.number, m.name, m.slug, null, p.folded, p.folded = ${number}, starts_with(p.folded, ${number})
      from part_number p join model m on m.id = p.model_id
      where p.removed_at is null and p.folded like ${numberLike(number)}
      order by 9 desc, 10 desc, 8 limit ${limit})
      union all
      (select 4, 'sold-as', s.id, s.name, p.name || ' / ' || m.name, m.slug, null, s.name_folded, s.name_folded = ${name},
        starts_with(s.name_folded, ${name})
      from sold_as s join model m on m.id = s.model_id and m.removed_at is null join partner p on p.id = s.partner_id
      where s.removed_at is null and (s.name_folded like ${anywhere(name)} or ${hasNumber(sql`s.part_numbers`, number)})
      order by 9 desc, 10 desc, 8 limit ${limit})
      union all
      (select 5, 'release', r.id, m.name || ' ' || r.version, coalesce(h.name, ''), m.slug, r.slug,
        m.name_folded || ' ' || r.slug, m.name_folded || ' ' || r.slug = ${name}, true
      from model m join release r on r.model_id = m.id and r.removed_at is null
        left join hardware_revision h on h.id = r.hardware_id
      where m.removed_at is null and (starts_with(${name}, m.name_folded || ' ')
        and starts_with(r.slug, substr(${version}, length(m.slug) + 2)) or ${isVersion} and starts_with(r.slug, ${version}))
      order by 9 desc, 10 desc, 8 limit ${limit})
    ) found order by same desc, starts desc, rank, folded limit ${limit}`.execute(db);
  return rows;
}

import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import { fold, foldId } from '#platform/browser/fold';
import type { Db } from '#platform/database';
import type { ListedDependency, ListedHardware, ListedPartner, ListedSoldAs } from '../contract/registers.ts';
import type { DependencyFilter, HardwareFilter, PartnerFilter, SoldAsFilter } from '../model/register-filters.ts';
import { anywhere, hasNumber } from './conditions.ts';

/** Where a page ended: two names and the id. */
export const NamePlace = z.tuple([z.string(), z.string(), z.uuid()]);
export type NamePlace = z.infer<typeof NamePlace>;

export type Page<Filter, Place = NamePlace> = { filter: Filter; place: Place | null; limit: number };
/** One row of a list, and where it stands in the order. */
export type Placed<Item> = { item: Item; place: (string | number)[] };

const model = (alias: string) => {
  const m = sql.id(alias);
  return sql`jsonb_build_object('id', ${m}.id, 'slug', ${m}.slug, 'name', ${m}.name, 'kind', ${m}.kind)`;
};

type Condition = RawBuilder<SqlBool>;
const all = (conditions: (Condition | null)[]): Condition => {
  const asked = conditions.filter((one) => one !== null);
  return asked.length > 0 ? sql`(${sql.join(asked, sql` and `)})` : sql`true`;
};
const among = (column: RawBuilder<unknown>, ids: string[] | undefined): Condition | null =>
  ids?.length ? sql<SqlBool>`${column} = any(${ids}::uuid[])` : null;
const called = (q: string | undefined, like: (pattern: string) => Condition): Condition | null =>
  q && fold(q) !== '' ? like(anywhere(fold(q))) : null;

/** From just behind the place on, in the order of the two names. */
function inOrder(
  first: RawBuilder<unknown>,
  second: RawBuilder<unknown>,
  id: RawBuilder<unknown>,
  place: NamePlace | null,
) {
  return {
    place: sql`jsonb_build_array(${first}, ${second}, ${id})`,
    after: place ? sql`(${first}, ${second}, ${id}) > (${place[0]}, ${place[1]}, ${place[2]}::uuid)` : sql`true`,
    by: sql`${first}, ${second}, ${id}`,
  };
}

/** Hardware revisions by model and name. */
export async function listHardware(
  db: Db,
  { filter, place, limit }: Page<HardwareFilter>,
): Promise<Placed<ListedHardware>[]> {
  const order = inOrder(sql`m.name_folded`, sql`h.name_folded`, sql`h.id`, place);
  const asked = all([
    among(sql`h.model_id`, filter.model),
    among(sql`m.line_id`, filter.line),
    called(
      filter.q,
      (q) =>
        sql`(m.name_folded || ' ' || h.name_folded like ${q} or lower(h.soc) like ${q} or lower(h.board) like ${q})`,
    ),
  ]);
  const { rows } = await sql<Placed<ListedHardware>>`
    select ${order.place} as place, jsonb_build_object('id', h.id, 'revision', h.revision, 'model', ${model('m')}, 'name', h.name,
      'soc', h.soc, 'board', h.board, 'note', h.note,
      'releases', (select count(*) from release r where r.hardware_id = h.id and r.removed_at is null)) as item
    from hardware_revision h join model m on m.id = h.model_id
    where h.removed_at is null and m.removed_at is null and ${asked} and ${order.after} order by ${order.by} limit ${limit}`.execute(
    db,
  );
  return rows;
}

/** What models need, by the model that needs. */
export async function listDependencies(
  db: Db,
  { filter, place, limit }: Page<DependencyFilter>,
): Promise<Placed<ListedDependency>[]> {
  const order = inOrder(sql`m.name_folded`, sql`o.name_folded`, sql`d.id`, place);
  const asked = all([among(sql`d.model_id`, filter.model), among(sql`d.on_model_id`, filter.on)]);
  const { rows } = await sql<Placed<ListedDependency>>`
    select ${order.place} as place, jsonb_build_object('id', d.id, 'revision', d.revision, 'model', ${model('m')},
      'on', ${model('o')}, 'note', d.note) as item
    from model_dependency d join model m on m.id = d.model_id join model o on o.id = d.on_model_id
    where d.removed_at is null and m.removed_at is null and o.removed_at is null and ${asked} and ${order.after}
    order by ${order.by} limit ${limit}`.execute(db);
  return rows;
}

/** Partners by name, with how much is sold in each direction. */
export async function listPartners(
  db: Db,
  { filter, place, limit }: Page<PartnerFilter & { id?: string }>,
): Promise<Placed<ListedPartner>[]> {
  const order = inOrder(sql`p.name_folded`, sql`p.name`, sql`p.id`, place);
  const asked = all([
    filter.id ? among(sql`p.id`, [filter.id]) : null,
    called(filter.q, (q) => sql`(p.name_folded like ${q} or lower(p.email) like ${q})`),
  ]);
  const { rows } = await sql<Placed<ListedPartner>>`
    select ${order.place} as place, jsonb_build_object('id', p.id, 'revision', p.revision, 'name', p.name,
      'contactPost', p.contact_post, 'email', p.email, 'phone', p.phone, 'note', p.note,
      'oursUnderTheirs', s.ours, 'theirsUnderOurs', s.theirs) as item
    from partner p cross join lateral (
      select count(*) filter (where direction = 'ours-under-theirs') as ours,
        count(*) filter (where direction = 'theirs-under-ours') as theirs
      from sold_as s join model m on m.id = s.model_id and m.removed_at is null
      where s.partner_id = p.id and s.removed_at is null) s
    where p.removed_at is null and ${asked} and ${order.after} order by ${order.by} limit ${limit}`.execute(db);
  return rows;
}

/** Names at partners, by that name; `q` is a part of it, of the partner's or our name, or of the partner's part number. */
export async function listSoldAs(
  db: Db,
  { filter, place, limit }: Page<SoldAsFilter>,
): Promise<Placed<ListedSoldAs>[]> {
  const order = inOrder(sql`s.name_folded`, sql`m.name_folded`, sql`s.id`, place);
  const asked = all([
    among(sql`s.model_id`, filter.model),
    among(sql`m.line_id`, filter.line),
    among(sql`s.partner_id`, filter.partner),
    filter.direction ? sql<SqlBool>`s.direction = ${filter.direction}` : null,
    called(
      filter.q,
      (q) =>
        sql`(s.name_folded like ${q} or m.name_folded like ${q} or p.name_folded like ${q} or ${hasNumber(sql`s.part_numbers`, foldId(filter.q ?? ''))})`,
    ),
  ]);
  const { rows } = await sql<Placed<ListedSoldAs>>`
    select ${order.place} as place, jsonb_build_object('id', s.id, 'revision', s.revision, 'model', ${model('m')},
      'line', jsonb_build_object('id', l.id, 'name', l.name),
      'partner', jsonb_build_object('id', p.id, 'name', p.name, 'contactPost', p.contact_post, 'email', p.email, 'phone', p.phone),
      'direction', s.direction, 'name', s.name, 'partNumbers', to_jsonb(s.part_numbers), 'markets', to_jsonb(s.markets),
      'sinceOn', s.since_on, 'untilOn', s.until_on, 'note', s.note) as item
    from sold_as s join model m on m.id = s.model_id join product_line l on l.id = m.line_id join partner p on p.id = s.partner_id
    where s.removed_at is null and m.removed_at is null and p.removed_at is null and ${asked} and ${order.after}
    order by ${order.by} limit ${limit}`.execute(db);
  return rows;
}

import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '#platform/database';
import type { ListedPart, ListedShipment, ShipmentTotals } from '../contract/registers.ts';
import type { PartFilter, ShipmentFilter } from '../model/register-filters.ts';
import type { Page, Placed } from './list-below-models.ts';
import { namedRelease, releaseRef } from './release-ref.ts';

/** Where a page of shipments ended: the first day of the month, and the id. */
export const MonthPlace = z.tuple([z.iso.date().refine((day) => day >= '0001'), z.uuid()]);

const among = (column: RawBuilder<unknown>, ids: string[] | undefined): RawBuilder<SqlBool> =>
  ids?.length ? sql`${column} = any(${ids}::uuid[])` : sql`true`;

/** Which release contains which, by the names of both. */
export async function listParts(db: Db, { filter, place, limit }: Page<PartFilter>): Promise<Placed<ListedPart>[]> {
  const after = place ? sql`(o.above, o.below, o.id) > (${place[0]}, ${place[1]}, ${place[2]}::uuid)` : sql`true`;
  const ref = (id: RawBuilder<unknown>) => sql`(select ${releaseRef} from ${namedRelease} where r.id = ${id})`;
  const { rows } = await sql<Placed<ListedPart>>`
    select jsonb_build_array(o.above, o.below, o.id) as place, jsonb_build_object('id', o.id, 'revision', o.revision,
      'release', ${ref(sql`o.release_id`)}, 'part', ${ref(sql`o.part_id`)}, 'note', o.note) as item
    from (
      select p.*, am.name_folded || ' ' || a.slug as above, bm.name_folded || ' ' || b.slug as below
      from release_part p join release a on a.id = p.release_id join model am on am.id = a.model_id
      join release b on b.id = p.part_id join model bm on bm.id = b.model_id
      where p.removed_at is null and a.removed_at is null and b.removed_at is null and am.removed_at is null
        and bm.removed_at is null and ${among(sql`p.release_id`, filter.release)} and ${among(sql`p.part_id`, filter.part)}
        and ${among(sql`a.model_id`, filter.model)}
    ) o where ${after} order by o.above, o.below, o.id limit ${limit}`.execute(db);
  return rows;
}

/** The condition on `shipment s`, its `release r` and `model m`. */
function matches(filter: ShipmentFilter): RawBuilder<SqlBool> {
  return sql`(s.removed_at is null and r.removed_at is null and m.removed_at is null
    and ${among(sql`m.line_id`, filter.line)} and ${among(sql`r.model_id`, filter.model)}
    and ${among(sql`s.release_id`, filter.release)}
    and ${filter.region?.length ? sql`s.region = any(${filter.region}::text[])` : sql`true`}
    and ${filter.from ? sql`s.month >= ${`${filter.from}-01`}::date` : sql`true`}
    and ${filter.to ? sql`s.month <= ${`${filter.to}-01`}::date` : sql`true`})`;
}

/** Shipments, the newest month first. */
export async function listShipments(
  db: Db,
  { filter, place, limit }: Page<ShipmentFilter, z.infer<typeof MonthPlace>>,
): Promise<Placed<ListedShipment>[]> {
  const after = place ? sql`(s.month, s.id) < (${place[0]}::date, ${place[1]}::uuid)` : sql`true`;
  const { rows } = await sql<Placed<ListedShipment>>`
    select jsonb_build_array(s.month, s.id) as place, jsonb_build_object('id', s.id, 'revision', s.revision,
      'release', ${releaseRef}, 'month', to_char(s.month, 'YYYY-MM'), 'region', s.region, 'units', s.units) as item
    from shipment s join ${namedRelease} on r.id = s.release_id
    where ${matches(filter)} and ${after} order by s.month desc, s.id desc limit ${limit}`.execute(db);
  return rows;
}

/** Units of the shipments that the filter leaves, in all, by region (most first) and by month. */
export async function sumShipments(db: Db, filter: ShipmentFilter): Promise<ShipmentTotals> {
  const { rows } = await sql<ShipmentTotals>`
    with left_over as materialized (
      select s.month, s.region, s.units, s.release_id from shipment s join release r on r.id = s.release_id
      join model m on m.id = r.model_id where ${matches(filter)}
    ), summed as materialized (select month, region, sum(units) as units from left_over group by month, region)
    select (select coalesce(sum(units), 0)::bigint from summed) as units,
      (select count(*) from (select distinct release_id from left_over) shipped) as releases,
      (select coalesce(jsonb_agg(jsonb_build_object('region', region, 'units', units) order by units desc, region), '[]')
        from (select region, sum(units) as units from summed group by region) by_region) as "byRegion",
      (select coalesce(jsonb_agg(jsonb_build_object('month', to_char(month, 'YYYY-MM'), 'units', units) order by month), '[]')
        from (select month, sum(units) as units from summed group by month) by_month) as "byMonth"`.execute(db);
  return rows[0] ?? { units: 0, releases: 0, byRegion: [], byMonth: [] };
}

import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '#platform/database';
import type { ReleaseRef } from '../contract/shapes.ts';
import type { ReleaseFilter, ReleaseSort, releaseSorts } from '../model/register-filters.ts';
import { matchesRelease } from './release-conditions.ts';
import { namedRelease, releasedAt, releaseRef } from './release-ref.ts';

type Order = (typeof releaseSorts)[number];

const Key = z.int32();
/** Where a page ended: what it is sorted by, and the key of the release. */
const places = {
  date: z.tuple([z.union([z.literal('infinity'), z.iso.date().refine((day) => day >= '0001')]), Key]),
  name: z.tuple([z.string(), z.string(), Key]),
  units: z.tuple([z.int().min(0), Key]),
} as const;

const keys = {
  date: sql`jsonb_build_array(${releasedAt}, r.key)`,
  name: sql`jsonb_build_array(m.name_folded, r.slug, r.key)`,
  units: sql`jsonb_build_array(t.units, t.release_key)`,
} as const;
const columns = {
  date: [releasedAt, sql`r.key`],
  name: [sql`m.name_folded`, sql`r.slug`, sql`r.key`],
  units: [sql`t.units`, sql`t.release_key`],
} as const;
const types = {
  date: [sql`date`, sql`integer`],
  name: [sql`text`, sql`text`, sql`integer`],
  units: [sql`bigint`, sql`integer`],
} as const;

const orderOf = (sort: ReleaseSort) => sort.replace(/^-/, '') as Order;
/** The shape of a place in a list of this order. */
export const placeOf = (sort: ReleaseSort) => places[orderOf(sort)];

export type ListedRelease = {
  ref: ReleaseRef;
  line: { id: string; name: string };
  revision: number;
  endedOn: string | null;
  firmwareName: string;
  tags: string[];
  components: number;
  unidentified: number;
  units: number;
  sbomAt: Temporal.Instant | null;
  quality: number | null;
  place: (string | number)[];
};

/** Releases that the filter leaves, from just behind `place` on. Every release has its counts from its first day. */
export async function listReleases(
  db: Db,
  {
    filter,
    sort,
    place,
    limit,
  }: { filter: ReleaseFilter; sort: ReleaseSort; place: readonly (string | number)[] | null; limit: number },
): Promise<ListedRelease[]> {
  const order = orderOf(sort);
  const isDown = sort.startsWith('-');
  const way = isDown ? sql` desc` : sql` asc`;
  const by = sql.join(
    columns[order].map((column) => sql`${column}${way}`),
    sql`, `,
  );
  const after = place
    ? sql`(${sql.join([...columns[order]])}) ${isDown ? sql`<` : sql`>`} (${sql.join(place.map((value, index) => sql`${value}::${types[order][index]}`))})`
    : sql`true`;
  const { rows } = await sql<ListedRelease>`
    select ${releaseRef} as ref, jsonb_build_object('id', l.id, 'name', l.name) as line, r.revision,
      to_char(r.ended_on, 'YYYY-MM-DD') as "endedOn", r.firmware_name as "firmwareName", r.tags,
      t.components, t.unidentified, t.units,
      t.sbom_at as "sbomAt", t.quality, ${keys[order]} as place
    from ${namedRelease} join product_line l on l.id = m.line_id join release_tally t on t.release_key = r.key
    where ${matchesRelease(filter)} and ${after} order by ${by} limit ${limit}`.execute(db);
  return rows;
}

/** The releases that the filter leaves, in the order of a file: by model, then oldest first. */
export async function listReleaseIds(db: Db, filter: ReleaseFilter, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select r.id from release r join model m on m.id = r.model_id left join release_tally t on t.release_key = r.key
    where ${matchesRelease(filter)} order by m.name_folded, m.id, ${releasedAt}, r.key limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import { type Viewer, visibleTo } from '#access';
import { fold } from '#platform/browser/fold';
import type { Db } from '#platform/database';
import { severities, type VulnerabilityFilter, type VulnerabilitySort } from '../model.ts';

/** A vulnerability as lists show it. */
export type VulnerabilityRow = {
  id: number;
  name: string;
  titleJa: string | null;
  titleEn: string | null;
  severity: number;
  score: number | null;
  scoreVersion: string | null;
  exploitedOn: string | null;
  epssPercentile: number | null;
  state: 'published' | 'rejected' | 'withdrawn';
  labels: string[];
  publishedAt: Temporal.Instant | null;
  modifiedAt: Temporal.Instant | null;
  walled: boolean;
};

/** The columns of `vulnerability v` as VulnerabilityRow names them; other steps read them through `listRefs`. */
const columns = sql`v.id, v.name, v.title_ja as "titleJa", v.title_en as "titleEn", v.severity, v.score, v.score_version as "scoreVersion",
  to_char(v.exploited_on, 'YYYY-MM-DD') as "exploitedOn", v.epss_percentile as "epssPercentile", v.state, v.labels,
  v.published_at as "publishedAt", v.modified_at as "modifiedAt", v.wall_id is not null as walled`;

const orders = {
  urgency: { by: sql`v.urgency`, type: sql`smallint`, place: z.tuple([z.int().min(0).max(32_767), z.uuid()]) },
  published: {
    by: sql`coalesce(v.published_at, '-infinity')`,
    type: sql`timestamptz`,
    place: z.tuple([z.union([z.literal('-infinity'), z.iso.datetime({ offset: true, local: true })]), z.uuid()]),
  },
  changed: {
    by: sql`v.changed_at`,
    type: sql`timestamptz`,
    place: z.tuple([z.iso.datetime({ offset: true, local: true }), z.uuid()]),
  },
};
export const placeOf = (sort: VulnerabilitySort) => orders[sort].place;
type Place = (string | number)[];

/** Vulnerabilities that the filter leaves, from just behind `place` on. */
export async function listVulnerabilities(
  db: Db,
  viewer: Viewer,
  page: { filter: VulnerabilityFilter; sort: VulnerabilitySort; place: Place | null; limit: number },
): Promise<(VulnerabilityRow & { place: Place })[]> {
  const { by, type } = orders[page.sort];
  const after = page.place ? sql`(${by}, v.ref) < (${page.place[0]}::${type}, ${page.place[1]}::uuid)` : sql`true`;
  const { rows } = await sql<VulnerabilityRow & { place: Place }>`
    select ${columns}, jsonb_build_array(${by}, v.ref) as place from vulnerability v
    where v.state <> 'merged' and ${visibleTo(viewer, 'v.wall_id')} and ${matches(page.filter)} and ${after}
    order by ${by} desc, v.ref desc limit ${page.limit}`.execute(db);
  return rows;
}

function matches({ q, severity, exploited, source, state }: VulnerabilityFilter): RawBuilder<SqlBool> {
  const words = q === undefined ? [] : fold(q).split(' ').filter(Boolean);
  const conditions = [
    ...words.map((word) => sql<SqlBool>`v.searched like ${`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`}`),
    ...(severity?.length
      ? [sql<SqlBool>`v.severity = any(${severity.map((one) => severities.indexOf(one))}::smallint[])`]
      : []),
    ...(exploited ? [sql<SqlBool>`v.exploited_on is not null`] : []),
    ...(state?.length ? [sql<SqlBool>`v.state = any(${state}::text[])`] : []),
    ...(source?.length
      ? [
          sql<SqlBool>`exists (select from record r where r.vulnerability_id = v.id and r.source = any(${source}::text[]))`,
        ]
      : []),
  ];
  return conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;
}

/** These vulnerabilities as lists show them, in no order. */
export async function listRefs(db: Db, viewer: Viewer, ids: readonly number[]): Promise<VulnerabilityRow[]> {
  const { rows } = await sql<VulnerabilityRow>`
    select ${columns} from vulnerability v
    where v.id = any(${ids}::integer[]) and ${visibleTo(viewer, 'v.wall_id')}`.execute(db);
  return rows;
}

export type WholeVulnerability = VulnerabilityRow & { names: string[]; technologies: string[]; epss: number | null };

/** By any of its names, also one of a group that it was merged into; case does not matter. */
export async function findVulnerability(db: Db, viewer: Viewer, name: string): Promise<WholeVulnerability | undefined> {
  const { rows } = await sql<WholeVulnerability>`
    select ${columns}, v.technologies, v.epss,
      array(select distinct n.name from record r join record_name n on n.record_id = r.id
        where r.vulnerability_id = v.id and ${visibleTo(viewer, 'n.wall_id')} order by n.name) as names
    from vulnerability v where v.state <> 'merged' and ${visibleTo(viewer, 'v.wall_id')} and v.id in (
      select r.vulnerability_id from record_name n join record r on r.id = n.record_id
      where n.name in (${name}, upper(${name})) and ${visibleTo(viewer, 'n.wall_id')})
    order by v.id limit 1`.execute(db);
  return rows[0];
}

/** The vulnerabilities that have these names, as findVulnerability takes them; a name that nobody has is left out. */
export async function findIdsByName(
  db: Db,
  viewer: Viewer,
  names: readonly string[],
): Promise<{ name: string; id: number }[]> {
  const { rows } = await sql<{ name: string; id: number }>`
    select w.name, min(v.id) as id from unnest(${names}::text[]) as w(name)
    join record_name n on n.name in (w.name, upper(w.name)) and ${visibleTo(viewer, 'n.wall_id')}
    join record r on r.id = n.record_id
    join vulnerability v on v.id = r.vulnerability_id and v.state <> 'merged' and ${visibleTo(viewer, 'v.wall_id')}
    group by w.name`.execute(db);
  return rows;
}

export type Merge = { at: Temporal.Instant; how: 'merge' | 'split'; name: string };

/** How the names of a vulnerability came together or apart; those of public records only are ever merged. */
export async function listMerges(db: Db, vulnerabilityId: number): Promise<Merge[]> {
  const { rows } = await sql<Merge>`
    select at, how, name from alias_merge where into_id = ${vulnerabilityId} or from_id = ${vulnerabilityId}
    order by at desc, id desc limit 50`.execute(db);
  return rows;
}

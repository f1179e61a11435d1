import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import { type Viewer, visibleTo } from '#access';
import { severities } from '#intelligence/model';
import { fold } from '#platform/browser/fold';
import type { Db } from '#platform/database';
import type { DecidedAs, ExposureFilter, Standing } from '../model.ts';
import { valueNumbers } from '../rules.ts';
import { type ComponentName, componentName, technology } from './names.ts';

export type ReleaseCounts = {
  applies: number;
  mayApply: number;
  cannotCompare: number;
  settled: number;
  closed: number;
  inherited: number;
  exploited: number;
  /** Open ones by severity, from none to critical. */
  severities: number[];
  matchedAt: Temporal.Instant | null;
};

/** How many vulnerabilities a release has, by how the worst place of each stands. */
export async function countExposures(db: Db, viewer: Viewer, releaseId: string): Promise<ReleaseCounts> {
  const { rows } = await sql<ReleaseCounts>`
    select count(*) filter (where e.standing = 3)::integer as applies, count(*) filter (where e.standing = 2)::integer as "mayApply",
      count(*) filter (where e.standing = 1)::integer as "cannotCompare",
      count(*) filter (where e.standing = 0 and e.value = 0)::integer as settled,
      count(*) filter (where e.standing = 0 and e.value > 0)::integer as closed,
      count(*) filter (where e.standing > 0 and e.inherited)::integer as inherited,
      count(*) filter (where e.standing >= 2 and v.exploited_on is not null)::integer as exploited,
      array[${sql.join(severities.map((_, at) => sql`count(*) filter (where e.standing > 0 and v.severity = ${at})::integer`))}] as severities,
      (select matched_at from exposed_release where release_id = ${releaseId}::uuid) as "matchedAt"
    from (
      select e.vulnerability_id, max(e.standing) as standing, max(e.value) as value, bool_or(e.inherited) as inherited
      from inventory_release_v1 r join exposure e on e.release_key = r.release_key
      where r.release_id = ${releaseId}::uuid and ${visibleTo(viewer, 'e.wall_id')} group by e.vulnerability_id
    ) e join intelligence_vulnerability_v1 v on v.vulnerability_id = e.vulnerability_id`.execute(db);
  return rows[0] as ReleaseCounts;
}

/** Vulnerabilities of the components of a release whose files are not all built, and those of which none is. */
export async function countKernel(
  db: Db,
  viewer: Viewer,
  releaseId: string,
): Promise<{ all: number; notBuilt: number }> {
  const { rows } = await sql<{ all: number; notBuilt: number }>`
    with place as (
      select e.vulnerability_id, e.component_id, e.value, e.reason from inventory_release_v1 r
      join exposure e on e.release_key = r.release_key where r.release_id = ${releaseId}::uuid and ${visibleTo(viewer, 'e.wall_id')}
    )
    select count(*)::integer as all, count(*) filter (where p.value = 0 and p."isNotBuilt")::integer as "notBuilt"
    from (select vulnerability_id, max(value) as value, bool_or(reason = 'not-built') as "isNotBuilt" from place
      where component_id in (select component_id from place where reason = 'not-built') group by vulnerability_id) p`.execute(
    db,
  );
  return rows[0] ?? { all: 0, notBuilt: 0 };
}

export const ExposurePlace = z.tuple([
  z.int().min(0).max(1),
  z.int().min(0).max(3),
  z.int().min(0).max(32_767),
  z.uuid(),
  z.string(),
]);
type Place = z.output<typeof ExposurePlace>;

export type ExposureRow = {
  vulnerabilityId: number;
  releaseId: string;
  value: number;
  reason: string;
  product: string;
  verdictKey: number | null;
  inherited: boolean;
  component: ComponentName | null;
  technology: string | null;
  firstSeenAt: Temporal.Instant;
  place: Place;
};

const order = sql`(v.exploited_on is not null and e.standing > 0)::integer, e.standing, v.urgency, v.ref, k.key`;
const descending = sql`(v.exploited_on is not null and e.standing > 0)::integer desc, e.standing desc, v.urgency desc, v.ref desc, k.key desc`;

/** What touches a release, worst first; settled and closed places too, when they are asked for. */
export async function listExposures(
  db: Db,
  viewer: Viewer,
  page: { releaseId: string; filter: ExposureFilter; place: Place | null; limit: number },
): Promise<ExposureRow[]> {
  const after = page.place ? sql`(${order}) < (${sql.join([...page.place])})` : sql`true`;
  const { rows } = await sql<ExposureRow>`
    select e.vulnerability_id as "vulnerabilityId", r.release_id as "releaseId", e.value, e.reason, k.key as product,
      e.verdict_key as "verdictKey", e.inherited, ${componentName} as component, ${technology} as technology,
      e.first_seen_at as "firstSeenAt", jsonb_build_array(${order}) as place
    from inventory_release_v1 r join exposure e on e.release_key = r.release_key
    join intelligence_vulnerability_v1 v on v.vulnerability_id = e.vulnerability_id
    join product_key k on k.id = e.product_key_id left join inventory_component_v1 c on c.component_id = e.component_id
    left join verdicts_verdict_v1 d on d.verdict_key = e.verdict_key
    where r.release_id = ${page.releaseId}::uuid and ${visibleTo(viewer, 'e.wall_id')} and ${exposureMatches(viewer, page.filter)} and ${after}
    order by ${descending} limit ${page.limit}`.execute(db);
  return rows;
}

const isStanding: Record<Standing, RawBuilder<SqlBool>> = {
  open: sql<SqlBool>`e.standing > 0`,
  closed: sql<SqlBool>`(e.standing = 0 and e.value > 0)`,
  settled: sql<SqlBool>`(e.standing = 0 and e.value = 0)`,
};

/** Open places alone, where neither how they stand nor what was decided is asked for; closed ones never without that. */
function standsAs({ match, reason, standing, verdict }: ExposureFilter): RawBuilder<SqlBool>[] {
  if (standing?.length) return [any(standing.map((one) => isStanding[one]))];
  if (verdict?.length) return [];
  return match?.length || reason?.length ? [sql<SqlBool>`not ${isStanding.closed}`] : [isStanding.open];
}

const any = (conditions: readonly RawBuilder<SqlBool>[]) => sql<SqlBool>`(${sql.join(conditions, sql` or `)})`;

const isDecided = (viewer: Viewer, as: DecidedAs): RawBuilder<SqlBool> => {
  if (as === 'none') return sql<SqlBool>`e.verdict_key is null`;
  if (as === 'inherited') return sql<SqlBool>`e.inherited`;
  if (as !== 'waiting') return sql<SqlBool>`d.status = ${as}`;
  return sql<SqlBool>`exists (select from verdicts_verdict_v1 o where o.vulnerability_id = e.vulnerability_id and o.product = k.key
    and o.state = 'waiting' and (o.scope = 'all' or o.scope_id in (r.release_id, r.model_id, r.line_id)) and ${visibleTo(viewer, 'o.wall_id')})`;
};

/** Of `exposure e` with its release `r`, vulnerability `v`, product key `k` and verdict `d`. */
export function exposureMatches(viewer: Viewer, filter: ExposureFilter): RawBuilder<SqlBool> {
  const { q, match, severity, exploited, reason, verdict } = filter;
  const words = q === undefined ? [] : fold(q).split(' ').filter(Boolean);
  const conditions = [
    ...standsAs(filter),
    ...(match?.length ? [sql<SqlBool>`e.value = any(${match.map((one) => valueNumbers[one])}::smallint[])`] : []),
    ...words.map((word) => sql<SqlBool>`v.searched like ${`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`}`),
    ...(severity?.length
      ? [sql<SqlBool>`v.severity = any(${severity.map((one) => severities.indexOf(one))}::smallint[])`]
      : []),
    ...(exploited ? [sql<SqlBool>`v.exploited_on is not null`] : []),
    ...(reason?.length ? [sql<SqlBool>`e.reason = any(${reason}::text[])`] : []),
    ...(verdict?.length ? [any(verdict.map((one) => isDecided(viewer, one)))] : []),
  ];
  return conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;
}

export const UnmatchedPlace = z.tuple([z.int().min(0).max(2), z.string(), z.int32()]);
export type UnmatchedRow = {
  component: ComponentName & { purl: string | null };
  rank: number;
  ruledOut: number;
  place: z.output<typeof UnmatchedPlace>;
};

/**
 * Components of a release that no record can be compared with: of which nothing is known and that have neither purl nor CPE (0),
 * without version (1), of which nothing is known (2). A record behind a wall is none for those outside, and neither is one
 * of a product that a person has ruled out, where the name alone led there.
 */
export async function listUnmatched(
  db: Db,
  viewer: Viewer,
  { releaseId, place, limit }: { releaseId: string; place: z.output<typeof UnmatchedPlace> | null; limit: number },
): Promise<UnmatchedRow[]> {
  const { rows } = await sql<UnmatchedRow>`
    with said as (
      select l.component_id, i.keys from inventory_release_v1 r join inventory_use_v1 u on u.release_key = r.release_key
      join looked_up_component l on l.component_id = u.component_id join identification i on i.subject = l.subject
      where r.release_id = ${releaseId}::uuid and i.revoked_at is null and i.answer = 'is-not'
    )
    select jsonb_build_object('id', component_id, 'name', name, 'version', version, 'purl', purl) as component, rank,
      (select count(*)::integer from said where said.component_id = found.component_id) as "ruledOut",
      jsonb_build_array(rank, name, component_id) as place
    from (
      select c.component_id, c.name, c.version, c.purl,
        case when not spoken.of and c.purl is null and c.cpes = '{}' then 0 when c.version is null then 1 else 2 end as rank
      from inventory_release_v1 r join inventory_use_v1 u on u.release_key = r.release_key
      join inventory_component_v1 c on c.component_id = u.component_id
      cross join lateral (select exists (
        select from component_key k join record_key o on o.product_key_id = k.product_key_id
        where k.component_id = c.component_id and ${visibleTo(viewer, 'o.wall_id')}
          and (k.tier < 5 or not exists (select from said join product_key p on p.key = any(said.keys)
            join record_key n on n.product_key_id = p.id and n.record_id = o.record_id
            where said.component_id = c.component_id and ${visibleTo(viewer, 'n.wall_id')}))) as of) spoken
      where r.release_id = ${releaseId}::uuid and (c.version is null or not spoken.of)
    ) found
    where ${place ? sql`(rank, name, component_id) > (${sql.join([...place])})` : sql`true`}
    order by rank, name, component_id limit ${limit}`.execute(db);
  return rows;
}

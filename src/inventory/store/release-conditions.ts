import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { fold } from '#platform/browser/fold';
import type { ReleaseFilter } from '../model/register-filters.ts';
import { anywhere } from './conditions.ts';

type Condition = RawBuilder<SqlBool>;

/** The condition of the filter on `release r`, its `model m` and its `release_tally t`; standing releases only. */
export function matchesRelease(filter: ReleaseFilter): Condition {
  const asked: Condition[] = [sql<SqlBool>`r.removed_at is null and m.removed_at is null`];
  if (filter.line?.length) asked.push(sql`m.line_id = any(${filter.line}::uuid[])`);
  if (filter.model?.length) asked.push(sql`r.model_id = any(${filter.model}::uuid[])`);
  if (filter.hardware?.length) asked.push(sql`r.hardware_id = any(${filter.hardware}::uuid[])`);
  if (filter.version) asked.push(isOfVersion(filter.version));
  if (filter.state?.length) asked.push(sql`r.state = any(${filter.state}::text[])`);
  if (filter.kind?.length) asked.push(sql`m.kind = any(${filter.kind}::text[])`);
  if (filter.tag?.length) asked.push(sql`(r.tags && ${filter.tag}::text[] or m.tags && ${filter.tag}::text[])`);
  if (filter.missing?.length) asked.push(lacks(filter.missing));
  if (filter.q && fold(filter.q) !== '') asked.push(isCalled(fold(filter.q)));
  return sql`(${sql.join(asked, sql` and `)})`;
}

/** The releases of a version, each on its own hardware, in `release r`. */
export const isOfVersion = (slug: string): Condition => sql`(r.slug = ${slug} or starts_with(r.slug, ${`${slug}@`}))`;

const lacking = {
  sbom: sql<SqlBool>`(t.sbom_at is null and not exists (
    select from hand_part hp where hp.release_id = r.id and hp.removed_at is null))`,
  identity: sql<SqlBool>`t.unidentified > 0`,
};

const lacks = (what: NonNullable<ReleaseFilter['missing']>): Condition =>
  sql`(${sql.join(
    what.map((one) => lacking[one]),
    sql` or `,
  )})`;

// People type "MC-220 1.4": a part of the two together. A long row of hexadecimal digits is the beginning of a hash.
function isCalled(q: string): Condition {
  const named = sql<SqlBool>`(m.name_folded || ' ' || r.slug like ${anywhere(q)} or lower(r.firmware_name) like ${anywhere(q)})`;
  if (!/^[0-9a-f]{8,64}$/.test(q)) return named;
  return sql`(${named} or encode(r.firmware_sha256, 'hex') like ${`${q}%`})`;
}

import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import { fold } from '#platform/browser/fold';
import type { Db } from '#platform/database';
import { type Scheme, type Span, schemes, spansOf, type VersionRange } from '#versions/version-key';
import type { Asked } from '../component-question.ts';
import type { WhereFilter, WhereFound, WhereSort } from '../contract/components.ts';
import { fieldStates } from '../model/registers.ts';

type Condition = RawBuilder<SqlBool>;

/** The same cut as where components are kept: a row of an index holds no longer name. */
const longestFolded = 500;

/** The condition on `component c`: each has an index of its own. */
export const conditionOf = (by: Asked['by'], what: string): Condition => conditions[by](what);

const conditions: Record<Asked['by'], (what: string) => Condition> = {
  name: (what) => sql`c.name_folded = ${fold(what).slice(0, longestFolded)}`,
  purl: (what) => sql`regexp_replace(c.purl, '[@?#].*$', '') collate "C" = ${what} and c.purl is not null`,
  cpe: (what) => sql`cpe_names(c.cpes) @> array[${what}::text] and c.cpes <> '{}'`,
};

/** Components of this name, purl or CPE: those within the range, and those that cannot be compared with it. */
export type FoundComponents = { name: string | null; ids: number[]; idsWithoutOrder: number[] };

/** The components that answer. The text of an exact version always answers, whether it has an order or not. */
export async function findComponents(db: Db, { by, what, range }: Asked): Promise<FoundComponents> {
  const called = conditionOf(by, what);
  const { rows } = await (range === null
    ? sql<FoundComponents>`
        select mode() within group (order by c.name) as name, coalesce(array_agg(c.id), '{}') as ids,
          '{}'::integer[] as "idsWithoutOrder"
        from component c where ${called}`
    : withinRange(called, range)
  ).execute(db);
  return rows[0] as FoundComponents;
}

function withinRange(called: Condition, range: VersionRange) {
  const { spans, readable } = spansByScheme(range);
  const exact = range.from !== null && range.from === range.to ? range.from : null;
  const isSame = sql<SqlBool>`c.version is not distinct from ${exact}::text and c.version is not null`;
  return sql<FoundComponents>`
    with within as (
      select c.id, c.name from unnest(${spans.map(({ scheme }) => scheme)}::text[], ${spans.map(({ from }) => Buffer.from(from))}::bytea[],
        ${spans.map(({ before }) => Buffer.from(before))}::bytea[]) as span (scheme, lowest, before)
      join component c on c.scheme = span.scheme and c.version_key >= span.lowest and c.version_key < span.before
      where ${called}
      union
      select c.id, c.name from component c where ${called} and ${isSame}
    )
    select (select mode() within group (order by name) from within) as name,
      array(select id from within) as ids,
      array(select c.id from component c where ${called} and (c.version_key is null or c.scheme <> all(${readable}::text[]))
        and not (${isSame})) as "idsWithoutOrder"`;
}

/** The range in the keys of each scheme; a bound that a scheme cannot read leaves its components without order. */
function spansByScheme(range: VersionRange): { spans: (Span & { scheme: Scheme })[]; readable: Scheme[] } {
  const found = schemes.map((scheme) => ({ scheme, spans: spansOf(scheme, range) }));
  return {
    spans: found.flatMap(({ scheme, spans }) => (spans ?? []).map((span) => ({ ...span, scheme }))),
    readable: found.filter(({ spans }) => spans !== null).map(({ scheme }) => scheme),
  };
}

/** Where a page ended: the names of line and model, the day, the units, and the release's key. */
export const WherePlace = z.tuple([
  z.string(),
  z.string(),
  z.string().regex(/^(\d{4}-\d\d-\d\d|infinity)$/),
  z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  z.number().int().min(0).max(2_147_483_647),
]);
type WherePlace = z.output<typeof WherePlace>;

const day = sql`coalesce(r.released_on, 'infinity'::date)`;
const units = sql`coalesce(t.units, 0)`;
const orders = {
  product: {
    by: [sql`l.name_folded`, sql`m.name_folded`, day, sql`r.key`],
    place: ([line, model, on, , key]: WherePlace) => sql`(${line}, ${model}, ${on}::date, ${key}::integer)`,
  },
  units: {
    by: [units, sql`r.key`],
    place: ([, , , count, key]: WherePlace) => sql`(${count}::bigint, ${key}::integer)`,
  },
  released: {
    by: [day, sql`r.key`],
    place: ([, , on, , key]: WherePlace) => sql`(${on}::date, ${key}::integer)`,
  },
};

export type WherePage = { filter: WhereFilter; sort: WhereSort; after: WherePlace | null; limit: number };
export type WhereRow = WhereFound & { place: WherePlace };

/** Releases that contain one of these components, in the order asked for. */
export async function listWhere(db: Db, ids: readonly number[], page: WherePage): Promise<WhereRow[]> {
  const { by, place } = orders[page.sort.replace(/^-/, '') as keyof typeof orders];
  const isDown = page.sort.startsWith('-');
  const way = isDown ? sql`desc` : sql`asc`;
  const key = sql.join(by);
  const after = page.after ? sql`(${key}) ${isDown ? sql`<` : sql`>`} ${place(page.after)}` : sql`true`;
  const { rows } = await sql<WhereRow>`
    with page as (
      select r.key, row_number() over (order by ${sql.join(by.map((one) => sql`${one} ${way}`))}) as number
      from (select distinct release_key from release_component where component_id = any(${ids}::integer[])) hit
      join release r on r.key = hit.release_key join model m on m.id = r.model_id join product_line l on l.id = m.line_id
      left join release_tally t on t.release_key = r.key
      where ${standing(page.filter)} and ${after} order by number limit ${page.limit}
    )
    select jsonb_build_object('id', r.id, 'slug', r.slug, 'version', r.version, 'state', r.state, 'releasedOn', r.released_on,
        'hardware', case when h.id is null then null else jsonb_build_object('id', h.id, 'name', h.name) end,
        'model', jsonb_build_object('id', m.id, 'slug', m.slug, 'name', m.name, 'kind', m.kind)) as release,
      jsonb_build_object('id', l.id, 'name', l.name) as line, ${units} as units,
      found.count as "componentCount", found.components,
      jsonb_build_array(l.name_folded, m.name_folded, ${day}::text, ${units}, r.key) as place
    from page join release r on r.key = page.key join model m on m.id = r.model_id join product_line l on l.id = m.line_id
    left join hardware_revision h on h.id = r.hardware_id left join release_tally t on t.release_key = r.key
    cross join lateral (
      select count(*)::integer as count, coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name,
        'version', c.version, 'purl', c.purl) order by number) filter (where number <= 5), '[]') as components
      from (
        select c.id, c.name, c.version, c.purl, row_number() over (order by c.version_key, c.version, c.name, c.id) as number
        from release_component rc join component c on c.id = rc.component_id
        where rc.release_key = r.key and rc.component_id = any(${ids}::integer[])
      ) c
    ) found
    order by page.number`.execute(db);
  return rows;
}

type Counted = { lines: number; models: number; releases: number; units: number };
export type WhereCounted = { all: Counted; field: Counted; filtered: Counted };

const fields = sql`r.state = any(${fieldStates as readonly string[]}::text[])`;

/** How many lines, models, releases and units contain one of these components. By model first: there are few. */
export async function countWhere(db: Db, ids: readonly number[], filter: WhereFilter): Promise<WhereCounted> {
  const counted = (name: string, only: Condition) => sql`
    count(*) filter (where ${only}) as ${sql.raw(`${name}_releases`)},
    coalesce(sum(t.units) filter (where ${only}), 0) as ${sql.raw(`${name}_units`)}`;
  const summed = (name: string) => sql`
    jsonb_build_object('releases', coalesce(sum(${sql.raw(`${name}_releases`)}), 0), 'units', coalesce(sum(${sql.raw(`${name}_units`)}), 0),
      'models', count(*) filter (where ${sql.raw(`${name}_releases`)} > 0),
      'lines', count(distinct line_id) filter (where ${sql.raw(`${name}_releases`)} > 0)) as ${sql.raw(`"${name}"`)}`;
  const { rows } = await sql<WhereCounted>`
    select ${summed('all')}, ${summed('field')}, ${summed('filtered')} from (
      select m.line_id, r.model_id, ${counted('all', sql`true`)}, ${counted('field', fields as Condition)},
        ${counted('filtered', standing(filter))}
      from (select distinct release_key from release_component where component_id = any(${ids}::integer[])) hit
      join release r on r.key = hit.release_key join model m on m.id = r.model_id
      left join release_tally t on t.release_key = r.key
      where ${standing({ versions: 'within' })}
      group by m.line_id, r.model_id
    ) by_model`.execute(db);
  return rows[0] as WhereCounted;
}

/** The filter on `release r` and `model m`, standing ones only. */
function standing(filter: WhereFilter): Condition {
  const asked: Condition[] = [sql<SqlBool>`r.removed_at is null`, sql<SqlBool>`m.removed_at is null`];
  if (filter.line?.length) asked.push(sql`m.line_id = any(${filter.line}::uuid[])`);
  if (filter.model?.length) asked.push(sql`m.id = any(${filter.model}::uuid[])`);
  if (filter.state?.length) asked.push(sql`r.state = any(${filter.state}::text[])`);
  if (filter.field) asked.push(fields as Condition);
  return sql`(${sql.join(asked, sql` and `)})`;
}

/** How many standing releases contain one of these components. */
export async function countReleasesWith(db: Db, ids: readonly number[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct rc.release_key)::integer as count from release_component rc
    join release r on r.key = rc.release_key and r.removed_at is null join model m on m.id = r.model_id and m.removed_at is null
    where rc.component_id = any(${ids}::integer[])`.execute(db);
  return rows[0]?.count ?? 0;
}

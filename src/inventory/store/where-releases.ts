import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '#platform/database';
import type { WhereFilter, WhereFound, WhereSort } from '../contract/components.ts';
import { fieldStates } from '../model/registers.ts';
import { releasedAt, releaseRef } from './release-ref.ts';

type Condition = RawBuilder<SqlBool>;

/** Where a page ended: the names of line and model, the day, the units, and the release's key. */
export const WherePlace = z.tuple([
  z.string(),
  z.string(),
  z.string().regex(/^(\d{4}-\d\d-\d\d|infinity)$/),
  z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  z.number().int().min(0).max(2_147_483_647),
]);
export type WherePlace = z.output<typeof WherePlace>;

export type WherePage = { filter: WhereFilter; sort: WhereSort; after: WherePlace | null; limit: number };
export type WhereRow = WhereFound & { place: WherePlace };

/** Components, and whether they stand in few releases or in so many that another way to read them is quicker. */
export type Hits = { ids: readonly number[]; spread: 'few' | 'many' };

const mostOfFew = 5000;

/** How far these components are spread. The planner cannot know: a million components have too many different counts. */
export async function spreadOf(db: Db, ids: readonly number[]): Promise<Hits> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from (
      select from release_component where component_id = any(${ids}::integer[]) limit ${mostOfFew + 1}) first`.execute(
    db,
  );
  return { ids, spread: (rows[0]?.count ?? 0) > mostOfFew ? 'many' : 'few' };
}

const units = sql`coalesce(t.units, 0)`;
const orders = {
  product: {
    by: [sql`m.line_folded`, sql`m.name_folded`, releasedAt, sql`r.key`],
    place: ([line, model, on, , key]: WherePlace) => sql`(${line}, ${model}, ${on}::date, ${key}::integer)`,
  },
  units: {
    by: [units, sql`r.key`],
    place: ([, , , count, key]: WherePlace) => sql`(${count}::bigint, ${key}::integer)`,
  },
  released: {
    by: [releasedAt, sql`r.key`],
    place: ([, , on, , key]: WherePlace) => sql`(${on}::date, ${key}::integer)`,
  },
};
const wordOf = (sort: WhereSort) => sort.replace(/^-/, '') as keyof typeof orders;

/** Releases that contain one of these components, in the order asked for. */
export async function listWhere(db: Db, { ids, spread }: Hits, page: WherePage): Promise<WhereRow[]> {
  const { by, place } = orders[wordOf(page.sort)];
  const isDown = page.sort.startsWith('-');
  const order = sql.join(by.map((one) => sql`${one} ${isDown ? sql`desc` : sql`asc`}`));
  const after = page.after ? sql`(${sql.join(by)}) ${isDown ? sql`<` : sql`>`} ${place(page.after)}` : sql`true`;
  const from =
    spread === 'few'
      ? sql`${fewReleases(ids)} join ${linedModel} m on m.id = r.model_id`
      : sql`${fromOrder[wordOf(page.sort)](page, isDown)} cross join lateral (
        select count(*) as count from (${foundIn(ids)}) rc having count(*) > 0) found`;
  const { rows } = await sql<WhereRow>`
    with page as (
      select r.key, row_number() over (order by ${order}) as number
      from ${from} where ${standing(page.filter)} and ${after} order by ${order} limit ${page.limit}
    )
    select ${releaseRef} as release,
      jsonb_build_object('id', l.id, 'name', l.name) as line, ${units} as units,
      found.count as "componentCount", found.components,
      jsonb_build_array(l.name_folded, m.name_folded, ${releasedAt}::text, ${units}, r.key) as place
    from page join release r on r.key = page.key join model m on m.id = r.model_id join product_line l on l.id = m.line_id
    left join hardware_revision h on h.id = r.hardware_id left join release_tally t on t.release_key = r.key
    cross join lateral (
      select count(*)::integer as count, coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name,
        'version', c.version, 'purl', c.purl) order by number) filter (where number <= 5), '[]') as components
      from (
        select c.id, c.name, c.version, c.purl, row_number() over (order by c.version_key, c.version, c.name, c.id) as number
        from (${foundIn(ids)}) rc join component c on c.id = rc.component_id
      ) c
    ) found
    order by page.number`.execute(db);
  return rows;
}

// What a release consists of is read whole, whatever the number of ids: "+ 0" keeps each id from being looked up by itself.
const foundIn = (ids: readonly number[]) => sql`
  select rc.component_id from release_component rc
  where rc.release_key = r.key and rc.component_id + 0 = any(${ids}::integer[])`;

const linedModel = sql`(
  select m.id, m.line_id, m.name_folded, m.removed_at, l.name_folded as line_folded
  from model m join product_line l on l.id = m.line_id)`;

/**
 * Few: each release that contains one of them, looked up by itself. The planner expects a fixed number of releases for
 * each id and would read all of them; an offset of 0 keeps it from that.
 */
const fewReleases = (ids: readonly number[]) => sql`
  (select distinct release_key from release_component where component_id = any(${ids}::integer[])) hit
  cross join lateral (
    select r.key, r.model_id, r.state, r.released_on, r.removed_at from release r where r.key = hit.release_key offset 0) r
  left join lateral (select t.units from release_tally t where t.release_key = r.key offset 0) t on true`;

/** Many: one walk over the counts of all releases, beside a table of the keys that contain them ("is true" makes it one). */
const manyReleases = (ids: readonly number[]) => sql`(
  select model_id, state, units from release_tally
  where standing and (release_key in (select release_key from release_component where component_id = any(${ids}::integer[]))) is true
  ) r`;

/** Many: releases in the order asked for, until enough of them contain it. */
const fromOrder: Record<keyof typeof orders, (page: WherePage, isDown: boolean) => RawBuilder<unknown>> = {
  // An offset of 0 keeps the models in their order and their releases behind them, so that nothing sorts them all.
  product: ({ after }, isDown) => sql`
    (select m.id, m.line_id, m.name_folded, m.removed_at, m.line_folded from ${linedModel} m
      where ${after ? sql`(m.line_folded, m.name_folded) ${isDown ? sql`<=` : sql`>=`} (${after[0]}, ${after[1]})` : sql`true`}
      order by m.line_folded ${isDown ? sql`desc` : sql`asc`}, m.name_folded ${isDown ? sql`desc` : sql`asc`} offset 0) m
    cross join lateral (
      select r.key, r.state, r.released_on, r.removed_at from release r
      where r.model_id = m.id and r.removed_at is null offset 0) r
    left join release_tally t on t.release_key = r.key`,
  units: () => sql`
    release_tally t join release r on r.key = t.release_key join ${linedModel} m on m.id = r.model_id`,
  released: () => sql`
    release r join ${linedModel} m on m.id = r.model_id left join release_tally t on t.release_key = r.key`,
};

type Counted = { lines: number; models: number; releases: number; units: number };
export type WhereCounted = { all: Counted; field: Counted; filtered: Counted };

const fields = sql<SqlBool>`r.state = any(${fieldStates as readonly string[]}::text[])`;

/**
 * How many lines, models, releases and units contain one of these components.
 * By model and state first, where every release is only counted, then by model, then with the model's line: of ten
 * thousands of releases each is touched once, and joined to nothing.
 */
export async function countWhere(db: Db, { ids, spread }: Hits, filter: WhereFilter): Promise<WhereCounted> {
  const sums = { all: sql<SqlBool>`true`, field: fields, filtered: ofRelease(filter) };
  const perModel = Object.entries(sums).map(
    ([name, only]) => sql`coalesce(sum(r.releases) filter (where ${only}), 0) as ${sql.ref(`${name}_releases`)},
      coalesce(sum(r.units) filter (where ${only}), 0) as ${sql.ref(`${name}_units`)}`,
  );
  const inAll = Object.keys(sums).map((name) => {
    const [releases, unitsOf] = [sql.ref(`${name}_releases`), sql.ref(`${name}_units`)];
    const only = name === 'filtered' ? sql`${releases} > 0 and ${ofModel(filter)}` : sql`${releases} > 0`;
    return sql`jsonb_build_object('lines', count(distinct m.line_id) filter (where ${only}), 'models', count(*) filter (where ${only}),
      'releases', coalesce(sum(${releases}) filter (where ${only}), 0), 'units', coalesce(sum(${unitsOf}) filter (where ${only}), 0))
      as ${sql.ref(name)}`;
  });
  const { rows } = await sql<WhereCounted>`
    select ${sql.join(inAll)} from (
      select r.model_id, ${sql.join(perModel)}
      from (
        select r.model_id, r.state, count(*) as releases, sum(units) as units
        from ${spread === 'few' ? sql`${fewReleases(ids)} where r.removed_at is null` : manyReleases(ids)}
        group by r.model_id, r.state
      ) r
      group by r.model_id
    ) by_model join model m on m.id = by_model.model_id where m.removed_at is null`.execute(db);
  return rows[0] as WhereCounted;
}

/** The filter on `release r` and `model m`, standing ones only. */
const standing = (filter: WhereFilter): Condition =>
  sql`(r.removed_at is null and m.removed_at is null and ${ofRelease(filter)} and ${ofModel(filter)})`;

function ofRelease({ state, field }: WhereFilter): Condition {
  const inState = state?.length ? sql`r.state = any(${state}::text[])` : sql`true`;
  return sql`(${inState} and ${field ? fields : sql`true`})`;
}

function ofModel({ line, model }: WhereFilter): Condition {
  const inLine = line?.length ? sql`m.line_id = any(${line}::uuid[])` : sql`true`;
  return sql`(${inLine} and ${model?.length ? sql`m.id = any(${model}::uuid[])` : sql`true`})`;
}

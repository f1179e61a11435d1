import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '#platform/database';
import { lackable, type ProductFilter, type ProductSort } from '../filter.ts';
import type { Answer, ModelKind } from '../model.ts';
import { matches, numberLike } from './conditions.ts';

/** Where a page ended: the sort key, the name, the id. */
export const Place = z.tuple([z.string(), z.string(), z.uuid()]);
/** The same for part numbers, which have one order: the number, the id. */
export const PartNumberPlace = z.tuple([z.string(), z.uuid()]);

/** Which page of a list, in which order; `place` is where the page before ended. */
export type PageOf = {
  filter: ProductFilter;
  today: Temporal.PlainDate;
  sort: ProductSort;
  place: z.output<typeof Place> | null;
  limit: number;
};

// No end of support is later than every day that can be written.
const never = '9999-12-31';

const keys = {
  line: {
    name: sql`''`,
    'security-end': sql`to_char(coalesce("nextSecurityEndOn", ${never}::date), 'YYYY-MM-DD')`,
    'part-numbers': sql`lpad("partNumbers"::text, 10, '0')`,
  },
  model: {
    name: sql`''`,
    'security-end': sql`to_char(coalesce(m.security_ends_on, ${never}::date), 'YYYY-MM-DD')`,
    'part-numbers': sql`lpad(m.part_numbers::text, 10, '0')`,
  },
} as const;

/** The parts of a query that follow from an order: its key, its direction, and what lies after the place. */
function order(of: 'line' | 'model', { sort, place }: PageOf, name: RawBuilder<unknown>, id: RawBuilder<unknown>) {
  const isDown = sort.startsWith('-');
  const key = sql`(${keys[of][sort.replace(/^-/, '') as keyof (typeof keys)['line']]} collate "C")`;
  const way = isDown ? sql`desc` : sql`asc`;
  const after = place
    ? sql`(${key}, ${name}, ${id}) ${isDown ? sql`<` : sql`>`} (${place[0]}, ${place[1]}, ${place[2]}::uuid)`
    : sql`true`;
  return { key, by: sql`${key} ${way}, ${name} ${way}, ${id} ${way}`, after };
}

export type ListedLine = {
  id: string;
  name: string;
  revision: number;
  models: number;
  /** Of these: apps and services. */
  others: number;
  partNumbers: number;
  /** The next end of security support that is still to come. */
  nextSecurityEndOn: Temporal.PlainDate | null;
  ended: number;
  lacking: number;
  /** Posts that own models of the line, at most five. */
  ownerPostIds: string[];
  key: string;
  nameFolded: string;
} & ReleaseCounts;

/** Counts of releases: of a model, or added up over those of a line. */
export type ReleaseCounts = {
  releases: number;
  inField: number;
  withoutSbom: number;
  unidentified: number;
  units: number;
};

/** The counts of releases from `model_tally t`, each in this function; nothing is counted while nothing stands. */
const releaseCounts = (of: RawBuilder<unknown>) => sql`coalesce(${of}(t.releases), 0)::int as releases,
  coalesce(${of}(t.in_field), 0)::int as "inField", coalesce(${of}(t.without_sbom), 0)::int as "withoutSbom",
  coalesce(${of}(t.unidentified), 0)::int as unidentified, coalesce(${of}(t.units), 0)::bigint as units`;

/** Lines with what the filter leaves of them; a line without such models is listed only when nothing is asked. */
export async function listLines(
  db: Db,
  page: PageOf & { empty: 'with-empty' | 'without-empty' },
): Promise<ListedLine[]> {
  const { key, by, after } = order('line', page, sql`"nameFolded"`, sql`id`);
  const { rows } = await sql<ListedLine>`
    select page.*, counted.*, array(
        select distinct m.owner_post_id::text from model m
        where m.line_id = page.id and m.owner_post_id is not null and ${matches(page.filter, page.today)} order by 1 limit 5
      ) as "ownerPostIds"
    from (
      select lines.*, ${key} as key from (
        select l.id, l.name, l.revision, l.name_folded as "nameFolded", coalesce(left_over.models, 0) as models,
          coalesce(left_over.others, 0) as others, coalesce(left_over."partNumbers", 0) as "partNumbers",
          left_over."nextSecurityEndOn", coalesce(left_over.ended, 0) as ended, coalesce(left_over.lacking, 0) as lacking
        from product_line l ${page.empty === 'with-empty' ? sql`left join` : sql`join`} (
          select m.line_id, count(*)::int as models,
            (count(*) filter (where m.kind in ('app', 'service')))::int as others, sum(m.part_numbers)::int as "partNumbers",
            min(m.security_ends_on) filter (where m.security_ends_on >= ${page.today}::date) as "nextSecurityEndOn",
            (count(*) filter (where m.security_ends_on < ${page.today}::date))::int as ended,
            (count(*) filter (where ${matches({ missing: [...lackable] }, page.today)}))::int as lacking
          from model m where ${matches(page.filter, page.today)} group by m.line_id
        ) left_over on left_over.line_id = l.id
        where l.removed_at is null
      ) lines where ${after} order by ${by} limit ${page.limit}
    ) page cross join lateral (
      select ${releaseCounts(sql`sum`)} from model m join model_tally t on t.model_id = m.id
      where m.line_id = page.id and ${matches(page.filter, page.today)}
    ) counted order by ${by}`.execute(db);
  return rows;
}

export type ListedModel = {
  id: string;
  slug: string;
  name: string;
  lineId: string;
  lineName: string;
  kind: ModelKind;
  note: string;
  markets: string[];
  partNumbers: number;
  ownerPostId: string | null;
  divisionId: string | null;
  securityEndsOn: Temporal.PlainDate | null;
  successor: { id: string; slug: string; name: string } | null;
  safety: Answer;
  buildSource: string;
  buildToolchain: string;
  buildKeyPostId: string | null;
  buildPeople: string;
  rebuiltOn: Temporal.PlainDate | null;
  revision: number;
  key: string;
  nameFolded: string;
} & ReleaseCounts;

/** The ids of models that the filter leaves, by name. */
export async function listModelIds(
  db: Db,
  { filter, today, limit }: { filter: ProductFilter; today: Temporal.PlainDate; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select m.id from model m where ${matches(filter, today)} order by m.name_folded, m.id limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Models that the filter leaves, of all lines together. */
export async function listModels(db: Db, page: PageOf): Promise<ListedModel[]> {
  const { key, by, after } = order('model', page, sql`m.name_folded`, sql`m.id`);
  const { rows } = await sql<ListedModel>`
    select m.id, m.slug, m.name, m.line_id as "lineId", l.name as "lineName", m.kind, left(split_part(m.note, E'\\n', 1), 120) as note, m.markets,
      m.part_numbers as "partNumbers", m.owner_post_id as "ownerPostId", m.division_id as "divisionId",
      m.security_ends_on as "securityEndsOn", m.safety, m.build_source as "buildSource", m.build_toolchain as "buildToolchain",
      m.build_key_post_id as "buildKeyPostId", m.build_people as "buildPeople", m.rebuilt_on as "rebuiltOn",
      m.revision, m.name_folded as "nameFolded", ${key} as key, ${releaseCounts(sql``)},
      case when s.id is null then null else jsonb_build_object('id', s.id, 'slug', s.slug, 'name', s.name) end as successor
    from model m join product_line l on l.id = m.line_id left join model s on s.id = m.successor_id and s.removed_at is null
    left join model_tally t on t.model_id = m.id
    where ${matches(page.filter, page.today)} and ${after}
    order by ${by} limit ${page.limit}`.execute(db);
  return rows;
}

export type ListedPartNumber = {
  id: string;
  number: string;
  note: string;
  folded: string;
  model: { id: string; slug: string; name: string };
  line: { id: string; name: string };
  securityEndsOn: Temporal.PlainDate | null;
};

/** Part numbers in their own order; `number` is a part of one, folded, or its beginning when it is very short. */
export async function listPartNumbers(
  db: Db,
  { number, after, limit }: { number: string; after: z.output<typeof PartNumberPlace> | null; limit: number },
): Promise<ListedPartNumber[]> {
  const { rows } = await sql<ListedPartNumber>`
    select p.id, p.number, p.note, p.folded, m.security_ends_on as "securityEndsOn",
      jsonb_build_object('id', m.id, 'slug', m.slug, 'name', m.name) as model,
      jsonb_build_object('id', l.id, 'name', l.name) as line
    from part_number p join model m on m.id = p.model_id join product_line l on l.id = m.line_id
    where p.removed_at is null and p.folded like ${numberLike(number)}
      and ${after ? sql`(p.folded, p.id) > (${after[0]}, ${after[1]}::uuid)` : sql`true`}
    order by p.folded, p.id limit ${limit}`.execute(db);
  return rows;
}

export type Totals = {
  lines: number;
  device: number;
  module: number;
  app: number;
  service: number;
  partNumbers: number;
  ended: number;
  soon: number;
  lacking: number;
  releases: number;
  withoutSbom: number;
  units: number;
};

/** What the filter leaves, each thing counted once; lines count when a model of theirs is left. By line first: a count of distinct lines would sort every model. */
export async function countModels(db: Db, filter: ProductFilter, today: Temporal.PlainDate): Promise<Totals> {
  const { rows } = await sql<Totals>`
    select count(*)::int as lines, coalesce(sum(device), 0)::int as device, coalesce(sum(module), 0)::int as module,
      coalesce(sum(app), 0)::int as app, coalesce(sum(service), 0)::int as service,
      coalesce(sum("partNumbers"), 0)::int as "partNumbers", coalesce(sum(ended), 0)::int as ended,
      coalesce(sum(soon), 0)::int as soon, coalesce(sum(lacking), 0)::int as lacking,
      coalesce(sum(releases), 0)::int as releases, coalesce(sum("withoutSbom"), 0)::int as "withoutSbom",
      coalesce(sum(units), 0)::bigint as units
    from (
      select count(*) filter (where m.kind = 'device') as device, count(*) filter (where m.kind = 'module') as module,
        count(*) filter (where m.kind = 'app') as app, count(*) filter (where m.kind = 'service') as service,
        sum(m.part_numbers) as "partNumbers",
        count(*) filter (where ${matches({ support: 'ended' }, today)}) as ended,
        count(*) filter (where ${matches({ support: 'within-6' }, today)}) as soon,
        count(*) filter (where ${matches({ missing: [...lackable] }, today)}) as lacking,
        sum(t.releases) as releases, sum(t.without_sbom) as "withoutSbom", sum(t.units) as units
      from model m left join model_tally t on t.model_id = m.id where ${matches(filter, today)} group by m.line_id
    ) by_line`.execute(db);
  return rows[0] as Totals;
}

/** How many lines stand, with models or without. */
export async function countLines(db: Db): Promise<number> {
  const { rows } = await sql<{ lines: number }>`
    select count(*)::int as lines from product_line where removed_at is null`.execute(db);
  return rows[0]?.lines ?? 0;
}

/** Every country in which a standing model is sold, sorted. */
export async function listMarkets(db: Db): Promise<string[]> {
  const { rows } = await sql<{ country: string }>`
    select distinct unnest(markets) collate "C" as country
    from (select distinct markets from model where removed_at is null) sold order by country`.execute(db);
  return rows.map(({ country }) => country);
}

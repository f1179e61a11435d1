import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { fold } from '#platform/browser/fold';
import type { Db } from '#platform/database';
import { type Scheme, type Span, schemes, spansOf, type VersionRange } from '#versions/version-key';
import type { Asked } from '../component-question.ts';

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
      select c.id from unnest(${spans.map(({ scheme }) => scheme)}::text[], ${spans.map(({ from }) => Buffer.from(from))}::bytea[],
        ${spans.map(({ before }) => Buffer.from(before))}::bytea[]) as span (scheme, lowest, before)
      join component c on c.scheme = span.scheme and c.version_key >= span.lowest and c.version_key < span.before
      where ${called}
      union
      select c.id from component c where ${called} and ${isSame}
    )
    select (select mode() within group (order by c.name) from component c where ${called}) as name,
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

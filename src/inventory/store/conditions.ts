import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { fold, foldId } from '#platform/browser/fold';
import type { ProductFilter } from '../filter.ts';
import { oldestGoodBuild } from '../rebuilding.ts';

type Condition = RawBuilder<SqlBool>;

/** A pattern for `like` that finds the text anywhere; the signs of patterns stand for themselves. */
export const anywhere = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/**
 * The condition of the filter on the table `model m`, standing models only.
 * @param today  in Asia/Tokyo
 */
export function matches(filter: ProductFilter, today: Temporal.PlainDate): Condition {
  const asked: Condition[] = [sql<SqlBool>`m.removed_at is null`];
  if (filter.model?.length) asked.push(sql`m.id = any(${filter.model}::uuid[])`);
  if (filter.line?.length) asked.push(sql`m.line_id = any(${filter.line}::uuid[])`);
  if (filter.kind?.length) asked.push(sql`m.kind = any(${filter.kind}::text[])`);
  if (filter.market?.length) asked.push(sql`m.markets && ${filter.market}::text[]`);
  if (filter.division?.length) asked.push(sql`m.division_id = any(${filter.division}::uuid[])`);
  if (filter.owner?.length) asked.push(sql`m.owner_post_id = any(${filter.owner}::uuid[])`);
  if (filter.missing?.length) asked.push(lacks(filter.missing));
  if (filter.state?.length) asked.push(hasReleaseIn(filter.state));
  if (filter.partner?.length) asked.push(isSoldWith(filter.partner));
  if (filter.tag?.length) asked.push(carries(filter.tag));
  if (filter.safety?.length) asked.push(sql`m.safety = any(${filter.safety}::text[])`);
  if (filter.keeper?.length) asked.push(sql`m.build_key_post_id = any(${filter.keeper}::uuid[])`);
  if (filter.build?.length) asked.push(builds(filter.build, today));
  if (filter.support) asked.push(ends(filter.support, today));
  if (filter.q && fold(filter.q) !== '') asked.push(isCalled(filter.q));
  return sql`(${sql.join(asked, sql` and `)})`;
}

const lacksOwner = sql<SqlBool>`m.owner_post_id is null`;
const lacksSupport = sql<SqlBool>`(m.security_ends_on is null and m.kind not in ('service', 'module'))`;
const lacksSbom = sql<SqlBool>`m.id in (select model_id from model_tally where without_sbom > 0)`;

function hasReleaseIn(states: string[]): Condition {
  return sql`m.id in (select model_id from release where removed_at is null and state = any(${states}::text[]))`;
}

function isSoldWith(partners: string[]): Condition {
  return sql`m.id in (select model_id from sold_as where removed_at is null and partner_id = any(${partners}::uuid[]))`;
}

function lacks(what: NonNullable<ProductFilter['missing']>): Condition {
  const lacking = { owner: lacksOwner, support: lacksSupport, sbom: lacksSbom };
  const any = what.map((one) => lacking[one]);
  return sql`(${sql.join(any, sql` or `)})`;
}

function ends(support: string, today: Temporal.PlainDate): Condition {
  if (support === 'ended') return sql`m.security_ends_on < ${today}::date`;
  const until = today.add({ months: Number(support.slice('within-'.length)) });
  return sql`m.security_ends_on between ${today}::date and ${until}::date`;
}

function carries(tags: string[]): Condition {
  return sql`m.tags && array(select name from technology_tag where removed_at is null and folded = any(${tags.map(fold)}::text[]))`;
}

function builds(asked: NonNullable<ProductFilter['build']>, today: Temporal.PlainDate): Condition {
  const known = sql<SqlBool>`(m.rebuilt_on >= ${oldestGoodBuild(today)}::date and m.build_source <> ''
    and m.build_toolchain <> '' and m.build_key_post_id is not null and m.build_people <> '') is true`;
  const any = asked.map((one) => (one === 'can' ? known : sql<SqlBool>`not (${known})`));
  return sql`(${sql.join(any, sql` or `)})`;
}

// Below three signs the trigram indexes find nothing.
const fewestForTrigrams = 3;
const isShort = (folded: string) => [...folded].length < fewestForTrigrams;

/** The pattern for a part number that holds the text, or of which the text is the beginning when it is very short. */
export const numberLike = (folded: string): string => (isShort(folded) ? anywhere(folded).slice(1) : anywhere(folded));

/** Whether one of a list of part numbers holds the text, which is folded; the numbers of partners stand as they were written. */
export const hasNumber = (numbers: RawBuilder<unknown>, folded: string): Condition =>
  sql`exists (select from unnest(${numbers}) as own where upper(normalize(own, nfkc)) like ${numberLike(folded)})`;

// Ids of three tables, each found by its own index: an "or" over a join would read every part number of every model.
// What is very short stands in too many part numbers to be of use: names alone count, which a first page finds at once.
function isCalled(q: string): Condition {
  const name = anywhere(fold(q));
  const number = foldId(q);
  const linesCalled = sql`(
    select named.id from product_line named where named.removed_at is null and named.name_folded like ${name})`;
  if (isShort(number)) return sql`(m.name_folded like ${name} or m.line_id in ${linesCalled})`;
  return sql`m.id in (
    select named.id from model named where named.removed_at is null and named.name_folded like ${name}
    union all
    select placed.id from model placed where placed.removed_at is null and placed.line_id in ${linesCalled}
    union all
    select numbered.model_id from part_number numbered
    where numbered.removed_at is null and numbered.folded like ${anywhere(number)})`;
}

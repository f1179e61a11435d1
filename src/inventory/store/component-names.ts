import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '#platform/database';
import { type ComponentName, mostCountedReleases } from '../contract/components.ts';
import type { ComponentIdentity } from '../contract/release-components.ts';
import { anywhere } from './conditions.ts';

/** Where a page of names ended. */
export const NamePlace = z.tuple([z.literal('name'), z.string()]);

export type NamedComponents = ComponentName & { folded: string };

/** Names that hold the text, folded, in their order; of one or two signs those that begin with it. */
export async function listNames(
  db: Db,
  asked: { folded: string; after: string; limit: number },
): Promise<NamedComponents[]> {
  const { rows } = await sql<NamedComponents>`
    with recursive ${isShort(asked.folded) ? namesFrom(asked) : namesWith(asked)}
    select names.folded, called.name, called.versions, used.releases from ${describedNames}
    order by names.folded limit ${asked.limit}`.execute(db);
  return rows;
}

// Enough to tell what is usual, and read in a moment however large the house and its lists are.
const sampledReleases = 30;
const sampledComponents = 500;

/** Names that stand in most of the releases with the most units, first of all such as can be looked up; those in most releases first. */
export async function listCommonNames(db: Db, limit: number): Promise<ComponentName[]> {
  const { rows } = await sql<ComponentName>`
    with sample as (
      select release_key from release_tally where standing and components > 0
      order by units desc, release_key desc limit ${sampledReleases}
    ), names as (
      select c.name_folded as folded, count(distinct sample.release_key) as sampled from sample
      cross join lateral (
        select component_id from release_component rc where rc.release_key = sample.release_key limit ${sampledComponents}
      ) part join component c on c.id = part.component_id
      group by c.name_folded order by bool_or(c.identified) desc, sampled desc, c.name_folded limit ${limit}
    )
    select called.name, called.versions, used.releases from ${describedNames}
    order by used.releases desc, names.sampled desc, names.folded`.execute(db);
  return rows;
}

/** The table `names` with how most write each, how many versions it has, and in how many releases it is. */
const describedNames = sql`names
    cross join lateral (
      select mode() within group (order by c.name) as name, count(distinct c.version)::integer as versions,
        array_agg(c.id) as ids from component c where c.name_folded = names.folded
    ) called
    cross join lateral (
      select count(distinct release_key)::integer as releases from (
        select rc.release_key from release_component rc join release r on r.key = rc.release_key and r.removed_at is null
        where rc.component_id = any(called.ids) limit ${mostCountedReleases}
      ) first
    ) used`;

/**
 * Known identities whose name begins with the text or, from three signs on, holds it: the newest versions of each name.
 * @param version  the beginning of the version, or empty
 */
export async function suggestComponents(
  db: Db,
  { folded, version, limit }: { folded: string; version: string; limit: number },
): Promise<ComponentIdentity[]> {
  const beginning = namesFrom({ folded, after: '', limit });
  // However many components hold it, a person reads ten; the first few thousand have names enough.
  const holding = isShort(folded)
    ? sql`select null::text as folded where false`
    : sql`select distinct c.name_folded as folded from (
        select name_folded from component where name_folded like ${anywhere(folded)} limit 2000) c`;
  const { rows } = await sql<ComponentIdentity>`
    with recursive ${beginning}, called as (
      select folded, 1 as rank from names union all
      (select folded, 2 from (${holding}) held where folded not like ${startsWith(folded)} order by length(folded), folded limit ${limit})
    )
    select known.id, known.name, known.version, known.purl, known.cpes, known.supplier, known.distribution,
      known.identified as "isIdentified"
    from called cross join lateral (
      select c.* from component c where c.name_folded = called.folded and coalesce(c.version, '') like ${startsWith(version)}
      order by c.identified desc, c.version_key desc nulls last, c.id
      limit case when called.folded = ${folded} then ${limit} else 3 end
    ) known
    order by called.folded <> ${folded}, called.rank, length(called.folded), called.folded, known.identified desc,
      known.version_key desc nulls last, known.id
    limit ${limit}`.execute(db);
  return rows;
}

type Asked = { folded: string; after: string; limit: number };

// Trigrams find nothing for one or two signs; the beginning of a name is found in the order of the index.
const fewestForTrigrams = 3;
const isShort = (folded: string) => [...folded].length < fewestForTrigrams;
const startsWith = (text: string) => anywhere(text).slice(1);

/** The table `names`: from name to name along the index, however many versions each has. */
function namesFrom({ folded, after, limit }: Asked): RawBuilder<unknown> {
  const next = (beyond: RawBuilder<unknown>) => sql`
    (select c.name_folded from component c where c.name_folded > ${beyond} and c.name_folded like ${startsWith(folded)}
      order by c.name_folded limit 1)`;
  return sql`walked (folded, number) as (
      select ${next(sql`${after}`)}, 1
      union all select ${next(sql`walked.folded`)}, number + 1 from walked
        where walked.folded is not null and number < ${limit}
    ), names as (select folded from walked where folded is not null)`;
}

/** The table `names` for what stands anywhere in a name. */
function namesWith({ folded, after, limit }: Asked): RawBuilder<unknown> {
  return sql`names as (
      select distinct c.name_folded as folded from component c
      where c.name_folded > ${after} and c.name_folded like ${anywhere(folded)} order by c.name_folded limit ${limit}
    )`;
}

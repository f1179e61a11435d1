import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '#platform/database';
import { type ComponentName, mostCountedReleases } from '../contract/components.ts';
import { anywhere } from './conditions.ts';

/** Where a page of names ended. */
export const NamePlace = z.tuple([z.string()]);

export type NamedComponents = ComponentName & { folded: string };

/** Names that hold the text, folded, in their order; of one or two signs those that begin with it. */
export async function listNames(
  db: Db,
  asked: { folded: string; after: string; limit: number },
): Promise<NamedComponents[]> {
  const { rows } = await sql<NamedComponents>`
    with ${isShort(asked.folded) ? namesFrom(asked) : namesWith(asked)}
    select names.folded, called.name, called.versions, used.releases from names
    cross join lateral (
      select mode() within group (order by c.name) as name, count(distinct c.version)::integer as versions,
        array_agg(c.id) as ids from component c where c.name_folded = names.folded
    ) called
    cross join lateral (
      select count(distinct release_key)::integer as releases from (
        select rc.release_key from release_component rc join release r on r.key = rc.release_key and r.removed_at is null
        where rc.component_id = any(called.ids) limit ${mostCountedReleases}
      ) first
    ) used
    where names.folded is not null order by names.folded limit ${asked.limit}`.execute(db);
  return rows;
}

type Asked = { folded: string; after: string; limit: number };

// Trigrams find nothing for one or two signs; the beginning of a name is found in the order of the index.
const fewestForTrigrams = 3;
const isShort = (folded: string) => [...folded].length < fewestForTrigrams;
const startsWith = (folded: string) => anywhere(folded).slice(1);

/** From name to name along the index, however many versions each has. */
function namesFrom({ folded, after, limit }: Asked): RawBuilder<unknown> {
  const next = (beyond: RawBuilder<unknown>) => sql`
    (select c.name_folded from component c where c.name_folded > ${beyond} and c.name_folded like ${startsWith(folded)}
      order by c.name_folded limit 1)`;
  return sql`recursive walked (folded, number) as (
      select ${next(sql`${after}`)}, 1
      union all select ${next(sql`walked.folded`)}, number + 1 from walked
        where walked.folded is not null and number < ${limit}
    ), names as (select folded from walked)`;
}

function namesWith({ folded, after, limit }: Asked): RawBuilder<unknown> {
  return sql`names as (
      select distinct c.name_folded as folded from component c
      where c.name_folded > ${after} and c.name_folded like ${anywhere(folded)} order by c.name_folded limit ${limit}
    )`;
}

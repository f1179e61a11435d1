import { type RawBuilder, sql } from 'kysely';
import { type Viewer, visibleTo } from '#access';
import type { Transaction } from '#platform/database';

/** The verdicts as they stand, or as they would with those that are asked for (see decisions.ts) in the place of what they replace. */
export type AsOf = 'as-it-stands' | 'as-asked';

const nil = '00000000-0000-0000-0000-000000000000';

const columns = sql`v.key, v.vulnerability_id, v.product, v.scope, v.scope_id, v.status, v.fixed_in, v.decided_at, v.wall_id`;

const standing = (viewer: Viewer): RawBuilder<unknown> => sql`
  select ${columns} from verdict v
  where v.state = 'standing' and v.vulnerability_id in (select vulnerability_id from place_to_resolve) and ${visibleTo(viewer, 'v.wall_id')}`;

const asked = (viewer: Viewer): RawBuilder<unknown> => sql`
  ${standing(viewer)} and not exists (select from verdict_asked a where a.vulnerability_id = v.vulnerability_id and a.product = v.product
    and a.scope = v.scope and coalesce(a.scope_id, ${nil}) = coalesce(v.scope_id, ${nil}) and v.wall_id is not distinct from a.wall_id)
  union all select null, a.vulnerability_id, a.product, a.scope, a.scope_id, a.status, a.fixed_in, a.decided_at,
    case when a.overlays then null else a.wall_id end from verdict_asked a`;

const found = (rank: number, on: RawBuilder<unknown>) => sql`
  select p.release_key, p.vulnerability_id, p.product_key_id, ${sql.lit(rank)} as rank, v.key, v.status, v.decided_at,
    v.scope, v.fixed_in, p.released_on, p.hardware
  from place p join candidate v on v.vulnerability_id = p.vulnerability_id and v.product = p.product
    and (v.wall_id is null or v.wall_id = p.wall_id) and ${on}`;

/**
 * Which verdict counts at each place: the narrowest scope, then the newest. What is fixed from a release on counts for its
 * hardware from that release on. A verdict that is older than the release and wider than it is inherited until somebody confirms.
 * Places come in the temporary table "place_to_resolve" (release_key, vulnerability_id, product_key_id, product, wall_id);
 * those with a verdict are in "place_resolved" afterwards, with verdict_key (null: asked for), status and inherited.
 */
export async function resolveVerdicts(transaction: Transaction, viewer: Viewer, asOf: AsOf): Promise<void> {
  await sql`drop table if exists place_resolved`.execute(transaction);
  await sql`
    create temporary table place_resolved on commit drop as
    with candidate as materialized (${asOf === 'as-asked' ? asked(viewer) : standing(viewer)}),
    place as (
      select p.*, n.release_id, n.model_id, n.line_id, n.released_on, n.hardware
      from place_to_resolve p join inventory_release_name_v1 n on n.release_key = p.release_key
      where p.vulnerability_id in (select vulnerability_id from candidate)
    ),
    counting as (
      select distinct on (o.release_key, o.vulnerability_id, o.product_key_id) o.* from (
        ${found(1, sql`v.scope = 'release' and v.scope_id = p.release_id`)}
        union all ${found(2, sql`v.scope = 'model' and v.scope_id = p.model_id`)}
        union all ${found(3, sql`v.scope = 'line' and v.scope_id = p.line_id`)}
        union all ${found(4, sql`v.scope = 'all'`)}
      ) o left join inventory_release_name_v1 f on f.release_id = o.fixed_in
      where o.fixed_in is null or ((coalesce(o.released_on, 'infinity'), o.release_key) >= (coalesce(f.released_on, 'infinity'), f.release_key)
        and (f.hardware is null or f.hardware = o.hardware))
      order by o.release_key, o.vulnerability_id, o.product_key_id, o.rank, o.decided_at desc, o.key desc nulls first
    )
    select c.release_key, c.vulnerability_id, c.product_key_id, c.key as verdict_key, c.status,
      c.scope <> 'release' and coalesce(b.born_at, c.decided_at) > c.decided_at and c.key is not null and not exists (
        select from verdict_confirmation x join inventory_release_name_v1 n on n.release_id = x.release_id
        where x.verdict_key = c.key and n.release_key = c.release_key) as inherited
    from counting c left join inventory_release_birth_v1 b on b.release_key = c.release_key`.execute(transaction);
  await sql`analyze place_resolved`.execute(transaction);
}

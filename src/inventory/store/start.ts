import { sql } from 'kysely';
import type { Db } from '#platform/database';
import type { StartOfProducts } from '../contract/start.ts';
import { namedRelease, releaseRef } from './release-ref.ts';

/** How far the register has come, in one statement. */
export async function readStart(db: Db): Promise<StartOfProducts> {
  const { rows } = await sql<StartOfProducts>`
    select (select count(*)::int from model where removed_at is null) as models,
      counted.releases, counted."withParts",
      (select jsonb_build_object('id', id, 'slug', slug, 'name', name) from model
        where removed_at is null order by name_folded, id limit 1) as "firstModel",
      (select ${releaseRef} from ${namedRelease} join release_tally t on t.release_key = r.key
        where t.standing and t.components = 0 and t.sbom_at is null order by r.key desc limit 1) as "withoutParts",
      (select jsonb_build_object('release', ${releaseRef}, 'components', t.components, 'unidentified', t.unidentified)
        from ${namedRelease} join release_tally t on t.release_key = r.key
        where t.standing and (t.components > 0 or t.sbom_at is not null) order by r.key desc limit 1) as filled
    from (
      select count(*)::int as releases,
        (count(*) filter (where components > 0 or sbom_at is not null))::int as "withParts"
      from release_tally where standing
    ) counted`.execute(db);
  return rows[0] as StartOfProducts;
}

import { sql } from 'kysely';
import { type Viewer, visibleTo } from '#access';
import type { Transaction } from '#platform/database';
import type { Needs } from '../in-release/needs-of.ts';

export type MatchRow = {
  componentId: number;
  vulnerabilityId: number;
  value: number;
  reason: string;
  productKeyId: number;
  tier: number;
  needs: Needs;
  wallId: string | null;
};
type Scope = { vulnerabilityIds: readonly number[] } | { componentIds: readonly number[] };

/** Makes these the match results of a scope: what is not among them is gone. */
export async function replaceMatches(
  transaction: Transaction,
  viewer: Viewer,
  { scope, rows }: { scope: Scope; rows: readonly MatchRow[] },
): Promise<void> {
  const inScope =
    'vulnerabilityIds' in scope
      ? sql`m.vulnerability_id = any(${scope.vulnerabilityIds}::integer[])`
      : sql`m.component_id = any(${scope.componentIds}::integer[])`;
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x("componentId" integer, "vulnerabilityId" integer,
    value smallint, reason text, "productKeyId" integer, tier smallint, needs text, "wallId" uuid)`;
  await sql`
    delete from match m where ${inScope} and ${visibleTo(viewer, 'm.wall_id')} and not exists (select from ${given}
      where x."componentId" = m.component_id and x."vulnerabilityId" = m.vulnerability_id)`.execute(transaction);
  await sql`
    insert into match (component_id, vulnerability_id, value, reason, product_key_id, tier, needs, wall_id)
    select "componentId", "vulnerabilityId", value, reason, "productKeyId", tier, needs, "wallId" from ${given}
    on conflict (component_id, vulnerability_id) do update set value = excluded.value, reason = excluded.reason,
      product_key_id = excluded.product_key_id, tier = excluded.tier, needs = excluded.needs, wall_id = excluded.wall_id
    where (match.value, match.reason, match.product_key_id, match.tier, match.needs)
      is distinct from (excluded.value, excluded.reason, excluded.product_key_id, excluded.tier, excluded.needs)`.execute(
    transaction,
  );
}

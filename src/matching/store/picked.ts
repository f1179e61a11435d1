import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type Viewer, visibleTo } from '#access';
import type { Transaction } from '#platform/database';
import type { VerdictScope, VerdictStatus } from '#verdicts/model';
import type { ExposureFilter, PlaceRef, TouchingFilter } from '../model.ts';
import { exposureMatches } from './release-exposures.ts';
import { type Since, touchingIds } from './touching.ts';

/*
 * A decision over many places writes them into temporary tables once, analysed, and works on those: "chosen" (what somebody
 * selected), "verdict_asked" (one line for each verdict that follows), "picked" (every place that those may count for).
 */

/** What somebody selected, with the names looked up. */
export type Choice =
  | { by: 'places'; places: readonly (Omit<PlaceRef, 'vulnerability'> & { vulnerabilityId: number })[] }
  | {
      by: 'vulnerability';
      vulnerabilityId: number;
      product: string | undefined;
      within: { scope: Exclude<VerdictScope, 'all'>; id: string } | undefined;
    }
  | { by: 'release'; release: string; filter: ExposureFilter }
  | { by: 'touching'; filter: TouchingFilter; since: Since };

const place = sql`e.release_key, e.vulnerability_id, e.product_key_id, e.wall_id`;
const idOfScope = { release: sql`n.release_id`, model: sql`n.model_id`, line: sql`n.line_id` };

function placesOf(viewer: Viewer, choice: Choice): RawBuilder<unknown> {
  switch (choice.by) {
    case 'places':
      return sql`select ${place} from jsonb_to_recordset(${JSON.stringify(choice.places)}::jsonb) as x(release uuid, product text, "vulnerabilityId" integer)
        join inventory_release_name_v1 n on n.release_id = x.release join product_key k on k.key = x.product
        join exposure e on e.release_key = n.release_key and e.vulnerability_id = x."vulnerabilityId" and e.product_key_id = k.id`;
    case 'vulnerability': {
      const { vulnerabilityId, product, within } = choice;
      const conditions = [
        sql<SqlBool>`e.vulnerability_id = ${vulnerabilityId}`,
        ...(product === undefined
          ? []
          : [sql<SqlBool>`e.product_key_id = (select id from product_key where key = ${product})`]),
        ...(within ? [sql<SqlBool>`${idOfScope[within.scope]} = ${within.id}::uuid`] : []),
      ];
      const names = within ? sql`join inventory_release_name_v1 n on n.release_key = e.release_key` : sql``;
      return sql`select ${place} from exposure e ${names} where ${sql.join(conditions, sql` and `)}`;
    }
    case 'release':
      return sql`select ${place} from inventory_release_v1 r join exposure e on e.release_key = r.release_key
        join intelligence_vulnerability_v1 v on v.vulnerability_id = e.vulnerability_id
        left join verdicts_verdict_v1 d on d.verdict_key = e.verdict_key
        join product_key k on k.id = e.product_key_id
        where r.release_id = ${choice.release}::uuid and ${exposureMatches(viewer, choice.filter)}`;
    case 'touching':
      return sql`select ${place} from exposure e join exposed_release x on x.release_key = e.release_key
        where e.vulnerability_id in (${touchingIds(viewer, choice.filter, choice.since)}) and e.standing > 0`;
  }
}

/** Writes the chosen places that the viewer sees. @returns how many, and behind which walls (null: in public) */
export async function collectChosen(
  transaction: Transaction,
  viewer: Viewer,
  choice: Choice,
): Promise<{ places: number; walls: (string | null)[] }> {
  await sql`drop table if exists chosen`.execute(transaction);
  await sql`
    create temporary table chosen on commit drop as
    select distinct e.* from (${placesOf(viewer, choice)}) e where ${visibleTo(viewer, 'e.wall_id')}`.execute(
    transaction,
  );
  await sql`analyze chosen`.execute(transaction);
  const { rows } = await sql<{ places: number; walls: (string | null)[] }>`
    select count(*)::integer as places, coalesce(array_agg(distinct c.wall_id), '{}') as walls from chosen c`.execute(
    transaction,
  );
  return rows[0] as { places: number; walls: (string | null)[] };
}

export type Asking = {
  scope: VerdictScope;
  status: VerdictStatus;
  fixedIn: string | null;
  at: Temporal.Instant;
  wallId: string | null;
  /** Behind a wall over public places: in a preview it shows what its readers will see. */
  overlays: boolean;
};

/** Writes the verdicts that follow from the chosen places. @returns how many */
export async function collectAsked(
  transaction: Transaction,
  viewer: Viewer,
  { scope, status, fixedIn, at, wallId, overlays }: Asking,
): Promise<number> {
  const scopeId = scope === 'all' ? sql`null::uuid` : idOfScope[scope];
  await sql`drop table if exists verdict_asked`.execute(transaction);
  await sql`
    create temporary table verdict_asked on commit drop as
    select x.vulnerability_id, v.name, k.key as product, x.product_key_id, ${scope}::text as scope, x.scope_id, ${status}::text as status,
      case when ${scope} = 'model' then ${fixedIn}::uuid end as fixed_in, ${at}::timestamptz as decided_at, ${wallId}::uuid as wall_id,
      ${overlays}::boolean as overlays
    from (select distinct c.vulnerability_id, c.product_key_id, ${scopeId} as scope_id
      from chosen c join inventory_release_name_v1 n on n.release_key = c.release_key) x
    join product_key k on k.id = x.product_key_id
    join intelligence_vulnerability_v1 v on v.vulnerability_id = x.vulnerability_id and ${visibleTo(viewer, 'v.wall_id')}`.execute(
    transaction,
  );
  await sql`analyze verdict_asked`.execute(transaction);
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from verdict_asked`.execute(
    transaction,
  );
  return rows[0]?.count ?? 0;
}

/** Whether all that is asked for is for the model of this release. */
export async function isForModelOf(transaction: Transaction, releaseId: string): Promise<boolean> {
  const { rows } = await sql<{ fits: boolean }>`
    select coalesce(bool_and(a.scope_id = n.model_id), false) as fits from verdict_asked a
    cross join (select model_id from inventory_release_name_v1 where release_id = ${releaseId}::uuid) n`.execute(
    transaction,
  );
  return rows[0]?.fits ?? false;
}

const covered = (viewer: Viewer, from: 'verdict_asked' | 'verdict_touched'): RawBuilder<unknown> => {
  const asked = (scope: VerdictScope) =>
    sql`${sql.table(from)} a join product_key k on k.key = a.product and a.scope = ${scope}`;
  const at = sql`e.release_key = n.release_key and e.vulnerability_id = a.vulnerability_id and e.product_key_id = k.id
    and ${visibleTo(viewer, 'e.wall_id')}`;
  const within = (scope: Exclude<VerdictScope, 'all'>) => sql`select e.release_key, e.vulnerability_id, e.product_key_id
    from ${asked(scope)} join inventory_release_name_v1 n on ${idOfScope[scope]} = a.scope_id join exposure e on ${at}`;
  return sql`${within('release')} union ${within('model')} union ${within('line')}
    union select e.release_key, e.vulnerability_id, e.product_key_id from ${asked('all')}
      join exposure e on e.vulnerability_id = a.vulnerability_id and e.product_key_id = k.id and ${visibleTo(viewer, 'e.wall_id')}`;
};

/** Writes every place that verdicts may count for: those that are asked for, or those that something was done with. */
export async function collectCovered(
  transaction: Transaction,
  viewer: Viewer,
  from: 'verdict_asked' | 'verdict_touched',
): Promise<void> {
  await sql`drop table if exists picked`.execute(transaction);
  await sql`create temporary table picked on commit drop as ${covered(viewer, from)}`.execute(transaction);
  await sql`analyze picked`.execute(transaction);
}

/** Writes the places of these vulnerabilities. */
export async function collectOfVulnerabilities(
  transaction: Transaction,
  viewer: Viewer,
  vulnerabilityIds: readonly number[],
): Promise<void> {
  await sql`drop table if exists picked`.execute(transaction);
  await sql`
    create temporary table picked on commit drop as
    select e.release_key, e.vulnerability_id, e.product_key_id from exposure e
    where e.vulnerability_id = any(${vulnerabilityIds}::integer[]) and ${visibleTo(viewer, 'e.wall_id')}`.execute(
    transaction,
  );
  await sql`analyze picked`.execute(transaction);
}

export type InheritedChoice =
  | { places: readonly (Omit<PlaceRef, 'vulnerability'> & { vulnerabilityId: number })[] }
  | { release: string }
  | { verdict: string };

/** Writes the places that wait to be confirmed, of those that are meant. @returns their verdicts and releases */
export async function collectInherited(
  transaction: Transaction,
  viewer: Viewer,
  choice: InheritedChoice,
): Promise<{ verdictKey: number; releaseId: string }[]> {
  const meant = () => {
    if ('places' in choice)
      return sql`(n.release_id, e.vulnerability_id, k.key) in (select x.release, x."vulnerabilityId", x.product
        from jsonb_to_recordset(${JSON.stringify(choice.places)}::jsonb) as x(release uuid, product text, "vulnerabilityId" integer))`;
    return 'release' in choice ? sql`n.release_id = ${choice.release}::uuid` : sql`d.id = ${choice.verdict}::uuid`;
  };
  await sql`drop table if exists picked`.execute(transaction);
  await sql`
    create temporary table picked on commit drop as
    select e.release_key, e.vulnerability_id, e.product_key_id, e.verdict_key, n.release_id
    from inventory_release_name_v1 n join exposure e on e.release_key = n.release_key and e.inherited
    join verdicts_verdict_v1 d on d.verdict_key = e.verdict_key join product_key k on k.id = e.product_key_id
    where ${meant()} and ${visibleTo(viewer, 'e.wall_id')}`.execute(transaction);
  await sql`analyze picked`.execute(transaction);
  const { rows } = await sql<{ verdictKey: number; releaseId: string }>`
    select distinct verdict_key as "verdictKey", release_id as "releaseId" from picked order by 1, 2`.execute(
    transaction,
  );
  return rows;
}

import { sql } from 'kysely';
import { type Viewer, visibleTo } from '#access';
import type { Transaction } from '#platform/database';
import { type AsOf, resolveVerdicts } from '#verdicts';

/**
 * What a verdict makes of a match result: what is affected presses most, what is looked into stays among what needs a look,
 * and what is not affected or fixed is closed, but for a verdict that was carried over and waits to be confirmed.
 */
const standingOf = sql`case when r.status = 'affected' then 3 when r.status = 'under-investigation' then greatest(w.value, 2)
  when r.inherited then w.value else 0 end::smallint`;

/** Puts the verdicts that count, and how the places then stand, to the places in the temporary table "wanted". */
export async function judgeWanted(transaction: Transaction, viewer: Viewer, asOf: AsOf): Promise<void> {
  if (asOf === 'as-it-stands' && !(await hasVerdicts(transaction, viewer))) return;
  await sql`drop table if exists place_to_resolve`.execute(transaction);
  await sql`
    create temporary table place_to_resolve on commit drop as
    select w.release_key, w.vulnerability_id, w.product_key_id, k.key as product, w.wall_id
    from wanted w join product_key k on k.id = w.product_key_id`.execute(transaction);
  await sql`analyze place_to_resolve`.execute(transaction);
  await resolveVerdicts(transaction, viewer, asOf);
  await sql`
    update wanted w set verdict_key = r.verdict_key, inherited = r.inherited, standing = ${standingOf} from place_resolved r
    where w.release_key = r.release_key and w.vulnerability_id = r.vulnerability_id and w.product_key_id = r.product_key_id`.execute(
    transaction,
  );
}

/** Most runs are about vulnerabilities of which nobody has decided anything. */
async function hasVerdicts(transaction: Transaction, viewer: Viewer): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from wanted w join verdicts_verdict_v1 v on v.vulnerability_id = w.vulnerability_id
      where v.state = 'standing' and ${visibleTo(viewer, 'v.wall_id')}) as has`.execute(transaction);
  return rows[0]?.has ?? false;
}

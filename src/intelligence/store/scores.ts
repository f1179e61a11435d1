import { sql } from 'kysely';
import type { Transaction } from '#platform/database';
import type { ScoredName } from '../keep-scores.ts';

/** Writes scores, and puts them on the vulnerabilities of these names; a score of an older day does not replace a newer one. */
export async function writeScores(
  transaction: Transaction,
  scores: readonly ScoredName[],
  at: Temporal.Instant,
): Promise<void> {
  const names = scores.map(({ name }) => name);
  await sql`
    insert into epss_score (name, probability, percentile, scored_on, model)
    select * from unnest(${names}::text[], ${scores.map(({ probability }) => probability)}::real[],
      ${scores.map(({ percentile }) => percentile)}::real[], ${scores.map(({ scoredOn }) => scoredOn)}::date[],
      ${scores.map(({ model }) => model)}::text[])
    on conflict (name) do update set probability = excluded.probability, percentile = excluded.percentile,
      scored_on = excluded.scored_on, model = excluded.model
    where epss_score.scored_on is null or excluded.scored_on >= epss_score.scored_on`.execute(transaction);
  await sql`
    update vulnerability v set epss = s.probability, epss_percentile = s.percentile, changed_at = ${at}
    from (
      select r.vulnerability_id, max(s.probability) as probability, max(s.percentile) as percentile
      from epss_score s join record_name n on n.name = s.name and n.wall_id is null join record r on r.id = n.record_id
      where s.name = any(${names}::text[]) group by r.vulnerability_id
    ) s where v.id = s.vulnerability_id and (v.epss, v.epss_percentile) is distinct from (s.probability, s.percentile)`.execute(
    transaction,
  );
}

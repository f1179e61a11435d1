import { sql } from 'kysely';
import { type Viewer, visibleTo } from '#access';
import type { Transaction } from '#platform/database';
import type { ScoredName } from '../keep-scores.ts';

/** Writes scores, and puts them on the vulnerabilities of these names; a score of an older day does not replace a newer one. */
export async function writeScores(
  transaction: Transaction,
  viewer: Viewer,
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
    where (epss_score.scored_on is null or excluded.scored_on >= epss_score.scored_on)
      and (epss_score.probability, epss_score.percentile, epss_score.scored_on, epss_score.model)
        is distinct from (excluded.probability, excluded.percentile, excluded.scored_on, excluded.model)`.execute(
    transaction,
  );
  // By all names of a vulnerability, as when it is summed up: another of them may have the higher score.
  await sql`
    update vulnerability v set epss = s.probability, epss_percentile = s.percentile, changed_at = ${at}
    from (
      select distinct on (r.vulnerability_id) r.vulnerability_id, s.probability, s.percentile
      from record r join record_name n on n.record_id = r.id and n.wall_id is null join epss_score s on s.name = n.name
      where r.vulnerability_id in (select o.vulnerability_id from record_name m join record o on o.id = m.record_id
        where m.name = any(${names}::text[]) and m.wall_id is null) and ${visibleTo(viewer, 'r.wall_id')}
      order by r.vulnerability_id, s.probability desc, s.name
    ) s where v.id = s.vulnerability_id and (v.epss, v.epss_percentile) is distinct from (s.probability, s.percentile)`.execute(
    transaction,
  );
}

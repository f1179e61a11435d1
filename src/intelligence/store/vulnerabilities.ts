import { sql } from 'kysely';
import type { Transaction } from '#platform/database';
import { newId } from '#platform/ids';
import type { Regrouping } from '../group-names.ts';
import type { Summary } from '../summarize.ts';

/** Numbers for new vulnerabilities, before they are written. */
export async function takeVulnerabilityIds(transaction: Transaction, count: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence('vulnerability', 'id'))::integer as id
    from generate_series(1, ${count}::integer)`.execute(transaction);
  return rows.map(({ id }) => id);
}

export type SummedUp = Summary & { id: number; name: string; names: readonly string[] };

/** Writes what is said together of vulnerabilities that have their line; EPSS is looked up by their names. */
export async function writeSummaries(
  transaction: Transaction,
  summaries: readonly SummedUp[],
  at: Temporal.Instant,
): Promise<void> {
  await sql`
    update vulnerability v set name = x.name, title_ja = x."titleJa", title_en = x."titleEn", state = x.state, score = x.score,
      score_version = x."scoreVersion", severity = x.severity, exploited_on = x."exploitedOn", epss = e.probability,
      epss_percentile = e.percentile, labels = x.labels, technologies = x.technologies, published_at = x."publishedAt",
      modified_at = x."modifiedAt", changed_at = ${at}, searched = x.searched, merged_into = null
    from jsonb_to_recordset(${JSON.stringify(summaries)}::jsonb) as x(id integer, name text, names text[], "titleJa" text,
      "titleEn" text, state text, score real, "scoreVersion" text, severity smallint, "exploitedOn" date, labels text[],
      technologies text[], "publishedAt" timestamptz, "modifiedAt" timestamptz, searched text)
    left join lateral (select probability, percentile from epss_score s where s.name = any(x.names)
      order by probability desc, s.name limit 1) e on true
    where v.id = x.id`.execute(transaction);
}

/** Groups that went into others, or came out of them: their line stays, so that a kept link still leads somewhere. */
export async function writeRegroupings(
  transaction: Transaction,
  regroupings: readonly (Omit<Regrouping, 'group'> & { into: number })[],
  at: Temporal.Instant,
): Promise<void> {
  if (regroupings.length === 0) return;
  await transaction
    .insertInto('alias_merge')
    .values(
      regroupings.map(({ how, from, into, name }) => ({ id: newId(), from_id: from, into_id: into, how, name, at })),
    )
    .execute();
  const merged = regroupings.filter(({ how }) => how === 'merge');
  await sql`
    update vulnerability v set state = 'merged', merged_into = m.into_id, changed_at = ${at}
    from unnest(${merged.map(({ from }) => from)}::integer[], ${merged.map(({ into }) => into)}::integer[]) as m (from_id, into_id)
    where v.id = m.from_id`.execute(transaction);
}

/** A line for each new vulnerability, so that records can name it before it is summed up. */
export async function insertVulnerabilities(
  transaction: Transaction,
  rows: readonly { id: number; wallId: string | null }[],
  at: Temporal.Instant,
): Promise<void> {
  await sql`
    insert into vulnerability (id, ref, name, state, severity, labels, technologies, changed_at, searched, wall_id)
    select id, ref, '', 'published', 0, '{}', '{}', ${at}, '', wall_id
    from unnest(${rows.map(({ id }) => id)}::integer[], ${rows.map(() => newId())}::uuid[],
      ${rows.map(({ wallId }) => wallId)}::uuid[]) as x(id, ref, wall_id)`.execute(transaction);
}

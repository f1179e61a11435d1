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

export type SummedUp = Summary & { id: number; name: string; names: readonly string[]; wallId: string | null };

/** Writes what is said of vulnerabilities together; EPSS is looked up by their names. */
export async function writeSummaries(
  transaction: Transaction,
  summaries: readonly SummedUp[],
  at: Temporal.Instant,
): Promise<void> {
  await sql`
    insert into vulnerability (id, name, title_ja, title_en, state, score, score_version, severity, exploited_on, epss,
      epss_percentile, labels, technologies, published_at, modified_at, changed_at, searched, wall_id)
    select x.id, x.name, x."titleJa", x."titleEn", x.state, x.score, x."scoreVersion", x.severity, x."exploitedOn",
      e.probability, e.percentile, x.labels, x.technologies, x."publishedAt", x."modifiedAt", ${at}, x.searched, x."wallId"
    from jsonb_to_recordset(${JSON.stringify(summaries)}::jsonb) as x(id integer, name text, names text[], "titleJa" text,
      "titleEn" text, state text, score real, "scoreVersion" text, severity smallint, "exploitedOn" date, labels text[],
      technologies text[], "publishedAt" timestamptz, "modifiedAt" timestamptz, searched text, "wallId" uuid)
    left join lateral (select probability, percentile from epss_score s where s.name = any(x.names)
      order by probability desc, s.name limit 1) e on true
    on conflict (id) do update set name = excluded.name, title_ja = excluded.title_ja, title_en = excluded.title_en,
      state = excluded.state, score = excluded.score, score_version = excluded.score_version, severity = excluded.severity,
      exploited_on = excluded.exploited_on, epss = excluded.epss, epss_percentile = excluded.epss_percentile,
      labels = excluded.labels, technologies = excluded.technologies, published_at = excluded.published_at,
      modified_at = excluded.modified_at, changed_at = excluded.changed_at, searched = excluded.searched,
      wall_id = excluded.wall_id, merged_into = null`.execute(transaction);
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
    insert into vulnerability (id, name, state, severity, labels, technologies, changed_at, searched, wall_id)
    select id, '', 'published', 0, '{}', '{}', ${at}, '', wall_id
    from unnest(${rows.map(({ id }) => id)}::integer[], ${rows.map(({ wallId }) => wallId)}::uuid[]) as x(id, wall_id)`.execute(
    transaction,
  );
}

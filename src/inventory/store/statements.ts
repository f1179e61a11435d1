import { sql } from 'kysely';
import type { Db, Transaction } from '#platform/database';
import { storableJson } from '../sbom/storable.ts';

export type StatementOrigin = 'sbom' | 'vex' | 'dependency-track';

/** A statement about a vulnerability, as it was written. */
export type Statement = {
  vulnerability: string;
  /** Null: about the release as a whole. */
  componentId: number | null;
  status: string;
  justification: string | null;
  detail: string | null;
  at: Temporal.Instant | null;
  by: string | null;
};

const columns = [
  'vulnerability',
  'component_id as componentId',
  'status',
  'justification',
  'detail',
  'stated_at as at',
  'stated_by as by',
] as const;

/** What was stated about a release, in the order of the vulnerabilities. */
export async function listStatements(
  db: Db,
  releaseId: string,
  origin: StatementOrigin | null = null,
): Promise<(Statement & { origin: StatementOrigin })[]> {
  let query = db
    .selectFrom('release_statement')
    .select([...columns, 'origin'])
    .where('release_id', '=', releaseId);
  if (origin !== null) query = query.where('origin', '=', origin);
  const rows = await query.orderBy('vulnerability').orderBy('id').execute();
  return rows as (Statement & { origin: StatementOrigin })[];
}

/** Forgets what this origin has stated, of all vulnerabilities or of these. */
export async function deleteStatements(
  transaction: Transaction,
  { releaseId, origin, vulnerabilities }: Place & { vulnerabilities: string[] | null },
): Promise<void> {
  let query = transaction
    .deleteFrom('release_statement')
    .where('release_id', '=', releaseId)
    .where('origin', '=', origin);
  if (vulnerabilities !== null) query = query.where('vulnerability', '=', sql<string>`any(${vulnerabilities}::text[])`);
  await query.execute();
}

type Place = { releaseId: string; origin: StatementOrigin };

/** Keeps what this origin states. */
export async function insertOriginStatements(
  transaction: Transaction,
  { releaseId, origin }: Place,
  rows: (Statement & { id: string })[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into release_statement (id, release_id, origin, vulnerability, component_id, status, justification, detail, stated_at, stated_by)
    select id, ${releaseId}::uuid, ${origin}, vulnerability, "componentId", status, justification, detail, at, by
    from jsonb_to_recordset(${storableJson(rows)}::jsonb) as x(id uuid, vulnerability text, "componentId" int, status text,
      justification text, detail text, at timestamptz, by text)`.execute(transaction);
}

/**
 * Which components of a release are meant, by their purl, else by name and version.
 * @returns the place in `wanted` → the id of the component; what the release does not contain is left out
 */
export async function findComponentsOf(
  db: Db,
  releaseId: string,
  wanted: { purl: string | null; nameFolded: string; version: string | null }[],
): Promise<Map<number, number>> {
  const rows = wanted.map((one, place) => ({ ...one, place }));
  const { rows: found } = await sql<{ place: number; id: number }>`
    with here as materialized (
      select c.id, c.purl, c.name_folded, c.version
      from release r join release_component u on u.release_key = r.key join component c on c.id = u.component_id
      where r.id = ${releaseId}::uuid
    ), wanted as materialized (
      select * from jsonb_to_recordset(${storableJson(rows)}::jsonb) as x(place int, purl text, "nameFolded" text, version text)
    )
    select distinct on (place) place, id from (
      select 1 as rank, w.place, h.id from wanted w join here h on h.purl = w.purl
      union all
      select 2, w.place, h.id from wanted w join here h on h.name_folded = w."nameFolded" and h.version is not distinct from w.version
    ) hit order by place, rank, id`.execute(db);
  return new Map(found.map(({ place, id }) => [place, id]));
}

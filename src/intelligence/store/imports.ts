import { sql } from 'kysely';
import { type Viewer, visibleTo } from '#access';
import type { Db, Transaction } from '#platform/database';
import type { ImportCounts } from '../import-records.ts';
import type { SourceId } from '../statement.ts';

/** A record that could not be read: the file, the place in it, the rule that it breaks. */
export type Problem = { file: string; place: string; rule: string; message: string };

type NewImport = {
  id: string;
  names: readonly string[];
  fileSha256: Buffer | null;
  startedAt: Temporal.Instant;
  person: Viewer['person'];
  personName: string;
  counts: ImportCounts;
};

export async function insertImport(db: Db, row: NewImport): Promise<void> {
  await db
    .insertInto('intelligence_import')
    .values({
      ...{ id: row.id, started_at: row.startedAt, person_id: row.person?.id ?? null, person_name: row.personName },
      ...{ names: [...row.names], file_sha256: row.fileSha256, state: 'running', counts: JSON.stringify(row.counts) },
    })
    .execute();
}

/** Runs that have not ended, oldest first. */
export async function listRunning(
  db: Db,
): Promise<{ id: string; startedAt: Temporal.Instant; isUpload: boolean; counts: ImportCounts }[]> {
  const { rows } = await sql<{ id: string; startedAt: Temporal.Instant; isUpload: boolean; counts: ImportCounts }>`
    select id, started_at as "startedAt", file_sha256 is not null as "isUpload", counts
    from intelligence_import where state = 'running' order by started_at`.execute(db);
  return rows;
}

/** Begins a run anew: what it had told of is forgotten, since it is told again. @returns what it had written */
export async function restartImport(db: Db, id: string): Promise<Pick<ImportCounts, 'created' | 'changed'>> {
  await db.deleteFrom('intelligence_problem').where('import_id', '=', id).execute();
  const found = await findImport(db, id);
  if (!found) throw new Error(`There is no import ${id}`);
  return found.counts;
}

/** Writes how far a run has come, with what could not be read on the way: the last of what `counts` calls refused. */
export async function noteProgress(
  transaction: Transaction,
  { id, counts, problems }: { id: string; counts: ImportCounts; problems: readonly Problem[] },
): Promise<void> {
  const told = (key: keyof Problem) => problems.map((problem) => tellable(problem[key]));
  await sql`
    update intelligence_import set counts = ${JSON.stringify(counts)}::jsonb where id = ${id}::uuid`.execute(
    transaction,
  );
  await sql`
    insert into intelligence_problem (import_id, number, file, place, rule, message)
    select ${id}::uuid, ${counts.refused - problems.length}::integer + number, file, place, rule, message
    from unnest(${told('file')}::text[], ${told('place')}::text[], ${told('rule')}::text[], ${told('message')}::text[])
      with ordinality as x(file, place, rule, message, number)`.execute(transaction);
}

const longest = 500;

/** Names and words out of a file may hold anything; of a long one both ends are told. */
function tellable(text: string): string {
  const kept = text.toWellFormed().replaceAll('\0', '\ufffd');
  return kept.length > longest ? `${kept.slice(0, longest / 2)}…${kept.slice(-longest / 2)}` : kept;
}

export async function endImport(
  db: Db,
  id: string,
  end: { state: 'done' | 'failed'; at: Temporal.Instant; problem: string | null; counts: ImportCounts },
): Promise<void> {
  await db
    .updateTable('intelligence_import')
    .set({ state: end.state, finished_at: end.at, problem: end.problem, counts: JSON.stringify(end.counts) })
    .where('id', '=', id)
    .execute();
}

/** Notes that something of these sources was read by an import, and how new it was. A file that is sent makes no feed fresher. */
export async function noteSources(
  db: Db,
  viewer: Viewer,
  { importId, sources, at }: { importId: string; sources: ReadonlyMap<SourceId, string | null>; at: Temporal.Instant },
): Promise<void> {
  const isFed = sql`exists (select from intelligence_import i where i.id = ${importId}::uuid and i.file_sha256 is null)`;
  await sql`
    insert into source_state (source, fed, last_success_at, data_at, records)
    select x.source, ${isFed}, ${at}, x.data_at, case when x.source = 'epss' then (select count(*) from epss_score)
      else (select count(*) from record r where r.source = x.source and r.wall_id is null and ${visibleTo(viewer, 'r.wall_id')}) end
    from unnest(${[...sources.keys()]}::text[], ${[...sources.values()]}::timestamptz[]) as x(source, data_at)
    on conflict (source) do update set records = excluded.records, fed = source_state.fed or excluded.fed,
      last_success_at = case when source_state.fed and not excluded.fed then source_state.last_success_at else excluded.last_success_at end,
      data_at = greatest(source_state.data_at, excluded.data_at)`.execute(db);
}

export type SourceStateRow = {
  source: SourceId;
  lastSuccessAt: Temporal.Instant;
  dataAt: Temporal.Instant | null;
  records: number;
  /** By itself, or only by files that somebody sent. */
  how: 'feed' | 'upload';
};

/** The oldest first: what is stale comes before what is fresh. */
export async function listSourceStates(db: Db): Promise<SourceStateRow[]> {
  const { rows } = await sql<SourceStateRow>`
    select source, last_success_at as "lastSuccessAt", data_at as "dataAt", records,
      case when fed then 'feed' else 'upload' end as how from source_state
    order by last_success_at, source`.execute(db);
  return rows;
}

export const importStates = ['running', 'done', 'failed'] as const;
type ImportState = (typeof importStates)[number];

/** How many imports there are in each state, and how many records could not be read in them. */
export async function countImports(db: Db): Promise<Map<ImportState, { imports: number; refused: number }>> {
  const { rows } = await sql<{ state: ImportState; imports: number; refused: number }>`
    select state, count(*)::integer as imports, sum((counts ->> 'refused')::bigint)::double precision as refused
    from intelligence_import group by state`.execute(db);
  return new Map(rows.map(({ state, ...counts }) => [state, counts]));
}

export type ImportRow = {
  id: string;
  startedAt: Temporal.Instant;
  finishedAt: Temporal.Instant | null;
  personName: string;
  names: string[];
  state: ImportState;
  counts: ImportCounts;
  problem: string | null;
};

const importColumns = sql`id, started_at as "startedAt", finished_at as "finishedAt", person_name as "personName", names, state, counts, problem`;

/** Newest first, from just behind a place on. */
export async function listImports(
  db: Db,
  place: { startedAt: string; id: string } | null,
  limit: number,
): Promise<ImportRow[]> {
  const after = place ? sql`(started_at, id) < (${place.startedAt}::timestamptz, ${place.id}::uuid)` : sql`true`;
  const { rows } = await sql<ImportRow>`
    select ${importColumns} from intelligence_import where ${after}
    order by started_at desc, id desc limit ${limit}`.execute(db);
  return rows;
}

/** The upload that a job is to read, while it waits or was cut off. */
export async function findUpload(db: Db, id: string): Promise<{ name: string; sha256: Buffer } | undefined> {
  const { rows } = await sql<{ name: string; sha256: Buffer }>`
    select names[1] as name, file_sha256 as sha256 from intelligence_import
    where id = ${id}::uuid and state = 'running' and file_sha256 is not null`.execute(db);
  return rows[0];
}

export async function findImport(db: Db, id: string): Promise<ImportRow | undefined> {
  const { rows } = await sql<ImportRow>`
    select ${importColumns} from intelligence_import where id = ${id}::uuid`.execute(db);
  return rows[0];
}

/** What could not be read in an import, in the order of reading. */
export async function listProblems(
  db: Db,
  { importId, after, limit }: { importId: string; after: number; limit: number },
): Promise<(Problem & { number: number })[]> {
  return db
    .selectFrom('intelligence_problem')
    .select(['number', 'file', 'place', 'rule', 'message'])
    .where('import_id', '=', importId)
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute();
}

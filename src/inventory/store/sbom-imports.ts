import { sql } from 'kysely';
import type { Db, Transaction } from '#platform/database';
import type { importOrigins, importStates } from '../contract/sbom-shapes.ts';
import type { SbomCheck } from '../sbom/check.ts';
import type { PartsMapping } from '../sbom/parts-mapping.ts';
import { storableJson } from '../sbom/storable.ts';

export type ImportOrigin = (typeof importOrigins)[number];

/** An upload of a bill of materials. */
export type SbomImportRow = {
  id: string;
  releaseId: string;
  state: (typeof importStates)[number];
  phase: 'checking' | 'storing' | null;
  partsRead: number;
  origin: ImportOrigin;
  fileName: string;
  sha256: Buffer;
  sizeBytes: number;
  mapping: PartsMapping | null;
  receivedAt: Temporal.Instant;
  finishedAt: Temporal.Instant | null;
  personId: string | null;
  personName: string;
  sbomId: string | null;
  result: SbomCheck | null;
  problem: string | null;
  matchedAt: Temporal.Instant | null;
};

const columns = [
  'id',
  'release_id as releaseId',
  'state',
  'phase',
  'parts_read as partsRead',
  'origin',
  'file_name as fileName',
  'sha256',
  'size_bytes as sizeBytes',
  'mapping',
  'received_at as receivedAt',
  'finished_at as finishedAt',
  'person_id as personId',
  'person_name as personName',
  'sbom_id as sbomId',
  'result',
  'problem',
  'matched_at as matchedAt',
] as const;

/** Keeps that a file has come, before it is read. */
export async function insertSbomImport(
  transaction: Transaction,
  row: Pick<
    SbomImportRow,
    'id' | 'releaseId' | 'origin' | 'fileName' | 'sha256' | 'sizeBytes' | 'receivedAt' | 'personId' | 'personName'
  > & { mayDecide: boolean },
): Promise<void> {
  await transaction
    .insertInto('sbom_import')
    .values({
      id: row.id,
      release_id: row.releaseId,
      state: 'waiting',
      origin: row.origin,
      file_name: row.fileName,
      sha256: row.sha256,
      size_bytes: row.sizeBytes,
      received_at: row.receivedAt,
      person_id: row.personId,
      person_name: row.personName,
      may_decide: row.mayDecide,
    })
    .execute();
}

export async function findSbomImport(db: Db, id: string): Promise<SbomImportRow | undefined> {
  const row = await db.selectFrom('sbom_import').select(columns).where('id', '=', id).executeTakeFirst();
  return row as SbomImportRow | undefined;
}

/** Locks an upload, so that it ends once. */
export async function lockSbomImport(transaction: Transaction, id: string): Promise<SbomImportRow | undefined> {
  const row = await transaction
    .selectFrom('sbom_import')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row as SbomImportRow | undefined;
}

/** Whether an upload for the same release that came before this one, and after another (null: whenever), has not been read yet. */
export async function isAnotherWaiting(
  db: Db,
  { id, releaseId }: Pick<SbomImportRow, 'id' | 'releaseId'>,
  afterId: string | null,
): Promise<boolean> {
  let query = db
    .selectFrom('sbom_import')
    .select('id')
    .where('release_id', '=', releaseId)
    .where('state', '=', 'waiting')
    .where('id', '<', id);
  if (afterId !== null) query = query.where('id', '>', afterId);
  return (await query.limit(1).executeTakeFirst()) !== undefined;
}

/** How far it is; one that has ended stays as it is. */
export async function noteProgress(
  db: Db,
  id: string,
  phase: 'checking' | 'storing',
  partsRead: number,
): Promise<void> {
  await db
    .updateTable('sbom_import')
    .set({ phase, parts_read: partsRead })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
}

type Ending =
  | { state: 'refused' | 'needs-mapping'; result: SbomCheck }
  | { state: 'stored'; sbomId: string; result: SbomCheck; mapping: PartsMapping | null }
  | { state: 'failed'; problem: string };

/** Ends a waiting upload. */
export async function endSbomImport(db: Db, id: string, at: Temporal.Instant, ending: Ending): Promise<void> {
  await db
    .updateTable('sbom_import')
    .set({
      state: ending.state,
      phase: null,
      finished_at: at,
      problem: ending.state === 'failed' ? ending.problem : null,
      ...('result' in ending ? { result: storableJson(ending.result) } : {}),
      ...('sbomId' in ending
        ? { sbom_id: ending.sbomId, mapping: ending.mapping && storableJson(ending.mapping) }
        : {}),
    })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
}

/** What it holds was matched before, as long as no other upload of its release still waits for that. */
export async function noteNothingToMatch(db: Db, id: string, at: Temporal.Instant): Promise<void> {
  await sql`
    update sbom_import i set matched_at = ${at} where i.id = ${id}::uuid and i.state = 'stored' and not exists (
      select from sbom_import o where o.release_id = i.release_id and o.id <> i.id and o.state = 'stored' and o.matched_at is null)`.execute(
    db,
  );
}

/** Lets an upload wait again: for a mapping that was said, or after a failure. */
export async function reopenSbomImport(
  transaction: Transaction,
  id: string,
  mapping: PartsMapping | null,
): Promise<void> {
  await transaction
    .updateTable('sbom_import')
    .set({ state: 'waiting', phase: null, parts_read: 0, finished_at: null, mapping: mapping && storableJson(mapping) })
    .where('id', '=', id)
    .execute();
}

/** Uploads that wait since before the instant, oldest first: a stop of the server has left them behind. */
export async function listLeftBehind(db: Db, before: Temporal.Instant, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from sbom_import where state = 'waiting' and received_at < ${before}::timestamptz
    order by received_at, id limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Uploads of a release that were not stored, newest first. */
export async function listUnstored(db: Db, releaseId: string, limit: number): Promise<SbomImportRow[]> {
  const rows = await db
    .selectFrom('sbom_import')
    .select(columns)
    .where('release_id', '=', releaseId)
    .where('state', '<>', 'stored')
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows as SbomImportRow[];
}

/** What a person has said of columns with this header. @param header SHA-256 in hex */
export async function findMapping(db: Db, header: string): Promise<PartsMapping | undefined> {
  const row = await db
    .selectFrom('parts_mapping')
    .select('columns')
    .where('header', '=', Buffer.from(header, 'hex'))
    .executeTakeFirst();
  return row?.columns as PartsMapping | undefined;
}

/** Remembers what columns mean; the last word counts. */
export async function saveMapping(
  transaction: Transaction,
  { header, mapping, at, by }: { header: string; mapping: PartsMapping; at: Temporal.Instant; by: string },
): Promise<void> {
  const said = { columns: JSON.stringify(mapping), said_at: at, said_by: by };
  await transaction
    .insertInto('parts_mapping')
    .values({ header: Buffer.from(header, 'hex'), ...said })
    .onConflict((conflict) => conflict.column('header').doUpdateSet(said))
    .execute();
}

import { sql } from 'kysely';
import type { Db, Transaction } from '#platform/database';
import type { SbomCheck } from '../sbom/check.ts';
import { storableJson } from '../sbom/storable.ts';

/** A bill of materials without what stands in it. */
export type KeptSbomRow = {
  id: string;
  releaseId: string;
  format: string;
  formatVersion: string | null;
  fileName: string;
  sha256: Buffer;
  sizeBytes: number;
  acceptedAt: Temporal.Instant;
  personId: string | null;
  personName: string;
  supersededAt: Temporal.Instant | null;
  removedAt: Temporal.Instant | null;
  result: SbomCheck;
};

const columns = [
  'id',
  'release_id as releaseId',
  'format',
  'format_version as formatVersion',
  'file_name as fileName',
  'sha256',
  'size_bytes as sizeBytes',
  'accepted_at as acceptedAt',
  'person_id as personId',
  'person_name as personName',
  'superseded_at as supersededAt',
  'removed_at as removedAt',
  'result',
] as const;

/** One of them, also one that does not count any more. */
export async function findSbom(db: Db, id: string): Promise<KeptSbomRow | undefined> {
  const row = await db.selectFrom('sbom').select(columns).where('id', '=', id).executeTakeFirst();
  return row as KeptSbomRow | undefined;
}

/** The one that counts. */
export async function findPresentSbom(db: Db, releaseId: string): Promise<KeptSbomRow | undefined> {
  const row = await db
    .selectFrom('sbom')
    .select(columns)
    .where('release_id', '=', releaseId)
    .where('superseded_at', 'is', null)
    .executeTakeFirst();
  return row as KeptSbomRow | undefined;
}

/** Those of a release, newest upload first. */
export async function listSboms(
  db: Db,
  releaseId: string,
  { which, limit }: { which: 'standing' | 'all'; limit: number },
): Promise<KeptSbomRow[]> {
  let query = db.selectFrom('sbom').select(columns).where('release_id', '=', releaseId);
  if (which === 'standing') query = query.where('removed_at', 'is', null);
  const rows = await query.orderBy('id', 'desc').limit(limit).execute();
  return rows as KeptSbomRow[];
}

/** Keeps one that was accepted. */
export async function insertSbom(transaction: Transaction, row: KeptSbomRow): Promise<void> {
  await transaction
    .insertInto('sbom')
    .values({
      id: row.id,
      release_id: row.releaseId,
      format: row.format,
      format_version: row.formatVersion,
      file_name: row.fileName,
      sha256: row.sha256,
      size_bytes: row.sizeBytes,
      result: storableJson(row.result),
      accepted_at: row.acceptedAt,
      person_id: row.personId,
      person_name: row.personName,
      superseded_at: row.supersededAt,
      removed_at: row.removedAt,
    })
    .execute();
}

/** Says whether it counts, and whether a person has removed it. */
export async function markSbom(
  transaction: Transaction,
  id: string,
  { supersededAt, removedAt }: Pick<KeptSbomRow, 'supersededAt' | 'removedAt'>,
): Promise<void> {
  await transaction
    .updateTable('sbom')
    .set({ superseded_at: supersededAt, removed_at: removedAt })
    .where('id', '=', id)
    .execute();
}

/** Forgets what stands in those of a release, and what they state: their bytes are kept. */
export async function deleteContents(transaction: Transaction, releaseId: string): Promise<void> {
  await sql`delete from sbom_contents c using sbom s where s.id = c.sbom_id and s.release_id = ${releaseId}::uuid`.execute(
    transaction,
  );
  await transaction
    .deleteFrom('release_statement')
    .where('release_id', '=', releaseId)
    .where('origin', '=', 'sbom')
    .execute();
}

/** Keeps what stands in the one that counts. */
export async function insertContents(
  transaction: Transaction,
  sbomId: string,
  { bytes, shipped }: { bytes: Buffer; shipped: number[] },
): Promise<void> {
  await sql`insert into sbom_contents (sbom_id, shipped, bytes) values (${sbomId}::uuid, ${shipped}::int[], ${bytes})`.execute(
    transaction,
  );
}

export type StatementRow = {
  id: string;
  vulnerability: string;
  component_id: number | null;
  status: string;
  justification: string | null;
  detail: string | null;
};

/** Keeps statements about vulnerabilities that came with a bill of materials. */
export async function insertStatements(
  transaction: Transaction,
  { releaseId, sbomId, at, by }: { releaseId: string; sbomId: string; at: string | null; by: string | null },
  rows: readonly StatementRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into release_statement (id, release_id, sbom_id, origin, vulnerability, component_id, status, justification, detail,
      stated_at, stated_by)
    select id, ${releaseId}::uuid, ${sbomId}::uuid, 'sbom', vulnerability, component_id, status, justification, detail,
      ${at}::timestamptz, ${by}::text
    from jsonb_to_recordset(${storableJson(rows)}::jsonb) as x(id uuid, vulnerability text, component_id int, status text,
      justification text, detail text)`.execute(transaction);
}

/** What stands in the present ones of these releases, packed, by the key of the release. */
export async function listContents(db: Db, releaseKeys: readonly number[]): Promise<Map<number, Buffer>> {
  const { rows } = await sql<{ key: number; bytes: Buffer }>`
    select r.key, c.bytes from release r join sbom s on s.release_id = r.id and s.superseded_at is null
    join sbom_contents c on c.sbom_id = s.id where r.key = any(${releaseKeys}::int[])`.execute(db);
  return new Map(rows.map(({ key, bytes }) => [key, bytes]));
}

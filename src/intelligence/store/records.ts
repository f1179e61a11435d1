import { sql } from 'kysely';
import { type Viewer, visibleTo } from '#access';
import type { Db, Transaction } from '#platform/database';
import type { SourceId, Statement } from '../statement.ts';
import { keyOf, type Standing } from '../which-stands.ts';

/** A record as it is kept, without its words. */
export type KeptRecord = {
  id: number;
  source: SourceId;
  externalId: string;
  vulnerabilityId: number;
  revision: number;
  reader: number;
  originalSha256: Buffer;
  names: string[];
};

const kept = sql`r.id, r.source, r.external_id as "externalId", r.vulnerability_id as "vulnerabilityId", r.revision, r.reader,
  r.original_sha256 as "originalSha256", array(select n.name from record_name n where n.record_id = r.id order by n.name) as names`;

/** One importer writes at a time, so that two never make two groups of one name. */
export async function holdImports(transaction: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('intelligence.import'))`.execute(transaction);
}

/** Records of these ids, as far as they are kept. */
export async function findRecords(
  db: Db,
  viewer: Viewer,
  wanted: readonly { source: SourceId; externalId: string }[],
): Promise<KeptRecord[]> {
  const { rows } = await sql<KeptRecord>`
    select ${kept} from unnest(${wanted.map(({ source }) => source)}::text[], ${wanted.map(({ externalId }) => externalId)}::text[])
      as wanted (source, external_id) join record r on r.source = wanted.source and r.external_id = wanted.external_id
    where ${visibleTo(viewer, 'r.wall_id')}`.execute(db);
  return rows;
}

/** What is kept of the records that these were read as, by source and id; nothing for those that are new. */
export async function findStanding(
  transaction: Transaction,
  viewer: Viewer,
  read: readonly { statement: Statement; sha256: Buffer }[],
): Promise<Map<string, Standing>> {
  const { rows } = await sql<Standing & { source: SourceId; externalId: string }>`
    select r.source, r.external_id as "externalId", r.statement->>'modifiedAt' as "modifiedAt",
      r.original_sha256 as "originalSha256", r.reader, exists (select from record_revision v
        where v.record_id = r.id and v.original_sha256 = x.sha256 and v.revision < r.revision) as "isEarlier"
    from unnest(${read.map(({ statement }) => statement.source)}::text[],
      ${read.map(({ statement }) => statement.externalId)}::text[], ${read.map(({ sha256 }) => sha256)}::bytea[])
      as x (source, external_id, sha256) join record r on r.source = x.source and r.external_id = x.external_id
    where ${visibleTo(viewer, 'r.wall_id')}`.execute(transaction);
  return new Map(rows.map((row) => [keyOf(row), row]));
}

/**
 * All records of the groups that any of these names or records is in, but of some groups; those behind walls make groups of
 * their own.
 */
export async function listGroupsOf(
  transaction: Transaction,
  viewer: Viewer,
  { names, recordIds, except }: { names: readonly string[]; recordIds: readonly number[]; except: readonly number[] },
): Promise<KeptRecord[]> {
  const { rows } = await sql<KeptRecord>`
    select ${kept} from record r
    where r.wall_id is null and ${visibleTo(viewer, 'r.wall_id')} and r.vulnerability_id in (
      select o.vulnerability_id from record_name n join record o on o.id = n.record_id
      where n.name = any(${names}::text[]) and n.wall_id is null
      union select o.vulnerability_id from record o where o.id = any(${recordIds}::integer[])
      except select unnest(${except}::integer[]))
    order by r.id`.execute(transaction);
  return rows;
}

export type WrittenRecord = {
  id: number;
  vulnerabilityId: number;
  revision: number;
  reader: number;
  sha256: Buffer;
  statement: Statement;
  wallId: string | null;
};

/** Numbers for new records, before they are written. */
export async function takeRecordIds(transaction: Transaction, count: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence('record', 'id'))::integer as id from generate_series(1, ${count}::integer)`.execute(
    transaction,
  );
  return rows.map(({ id }) => id);
}

/** Writes records with their revision and their names; what stood under their id is replaced. */
export async function writeRecords(
  transaction: Transaction,
  viewer: Viewer,
  { records, at }: { records: readonly WrittenRecord[]; at: Temporal.Instant },
): Promise<void> {
  const rows = JSON.stringify(
    records.map(({ sha256, statement, ...record }) => ({
      ...record,
      ...{ sha256: sha256.toString('hex'), statement, names: statement.names, source: statement.source },
      ...{ externalId: statement.externalId, state: statement.state, modifiedAt: statement.modifiedAt },
    })),
  );
  const read = sql`jsonb_to_recordset(${rows}::jsonb) as x(id integer, "vulnerabilityId" integer, revision integer,
    reader smallint, sha256 text, statement jsonb, names text[], source text, "externalId" text, state text,
    "modifiedAt" timestamptz, "wallId" uuid)`;
  await sql`
    insert into record (id, source, external_id, vulnerability_id, revision, reader, original_sha256, statement, state,
      modified_at, imported_at, wall_id)
    select id, source, "externalId", "vulnerabilityId", revision, reader, decode(sha256, 'hex'), statement, state,
      "modifiedAt", ${at}, "wallId" from ${read}
    on conflict (id) do update set vulnerability_id = excluded.vulnerability_id, revision = excluded.revision,
      reader = excluded.reader, original_sha256 = excluded.original_sha256, statement = excluded.statement,
      state = excluded.state, modified_at = excluded.modified_at, imported_at = excluded.imported_at`.execute(
    transaction,
  );
  await sql`
    insert into record_revision (record_id, revision, original_sha256, imported_at, wall_id)
    select id, revision, decode(sha256, 'hex'), ${at}, "wallId" from ${read}
    on conflict do nothing`.execute(transaction);
  await sql`
    delete from record_name n using ${read} where n.record_id = x.id and n.name <> all(x.names)
      and ${visibleTo(viewer, 'n.wall_id')}`.execute(transaction);
  await sql`
    insert into record_name (record_id, name, wall_id)
    select distinct id, name, "wallId" from ${read}, unnest(names) as name on conflict do nothing`.execute(transaction);
}

/** Keeps the bytes of records, each once. */
export async function keepOriginals(
  transaction: Transaction,
  originals: readonly { sha256: Buffer; packed: Buffer; wallId: string | null }[],
): Promise<void> {
  await sql`
    insert into record_original (sha256, bytes, wall_id)
    select * from unnest(${originals.map(({ sha256 }) => sha256)}::bytea[], ${originals.map(({ packed }) => packed)}::bytea[],
      ${originals.map(({ wallId }) => wallId)}::uuid[]) on conflict do nothing`.execute(transaction);
}

/** Puts records into the groups that they belong to now. */
export async function moveRecords(
  transaction: Transaction,
  moves: readonly { recordId: number; vulnerabilityId: number }[],
): Promise<void> {
  await sql`
    update record set vulnerability_id = moved.into_id
    from unnest(${moves.map(({ recordId }) => recordId)}::integer[], ${moves.map(({ vulnerabilityId }) => vulnerabilityId)}::integer[])
      as moved (record_id, into_id) where record.id = moved.record_id`.execute(transaction);
}

/** The present words of a record, with the number that is kept beside matches. */
export type KeptStatement = {
  recordId: number;
  vulnerabilityId: number;
  revision: number;
  wallId: string | null;
  importedAt: Temporal.Instant;
  statement: Statement;
};

/** What all sources say now of these vulnerabilities, as far as the viewer sees it. */
export async function listStatements(
  db: Db,
  viewer: Viewer,
  vulnerabilityIds: readonly number[],
): Promise<KeptStatement[]> {
  const { rows } = await sql<KeptStatement>`
    select r.id as "recordId", r.vulnerability_id as "vulnerabilityId", r.revision, r.wall_id as "wallId",
      r.imported_at as "importedAt", r.statement
    from record r where r.vulnerability_id = any(${vulnerabilityIds}::integer[]) and ${visibleTo(viewer, 'r.wall_id')}
    order by r.vulnerability_id, r.id`.execute(db);
  return rows;
}

/** The bytes of a record's present revision, packed. */
export async function findOriginal(
  db: Db,
  viewer: Viewer,
  { source, externalId }: { source: SourceId; externalId: string },
): Promise<Buffer | undefined> {
  const { rows } = await sql<{ packed: Buffer }>`
    select o.bytes as packed from record r join record_original o on o.sha256 = r.original_sha256
    where r.source = ${source} and r.external_id = ${externalId} and ${visibleTo(viewer, 'r.wall_id')}`.execute(db);
  return rows[0]?.packed;
}

import { sql } from 'kysely';
import { z } from 'zod';
import { type Viewer, visibleTo } from '#access';
import type { Db, Transaction } from '#platform/database';
import { InstantOfCursor } from '#platform/keyset';
import type { VexLine, VexSaid, VexScope } from '../contract/vex.ts';

export type NewVexImport = {
  id: string;
  filedFor: VexScope;
  fileName: string;
  sha256: Buffer;
  format: VexSaid['format'];
  documentId: string;
  author: string;
  statedAt: Temporal.Instant | null;
  at: Temporal.Instant;
  by: string | null;
  wallId: string | null;
};
export type NewVexLine = VexLine & { decisionId: string | null };

/** Keeps a file that was taken in, with what became of each of its statements. */
export async function insertVexImport(
  transaction: Transaction,
  { id, filedFor, wallId, ...said }: NewVexImport,
  lines: readonly NewVexLine[],
): Promise<void> {
  await transaction
    .insertInto('vex_import')
    .values({
      ...{ id, scope: filedFor.scope, scope_id: filedFor.id, file_name: said.fileName, sha256: said.sha256 },
      ...{ format: said.format, document_id: said.documentId, author: said.author, stated_at: said.statedAt },
      ...{ imported_at: said.at, imported_by: said.by, wall_id: wallId },
    })
    .execute();
  await sql`
    insert into vex_line (import_id, ordinal, vulnerability, product, part, status, justification, outcome, reason, places, decision_id, wall_id)
    select ${id}::uuid, x.ordinal, x.vulnerability, x.product, x.part, x.status, x.justification, x.outcome, x.reason, x.places, x."decisionId",
      ${wallId}::uuid
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as x(ordinal integer, vulnerability text, product text, part text, status text,
      justification text, outcome text, reason text, places integer, "decisionId" uuid)`.execute(transaction);
}

type LockedVexImport = {
  by: string | null;
  undoneAt: Temporal.Instant | null;
  fileName: string;
  wallId: string | null;
};

/** Locks such a file until the transaction ends, so that two people do not undo it both. */
export async function lockVexImport(
  transaction: Transaction,
  viewer: Viewer,
  id: string,
): Promise<LockedVexImport | undefined> {
  const { rows } = await sql<LockedVexImport>`
    select i.imported_by as by, i.undone_at as "undoneAt", i.file_name as "fileName", i.wall_id as "wallId" from vex_import i
    where i.id = ${id}::uuid and ${visibleTo(viewer, 'i.wall_id')} for update of i`.execute(transaction);
  return rows[0];
}

/** The decisions that a file became, the newest first. */
export async function listDecisionsOf(transaction: Transaction, viewer: Viewer, id: string): Promise<string[]> {
  const { rows } = await sql<{ decisionId: string }>`
    select l.decision_id as "decisionId" from vex_line l
    where l.import_id = ${id}::uuid and l.decision_id is not null and ${visibleTo(viewer, 'l.wall_id')}
    group by l.decision_id order by max(l.ordinal) desc`.execute(transaction);
  return rows.map(({ decisionId }) => decisionId);
}

export async function markUndone(
  transaction: Transaction,
  viewer: Viewer,
  { id, at }: { id: string; at: Temporal.Instant },
): Promise<void> {
  await sql`update vex_import i set undone_at = ${at} where i.id = ${id}::uuid and ${visibleTo(viewer, 'i.wall_id')}`.execute(
    transaction,
  );
}

/** Where a page of files ended. */
export const ImportPlace = z.tuple([InstantOfCursor, z.uuid()]);

export type VexImportRow = {
  id: string;
  for: VexScope;
  fileName: string;
  format: VexSaid['format'];
  documentId: string;
  author: string;
  statedAt: Temporal.Instant | null;
  importedAt: Temporal.Instant;
  by: string | null;
  undoneAt: Temporal.Instant | null;
  counts: VexSaid['counts'];
  walled: boolean;
};

/** Files that were taken in, newest first. */
export async function listVexImports(
  db: Db,
  viewer: Viewer,
  { place, limit }: { place: z.output<typeof ImportPlace> | null; limit: number },
): Promise<VexImportRow[]> {
  const { rows } = await sql<VexImportRow>`
    select i.id, jsonb_build_object('scope', i.scope, 'id', i.scope_id) as for, i.file_name as "fileName", i.format,
      i.document_id as "documentId", i.author, i.stated_at as "statedAt", i.imported_at as "importedAt", i.imported_by as by,
      i.undone_at as "undoneAt", i.wall_id is not null as walled,
      (select jsonb_build_object('applied', count(*) filter (where l.outcome = 'applied'), 'waits', count(*) filter (where l.outcome = 'waits'),
        'ignored', count(*) filter (where l.outcome = 'ignored'), 'places', coalesce(sum(l.places), 0)) from vex_line l
        where l.import_id = i.id and ${visibleTo(viewer, 'l.wall_id')}) as counts
    from vex_import i where ${visibleTo(viewer, 'i.wall_id')}
      and ${place ? sql`(i.imported_at, i.id) < (${place[0]}::timestamptz, ${place[1]}::uuid)` : sql`true`}
    order by i.imported_at desc, i.id desc limit ${limit}`.execute(db);
  return rows;
}

export async function hasVexImport(db: Db, viewer: Viewer, id: string): Promise<boolean> {
  const { rows } = await sql`
    select i.id from vex_import i where i.id = ${id}::uuid and ${visibleTo(viewer, 'i.wall_id')}`.execute(db);
  return rows.length > 0;
}

/** Statements of a file, in its order. */
export async function listVexLines(
  db: Db,
  viewer: Viewer,
  { id, from, limit }: { id: string; from: number; limit: number },
): Promise<VexLine[]> {
  const { rows } = await sql<VexLine>`
    select l.ordinal, l.vulnerability, l.product, l.part, l.status, l.justification, l.outcome, l.reason, l.places from vex_line l
    where l.import_id = ${id}::uuid and l.ordinal > ${from} and ${visibleTo(viewer, 'l.wall_id')}
    order by l.ordinal limit ${limit}`.execute(db);
  return rows;
}

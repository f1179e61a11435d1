import { sql } from 'kysely';
import type { Db, Transaction } from '#platform/database';
import type { Preview } from '../preview.ts';
import type { Plan } from '../sheet/plan.ts';

export type ImportState = 'previewed' | 'applied' | 'undone';

/** What is needed to apply a file that was previewed; undo needs only the lines that it made. */
export type KeptPlan = {
  lines: Plan['lines'];
  models: Pick<Plan['models'][number], 'id' | 'revision' | 'after' | 'reasons'>[];
};

export type KeptImport = {
  id: string;
  state: ImportState;
  fileName: string;
  sha256: Buffer;
  sizeBytes: number;
  personId: string | null;
  personName: string;
  previewedAt: Temporal.Instant;
  expiresAt: Temporal.Instant;
  appliedAt: Temporal.Instant | null;
  undoneAt: Temporal.Instant | null;
  undoneBy: string | null;
};

const columns = [
  'id',
  'state',
  'file_name as fileName',
  'sha256',
  'size_bytes as sizeBytes',
  'person_id as personId',
  'person_name as personName',
  'previewed_at as previewedAt',
  'expires_at as expiresAt',
  'applied_at as appliedAt',
  'undone_at as undoneAt',
  'undone_by as undoneBy',
] as const;

type PreviewedFile = Pick<
  KeptImport,
  'id' | 'fileName' | 'sha256' | 'sizeBytes' | 'personId' | 'personName' | 'previewedAt' | 'expiresAt'
>;

/** Keeps what a file would change, until it is applied or expires. */
export async function insertImport(
  transaction: Transaction,
  file: PreviewedFile,
  { preview, plan }: { preview: Preview; plan: KeptPlan | null },
): Promise<void> {
  await transaction
    .insertInto('inventory_import')
    .values({
      id: file.id,
      state: 'previewed',
      register: 'products',
      file_name: file.fileName,
      sha256: file.sha256,
      size_bytes: file.sizeBytes,
      person_id: file.personId,
      person_name: file.personName,
      previewed_at: file.previewedAt,
      expires_at: file.expiresAt,
      preview: JSON.stringify(preview),
      plan: plan === null ? null : JSON.stringify(plan),
    })
    .execute();
}

/** Locks an import, so that it is applied or undone once. */
export async function lockImport(
  transaction: Transaction,
  id: string,
): Promise<(KeptImport & { plan: KeptPlan | null }) | undefined> {
  const row = await transaction
    .selectFrom('inventory_import')
    .select([...columns, 'plan'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row as (KeptImport & { plan: KeptPlan | null }) | undefined;
}

/** An import with what it would change or has changed. */
export async function findImport(db: Db, id: string): Promise<(KeptImport & { preview: Preview }) | undefined> {
  const row = await db
    .selectFrom('inventory_import')
    .select([...columns, 'preview'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row as (KeptImport & { preview: Preview }) | undefined;
}

/** Marks it as applied or undone. */
export async function markImport(
  transaction: Transaction,
  id: string,
  to: { state: 'applied'; at: Temporal.Instant } | { state: 'undone'; at: Temporal.Instant; by: string },
): Promise<void> {
  await transaction
    .updateTable('inventory_import')
    .set(
      to.state === 'applied'
        ? { state: to.state, applied_at: to.at }
        : { state: to.state, undone_at: to.at, undone_by: to.by, plan: null },
    )
    .where('id', '=', id)
    .execute();
}

/** Imports that changed something, newest first; their counts, not their contents. */
export async function listImports(
  db: Db,
  { before, limit }: { before: { at: string; id: string } | null; limit: number },
): Promise<(KeptImport & { counts: Preview['counts'] })[]> {
  let query = db
    .selectFrom('inventory_import')
    .select(columns)
    .select(sql<Preview['counts']>`preview -> 'counts'`.as('counts'))
    .where('state', '<>', 'previewed');
  if (before) query = query.where(sql<boolean>`(previewed_at, id) < (${before.at}::timestamptz, ${before.id}::uuid)`);
  const rows = await query.orderBy('previewed_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return rows as (KeptImport & { counts: Preview['counts'] })[];
}

/** Forgets previews that expired before the instant. @returns how many */
export async function deleteExpired(db: Db, before: Temporal.Instant): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('inventory_import')
    .where('state', '=', 'previewed')
    .where('expires_at', '<', before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

import { sql } from 'kysely';
import type { Db, Transaction } from '#platform/database';
import type { RegisterName } from '../model/registers.ts';
import type { Preview } from '../preview.ts';
import type { Plan } from '../sheet/plan.ts';

export type ImportState = 'previewed' | 'applied' | 'undone';

/** What is needed to apply a file that was previewed; undo needs only the lines that it made. */
export type KeptPlan = {
  lines: Plan['lines'];
  models: Pick<Plan['models'][number], 'id' | 'revision' | 'after' | 'reasons'>[];
};

/** What a file tells of: lines, models and part numbers, or one of the registers below models. */
export type Imported = 'products' | RegisterName;

export type KeptImport = {
  id: string;
  register: Imported;
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
  'register',
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
  'id' | 'register' | 'fileName' | 'sha256' | 'sizeBytes' | 'personId' | 'personName' | 'previewedAt' | 'expiresAt'
>;

/** Keeps what a file would change, until it is applied or expires. */
export async function insertImport(
  transaction: Transaction,
  file: PreviewedFile,
  { preview, plan }: { preview: object; plan: object | null },
): Promise<void> {
  await transaction
    .insertInto('inventory_import')
    .values({
      id: file.id,
      state: 'previewed',
      register: file.register,
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

/** Locks an import of these, so that it is applied or undone once. */
export async function lockImport<Plan = KeptPlan>(
  transaction: Transaction,
  id: string,
  register: Imported = 'products',
): Promise<(KeptImport & { plan: Plan | null }) | undefined> {
  const row = await transaction
    .selectFrom('inventory_import')
    .select([...columns, 'plan'])
    .where('id', '=', id)
    .where('register', '=', register)
    .forUpdate()
    .executeTakeFirst();
  return row as (KeptImport & { plan: Plan | null }) | undefined;
}

/** An import of these with what it would change or has changed. */
export async function findImport<Seen = Preview>(
  db: Db,
  id: string,
  register: Imported = 'products',
): Promise<(KeptImport & { preview: Seen }) | undefined> {
  const row = await db
    .selectFrom('inventory_import')
    .select([...columns, 'preview'])
    .where('id', '=', id)
    .where('register', '=', register)
    .executeTakeFirst();
  return row as (KeptImport & { preview: Seen }) | undefined;
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

/** Imports of these that changed something, newest first; their counts, not their contents. */
export async function listImports<Counts = Preview['counts']>(
  db: Db,
  { before, limit }: { before: { at: string; id: string } | null; limit: number },
  register: Imported = 'products',
): Promise<(KeptImport & { counts: Counts })[]> {
  let query = db
    .selectFrom('inventory_import')
    .select(columns)
    .select(sql<Counts>`preview -> 'counts'`.as('counts'))
    .where('register', '=', register)
    .where('state', '<>', 'previewed');
  if (before) query = query.where(sql<boolean>`(previewed_at, id) < (${before.at}::timestamptz, ${before.id}::uuid)`);
  const rows = await query.orderBy('previewed_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return rows as (KeptImport & { counts: Counts })[];
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

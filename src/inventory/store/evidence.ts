import { sql } from 'kysely';
import type { Db, Transaction } from '#platform/database';
import type { evidenceKinds } from '../contract/sbom-shapes.ts';

/** What of the kernel is really built in a release. */
export type EvidenceRow = {
  id: string;
  releaseId: string;
  kind: (typeof evidenceKinds)[number];
  fileName: string;
  sha256: Buffer;
  sizeBytes: number;
  summary: Record<string, string | number | null>;
  addedAt: Temporal.Instant;
  personId: string | null;
  personName: string;
  removedAt: Temporal.Instant | null;
};

const columns = sql`id, release_id as "releaseId", kind, file_name as "fileName", sha256, size_bytes as "sizeBytes", summary,
  added_at as "addedAt", person_id as "personId", person_name as "personName", removed_at as "removedAt"`;

/** What stands of a release, by its kind. */
export async function listEvidence(db: Db, releaseId: string): Promise<EvidenceRow[]> {
  const { rows } = await sql<EvidenceRow>`
    select ${columns} from release_evidence where release_id = ${releaseId}::uuid and removed_at is null
    order by kind`.execute(db);
  return rows;
}

/** Locks one until the transaction ends, removed ones too. */
export async function lockEvidence(transaction: Transaction, id: string): Promise<EvidenceRow | undefined> {
  const { rows } = await sql<EvidenceRow>`
    select ${columns} from release_evidence where id = ${id}::uuid for update`.execute(transaction);
  return rows[0];
}

export async function insertEvidence(transaction: Transaction, row: EvidenceRow): Promise<void> {
  await transaction
    .insertInto('release_evidence')
    .values({
      id: row.id,
      release_id: row.releaseId,
      kind: row.kind,
      file_name: row.fileName,
      sha256: row.sha256,
      size_bytes: row.sizeBytes,
      summary: JSON.stringify(row.summary),
      added_at: row.addedAt,
      person_id: row.personId,
      person_name: row.personName,
    })
    .execute();
}

/** Takes what stands of a kind away, because another takes its place or (with `id`) alone. */
export async function markEvidence(
  transaction: Transaction,
  id: string,
  removedAt: Temporal.Instant | null,
): Promise<void> {
  await transaction.updateTable('release_evidence').set({ removed_at: removedAt }).where('id', '=', id).execute();
}

import { z } from 'zod';
import type { Tools } from '#access';
import { Refusal } from '#platform/errors';
import { decodeCursor, InstantOfCursor, pageOf } from '#platform/keyset';
import type { ImportRef } from './contract.ts';
import * as store from './store/imports.ts';

/** Imports that changed something, newest first, with what can be undone. */
export async function listImports(
  { db }: Pick<Tools, 'db'>,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<{ items: ImportRef[]; next: string | null }> {
  const before = after === undefined ? null : placeOf(after);
  const rows = await store.listImports(db, { before, limit: limit + 1 });
  const page = pageOf(rows, limit, ({ previewedAt, id }) => [previewedAt.toString(), id]);
  return { items: page.items.map(describeImport), next: page.next };
}

/** Where a page of imports ended. */
export const ImportPlace = z.tuple([InstantOfCursor, z.uuid()]);

function placeOf(after: string) {
  const [at, id] = decodeCursor(after, ImportPlace);
  return { at, id };
}

/**
 * One import: what it would change, or has changed. A preview is shown to who made it.
 * @throws Refusal 'not-found'
 */
export async function getImport({ db, viewer, now }: Pick<Tools, 'db' | 'viewer' | 'now'>, { id }: { id: string }) {
  const kept = await store.findImport(db, id);
  const isForeign = kept?.state === 'previewed' && kept.personId !== (viewer.person?.id ?? null);
  if (!kept || isForeign) throw new Refusal('not-found', `There is no such import: ${id}.`, { what: 'import' });
  const { preview } = kept;
  const isFresh = Temporal.Instant.compare(now(), kept.expiresAt) <= 0;
  const canApply = kept.state === 'previewed' && isFresh && preview.counts.errors === 0 && preview.models.length > 0;
  return { ...describeImport({ ...kept, counts: preview.counts }), preview, canApply };
}

/** An import without its contents, as it goes out. */
export function describeImport<Counts>(kept: store.KeptImport & { counts: Counts }) {
  return {
    id: kept.id,
    fileName: kept.fileName,
    sizeBytes: kept.sizeBytes,
    sha256: kept.sha256.toString('hex'),
    by: kept.personName,
    state: kept.state,
    previewedAt: kept.previewedAt.toString(),
    expiresAt: kept.expiresAt.toString(),
    appliedAt: kept.appliedAt?.toString() ?? null,
    undoneAt: kept.undoneAt?.toString() ?? null,
    undoneBy: kept.undoneBy,
    counts: kept.counts,
  };
}

import type { Tools } from '#access';
import { Refusal } from '#platform/errors';
import { decodeCursor, pageOf } from '#platform/keyset';
import { describeImport, ImportPlace } from '../list-imports.ts';
import type { RegisterName } from '../model/registers.ts';
import type { RegisterPreview } from '../register-preview.ts';
import * as store from '../store/imports.ts';

/** Imports of a register that changed something, newest first. */
export async function listRegisterImports(
  { db }: Pick<Tools, 'db'>,
  { register, after, limit }: { register: RegisterName; after?: string | undefined; limit: number },
) {
  const place = after === undefined ? null : decodeCursor(after, ImportPlace);
  const before = place && { at: place[0], id: place[1] };
  const rows = await store.listImports<RegisterPreview['counts']>(db, { before, limit: limit + 1 }, register);
  const page = pageOf(rows, limit, ({ previewedAt, id }) => [previewedAt.toString(), id]);
  return { items: page.items.map(describeImport), next: page.next };
}

/**
 * One import of a register: what it would change, or has changed. A preview is shown to who made it.
 * @throws Refusal 'not-found'
 */
export async function getRegisterImport(
  { db, viewer, now }: Pick<Tools, 'db' | 'viewer' | 'now'>,
  { register, id }: { register: RegisterName; id: string },
) {
  const kept = await store.findImport<RegisterPreview>(db, id, register);
  const isForeign = kept?.state === 'previewed' && kept.personId !== (viewer.person?.id ?? null);
  if (!kept || isForeign) throw new Refusal('not-found', `There is no such import: ${id}.`, { what: 'import' });
  const { preview } = kept;
  const { created, changed, errors } = preview.counts;
  const isFresh = Temporal.Instant.compare(now(), kept.expiresAt) <= 0;
  const canApply = kept.state === 'previewed' && isFresh && errors === 0 && created + changed > 0;
  return { ...describeImport({ ...kept, counts: preview.counts }), preview, canApply };
}

import { recordAudit, type Tools } from '#access';
import type { Transaction } from '#platform/database';
import { newId } from '#platform/ids';
import type { CollectedContents } from './collect-contents.ts';
import { titleOf } from './place-release.ts';
import { rollUp } from './roll-up.ts';
import type { SbomCheck } from './sbom/check.ts';
import type { PartsMapping } from './sbom/parts-mapping.ts';
import { lockRelease } from './store/release-refs.ts';
import { endSbomImport, lockSbomImport, noteNothingToMatch } from './store/sbom-imports.ts';
import * as store from './store/sboms.ts';

/** A document that was read to its end and found good. */
export type ReadSbom = { check: SbomCheck; mapping: PartsMapping | null; contents: CollectedContents };

/**
 * Makes what was read of an upload the release's bill of materials, in one transaction with everything that follows from
 * it. The newest upload counts: one that was overtaken while it was read becomes history at once.
 */
export async function storeSbom(tools: Tools, importId: string, { check, mapping, contents }: ReadSbom): Promise<void> {
  await tools.db.transaction().execute(async (transaction) => {
    const kept = await lockSbomImport(transaction, importId);
    if (kept?.state !== 'waiting') return;
    const release = await lockRelease(transaction, kept.releaseId);
    if (!release) throw new Error('The release was removed while its bill of materials was read');
    const at = tools.now();
    const present = await store.findPresentSbom(transaction, kept.releaseId);
    const isOvertaken = present !== undefined && present.id > importId;
    if (present && !isOvertaken) await supersede(transaction, present, at);
    const { format, formatVersion } = contents.head;
    const { releaseId, fileName, sha256, sizeBytes, personId, personName } = kept;
    await store.insertSbom(transaction, {
      ...{ id: importId, releaseId, format, formatVersion, fileName, sha256, sizeBytes, personId, personName },
      ...{ acceptedAt: at, supersededAt: isOvertaken ? at : null, removedAt: null, result: check },
    });
    await endSbomImport(transaction, importId, at, { state: 'stored', sbomId: importId, result: check, mapping });
    if (!isOvertaken) await putContents(transaction, { id: importId, releaseId }, contents);
    await recordAudit(transaction, tools, {
      action: 'sbom.store',
      subjectKind: 'release',
      subjectId: releaseId,
      subjectName: titleOf(release),
      after: { fileName, sha256: sha256.toString('hex'), parts: check.counts.parts, by: personName },
    });
    const changed = isOvertaken ? [] : await rollUp(transaction, tools, [release.key]);
    if (changed.length === 0) await noteNothingToMatch(transaction, importId, at);
  });
}

/** The bill of materials does not count any more; what stands in it can be read again from its bytes. */
export async function supersede(
  transaction: Transaction,
  { id, releaseId, removedAt }: store.KeptSbomRow,
  at: Temporal.Instant,
): Promise<void> {
  await store.markSbom(transaction, id, { supersededAt: at, removedAt });
  await store.deleteContents(transaction, releaseId);
}

/** Keeps what stands in the bill of materials that counts, with what it states about vulnerabilities. */
export async function putContents(
  transaction: Transaction,
  { id, releaseId }: { id: string; releaseId: string },
  { head, statements, ...contents }: CollectedContents,
): Promise<void> {
  await store.insertContents(transaction, id, contents);
  const stated = { releaseId, sbomId: id, at: head.createdAt, by: head.authors[0] ?? null };
  const rows = statements.map(({ componentId, ...said }) => ({ id: newId(), ...said, component_id: componentId }));
  await store.insertStatements(transaction, stated, rows);
}

import { recordAudit, type Tools } from '#access';
import { Refusal } from '#platform/errors';
import type { SbomImport } from './contract/sbom-shapes.ts';
import { getSbomImport } from './list-sbom-imports.ts';
import { lockReleaseFor, titleOf } from './place-release.ts';
import { runImport } from './run-import.ts';
import type { PartsMapping } from './sbom/parts-mapping.ts';
import { lockSbomImport, reopenSbomImport, saveMapping } from './store/sbom-imports.ts';

/**
 * Says what the columns of an uploaded list mean, and reads it so. Every later list with the same header is read the same
 * way without asking.
 * @throws Refusal 'not-found', 'not-allowed', 'invalid' for a column that is not there, or 'conflict' when the upload does not ask
 */
export async function mapSbomColumns(
  tools: Tools,
  { id, mapping }: { id: string; mapping: PartsMapping },
): Promise<SbomImport> {
  await tools.db.transaction().execute(async (transaction) => {
    const kept = await lockSbomImport(transaction, id);
    if (!kept) throw new Refusal('not-found', `There is no upload ${id}.`, { what: 'sbom-import' });
    const release = await lockReleaseFor(tools.viewer, transaction, kept.releaseId);
    const unmapped = kept.result?.unmapped;
    if (kept.state !== 'needs-mapping' || !unmapped)
      throw new Refusal('conflict', 'This upload does not ask what its columns mean.', { reason: 'not-asked' });
    const beyond = Object.values(mapping).find((column) => (column ?? 0) >= unmapped.columns.length);
    if (beyond !== undefined)
      throw new Refusal('invalid', `There is no column ${beyond}.`, { reason: 'no-column', column: beyond });
    const at = tools.now();
    await saveMapping(transaction, { header: unmapped.fingerprint, mapping, at, by: tools.viewer.name });
    await reopenSbomImport(transaction, id, mapping);
    await recordAudit(transaction, tools, {
      action: 'sbom.map',
      subjectKind: 'release',
      subjectId: release.id,
      subjectName: titleOf(release),
      after: { fileName: kept.fileName, mapping },
    });
  });
  await runImport(tools, id);
  return getSbomImport(tools, { id });
}

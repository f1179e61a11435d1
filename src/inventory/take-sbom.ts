import { Readable } from 'node:stream';
import { recordAudit, type Tools } from '#access';
import { Refusal } from '#platform/errors';
import { keepFile } from '#platform/files';
import { newId } from '#platform/ids';
import type { SbomImport } from './contract/sbom-shapes.ts';
import { describeImport } from './describe-import.ts';
import { getRelease, guardRelease, titleOf } from './place-release.ts';
import { runImport } from './run-import.ts';
import { sbomLimits } from './sbom/parts.ts';
import { storableFileName } from './sbom/storable.ts';
import { findSbomImport, type ImportOrigin, insertSbomImport, type SbomImportRow } from './store/sbom-imports.ts';

// Whoever sends less waits for the result; more is read afterwards, and asked after by the id of the import.
const readAtOnceBytes = 2 * 1024 * 1024;

export type ComingSbom = { name: string; sizeBytes: number; content: () => Readable };

/** A file that somebody has sent. */
export const comingFile = (file: File): ComingSbom => ({
  name: file.name,
  sizeBytes: file.size,
  content: () => Readable.from(file.stream()),
});

/**
 * Takes a bill of materials for a release: its bytes are kept, then it is read, at once or (when it is large) by a job.
 * A document that cannot be read is an import of state 'refused', and the release keeps what it has.
 * @throws Refusal 'not-found', 'not-allowed', or 'too-large' with the limit in bytes, before anything is read
 */
export async function takeSbom(
  tools: Tools,
  { releaseId, file, origin }: { releaseId: string; file: ComingSbom; origin: ImportOrigin },
): Promise<SbomImport> {
  const { db, viewer, house, now, emit } = tools;
  const release = await getRelease(db, releaseId);
  guardRelease(viewer, release);
  const limitBytes = sbomLimits.unpackedBytes;
  if (file.sizeBytes > limitBytes)
    throw new Refusal('too-large', `The file has ${file.sizeBytes} bytes; at most ${limitBytes} are read.`, {
      limitBytes,
    });

  const { sha256, sizeBytes } = await keepFile(house.stateFolder, file.content(), limitBytes);
  const isLarge = sizeBytes > readAtOnceBytes;
  const row = {
    id: newId(),
    releaseId,
    origin,
    fileName: storableFileName(file.name),
    sha256: Buffer.from(sha256, 'hex'),
    sizeBytes,
    receivedAt: now(),
    personId: viewer.person?.id ?? null,
    personName: viewer.name,
  };
  await db.transaction().execute(async (transaction) => {
    const mayDecide = viewer.person !== null && viewer.permissions.has('verdict:write');
    await insertSbomImport(transaction, { ...row, mayDecide });
    await recordAudit(transaction, tools, {
      action: 'sbom.receive',
      subjectKind: 'release',
      subjectId: releaseId,
      subjectName: titleOf(release),
      after: { fileName: row.fileName, sha256, import: row.id },
    });
    if (isLarge) await emit(transaction, 'sbom.received', { importId: row.id });
  });
  if (!isLarge) await runImport(tools, row.id);
  return describeImport((await findSbomImport(db, row.id)) as SbomImportRow);
}

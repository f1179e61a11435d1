import type { Tools } from '#access';
import { pathOfFile } from '#platform/files';
import type { SbomCheck } from './sbom/check.ts';
import { type OnPart, type OpenDocument, openDocument } from './sbom/open-document.ts';
import type { PartsMapping } from './sbom/parts-mapping.ts';
import { findMapping, findSbomImport, type SbomImportRow } from './store/sbom-imports.ts';

export type Judged =
  | { document: OpenDocument; check: SbomCheck; mapping: PartsMapping | null }
  | { document: null; check: SbomCheck };

/**
 * The check of the bytes that an upload has left; a list whose columns nobody has explained is read again when its header
 * is remembered.
 */
export async function judgeUpload(
  tools: Pick<Tools, 'db' | 'house'>,
  upload: SbomImportRow,
  onPart: OnPart,
  mapping = upload.mapping,
): Promise<Judged> {
  const path = pathOfFile(tools.house.stateFolder, upload.sha256.toString('hex'));
  const { fileName, sizeBytes } = upload;
  const document = await openDocument({ path, fileName, sizeBytes, mapping });
  if ('refused' in document) return { document: null, check: document.refused };
  const check = await document.check(onPart);
  if (check.isAccepted) return { document, check, mapping };
  const remembered = check.unmapped && (await findMapping(tools.db, check.unmapped.fingerprint));
  return remembered ? judgeUpload(tools, upload, onPart, remembered) : { document: null, check };
}

/** Whether an upload will be taken, said before the job comes to read it; nothing is changed. */
export async function foretellSbom(tools: Pick<Tools, 'db' | 'house'>, importId: string): Promise<SbomCheck> {
  const upload = (await findSbomImport(tools.db, importId)) as SbomImportRow;
  return (await judgeUpload(tools, upload, async () => {})).check;
}

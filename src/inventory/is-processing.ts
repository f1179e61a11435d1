import type { Tools } from '#access';
import { findSbomImport } from './store/sbom-imports.ts';

/**
 * Whether an upload of a bill of materials is still being worked on: it waits to be read and stored, or what was stored
 * has not been matched yet (the slot `sbom_import.matched_at`, which the step that matches fills in its own transaction).
 */
export async function isProcessing({ db }: Pick<Tools, 'db'>, importId: string): Promise<boolean> {
  const found = await findSbomImport(db, importId);
  return found?.state === 'waiting' || (found?.state === 'stored' && found.matchedAt === null);
}

import type { Tools } from '#access';
import { findSbomImport } from './store/sbom-imports.ts';

/**
 * Whether an upload of a bill of materials is still being worked on: it waits to be read and stored.
 * The step that matches says with the slot `sbom_import.matched_at` when it has judged what was stored; until one stands,
 * nothing fills it and nobody waits for it.
 */
export async function isProcessing({ db }: Pick<Tools, 'db'>, importId: string): Promise<boolean> {
  return (await findSbomImport(db, importId))?.state === 'waiting';
}

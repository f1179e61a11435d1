import { createReadStream, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Tools } from '#access';
import { beginImport, importRecords, readPaths } from '#intelligence';
import type { Statement } from '#intelligence/pure';
import { takeSbom } from '../../src/inventory/take-sbom.ts';
import { ask } from '../processes.ts';
import { aModel, aRelease } from '../products.ts';
import { nothingYet, type Present } from './present.ts';

/** Makes a release for each document of a folder that is stored. @returns the ids of the releases */
export async function shipAll(tools: Tools, folder: string, settle: () => Promise<void>): Promise<string[]> {
  const { id: modelId } = await aModel(tools.db, { name: 'MC-220' });
  const releaseIds: string[] = [];
  for (const name of (readdirSync(folder, { recursive: true }) as string[]).sort()) {
    const file = path.join(folder, name);
    const status = statSync(file);
    if (!status.isFile()) continue;
    const { id: releaseId } = await aRelease(tools.db, { modelId, version: name });
    const coming = { name: path.basename(name), sizeBytes: status.size, content: () => createReadStream(file) };
    const { state } = await takeSbom(tools, { releaseId, file: coming, origin: 'command' });
    if (state !== 'stored') continue;
    releaseIds.push(releaseId);
    await settle();
  }
  return releaseIds;
}

export async function importAll(tools: Tools, folders: readonly string[]): Promise<void> {
  const id = await beginImport(tools, { names: folders, fileSha256: null });
  await importRecords(tools, { id, incoming: readPaths(folders) });
}

/** Nothing but these releases of one model, and the statements as they are kept: how they are read is proved elsewhere. */
export async function presentOf(ownerUrl: string, releaseIds: readonly string[]): Promise<Present> {
  const rows = await ask<{ statement: Statement }>(ownerUrl, 'select statement from record');
  return {
    ...nothingYet(),
    models: [{ name: 'MC-220', isModule: false, partNumbers: [], tags: [], hardware: [] }],
    releases: releaseIds.map(() => ({
      ...{ model: 0, hardware: null, state: 'shipped', tags: [], removed: false, units: 0 },
      ...{ modules: new Set<number>(), evidence: new Map() },
    })),
    statements: new Map(rows.map(({ statement }) => [`${statement.source} ${statement.externalId}`, statement])),
  };
}

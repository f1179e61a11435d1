import { createReadStream, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Tools } from '#access';
import { takeSbom } from '../src/inventory/take-sbom.ts';
import { ask } from './processes.ts';
import { aModel, aRelease } from './products.ts';
import { recordedProducts } from './record-files.ts';
import { aDocument, comingDocument } from './sbom-bytes.ts';
import { type Command, commandProcess } from './served.ts';

/** Starts `intel import` on a state; its database is that of the state, or the one at `url`. */
export const startImport = (stateFolder: string, paths: readonly string[], url?: string): Command =>
  commandProcess(['intel', 'import', ...paths, '--data', stateFolder, '--language', 'en'], {
    MAMORI_LOG_LEVEL: 'warn',
    ...(url ? { DATABASE_URL: url } : {}),
  });

/** Waits until the newest run has read so many records, or the command has ended; -1: until it has its line. */
export async function untilItHasRead(ownerUrl: string, records: number, { ended }: Command): Promise<void> {
  const begun = await newestRun(ownerUrl);
  let isOver = false;
  ended.then(() => {
    isOver = true;
  });
  for (;;) {
    const run = await newestRun(ownerUrl);
    if (isOver || (run.id !== begun.id && run.read >= records)) return;
    await sleep(10);
  }
}

/** The run that began last, how many records it has read, and whether to the end; none while the database does not answer. */
export async function newestRun(ownerUrl: string): Promise<{ id: string | null; read: number; isDone: boolean }> {
  const statement = `select id, (counts->>'read')::integer as read, state = 'done' as "isDone"
    from intelligence_import order by started_at desc limit 1`;
  const rows = await ask<{ id: string; read: number; isDone: boolean }>(ownerUrl, statement).catch(() => []);
  return rows[0] ?? { id: null, read: 0, isDone: false };
}

/** Whether an import has come to its end by itself. */
export async function readToTheEnd(ownerUrl: string, { ended }: Command): Promise<boolean> {
  const code = await ended;
  // 1 when something of it could not be read, which is told.
  return (code === 0 || code === 1) && (await newestRun(ownerUrl)).isDone;
}

/** Some releases whose parts the written records speak of. */
export async function shipReleases(tools: Tools): Promise<void> {
  const { id: modelId } = await aModel(tools.db, { name: 'MR-1167' });
  for (const version of ['1.0', '1.1', '2.0']) {
    const { id: releaseId } = await aRelease(tools.db, { modelId, version });
    const parts = recordedProducts.map(([vendor, product], n) => {
      const of = `${version}.${n}`;
      return { name: product, version: of, cpe: `cpe:2.3:a:${vendor}:${product}:${of}:*:*:*:*:*:*:*` };
    });
    const npm = { name: 'left-pad', version: '1.5.0', purl: 'pkg:npm/left-pad@1.5.0' };
    const file = comingDocument(aDocument([...parts, npm]), `${version}.json`);
    const { state } = await takeSbom(tools, { releaseId, file, origin: 'command' });
    if (state !== 'stored') throw new Error(`The bill of materials is ${state}`);
  }
}

/** A release for each document in these folders that can be read. @returns how many there are */
export async function shipDocuments(tools: Tools, folders: readonly string[]): Promise<number> {
  const { id: modelId } = await aModel(tools.db, { name: 'MC-220' });
  let stored = 0;
  for (const folder of folders)
    for (const name of (readdirSync(folder, { recursive: true }) as string[]).sort()) {
      const file = path.join(folder, name);
      const { size } = statSync(file);
      if (!/\.(?:json|xml|spdx|tag|yml|csv)$/.test(name) || size === 0) continue;
      const { id: releaseId } = await aRelease(tools.db, { modelId, version: `${stored} ${path.basename(name)}` });
      const coming = { name: path.basename(name), sizeBytes: size, content: () => createReadStream(file) };
      const { state } = await takeSbom(tools, { releaseId, file: coming, origin: 'command' });
      if (state === 'stored') stored += 1;
    }
  return stored;
}

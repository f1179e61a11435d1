import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Tools } from '#access';
import { openLog } from '#platform/log';
import { startPostgres } from '#platform/postgres';
import { startServer } from '../../src/main.ts';

export type Measured = { tools: Tools; ownerUrl: string; stateFolder: string; drain: () => Promise<void> };

/** Measures on a whole server with an empty PostgreSQL of its own, which are gone afterwards. */
export async function onServer<Result>(measure: (measured: Measured) => Promise<Result>): Promise<Result> {
  const stateFolder = mkdtempSync(path.join(tmpdir(), 'mamori-bench-'));
  const postgres = await startPostgres({ stateFolder, kind: 'embedded' });
  try {
    const server = await startServer({
      ownerUrl: postgres.url,
      host: '127.0.0.1',
      port: 0,
      web: null,
      house: { baseUrl: null, version: 'bench', log: openLog('silent'), secret: new Uint8Array(32), stateFolder },
      trustedProxies: 0,
      maxBodyBytes: 66 * 1024 * 1024,
      jobs: 'drain',
    });
    try {
      return await measure({
        tools: server.systemTools('bench'),
        ownerUrl: postgres.url,
        stateFolder,
        drain: server.drain,
      });
    } finally {
      await server.stop();
    }
  } finally {
    await postgres.stop();
    rmSync(stateFolder, { recursive: true, force: true });
  }
}

/** How long the work takes, to a thousandth. */
export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return Math.round(performance.now() - started) / 1_000;
}

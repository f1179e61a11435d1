// A process of its own that imports one file: node test/import-here.ts <server URL> <state folder> <release id> <file>
import { createReadStream, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { systemViewer, type Tools } from '#access';
import { databaseFor, openPool } from '#platform/database';
import { openLog } from '#platform/log';
import { runImport } from '../src/inventory/run-import.ts';
import { findSbomImport } from '../src/inventory/store/sbom-imports.ts';
import { takeSbom } from '../src/inventory/take-sbom.ts';

const [url = '', stateFolder = '', releaseId = '', file = ''] = process.argv.slice(2);
const pool = openPool(url, 3);
const tools: Tools = {
  db: databaseFor(pool, 'system'),
  viewer: systemViewer('test'),
  now: () => Temporal.Now.instant(),
  emit: async () => {},
  origin: { requestId: 'test', ip: null, userAgent: null },
  session: { token: null, start: () => {}, end: () => {}, device: null, keepDevice: () => {} },
  house: { baseUrl: '', version: 'test', log: openLog('error'), secret: new Uint8Array(32), stateFolder },
};

const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
const started = performance.now();
const { size } = statSync(file);
const coming = { name: path.basename(file), sizeBytes: size, content: () => createReadStream(file) };
const { id } = await takeSbom(tools, { releaseId, file: coming, origin: 'command' });
const acceptedMs = performance.now() - started;
await runImport(tools, id);
const storedMs = performance.now() - started;
delay.disable();
const row = await findSbomImport(tools.db, id);
const peakKib = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
const said = {
  ...{ state: row?.state, problem: row?.problem, parts: row?.result?.counts.parts ?? 0 },
  ...{ acceptedMs: Math.round(acceptedMs), storedMs: Math.round(storedMs), peakBytes: Number(peakKib ?? 0) * 1024 },
  ...{ longestPauseMs: Math.round(delay.max / 1e6), p99PauseMs: Math.round(delay.percentile(99) / 1e6) },
};
process.stdout.write(JSON.stringify(said));
await pool.end();

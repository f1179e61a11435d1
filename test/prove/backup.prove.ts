import { createHash } from 'node:crypto';
import { statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Acknowledged, check, make, verifyTrail, write } from '../kill-rounds.ts';
import { aFolder, ask } from '../processes.ts';
import {
  aFreePort,
  anAdministrator,
  ownerUrlOf,
  runCommand,
  type Served,
  serveProcess,
  untilReady,
} from '../served.ts';

const backups = 5;

test('a backup under load is whole: restored elsewhere it has everything from before, nothing half, and a trail that holds', async () => {
  const folder = aFolder(tmpdir());
  const place = (name: string) => path.join(folder, name);
  const server = serveProcess(place('state'), await aFreePort());
  await untilReady(server);
  const ownerUrl = await ownerUrlOf(place('state'));
  const cookie = await anAdministrator(ownerUrl);
  const line = await make(server.url, cookie, '/products/lines', { name: '起点' });
  const said: Acknowledged = { lines: new Map([['起点', line ?? '']]), models: new Map() };
  const writing = { on: true };
  const writers = [0, 1].map((writer) => write(server, cookie, line ?? '', `w${writer}`, writing, said));
  writeFileSync(place('passphrase'), 'correct horse battery staple');

  const figures = { backups, rows: [] as number[], backupMs: [] as number[], restoreMs: [] as number[], bytes: 0 };
  for (let n = 0; n < backups; n++) {
    await sleep(1_000);
    const before: Acknowledged = { lines: new Map(said.lines), models: new Map(said.models) };
    const backup = await timed(() => backUp(place, n));
    figures.backupMs.push(backup.ms);
    figures.bytes = statSync(place(`${n}.archive`)).size;
    const restore = await timed(() => bringBack(place, n));
    figures.restoreMs.push(restore.ms);
    const restored = await serveAgain(place(`restored-${n}`));
    const url = await ownerUrlOf(place(`restored-${n}`));
    await check(url, before);
    await verifyTrail(place(`restored-${n}`), url);
    const [count] = await ask<{ n: number }>(url, 'select count(*)::int as n from audit');
    figures.rows.push(count?.n ?? 0);
    await end(restored);
  }
  writing.on = false;
  await Promise.all(writers);

  expect(said.models.size).toBeGreaterThan(backups);
  expect(figures.rows.toSorted((a, b) => a - b)).toEqual(figures.rows);

  // At rest the restored house says the same, to the byte.
  await backUp(place, backups);
  await bringBack(place, backups);
  const restored = await serveAgain(place(`restored-${backups}`));
  expect(await exportsOf(restored, cookie)).toEqual(await exportsOf(server, cookie));
  await end(restored);
  await end(server);
  if (process.env.MAMORI_FIGURES) writeFileSync(process.env.MAMORI_FIGURES, JSON.stringify(figures));
});

type Place = (name: string) => string;

async function timed(work: () => Promise<void>): Promise<{ ms: number }> {
  const started = performance.now();
  await work();
  return { ms: Math.round(performance.now() - started) };
}

async function succeed(...words: string[]): Promise<void> {
  const { code, stderr } = await runCommand(...words);
  expect({ words, code, said: code === 0 ? '' : stderr }).toEqual({ words, code: 0, said: '' });
}

const backUp = (place: Place, n: number) =>
  succeed(
    'backup',
    place(`${n}.archive`),
    '--data',
    place('state'),
    '--with-keys',
    place(`${n}.keys`),
    '--passphrase-file',
    place('passphrase'),
  );

const bringBack = (place: Place, n: number) =>
  succeed(
    'restore',
    place(`${n}.archive`),
    '--data',
    place(`restored-${n}`),
    '--keys',
    place(`${n}.keys`),
    '--passphrase-file',
    place('passphrase'),
  );

async function serveAgain(state: string): Promise<Served> {
  const server = serveProcess(state, await aFreePort());
  await untilReady(server);
  return server;
}

async function end(server: Served): Promise<void> {
  server.process.kill('SIGTERM');
  expect(await server.ended).toBe(0);
}

/** The hash of every export that holds what was written. */
async function exportsOf({ url }: Served, cookie: string): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const at of [
    '/products/export?format=csv',
    '/products/export?format=csv-cp932',
    '/products/export?format=xlsx',
    '/audit/export?format=csv',
    '/audit/export?format=xlsx',
    '/audit/seals',
  ]) {
    const response = await fetch(`${url}/api${at}`, { headers: { cookie } });
    expect({ at, status: response.status }).toEqual({ at, status: 200 });
    hashes[at] = createHash('sha256')
      .update(await response.bytes())
      .digest('hex');
  }
  return hashes;
}

import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { openLog } from '#platform/log';
import { startServer } from '../../src/main.ts';
import { newestRun, readToTheEnd, shipDocuments, shipReleases, startImport, untilItHasRead } from '../intel-kills.ts';
import { differencesOf, type KnownContent, knownContent } from '../known-content.ts';
import { aFolder, aKeeper, ask, eventually, kill, pidsIn } from '../processes.ts';
import { randomOf, seedOfRun } from '../random.ts';
import { aFreePort, anAdministrator, type Command, type Served, serveProcess, untilReady } from '../served.ts';
import { sharedData } from '../shared.ts';

const kills = 100;
const random = randomOf(seedOfRun(100));
const sets = ['cve', 'osv/ecosystem-records', 'jvn'].map(sharedData);
const sboms = ['yocto', 'docfest', 'three-tools', 'esp-idf'].map((set) => sharedData(`sbom/${set}`));

// What a kill hits; with the server its database goes. Most hit the import alone, which is what a person's Ctrl-C or a full disk does.
const strikes = [
  'import',
  'import',
  'import',
  'import',
  'server',
  'server and import',
  'database',
  'everything',
] as const;
type Strike = (typeof strikes)[number];

if ([...sets, ...sboms].every((set) => set !== null))
  test(`${kills} kills at random moments of imports of real records: each import comes to the same as one left in peace`, {
    timeout: 120 * 60_000,
  }, async () => {
    const records = sets as string[];
    const state = aFolder(tmpdir());
    const port = await aFreePort();
    const figures = { kills: {} as Record<string, number>, imports: 0, releases: 0, exposures: 0, records: 0 };
    const { url, cookie, expected } = await calmImport(state, records, figures);
    let server: Served | null = null;
    let killed = 0;

    while (killed < kills) {
      await startAnew(state, url);
      server = await served(state, port);
      await upload(server, cookie);
      for (let isRead = false; !isRead; ) {
        const run = startImport(state, records);
        // Half of them in the first batches, so that a run is cut off again and again.
        await Promise.race([untilItHasRead(url, random.int(8) * 400, run), sleep(random.int(12_000))]);
        await sleep(random.int(400));
        if (killed < kills && run.process.exitCode === null) {
          const strike = random.pick(strikes);
          figures.kills[strike] = (figures.kills[strike] ?? 0) + 1;
          killed += 1;
          server = await struck(strike, { state, port, server, run });
        }
        isRead = await readToTheEnd(url, run);
      }
      figures.imports += 1;
      await untilSettled(url, server);
      expect(differencesOf(expected, await knownContent(url))).toEqual([]);
      server.process.kill('SIGTERM');
      await server.ended;
      await eventually(() => pidsIn(state).length === 0);
    }

    if (process.env.MAMORI_FIGURES) writeFileSync(process.env.MAMORI_FIGURES, JSON.stringify(figures));
    expect(figures.exposures).toBeGreaterThan(100);
  });

type Figures = { releases: number; exposures: number; records: number };

/** Ships the releases, keeps the database so in a template, and imports everything once without a disturbance. */
async function calmImport(
  state: string,
  records: readonly string[],
  figures: Figures,
): Promise<{ url: string; cookie: string; expected: KnownContent }> {
  const keeper = await aKeeper(state);
  const ship = await inHere(keeper.url, state);
  await shipReleases(ship.systemTools('test'));
  figures.releases = 3 + (await shipDocuments(ship.systemTools('test'), sboms as string[]));
  await ship.drain();
  const cookie = await anAdministrator(keeper.url);
  await ship.stop();
  const admin = keeper.url.replace(/\/mamori(\?|$)/, '/postgres$1');
  await ask(admin, 'create database calm template mamori');

  const match = await inHere(keeper.url, state);
  await upload({ url: `http://127.0.0.1:${match.port}` }, cookie);
  await match.drain();
  const run = startImport(state, records);
  expect(await readToTheEnd(keeper.url, run), run.output()).toBe(true);
  await match.drain();
  await match.stop();
  const expected = await knownContent(keeper.url);
  figures.exposures = expected.exposure?.length ?? 0;
  figures.records = expected.record?.length ?? 0;
  await kill(keeper.process, 'SIGTERM');
  await eventually(() => pidsIn(state).length === 0);
  return { url: keeper.url, cookie, expected };
}

const inHere = (ownerUrl: string, stateFolder: string) =>
  startServer({
    ...{ ownerUrl, host: '127.0.0.1', port: 0, web: null, trustedProxies: 0, maxBodyBytes: 1 << 26, jobs: 'drain' },
    house: { baseUrl: null, version: 'test', log: openLog('silent'), secret: new Uint8Array(32).fill(7), stateFolder },
  });

/** Sends records by page, which the server reads beside the command; they are among those of the command too. */
async function upload({ url }: Pick<Served, 'url'>, cookie: string): Promise<void> {
  const folder = path.join(sets[0] as string, 'cve5');
  const files = globSync('**/*.json', { cwd: folder }).sort();
  const archive = zipSync(Object.fromEntries(files.map((name) => [name, readFileSync(path.join(folder, name))])));
  const body = new FormData();
  body.set('file', new File([archive as Uint8Array<ArrayBuffer>], 'cves.zip'));
  const response = await fetch(`${url}/api/intelligence/imports`, { method: 'POST', body, headers: { cookie } });
  expect(response.status, await response.text()).toBe(200);
}

/** The database as it was when the releases were shipped and nothing was known. */
async function startAnew(state: string, url: string): Promise<void> {
  const keeper = await aKeeper(state);
  const admin = url.replace(/\/mamori(\?|$)/, '/postgres$1');
  await ask(admin, 'drop database mamori with (force)');
  await ask(admin, 'create database mamori template calm');
  await kill(keeper.process, 'SIGTERM');
  await eventually(() => pidsIn(state).length === 0);
}

async function served(state: string, port: number): Promise<Served> {
  const server = serveProcess(state, port);
  await untilReady(server);
  return server;
}

type Standing = { state: string; port: number; server: Served; run: Command };

/** Kills, and brings up again what does not come up by itself. */
async function struck(strike: Strike, { state, port, server, run }: Standing): Promise<Served> {
  if (strike !== 'server' && strike !== 'database') run.process.kill('SIGKILL');
  if (strike === 'database' || strike === 'everything') killPostmaster(state);
  if (strike === 'import') return server;
  if (strike === 'database') {
    await run.ended;
    await untilReady(server);
    return server;
  }
  server.process.kill('SIGKILL');
  await Promise.all([server.ended, run.ended]);
  await eventually(() => pidsIn(state).length === 0);
  return served(state, port);
}

function killPostmaster(state: string): void {
  const [pid] = readFileSync(path.join(state, 'postgres/data/postmaster.pid'), 'utf8').split('\n');
  try {
    process.kill(Number(pid), 'SIGKILL');
  } catch {
    // ended meanwhile
  }
}

/** Waits until the server has done what the events ask for; what it was at when it was killed comes back after a minute or two. */
async function untilSettled(url: string, server: Served): Promise<void> {
  const statement = `select name, state::text, count(*)::integer as count from jobs.job
    where state in ('created', 'retry', 'active', 'failed') and name like any (array['matching.match-%', 'intelligence.read-%'])
    group by name, state`;
  for (let left = 1_500; left > 0; left--) {
    const open = await ask<{ name: string; state: string; count: number }>(url, statement);
    const lost = open.filter(({ state }) => state === 'failed');
    if (lost.length > 0) throw new Error(`Jobs were given up: ${JSON.stringify(lost)}\n${server.output()}`);
    if (open.length === 0) return;
    await sleep(200);
  }
  throw new Error(`Matching does not settle:\n${server.output()}\n${(await newestRun(url)).id}`);
}

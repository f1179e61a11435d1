import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { aFolder, ask, eventually, pidsIn } from './processes.ts';
import type { Random } from './random.ts';
import { aFreePort, anAdministrator, ownerUrlOf, runCommand, type Served, serveProcess, untilReady } from './served.ts';

// What a kill can hit. After "server" and "both" a new start is needed; after the others the server heals itself.
const strikes = ['server', 'database', 'a backend', 'both'] as const;
type Strike = (typeof strikes)[number];

/** Names whose making the server has acknowledged, with the id that it gave. */
export type Acknowledged = { lines: Map<string, string>; models: Map<string, string> };

export type KillFigures = {
  rounds: number;
  kills: Record<string, number>;
  acknowledged: number;
  usualStartMs: number;
  slowestStartMs: number;
  slowestHealMs: number;
  slowestEndOfOrphansMs: number;
};

/**
 * Kills server and database at random moments of writing; after each kill everything that was acknowledged must be
 * there once, in the data and in the audit trail alike, and nothing may be left running.
 * The data lie on a disk, with fsync on.
 */
export async function killRounds({ rounds, random }: { rounds: number; random: Random }): Promise<KillFigures> {
  const state = aFolder(tmpdir());
  const port = await aFreePort();
  const kills: Record<string, number> = {};
  const slowest = { heal: 0, orphans: 0 };
  const starts: number[] = [];
  const acknowledged: Acknowledged = { lines: new Map(), models: new Map() };

  let server = serveProcess(state, port);
  await untilReady(server);
  const ownerUrl = await ownerUrlOf(state);
  const cookie = await anAdministrator(ownerUrl);
  const line = await make(server.url, cookie, '/products/lines', { name: '起点' });
  if (!line) throw new Error(`The server makes nothing:\n${server.output()}`);
  acknowledged.lines.set('起点', line);

  for (let round = 0; round < rounds; round++) {
    const strike = random.pick(strikes);
    kills[strike] = (kills[strike] ?? 0) + 1;
    const writing = { on: true };
    const writers = [0, 1].map((writer) => write(server, cookie, line, `${round}-${writer}`, writing, acknowledged));
    await sleep(50 + random.int(400));
    hit(strike, server, state);

    if (strike === 'server' || strike === 'both') {
      await server.ended;
      writing.on = false;
      await Promise.all(writers);
      slowest.orphans = Math.max(slowest.orphans, await untilNothingRuns(state));
      if (random.int(4) === 0) await killWhileStarting(state, port, random.int(1_200), kills);
      const started = performance.now();
      server = serveProcess(state, port);
      await untilReady(server);
      starts.push(Math.round(performance.now() - started));
    } else {
      await sleep(random.int(200));
      slowest.heal = Math.max(slowest.heal, await untilReady(server));
      await sleep(100);
      writing.on = false;
      await Promise.all(writers);
    }
    await onceRecovered(ownerUrl);
    await afterRecovery(() => check(ownerUrl, acknowledged));
  }

  await verifyTrail(state, ownerUrl);
  server.process.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  expect(pidsIn(state)).toEqual([]);
  starts.sort((a, b) => a - b);
  return {
    rounds,
    kills,
    acknowledged: acknowledged.lines.size + acknowledged.models.size,
    usualStartMs: starts[Math.floor(starts.length / 2)] ?? 0,
    slowestStartMs: starts.at(-1) ?? 0,
    slowestHealMs: Math.round(slowest.heal),
    slowestEndOfOrphansMs: Math.round(slowest.orphans),
  };
}

/** Makes one thing; undefined when the answer did not come, or was no success: then it may be there or not. */
export async function make(url: string, cookie: string, at: string, body: object): Promise<string | undefined> {
  try {
    const response = await fetch(`${url}/api${at}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    });
    if (!response.ok) return undefined;
    return ((await response.json()) as { id: string }).id;
  } catch {
    return undefined;
  }
}

/** Makes lines and models in turn, without a pause, and notes what was acknowledged. */
export async function write(
  { url }: Served,
  cookie: string,
  lineId: string,
  prefix: string,
  writing: { on: boolean },
  { lines, models }: Acknowledged,
): Promise<void> {
  for (let n = 0; writing.on; n++) {
    const name = `${prefix}-${n}`;
    const line = await make(url, cookie, '/products/lines', { name });
    if (line) lines.set(name, line);
    const partNumbers = [{ number: `PN-${name}`, note: '' }];
    const model = await make(url, cookie, '/products/models', { lineId, name, kind: 'device', partNumbers });
    if (model) models.set(name, model);
    if (!line && !model) await sleep(20);
  }
}

function hit(strike: Strike, server: Served, state: string): void {
  if (strike === 'server' || strike === 'both') server.process.kill('SIGKILL');
  if (strike === 'server') return;
  const postmaster = Number(readFileSync(path.join(state, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);
  const victims =
    strike === 'a backend'
      ? pidsIn(state)
          .filter((pid) => isBackend(pid))
          .slice(-1)
      : [postmaster];
  for (const pid of victims) kill(pid);
}

function isBackend(pid: number): boolean {
  try {
    return /^postgres: mamori/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  } catch {
    return false; // ended meanwhile
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // ended meanwhile
  }
}

// Starting up, ended by a crash of a neighbour, or by an administrator: PostgreSQL recovers (PostgreSQL, appendix A).
const recovering = new Set(['57P01', '57P02', '57P03', 'ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE']);

/** Does it, again when the database was still recovering: it may notice a kill later than the server answers. */
async function afterRecovery(work: () => Promise<void>): Promise<void> {
  for (let left = 100; ; left--)
    try {
      return await work();
    } catch (problem) {
      const { code = '', message } = problem as Error & { code?: string };
      const passes = recovering.has(code) || message === 'Connection terminated unexpectedly';
      if (!passes || left === 0) throw problem;
      await sleep(100);
    }
}

async function untilNothingRuns(state: string): Promise<number> {
  const asked = performance.now();
  await eventually(() => pidsIn(state).length === 0);
  return performance.now() - asked;
}

async function killWhileStarting(state: string, port: number, afterMs: number, kills: Record<string, number>) {
  const server = serveProcess(state, port);
  await sleep(afterMs);
  server.process.kill('SIGKILL');
  await server.ended;
  kills['a start'] = (kills['a start'] ?? 0) + 1;
  await untilNothingRuns(state);
}

/**
 * A killed backend takes a moment to bring the whole database down into recovery, while the server still answers "ready":
 * waits until the database has answered for half a second without a break.
 */
async function onceRecovered(ownerUrl: string): Promise<void> {
  let inARow = 0;
  for (let left = 400; inARow < 10; left--) {
    if (left === 0) throw new Error('The database does not recover');
    inARow = (await answers(ownerUrl)) ? inARow + 1 : 0;
    await sleep(50);
  }
}

const answers = (ownerUrl: string) =>
  ask(ownerUrl, 'select 1').then(
    () => true,
    () => false,
  );

/** What was acknowledged is there, once; what is there has its revision and its line in the trail, once; nothing is there half. */
export async function check(ownerUrl: string, { lines, models }: Acknowledged): Promise<void> {
  const idsOf = async (table: string) =>
    new Map(
      (await ask<{ name: string; id: string }>(ownerUrl, `select name, id from ${table}`)).map(({ name, id }) => [
        name,
        id,
      ]),
    );
  const [presentLines, presentModels] = [await idsOf('product_line'), await idsOf('model')];
  const lost = (said: Map<string, string>, present: Map<string, string>) =>
    [...said].filter(([name, id]) => present.get(name) !== id).map(([name]) => name);
  expect(lost(lines, presentLines)).toEqual([]);
  expect(lost(models, presentModels)).toEqual([]);

  const halves = await ask(
    ownerUrl,
    `with thing as (
       select id::text, 'product-line.create' as deed from product_line union all select id::text, 'model.create' from model),
     line as (select subject_id as id, action as deed, count(*) as n from audit where action in ('product-line.create', 'model.create') group by 1, 2)
     select coalesce(t.id, l.id) as id, l.n from thing t full join line l on l.id = t.id and l.deed = t.deed
     where t.id is null or l.n is distinct from 1`,
  );
  expect(halves).toEqual([]);
  const torn = await ask(
    ownerUrl,
    `select m.id from model m where (select count(*) from model_change c where c.model_id = m.id) <> 1
       or (select count(*) from part_number p where p.model_id = m.id) <> 1`,
  );
  expect(torn).toEqual([]);
}

/** Everything gets sealed, and `audit verify` beside the running server finds the trail whole. */
export async function verifyTrail(state: string, ownerUrl: string): Promise<void> {
  for (let left = 100; left > 0; left--) {
    const [open] = await ask<{ n: number }>(
      ownerUrl,
      'select count(*)::int as n from audit where id > coalesce((select max(upto) from audit_seal), 0)',
    );
    if (open?.n === 0) break;
    await sleep(100);
  }
  const { code, stdout, stderr } = await runCommand('audit', 'verify', '--json', '--data', state);
  expect({ code, said: code === 0 ? '' : stderr }).toEqual({ code: 0, said: '' });
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, unsealed: 0 });
}

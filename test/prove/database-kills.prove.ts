import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { aFolder, ask, eventually, type Kept, pidsIn } from '../processes.ts';

const rounds = 100;
const seed = Number(process.env.MAMORI_SEED ?? 1);
const random = mulberry32(seed);
const kinds = ['node', 'database', 'node and database', 'everything'] as const;

test(`${rounds} kills at random moments lose nothing that was acknowledged and double nothing`, async () => {
  const state = aFolder();
  const acknowledged: number[] = [];
  const done: Record<string, number> = {};
  let next = 1;
  let slowestStartMs = 0;

  for (let round = 0; round < rounds; round++) {
    const kind = kinds[Math.floor(random() * kinds.length)] ?? 'node';
    const keeper = spawnKeeper(state);
    if (random() < 0.25) {
      await sleep(random() * 500);
      await strike(keeper, state, 'everything');
      done['during start'] = (done['during start'] ?? 0) + 1;
      continue;
    }
    const asked = performance.now();
    const kept = await firstLine(keeper);
    slowestStartMs = Math.max(slowestStartMs, performance.now() - asked);
    expect(kept.message).toBeUndefined();
    next = await check(kept.url, acknowledged);
    const writing = writeUntilItBreaks(kept.url, next, acknowledged);
    await sleep(random() * 400);
    await strike(keeper, state, kind);
    await writing;
    done[kind] = (done[kind] ?? 0) + 1;
  }

  const last = spawnKeeper(state);
  await check((await firstLine(last)).url, acknowledged);
  last.kill('SIGTERM');
  await once(last, 'exit');
  await eventually(() => pidsIn(state).length === 0);

  expect(acknowledged.length).toBeGreaterThan(rounds);
  const figures = { rounds, done, acknowledged: acknowledged.length, slowestStartMs: Math.round(slowestStartMs) };
  if (process.env.MAMORI_FIGURES) writeFileSync(process.env.MAMORI_FIGURES, JSON.stringify(figures));
});

function spawnKeeper(state: string): ChildProcess {
  const keeper = spawn(process.execPath, ['test/keep-postgres.ts', state], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void keeper.kill('SIGKILL'));
  return keeper;
}

async function firstLine(keeper: ChildProcess): Promise<Kept> {
  if (!keeper.stdout) throw new Error('no output');
  for await (const line of createInterface({ input: keeper.stdout })) return JSON.parse(line) as Kept;
  throw new Error('The keeper ended without a word');
}

/** Every acknowledged number is there, none twice (it is the key), and nothing that was never sent. */
async function check(url: string, acknowledged: number[]): Promise<number> {
  const rows = await ask<{ n: number }>(
    url,
    'create table if not exists kept (n int primary key)',
    'select n from kept',
  );
  const present = new Set(rows.map(({ n }) => n));
  expect(acknowledged.filter((n) => !present.has(n))).toEqual([]);
  return rows.reduce((highest, { n }) => Math.max(highest, n), 0) + 1;
}

/** One insert after the other, each noted when the database has acknowledged it. */
async function writeUntilItBreaks(url: string, from: number, acknowledged: number[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    for (let n = from; ; n++) {
      await client.query('insert into kept values ($1)', [n]);
      acknowledged.push(n);
    }
  } catch {
    // the kill; what was not acknowledged may be there or not
  } finally {
    await client.end().catch(() => {});
  }
}

async function strike(keeper: ChildProcess, state: string, kind: (typeof kinds)[number]): Promise<void> {
  const ended = once(keeper, 'exit');
  if (kind !== 'node') for (const pid of victims(state, kind)) kill(pid);
  if (kind === 'database') keeper.kill('SIGTERM');
  else keeper.kill('SIGKILL');
  await ended;
}

/** "everything" leaves only the workers, which is worst: no guard, no postmaster, and somebody still at the data. */
function victims(state: string, kind: string): number[] {
  const all = pidsIn(state).toSorted((a, b) => a - b);
  return kind === 'everything' ? all.filter(() => random() < 0.7) : all.slice(0, 1);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // ended meanwhile
  }
}

/** A small generator whose seed the proof's record names. */
function mulberry32(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

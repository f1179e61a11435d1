import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { onTestFinished } from 'vitest';

export const isRoot = process.getuid?.() === 0;
export const hasSystemPostgres = existsSync('/usr/lib/postgresql');

/** A folder that goes with the test; others may pass through it, as the database's user must. */
export function aFolder(base = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()): string {
  const folder = mkdtempSync(join(base, 'mamori-try-'));
  chmodSync(folder, 0o711);
  onTestFinished(() => {
    for (const pid of pidsIn(folder)) process.kill(pid, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  });
  return folder;
}

/** Every process that works in the folder or below: PostgreSQL, its workers, its guard. */
export function pidsIn(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && workFolderOf(name).startsWith(`${folder}/`))
    .map(Number);
}

function workFolderOf(pid: string): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return ''; // ended meanwhile
  }
}

/** What test/keep-postgres.ts says about its start. */
export type Kept = {
  url: string;
  pid: number;
  started: boolean;
  version: number;
  progress: string[];
  message?: string;
  way?: string;
  exitCode?: number;
};

/** Starts a process that keeps the database; resolves when it has said what came of it. */
export async function aKeeper(
  stateFolder: string,
  { kind = 'embedded', claim = '', uid = undefined as number | undefined, env = {} } = {},
): Promise<Kept & { process: ChildProcess }> {
  const script = join(import.meta.dirname, 'keep-postgres.ts');
  const keeper = spawn(process.execPath, [script, stateFolder, kind, ...(claim ? [claim] : [])], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  onTestFinished(() => void keeper.kill('SIGKILL'));
  for await (const line of createInterface({ input: keeper.stdout }))
    return { ...(JSON.parse(line) as Kept), process: keeper };
  throw new Error('The keeper ended without a word');
}

export async function kill(keeper: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = once(keeper, 'exit');
  keeper.kill(signal);
  await gone;
}

/** Waits until the fact holds; fails after ten seconds. */
export async function eventually(fact: () => boolean): Promise<void> {
  for (let left = 1000; left > 0; left--) {
    if (fact()) return;
    await sleep(10);
  }
  throw new Error(`Not within ten seconds: ${fact}`);
}

/** Runs statements on a connection of its own; returns the rows of the last. */
export async function ask<Row>(url: string, ...statements: string[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    let rows: Row[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows as Row[];
    return rows;
  } finally {
    await client.end();
  }
}

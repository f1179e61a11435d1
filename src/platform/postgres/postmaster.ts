import type { ChildProcess } from 'node:child_process';
import { closeSync, fstatSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import type { DatabaseUser } from './database-user.ts';
import { explainFailure } from './explain-failure.ts';
import { spawnGuarded } from './guard.ts';

/** What PostgreSQL writes about itself into its data folder. */
export type PidFile = { pid: number; socketFolder: string; ready: boolean };

export function readPidFile(data: string): PidFile | undefined {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), socketFolder: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

export type Start = { binaries: Binaries; data: string; user: DatabaseUser; settings: string[]; logFile: string };

/** `logStart` is where the log of this start begins, in bytes. */
export type Started = { child: ChildProcess; data: string; logFile: string; logStart: number };

/** Starts PostgreSQL with a guard that ends it when this process ends. Returns at once. */
export function spawnPostmaster({ binaries, data, user, settings, logFile }: Start): Started {
  const log = openLog(logFile);
  const logStart = fstatSync(log).size;
  const options = settings.flatMap((setting) => ['-c', setting]);
  const command = [join(binaries.folder, 'postgres'), '-D', data, ...options];
  const child = spawnGuarded({ command, folder: data, user, stdout: log });
  closeSync(log);
  return { child, data, logFile, logStart };
}

function openLog(file: string): number {
  const old = statSync(file, { throwIfNoEntry: false });
  if (old && old.size > 10_000_000) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

/**
 * Waits until the database takes connections; a recovery after a crash may take minutes and is waited for.
 * @throws StartProblem when PostgreSQL gives up
 */
export async function untilReady(
  { child, data, logFile, logStart }: Started,
  progress: (line: string) => void,
): Promise<void> {
  let failure = '';
  child.once('error', (error) => {
    failure = error.message;
  });
  let nextLineAt = performance.now() + 3000;
  for (;;) {
    const seen = readPidFile(data);
    if (seen?.ready && seen.pid === child.pid) return;
    if (failure || hasEnded(child)) {
      const output = readFileSync(logFile).subarray(logStart).toString();
      throw explainFailure('PostgreSQL did not start', `${output}\n${failure}`, data);
    }
    if (performance.now() > nextLineAt) {
      progress('The database is still recovering from an interrupted run');
      nextLineAt += 10_000;
    }
    await sleep(10);
  }
}

const hasEnded = (child: ChildProcess) =>
  child.pid === undefined || child.exitCode !== null || child.signalCode !== null;

/** Settles when the process has ended, or could not even be started. */
export function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
}

/** Ends the database in order: open transactions are rolled back, everything acknowledged is on the disk. */
export async function stopPostmaster({ child }: Started): Promise<void> {
  if (hasEnded(child)) return;
  const ended = endOf(child);
  child.ref();
  child.kill('SIGINT');
  // An immediate stop loses nothing either; the next start recovers from the log.
  const impatience = setTimeout(() => child.kill('SIGQUIT'), 30_000);
  await ended;
  clearTimeout(impatience);
}

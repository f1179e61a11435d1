import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, fstatSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { environment } from './cluster.ts';
import type { DatabaseUser } from './database-user.ts';
import { explainFailure } from './explain-failure.ts';

/** What PostgreSQL writes about itself into its data folder. */
export type PidFile = { pid: number; socketFolder: string; ready: boolean };

export function readPidFile(data: string): PidFile | undefined {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), socketFolder: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' };
  } catch {
    return undefined;
  }
}

// The shell turns into PostgreSQL (exec), so Node is the parent of the database itself. Before, it leaves a guard behind
// that waits on a pipe which only Node holds: the kernel closes it when Node ends, however it ends. There is no moment
// at which the database runs and the guard does not. The guard is detached twice, because PostgreSQL would take
// the death of a child that it does not know for a crash. It signals only a process that still works in our data folder.
const startUnderGuard = `
(
  ( trap '' INT TERM HUP QUIT
    read -r end
    here() { if [ -d /proc/self ]; then [ "/proc/$$/cwd" -ef . ]; else ps -o command= -p $$ | grep -qF -- "$PWD"; fi; }
    here && kill -INT $$ 2>/dev/null
    left=600
    while here && kill -0 $$ 2>/dev/null && [ $left -gt 0 ]; do sleep 0.1; left=$((left - 1)); done
    here && kill -QUIT $$ 2>/dev/null
  ) <&3 3<&- >/dev/null 2>&1 &
)
exec "$@" 3<&-
`;

export type Start = { binaries: Binaries; data: string; user: DatabaseUser; settings: string[]; logFile: string };
export type Started = { child: ChildProcess; logFile: string; logStart: number };

/** Starts PostgreSQL with a guard that ends it when this process ends. Returns at once. */
export function spawnPostmaster({ binaries, data, user, settings, logFile }: Start): Started {
  const log = openLog(logFile);
  const logStart = fstatSync(log).size;
  const options = settings.flatMap((setting) => ['-c', setting]);
  const command = ['-c', startUnderGuard, 'mamori', join(binaries.folder, 'postgres'), '-D', data, ...options];
  // Detached: Ctrl-C in a terminal reaches Node alone, which stops the database when it has finished its own work.
  const child = spawn('/bin/sh', command, {
    ...user.ids,
    cwd: data,
    detached: true,
    env: environment,
    stdio: ['ignore', log, log, 'pipe'],
  });
  closeSync(log);
  child.unref();
  const guard = child.stdio[3] as Socket | null;
  guard?.on('error', () => {}); // the guard itself was killed: the next start still finds an orphan
  guard?.unref();
  child.on('exit', () => guard?.destroy());
  return { child, logFile, logStart };
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
  { child, logFile, logStart }: Started,
  data: string,
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

export const hasEnded = (child: ChildProcess) =>
  child.pid === undefined || child.exitCode !== null || child.signalCode !== null;

/** Ends the database in order: open transactions are rolled back, everything acknowledged is on the disk. */
export async function stopPostmaster({ child }: Started): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  child.ref();
  child.kill('SIGINT');
  // An immediate stop loses nothing either; the next start recovers from the log.
  const impatience = setTimeout(() => child.kill('SIGQUIT'), 60_000);
  await ended;
  clearTimeout(impatience);
}

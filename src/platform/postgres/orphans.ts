import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartProblem } from '../start-problem.ts';
import { readPidFile } from './postmaster.ts';

/**
 * Ends what an earlier, killed run has left: a PostgreSQL that lives on without its Mamori, or its last workers.
 * Only for the holder of the database's lock, which proves that no living Mamori uses them.
 */
export async function endOrphans(data: string, progress: (line: string) => void): Promise<void> {
  const left = readPidFile(data);
  const found = processesIn(data);
  if (found.length > 0) progress('Ending the database that a killed run has left');
  // In order if it can: one whose workers were killed too may never get there. Ending it at once costs a recovery, no data.
  if (left && found.includes(left.pid)) await end([left.pid], 'SIGINT', 10_000, data);
  await end(processesIn(data), 'SIGQUIT', 10_000, data);
  await end(processesIn(data), 'SIGKILL', 10_000, data);
  const stubborn = processesIn(data);
  if (stubborn.length > 0) {
    throw new StartProblem(
      'tryLater',
      `An earlier run left database processes on ${data} that do not end: ${stubborn.join(', ')}.`,
      'End them as their user or as root, then start again.',
    );
  }
  // Its number may belong to another program by now, and PostgreSQL would believe that it still runs.
  if (left) rmSync(join(data, 'postmaster.pid'), { force: true });
}

async function end(pids: number[], signal: NodeJS.Signals, patienceMs: number, data: string): Promise<void> {
  for (const pid of pids) sendSignal(pid, signal);
  const deadline = performance.now() + patienceMs;
  while (pids.length > 0 && performance.now() < deadline && processesIn(data).some((pid) => pids.includes(pid)))
    await sleep(10);
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // ended meanwhile, or another user's: what is left afterwards is reported
  }
}

/** PostgreSQL's processes on this data folder: each of them works in it, which no reused process number can pretend. */
function processesIn(data: string): number[] {
  if (!existsSync(data)) return [];
  if (!existsSync('/proc/self')) return processesByCommand(data);
  const folder = realpathSync(data);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && worksIn(name, folder))
    .map(Number);
}

function worksIn(pid: string, data: string): boolean {
  try {
    return (
      readlinkSync(`/proc/${pid}/cwd`) === data && readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres')
    );
  } catch {
    return false; // ended meanwhile, or not ours to look at
  }
}

function processesByCommand(data: string): number[] {
  const pid = readPidFile(data)?.pid;
  if (!pid) return [];
  const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout?.includes(data) ? [pid] : [];
}

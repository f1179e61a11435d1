import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import type { DatabaseUser } from './database-user.ts';

// The shell turns into the program (exec), so Node is the parent of the program itself. Before, it leaves a guard behind
// that waits on a pipe which only Node holds: the kernel closes it when Node ends, however it ends. There is no moment
// at which the program runs and the guard does not. The guard is detached twice, because PostgreSQL would take the
// death of a child that it does not know for a crash. It signals only a process that still works in the folder.
const underGuard = `
(
  ( trap '' INT TERM HUP QUIT
    read -r end
    here() { if [ -d /proc/self ]; then [ "/proc/$$/cwd" -ef . ]; else ps -o command= -p $$ | grep -qF -- "$PWD"; fi; }
    here && kill -INT $$
    left=300
    while here && kill -0 $$ && [ $left -gt 0 ]; do sleep 0.1; left=$((left - 1)); done
    here && kill -QUIT $$
  ) <&3 3<&- >/dev/null 2>&1 &
)
exec "$@" 3<&-
`;

/** What PostgreSQL's programs get to see of our environment. */
export const environment = { PATH: '/usr/local/bin:/usr/bin:/bin', TZ: 'UTC', LC_ALL: 'C' };

export type Guarded = { command: string[]; folder: string; user: DatabaseUser; stdout: number | 'pipe' };

/**
 * Runs a program of PostgreSQL in a folder of its data, with a guard that interrupts it when this process ends.
 * It does not keep this process alive, and Ctrl-C in a terminal does not reach it: Node stops it when its own work is done.
 */
export function spawnGuarded({ command, folder, user, stdout }: Guarded): ChildProcess {
  const stdio: StdioOptions = ['ignore', stdout, stdout, 'pipe'];
  const options = { ...user.ids, cwd: folder, detached: true, env: environment, stdio };
  const child = spawn('/bin/sh', ['-c', underGuard, 'mamori', ...command], options);
  child.unref();
  const pipe = child.stdio[3] as Socket | null;
  pipe?.on('error', () => {}); // somebody killed the guard: the next start still finds and ends an orphan
  pipe?.unref();
  child.on('exit', () => pipe?.destroy());
  return child;
}

import { DatabaseSync } from 'node:sqlite';
import { StartProblem } from './start-problem.ts';

export type Lock = { release(): void };

const sqliteBusy = 5;

// A handle that nobody refers to would be closed by the garbage collector, and the lock with it.
const held = new Set<DatabaseSync>();

/**
 * Takes a lock that the operating system ends together with this process, however it dies, so a stale lock cannot exist.
 * SQLite is used for that alone: Node has no other way to an fcntl lock. The file stays empty.
 * Never open the file by other means while the lock is held: closing any handle of it would end the lock (POSIX).
 * @param waitMs  how long to wait for another holder; waiting blocks the process
 * @returns undefined when it is held already, by another process or by this one
 * @throws StartProblem (73) when the file cannot be made, or the file system knows no locks
 */
export function takeLock(file: string, waitMs = 0): Lock | undefined {
  let handle: DatabaseSync | undefined;
  try {
    handle = new DatabaseSync(file, { timeout: waitMs });
    handle.exec('begin exclusive');
  } catch (error) {
    handle?.close();
    if ((error as { errcode?: number }).errcode === sqliteBusy) return undefined;
    throw new StartProblem(
      'cannotCreate',
      `The file ${file} cannot be locked: ${(error as Error).message}.`,
      'Run Mamori as the user to whom the state belongs, with the state on a disk that is writable and knows file locks.',
      error,
    );
  }
  const taken = handle;
  held.add(taken);
  return {
    release() {
      if (held.delete(taken)) taken.close();
    },
  };
}

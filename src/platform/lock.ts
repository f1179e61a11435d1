import { DatabaseSync } from 'node:sqlite';

export type Lock = { release(): void };

// A handle that nobody refers to would be closed by the garbage collector, and the lock with it.
const held = new Set<DatabaseSync>();

/**
 * Takes a lock that the operating system ends together with this process, however it dies, so a stale lock cannot exist.
 * SQLite is used for that alone: Node has no other way to an fcntl lock. The file stays empty.
 * Never open the file by other means while the lock is held: closing any handle of it would end the lock (POSIX).
 * @param waitMs  how long to wait for another holder; waiting blocks the process
 * @returns undefined when it is held already, by another process or by this one
 */
export function takeLock(file: string, waitMs = 0): Lock | undefined {
  const handle = new DatabaseSync(file, { timeout: waitMs });
  try {
    handle.exec('begin exclusive');
  } catch (error) {
    handle.close();
    if ((error as { errcode?: number }).errcode === 5) return undefined;
    throw error;
  }
  held.add(handle);
  return {
    release() {
      if (held.delete(handle)) handle.close();
    },
  };
}

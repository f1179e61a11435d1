import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { StartProblem } from '../start-problem.ts';
import { makeFolderFor } from './cluster.ts';
import type { DatabaseUser } from './database-user.ts';

// The kernel keeps a socket's path in 108 bytes with a final zero (104 on macOS).
const longest = process.platform === 'darwin' ? 103 : 107;
const prefix = 'mamori-socket-';

const socketIn = (folder: string) => join(folder, '.s.PGSQL.5432');

/**
 * The folder for the database's socket: the wished one, or a short private one in the temporary folder when the path
 * of the socket would be too long for the kernel.
 */
export function makeSocketFolder(wished: string, user: DatabaseUser, progress: (line: string) => void): string {
  if (Buffer.byteLength(socketIn(wished)) <= longest) {
    // What a killed run left: PostgreSQL would take its lock file for a living one while a zombie bears the number.
    rmSync(wished, { recursive: true, force: true });
    makeFolderFor(user, wished);
    return wished;
  }
  const short = mkdtempSync(join(tmpdir(), prefix));
  if (user.ids) chownSync(short, user.ids.uid, user.ids.gid);
  if (Buffer.byteLength(socketIn(short)) > longest) {
    rmSync(short, { recursive: true });
    throw new StartProblem(
      'configuration',
      `The path of the database's socket would be longer than ${longest} bytes, in ${wished} and in ${tmpdir()}.`,
      'Choose a state with a shorter path (--data FOLDER), or set TMPDIR to a short one.',
    );
  }
  progress(`The path of the state is long, so the database's socket lies in ${short}`);
  return short;
}

/** Removes a temporary socket folder; leaves the one in the state alone. */
export function removeSocketFolder(folder: string): void {
  if (basename(folder).startsWith(prefix) && dirname(folder) === tmpdir())
    rmSync(folder, { recursive: true, force: true });
}

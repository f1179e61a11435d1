import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { takeLock } from './lock.ts';
import { fileProblem, StartProblem } from './start-problem.ts';

/** Where the state lives when nobody says otherwise; the folder need not exist. */
export function defaultStateFolder(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support/Mamori');
  // The database runs as an unprivileged user, who cannot reach anything below the home folder of root.
  if (process.getuid?.() === 0) return '/var/lib/mamori';
  const base = process.env.XDG_STATE_HOME;
  return join(base?.startsWith('/') ? base : join(homedir(), '.local/state'), 'mamori');
}

/**
 * Makes the state folder and its folder for secrets, private to this user; as root, others may pass through the first,
 * because the database's user must.
 * @returns the absolute path
 * @throws StartProblem when it cannot be made or written
 */
export function makeStateFolder(stateFolder: string): string {
  const folder = resolve(stateFolder);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (process.getuid?.() === 0) chmodSync(folder, (statSync(folder).mode & 0o777) | 0o011);
    mkdirSync(join(folder, 'secrets'), { recursive: true, mode: 0o700 });
    const probe = join(folder, `.writable-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw fileProblem(error, folder) ?? error;
  }
  return folder;
}

export type Owner = { pid: number; url: string | null; since: string };

export type StateClaim = {
  /** Tells a second start where the first one serves. */
  tellUrl(url: string): void;
  release(): void;
};

/**
 * Makes this process the only one that serves from the state (or changes it offline). Ends with the process, however it dies.
 * @throws StartProblem (75) naming the process and address of the present owner, or when the folder cannot be written
 */
export function claimState(stateFolder: string): StateClaim {
  const folder = makeStateFolder(stateFolder);
  const lock = lockState(folder);
  if (!lock) throw occupied(folder);
  const since = Temporal.Now.instant().toString({ smallestUnit: 'second' });
  const owner = (url: string | null) => writeOwner(folder, { pid: process.pid, url, since });
  owner(null);
  return {
    tellUrl: owner,
    release() {
      rmSync(join(folder, 'owner.json'), { force: true });
      lock.release();
    },
  };
}

/** The process that serves from the state now, or undefined. The file alone proves nothing: a killed process leaves it. */
export function findOwner(stateFolder: string): Owner | undefined {
  const folder = resolve(stateFolder);
  if (!existsSync(join(folder, 'owner.lock'))) return undefined;
  const lock = lockState(folder);
  lock?.release();
  return lock ? undefined : readOwner(folder);
}

// The wait is for findOwner elsewhere, which holds the lock for a moment.
const lockState = (folder: string) => takeLock(join(folder, 'owner.lock'), 200);

function readOwner(folder: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'owner.json'), 'utf8')) as Owner;
  } catch {
    return undefined; // the owner holds the lock and has not written its name yet
  }
}

function writeOwner(folder: string, owner: Owner): void {
  const file = join(folder, 'owner.json');
  writeFileSync(`${file}.new`, `${JSON.stringify(owner)}\n`);
  renameSync(`${file}.new`, file);
}

function occupied(folder: string): StartProblem {
  const owner = readOwner(folder);
  const who = owner ? `process ${owner.pid} since ${owner.since}` : 'a process that is just starting';
  return new StartProblem(
    'tryLater',
    `The state in ${folder} is already in use by ${who}${owner?.url ? `, which serves ${owner.url}` : ''}.`,
    `Use the one that runs${owner ? `, stop it first (kill ${owner.pid})` : ''}, or choose another state with --data FOLDER.`,
  );
}

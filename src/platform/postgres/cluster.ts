import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { StartProblem } from '../start-problem.ts';
import type { Binaries } from './binaries.ts';
import type { DatabaseUser } from './database-user.ts';
import { explainFailure } from './explain-failure.ts';
import { environment, spawnGuarded } from './guard.ts';

/** The major that wrote the data, or undefined when there are none. */
export function majorOf(data: string): number | undefined {
  try {
    return Number(readFileSync(join(data, 'PG_VERSION'), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** @throws StartProblem (78) when the data were written by another major than the one that would run */
export function checkMajor(data: string, binaries: Binaries): void {
  const major = majorOf(data);
  if (major === undefined || major === binaries.major) return;
  throw new StartProblem(
    'configuration',
    `The data in ${data} belong to PostgreSQL ${major}; this start would run PostgreSQL ${binaries.major}. Nothing was changed.`,
    major < binaries.major
      ? `./mamori upgrade carries the data over to ${binaries.major}; to go on with ${major}, start with the same --postgres as before.`
      : `Start with the same --postgres and the same or a newer release of Mamori as before.`,
  );
}

/** A private folder that belongs to the database's user. */
export function makeFolderFor(user: DatabaseUser, folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  if (user.ids) chownSync(folder, user.ids.uid, user.ids.gid);
}

const passwordFileIn = (stateFolder: string) => join(stateFolder, 'secrets/postgres-password');

/** The owner role's password, or undefined before the first start. */
export function findPassword(stateFolder: string): string | undefined {
  try {
    return readFileSync(passwordFileIn(stateFolder), 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

export const makePassword = () => randomBytes(24).toString('base64url');

/** Keeps the owner role's password readable by this user alone. */
export function keepPassword(stateFolder: string, password: string): void {
  const file = passwordFileIn(stateFolder);
  writeFileSync(`${file}.new`, `${password}\n`, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}

/**
 * Makes the cluster with its owner role `mamori`: checksums, UTF-8, sorted by code point, UTC.
 * It appears whole or not at all: an interrupted one is thrown away by the next start.
 */
export async function initialise(
  binaries: Binaries,
  data: string,
  password: string,
  user: DatabaseUser,
): Promise<void> {
  sweepUnfinished(data);
  // Never the same name twice: the initdb of a run killed a moment ago may still be taking its own files away.
  const unfinished = mkdtempSync(`${data}.unfinished-`);
  const passwordFile = `${data}.password`;
  try {
    makeFolderFor(user, unfinished);
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (user.ids) chownSync(passwordFile, user.ids.uid, user.ids.gid);
    await initdb(binaries, unfinished, passwordFile, user);
    renameSync(unfinished, data);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function sweepUnfinished(data: string): void {
  for (const name of readdirSync(dirname(data))) {
    if (!name.startsWith(`${basename(data)}.unfinished-`)) continue;
    try {
      rmSync(join(dirname(data), name), { recursive: true });
    } catch {
      // its initdb is still writing or removing; the next first start would try again, and nothing reads it
    }
  }
}

async function initdb(binaries: Binaries, folder: string, passwordFile: string, user: DatabaseUser): Promise<void> {
  const owner = ['-U', 'mamori', `--pwfile=${passwordFile}`, '-A', 'scram-sha-256'];
  const shape = ['-E', 'UTF8', '--data-checksums', '--no-instructions', ...localeFor(binaries)];
  const command = [join(binaries.folder, 'initdb'), '-D', folder, ...owner, ...shape];
  const child = spawnGuarded({ command, folder, user, stdout: 'pipe' });
  let output = '';
  const collect = (part: Buffer) => {
    output += part;
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  child.ref();
  const [status] = await once(child, 'close');
  if (status !== 0) throw explainFailure('PostgreSQL could not make its data folder', output, folder);
}

// The builtin provider came with 17; before it the C library's C.UTF-8 sorts the same way.
function localeFor({ major }: Binaries): string[] {
  if (major >= 17) return ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  return ['--locale=C.UTF-8', '--lc-messages=C'];
}

/**
 * Gives the data to the database's user when somebody else owns them, as after a copy made by root.
 * Only root can, and only root needs to.
 */
export function ownData(data: string, user: DatabaseUser): void {
  makeFolderFor(user, data);
  if (!user.ids || statSync(join(data, 'PG_VERSION')).uid === user.ids.uid) return;
  spawnSync('chown', ['-R', `${user.ids.uid}:${user.ids.gid}`, '--', data]);
}

/**
 * Sets the owner's password in a cluster that does not run; for a state whose secrets were not restored.
 * @throws StartProblem when PostgreSQL refuses
 */
export function resetPassword(binaries: Binaries, data: string, password: string, user: DatabaseUser): void {
  const single = spawnSync(join(binaries.folder, 'postgres'), ['--single', '-D', data, 'postgres'], {
    ...user.ids,
    cwd: data,
    env: environment,
    input: `alter role mamori password '${password}'\n`,
    encoding: 'utf8',
  });
  if (single.status === 0 && !/ERROR|FATAL/.test(single.stderr)) return;
  throw explainFailure('PostgreSQL could not set a new password', `${single.stderr}`, data);
}

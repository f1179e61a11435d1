import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from '../start-problem.ts';
import type { Binaries } from './binaries.ts';
import type { DatabaseUser } from './database-user.ts';
import { explainFailure } from './explain-failure.ts';

/** What PostgreSQL's programs get to see of our environment. */
export const environment = { PATH: '/usr/local/bin:/usr/bin:/bin', TZ: 'UTC', LC_ALL: 'C' };

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

/** The owner role's password, made at the first call and kept readable by this user alone. */
export function keepPassword(stateFolder: string): string {
  const kept = findPassword(stateFolder);
  if (kept) return kept;
  const password = randomBytes(24).toString('base64url');
  const file = passwordFileIn(stateFolder);
  writeFileSync(`${file}.new`, `${password}\n`, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
  return password;
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
  const unfinished = `${data}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  makeFolderFor(user, unfinished);
  const passwordFile = `${data}.password`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  try {
    if (user.ids) chownSync(passwordFile, user.ids.uid, user.ids.gid);
    const options = ['-D', unfinished, '-U', 'mamori', `--pwfile=${passwordFile}`, '-A', 'scram-sha-256'];
    const shape = ['-E', 'UTF8', '--data-checksums', '--no-instructions', ...localeFor(binaries)];
    const { status, output } = await run(join(binaries.folder, 'initdb'), [...options, ...shape], user);
    if (status !== 0) throw explainFailure('PostgreSQL could not make its data folder', output, data);
    renameSync(unfinished, data);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(unfinished, { recursive: true, force: true });
  }
}

// The builtin provider came with 17; before it the C library's C.UTF-8 sorts the same way.
function localeFor({ major }: Binaries): string[] {
  if (major >= 17) return ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  return ['--locale=C.UTF-8', '--lc-messages=C'];
}

async function run(
  program: string,
  options: string[],
  user: DatabaseUser,
): Promise<{ status: number | null; output: string }> {
  const child = spawn(program, options, { ...user.ids, cwd: '/', env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (part) => {
    output += part;
  });
  child.stderr.on('data', (part) => {
    output += part;
  });
  return new Promise((done) => {
    child.on('error', (error) => done({ status: null, output: `${output}\n${error.message}` }));
    child.on('close', (status) => done({ status, output }));
  });
}

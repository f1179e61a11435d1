import { chmodSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Lock, takeLock } from './lock.ts';
import { type Binaries, copyEmbedded, findInstalled, findOfMajor } from './postgres/binaries.ts';
import {
  checkMajor,
  findPassword,
  initialise,
  keepPassword,
  majorOf,
  makePassword,
  ownData,
  resetPassword,
} from './postgres/cluster.ts';
import { createDatabase, urlOf, urlOfRunning } from './postgres/connection.ts';
import { checkReach, type DatabaseUser, findDatabaseUser } from './postgres/database-user.ts';
import { finishExchange } from './postgres/exchange.ts';
import { endOrphans } from './postgres/orphans.ts';
import { endOf, readPidFile, spawnPostmaster, stopPostmaster, untilReady } from './postgres/postmaster.ts';
import { makeSocketFolder, removeSocketFolder } from './postgres/socket-folder.ts';
import { fileProblem, StartProblem } from './start-problem.ts';
import { makeStateFolder } from './state.ts';

export type Postgres = {
  /** The owner's URL of the database `mamori`; parses as a URL, carries the password. */
  url: string;
  /** The major, e.g. 18. */
  version: number;
  /** False when another living process keeps the database and this one only joined it; then `stop` does nothing. */
  started: boolean;
  pid: number | null;
  /** Settles when the database ends without our `stop`, also when its keeper stops it; start again then. */
  ended: Promise<void>;
  /** Ends the database in order and returns when it is gone. May be called twice. */
  stop(): Promise<void>;
};

export type PostgresOptions = {
  stateFolder: string;
  /**
   * embedded: the packaged one; system: an installed one, 15 or newer, with a cluster of ours all the same;
   * as-before: any that has the major of the data, for reading them out before an upgrade.
   */
  kind: 'embedded' | 'system' | 'as-before';
  /** More settings, e.g. ["fsync=off"]; they win over ours. */
  settings?: string[];
  progress?: (line: string) => void;
};

/**
 * Starts Mamori's own PostgreSQL on the state: reached by a socket only, as an unprivileged user, ended with this process.
 * What a killed run has left is ended first. When another living process keeps it already, joins that one.
 * @throws StartProblem with the way out
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const place = makePlace(options.stateFolder);
  const patientUntil = performance.now() + 120_000;
  while (performance.now() < patientUntil) {
    const lock = takeLock(join(place.folder, 'postgres.lock'));
    if (lock) return keep(lock, place, options);
    const joined = await joinRunning(place);
    if (joined) return joined;
    await sleep(50); // its keeper is just starting or stopping it
  }
  throw new StartProblem(
    'tryLater',
    `Another process keeps the database in ${place.data}, which does not take connections.`,
    'Wait until it has started or stopped, or end it; then start again.',
  );
}

type Place = { state: string; folder: string; data: string; log: string };

function makePlace(stateFolder: string): Place {
  const state = realpathSync(makeStateFolder(stateFolder));
  const folder = join(state, 'postgres');
  try {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
  } catch (error) {
    throw fileProblem(error, state) ?? error;
  }
  return { state, folder, data: join(folder, 'data'), log: join(folder, 'postgres.log') };
}

async function keep(lock: Lock, place: Place, options: PostgresOptions): Promise<Postgres> {
  try {
    return await start(lock, place, options);
  } catch (error) {
    lock.release();
    throw fileProblem(error, place.state) ?? error;
  }
}

async function start(lock: Lock, place: Place, options: PostgresOptions): Promise<Postgres> {
  const { folder, data, log: logFile } = place;
  const { kind, settings = [], progress = () => {} } = options;
  finishExchange(place.state);
  const user = findDatabaseUser(data);
  checkReach(folder, user);
  const binaries = findBinaries(kind, join(folder, 'bin'), majorOf(data));
  checkMajor(data, binaries);
  await clearRemains(data, progress);
  const password = await prepareData(place, binaries, user, progress);

  const socketFolder = makeSocketFolder(join(folder, 'run'), user, progress);
  const started = spawnPostmaster({ binaries, data, user, settings: [...ours(socketFolder), ...settings], logFile });
  const { child } = started;
  const gone = endOf(child).then(() => {
    removeSocketFolder(socketFolder);
    lock.release();
  });
  let stopping = false;
  const stop = async () => {
    stopping = true;
    await stopPostmaster(started);
    await gone;
  };
  try {
    await untilReady(started, progress);
    await createDatabase(urlOf(password, socketFolder, 'postgres'));
  } catch (error) {
    await stop();
    throw error;
  }
  const ended = gone.then(() => (stopping ? new Promise<void>(() => {}) : undefined));
  const url = urlOf(password, socketFolder, 'mamori');
  return { url, version: binaries.major, started: true, pid: child.pid ?? null, ended, stop };
}

function findBinaries(kind: PostgresOptions['kind'], copies: string, major: number | undefined): Binaries {
  if (kind === 'system') return findInstalled(major);
  if (kind === 'as-before' && major !== undefined) return findOfMajor(copies, major);
  return copyEmbedded(copies);
}

/** @returns the owner's password */
async function prepareData(
  { state, data }: Place,
  binaries: Binaries,
  user: DatabaseUser,
  progress: (line: string) => void,
): Promise<string> {
  const hasData = majorOf(data) !== undefined;
  const kept = findPassword(state);
  const password = kept ?? makePassword();
  if (!hasData) {
    progress(`Making the database (PostgreSQL ${binaries.version})`);
    await initialise(binaries, data, password, user);
  }
  ownData(data, user);
  if (hasData && !kept) {
    progress('The password of the database is not among the secrets; setting a new one');
    resetPassword(binaries, data, password, user);
  }
  // Written last: whatever interrupts this, the next start knows by its absence that one must be set.
  if (!kept) keepPassword(state, password);
  return password;
}

async function clearRemains(data: string, progress: (line: string) => void): Promise<void> {
  const left = readPidFile(data);
  await endOrphans(data, progress);
  if (left) removeSocketFolder(left.socketFolder);
}

/** Every start says them anew, so that a release decides and not what an old one wrote into the data folder. */
function ours(socketFolder: string): string[] {
  return [
    'cluster_name=mamori',
    'listen_addresses=',
    `unix_socket_directories="${socketFolder.replaceAll('"', '""')}"`,
    'unix_socket_permissions=0700',
    'port=5432',
    'ssl=off',
    'timezone=UTC',
    'log_timezone=UTC',
    // Statements and the details of errors carry what people wrote; the log must not.
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
  ];
}

async function joinRunning({ state, data }: Place): Promise<Postgres | undefined> {
  const password = findPassword(state);
  const version = majorOf(data);
  const url = password && (await urlOfRunning(data, password));
  if (!url || !version) return undefined;
  const pid = readPidFile(data)?.pid ?? null;
  const watch = watchEnd(data, pid);
  return { url, version, started: false, pid, ended: watch.ended, stop: async () => watch.close() };
}

/** Looks twice a second whether a database that is not our child still runs. */
function watchEnd(data: string, pid: number | null): { ended: Promise<void>; close(): void } {
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  const timer = setInterval(() => {
    if (readPidFile(data)?.pid === pid && pid !== null && isAlive(pid)) return;
    clearInterval(timer);
    resolve();
  }, 500).unref();
  return { ended, close: () => clearInterval(timer) };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

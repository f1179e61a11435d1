import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { takeLock } from '../lock.ts';
import { copyEmbedded, findInstalled } from '../postgres/binaries.ts';
import { majorOf } from '../postgres/cluster.ts';
import { beginExchange, finishExchange, oldDataFolder, workFolder } from '../postgres/exchange.ts';
import { type Postgres, type PostgresOptions, startPostgres } from '../postgres.ts';
import { StartProblem } from '../start-problem.ts';
import { makeStateFolder } from '../state.ts';
import { makeBackup } from './make-backup.ts';
import { restoreBackup } from './restore-backup.ts';

export type UpgradeOptions = {
  stateFolder: string;
  /** The PostgreSQL to go on with: the packaged one, or the newest installed. */
  kind: 'embedded' | 'system';
  /** The version of Mamori that does it. */
  version: string;
  progress?: ((line: string) => void) | undefined;
};

export type UpgradeReport = {
  from: number;
  to: number;
  /** False when the data were of this major already. */
  upgraded: boolean;
  /** Folders with data of older majors, until removeOldData. */
  kept: string[];
};

/**
 * Carries the data of a state to the PostgreSQL that this release runs: an archive of the old ones, restored into a new
 * cluster beside them, compared table by table, then exchanged by a rename. The old ones are kept under their major.
 * Interrupted anywhere, the next call or start finds data that are whole. The caller has claimed the state.
 * @throws StartProblem with the way out; the state is then as before
 */
export async function upgradePostgres(options: UpgradeOptions): Promise<UpgradeReport> {
  const { kind, progress = () => {} } = options;
  const stateFolder = makeStateFolder(options.stateFolder);
  if (existsSync(path.join(stateFolder, 'postgres'))) exchange(stateFolder);
  const from = majorOf(path.join(stateFolder, 'postgres', 'data'));
  if (from === undefined)
    throw new StartProblem('unavailable', `There is no database in ${stateFolder}.`, 'Name the state with --data.');
  const to = majorToRun(stateFolder, kind);
  if (to === from) return { from, to, upgraded: false, kept: listOldData(stateFolder) };
  if (to < from) throw olderThanData(from, to);

  const work = workFolder(stateFolder);
  rmSync(work, { recursive: true, force: true });
  try {
    makeStateFolder(work);
    const archive = path.join(work, 'data.mamori');
    progress(`Reading the data with PostgreSQL ${from}`);
    await withDatabase({ stateFolder, kind: 'as-before', progress }, ({ url }) =>
      makeBackup({ ownerUrl: url, stateFolder: null, file: archive, version: options.version, progress }),
    );
    progress(`Writing them with PostgreSQL ${to}`);
    prepareCluster(stateFolder, work);
    await withDatabase({ stateFolder: work, kind, progress }, ({ url }) =>
      restoreBackup({ ownerUrl: url, stateFolder: null, file: archive, progress }),
    );
    exchange(stateFolder, from);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return { from, to, upgraded: true, kept: listOldData(stateFolder) };
}

function majorToRun(stateFolder: string, kind: UpgradeOptions['kind']): number {
  if (kind === 'system') return findInstalled(undefined).major;
  return copyEmbedded(path.join(stateFolder, 'postgres', 'bin')).major;
}

const olderThanData = (from: number, to: number) =>
  new StartProblem(
    'configuration',
    `The data belong to PostgreSQL ${from}, which is newer than the ${to} that would run. Nothing was changed.`,
    'Use the release that made these data or a newer one, or leave out --postgres system.',
  );

/** Exchanges the data, or finishes an exchange that was interrupted, while nobody can start the database. */
function exchange(stateFolder: string, from?: number): void {
  const lock = takeLock(path.join(stateFolder, 'postgres', 'postgres.lock'), 2_000);
  if (!lock)
    throw new StartProblem(
      'tryLater',
      `Another process keeps the database in ${stateFolder}. Nothing was changed.`,
      'Stop Mamori on this state, then upgrade.',
    );
  try {
    if (from !== undefined) beginExchange(stateFolder, from);
    finishExchange(stateFolder);
  } finally {
    lock.release();
  }
}

/** The data of older majors that upgrades have kept. */
export function listOldData(stateFolder: string): string[] {
  const folder = path.join(stateFolder, 'postgres');
  const majors = existsSync(folder) ? readdirSync(folder).flatMap((name) => /^data-(\d+)$/.exec(name)?.[1] ?? []) : [];
  return majors.map((major) => oldDataFolder(stateFolder, Number(major)));
}

/** Removes the data of older majors. @returns the folders that are gone */
export function removeOldData(stateFolder: string): string[] {
  const old = listOldData(stateFolder);
  for (const folder of old) rmSync(folder, { recursive: true });
  return old;
}

/** The new cluster gets the same password and the same programs, so that its data fit in the place of the old ones. */
function prepareCluster(stateFolder: string, work: string): void {
  copyFileSync(path.join(stateFolder, 'secrets', 'postgres-password'), path.join(work, 'secrets', 'postgres-password'));
  mkdirSync(path.join(work, 'postgres'), { mode: 0o711 });
  mkdirSync(path.join(stateFolder, 'postgres', 'bin'), { recursive: true });
  symlinkSync(path.join(stateFolder, 'postgres', 'bin'), path.join(work, 'postgres', 'bin'));
}

async function withDatabase<T>(options: PostgresOptions, work: (postgres: Postgres) => Promise<T>): Promise<T> {
  const postgres = await startPostgres(options);
  try {
    return await work(postgres);
  } finally {
    await postgres.stop();
  }
}

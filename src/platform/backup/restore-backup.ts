import { Readable } from 'node:stream';
import pg from 'pg';
import { keepFile } from '../files.ts';
import { knownMigrations, migrate } from '../migrate.ts';
import { StartProblem } from '../start-problem.ts';
import { readArchiveFile } from './archive-file.ts';
import { listTables, textSettings } from './catalog.ts';
import { loadTables } from './load-tables.ts';
import { fileName, jobsName, type Manifest } from './manifest.ts';
import { insertJobs, type PendingJob, prepareQueues, readJobs } from './pending-jobs.ts';
import { checkArchive, DamagedArchive, textOf } from './read-archive.ts';
import { digestTable } from './table-digest.ts';

export type RestoreOptions = {
  /** An empty database. */
  ownerUrl: string;
  /** Where the files go; null: the database alone. */
  stateFolder: string | null;
  file: string;
  progress?: ((line: string) => void) | undefined;
  /** The migrations of this release; another folder only in tests. */
  migrations?: string | undefined;
};

export type RestoreReport = {
  madeAt: string;
  mamori: string;
  tables: number;
  rows: number;
  files: number;
  pendingJobs: number;
  /** Migrations of this release that the archive did not have yet. */
  migrated: string[];
};

/**
 * Brings an archive back into an empty database: checked before anything is changed, loaded in one transaction, each
 * table compared with what was backed up before that is committed, then brought to this release.
 * @throws StartProblem when data exist, the archive is damaged (naming the member) or made by a newer version
 */
export async function restoreBackup(options: RestoreOptions): Promise<RestoreReport> {
  const { ownerUrl, file, progress = () => {} } = options;
  progress('Checking the archive');
  const manifest = await checkArchive(file);
  refuseNewer(manifest, options);
  await refuseData(ownerUrl);

  await migrate(ownerUrl, options.migrations, manifest.migrations.at(-1)?.name);
  await refuseOtherMigrations(ownerUrl, manifest);
  await load(manifest, options);
  const migrated = await migrate(ownerUrl, options.migrations);
  await analyze(ownerUrl);
  return {
    madeAt: manifest.madeAt,
    mamori: manifest.mamori,
    tables: manifest.tables.length,
    rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
    files: manifest.files.length,
    pendingJobs: manifest.jobs.count,
    migrated,
  };
}

function refuseNewer(manifest: Manifest, { file, migrations }: RestoreOptions): void {
  const known = new Map(knownMigrations(migrations).map(({ name, sha256 }) => [name, sha256]));
  const foreign = manifest.migrations.filter(({ name, sha256 }) => known.get(name) !== sha256).map(({ name }) => name);
  if (foreign.length === 0) return;
  throw new StartProblem(
    'configuration',
    `${file} was made by another version of Mamori (${manifest.mamori}); this one does not know its ${foreign.join(', ')}. Nothing was changed.`,
    `Restore it with version ${manifest.mamori} or a newer one.`,
  );
}

/** An interrupted restore leaves tables without rows; that is empty too. */
async function refuseData(ownerUrl: string): Promise<void> {
  await onDatabase(ownerUrl, async (client) => {
    const filled = [];
    for (const { name } of await listTables(client)) {
      const { rowCount } = await client.query(`select from public.${client.escapeIdentifier(name)} limit 1`);
      if (rowCount) filled.push(name);
    }
    if (filled.length === 0) return;
    throw new StartProblem(
      'configuration',
      `The database is not empty (${filled.slice(0, 5).join(', ')}). Nothing was changed.`,
      'Restore into a state of its own: --data NEWFOLDER, or an empty database in DATABASE_URL.',
    );
  });
}

async function refuseOtherMigrations(ownerUrl: string, manifest: Manifest): Promise<void> {
  await onDatabase(ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>('select name from migration order by name collate "C"');
    const applied = rows.map(({ name }) => name);
    const wanted = manifest.migrations.map(({ name }) => name);
    if (applied.join() === wanted.join()) return;
    throw new StartProblem(
      'configuration',
      `The database has the tables of another version than the archive (${applied.at(-1)} and ${wanted.at(-1)}).`,
      'Restore into an empty database; this one was started before.',
    );
  });
}

async function load(manifest: Manifest, options: RestoreOptions): Promise<void> {
  const { ownerUrl, file, stateFolder, progress = () => {} } = options;
  // Files first: a row never names bytes that are not there.
  const jobs = await bringFiles(file, stateFolder, progress);
  const boss = await prepareQueues(ownerUrl, jobs);
  try {
    await onDatabase(ownerUrl, async (client) => {
      await client.query('begin');
      await client.query(textSettings);
      await loadTables(client, manifest, file, progress);
      await compareTables(client, manifest, progress);
      for (const { name, last, called } of manifest.sequences)
        await client.query('select setval($1::regclass, $2::bigint, $3)', [
          `public.${client.escapeIdentifier(name)}`,
          last,
          called,
        ]);
      await insertJobs(boss, client, jobs);
      await client.query('commit');
    });
  } finally {
    await boss.stop({ graceful: false });
  }
}

async function bringFiles(
  file: string,
  stateFolder: string | null,
  progress: (line: string) => void,
): Promise<PendingJob[]> {
  let jobs: PendingJob[] = [];
  let count = 0;
  for await (const member of readArchiveFile(file)) {
    if (member.name === jobsName) jobs = readJobs(await textOf(member));
    if (stateFolder === null || !member.name.startsWith('files/')) continue;
    if (++count % 1_000 === 1) progress(`Files: ${count}`);
    const { sha256 } = await keepFile(stateFolder, Readable.from(member.content, { objectMode: false }));
    if (fileName(sha256) !== member.name)
      throw new DamagedArchive(file, `${member.name} changed meanwhile`, member.name);
  }
  return jobs;
}

/** What stands in the database now is what stood there when the archive was made, byte by byte. */
async function compareTables(client: pg.Client, manifest: Manifest, progress: (line: string) => void): Promise<void> {
  const shapes = new Map((await listTables(client)).map((shape) => [shape.name, shape]));
  for (const { name, sha256, columns } of manifest.tables) {
    progress(`Comparing ${name}`);
    const shape = shapes.get(name);
    const restored = shape && (await digestTable(client, { ...shape, columns }));
    if (restored?.sha256 !== sha256) throw new Error(`The restored table ${name} differs from the archive`);
  }
}

async function analyze(ownerUrl: string): Promise<void> {
  await onDatabase(ownerUrl, async (client) => {
    await client.query('analyze');
  });
}

async function onDatabase(ownerUrl: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'mamori restore' });
  client.on('error', () => {}); // the query that runs fails with it
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import pg from 'pg';
import { now } from '../clock.ts';
import { listFiles, pathOfFile } from '../files.ts';
import { writeArchiveFile } from './archive-file.ts';
import { listMigrations, listSequences, listTables, type TableShape, textSettings } from './catalog.ts';
import { noteBackup } from './last-backup.ts';
import {
  archiveFormat,
  endName,
  endOf,
  fileName,
  jobsName,
  type Manifest,
  manifestName,
  pieceName,
} from './manifest.ts';
import { linesOf, listPendingJobs } from './pending-jobs.ts';
import { checkArchive } from './read-archive.ts';
import { Meter, streamTable } from './table-digest.ts';
import type { Member } from './tar.ts';

export type BackupOptions = {
  ownerUrl: string;
  /** Where the kept files lie; null: the database alone. */
  stateFolder: string | null;
  file: string;
  /** The version of Mamori that makes it. */
  version: string;
  progress?: ((line: string) => void) | undefined;
};

export type BackupReport = {
  file: string;
  sizeBytes: number;
  madeAt: string;
  tables: number;
  rows: number;
  files: number;
  pendingJobs: number;
  /** Kept files whose bytes are not what they were; they are missing from the archive. */
  damagedFiles: string[];
};

const pieceBytes = 4 * 1024 * 1024;

/**
 * Writes database and files into one archive while the server runs: the database as it was at one moment, the files that
 * it can name. The archive is read back and checked before it gets its name.
 * @throws StartProblem when the file exists, the disk is full or the database cannot be read; nothing is left behind
 */
export async function makeBackup(options: BackupOptions): Promise<BackupReport> {
  const { file, progress = () => {} } = options;
  const client = new pg.Client({ connectionString: options.ownerUrl, application_name: 'mamori backup' });
  client.on('error', () => {}); // the query that runs fails with it
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query(textSettings);
    const manifest = await beginManifest(client, options.version);
    const tables = await listTables(client);
    const sizeBytes = await writeArchiveFile(file, membersOf(client, tables, manifest, options), manifest.madeAt, {
      check: async (unfinished) => {
        progress('Checking the archive');
        await checkArchive(unfinished);
      },
    });
    await client.query('commit');
    const report = reportOf(file, sizeBytes, manifest);
    if (options.stateFolder !== null) noteBackup(options.stateFolder, report);
    return report;
  } finally {
    await client.end().catch(() => {});
  }
}

async function beginManifest(client: pg.Client, version: string): Promise<Manifest> {
  const { rows } = await client.query<{ number: string; version: string }>(
    `select current_setting('server_version_num') as number, current_setting('server_version') as version`,
  );
  return {
    format: archiveFormat,
    mamori: version,
    madeAt: now().toString({ smallestUnit: 'second' }),
    postgres: { major: Math.floor(Number(rows[0]?.number) / 10_000), version: rows[0]?.version ?? '' },
    migrations: await listMigrations(client),
    tables: [],
    sequences: [],
    jobs: { count: 0, sha256: '' },
    files: [],
    damagedFiles: [],
  };
}

/** Fills the manifest while it goes, and gives it as the last member. */
async function* membersOf(
  client: pg.Client,
  tables: TableShape[],
  manifest: Manifest,
  { stateFolder, progress = () => {} }: BackupOptions,
): AsyncGenerator<Member> {
  for (const [index, table] of tables.entries()) {
    progress(`Table ${index + 1} of ${tables.length}: ${table.name}`);
    yield* piecesOf(client, table, manifest);
  }
  manifest.sequences = await listSequences(client);

  const jobs = await listPendingJobs(client);
  const lines = Buffer.from(linesOf(jobs));
  manifest.jobs = { count: jobs.length, sha256: createHash('sha256').update(lines).digest('hex') };
  yield memberOf(jobsName, lines);

  if (stateFolder !== null) yield* filesOf(stateFolder, manifest, progress);
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  yield memberOf(manifestName, Buffer.from(text));
  yield memberOf(endName, Buffer.from(endOf(text)));
}

const memberOf = (name: string, bytes: Uint8Array): Member => ({ name, sizeBytes: bytes.length, content: [bytes] });

async function* piecesOf(client: pg.Client, table: TableShape, manifest: Manifest): AsyncGenerator<Member> {
  const meter = new Meter();
  let piece: Uint8Array[] = [];
  let sizeBytes = 0;
  let number = 0;
  for await (const bytes of streamTable(client, table)) {
    meter.add(bytes);
    piece.push(bytes);
    sizeBytes += bytes.length;
    if (sizeBytes < pieceBytes) continue;
    yield { name: pieceName(table.name, number++), sizeBytes, content: piece };
    piece = [];
    sizeBytes = 0;
  }
  if (sizeBytes > 0) yield { name: pieceName(table.name, number), sizeBytes, content: piece };
  manifest.tables.push({ name: table.name, columns: table.columns, ...meter.digest() });
}

// Listed after the snapshot began: bytes are on the disk before the row that names them, so none is missing.
async function* filesOf(
  stateFolder: string,
  manifest: Manifest,
  progress: (line: string) => void,
): AsyncGenerator<Member> {
  let count = 0;
  for (const { sha256, sizeBytes } of listFiles(stateFolder)) {
    if (++count % 1_000 === 1) progress(`Files: ${count}`);
    const file = pathOfFile(stateFolder, sha256);
    if ((await hashOf(file)) !== sha256) {
      manifest.damagedFiles.push(sha256);
      continue;
    }
    manifest.files.push({ sha256, sizeBytes });
    yield { name: fileName(sha256), sizeBytes, content: createReadStream(file) };
  }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(file)) hash.update(bytes);
  return hash.digest('hex');
}

const reportOf = (file: string, sizeBytes: number, { madeAt, tables, files, jobs, damagedFiles }: Manifest) => ({
  file,
  sizeBytes,
  madeAt,
  tables: tables.length,
  rows: tables.reduce((sum, { rows }) => sum + rows, 0),
  files: files.length,
  pendingJobs: jobs.count,
  damagedFiles,
});

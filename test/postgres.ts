import { mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { takeLock } from '#platform/lock';
import { startPostgres } from '#platform/postgres';

declare module 'vitest' {
  interface ProvidedContext {
    /** The owner's URL of the run's own cluster, database `mamori`; tests make their databases beside it. */
    postgres: string;
  }
}

const prefix = 'mamori-test-';
const quick = [
  'fsync=off',
  'full_page_writes=off',
  'synchronous_commit=off',
  'shared_buffers=128MB',
  'max_connections=200',
  // In the data folder, so that a killed run leaves nothing outside of it.
  'dynamic_shared_memory_type=mmap',
];

/**
 * One cluster for the whole run, gone at its end. It gives up all durability for speed; tests that kill a database start their own.
 * MAMORI_TEST_POSTGRES=system runs the suite on the machine's PostgreSQL instead of the packaged one.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const base = folderInMemory() ?? tmpdir();
  sweep(base);
  const stateFolder = mkdtempSync(join(base, prefix));
  const kind = process.env.MAMORI_TEST_POSTGRES === 'system' ? 'system' : 'embedded';
  const postgres = await startPostgres({ stateFolder, kind, settings: quick });
  project.provide('postgres', postgres.url);
  return async () => {
    await postgres.stop();
    rmSync(stateFolder, { recursive: true, force: true });
  };
}

function folderInMemory(): string | undefined {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize >= 1e9 ? '/dev/shm' : undefined;
  } catch {
    return undefined;
  }
}

/** Removes what killed runs have left; the lock of a run that lives cannot be taken. */
function sweep(base: string): void {
  for (const name of readdirSync(base)) {
    if (!name.startsWith(prefix)) continue;
    const lock = lockOf(join(base, name));
    if (!lock) continue;
    lock.release();
    rmSync(join(base, name), { recursive: true, force: true });
  }
}

function lockOf(stateFolder: string) {
  try {
    return takeLock(join(stateFolder, 'postgres/postgres.lock'));
  } catch {
    return undefined; // another user's, or just being made
  }
}

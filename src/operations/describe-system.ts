import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import type { Tools } from '#access';
import { findLastBackup } from '#platform/backup/last-backup';
import { type SystemState, warningsOf } from './model.ts';
import { countFailedJobs } from './store/jobs.ts';
import { describeDatabase } from './store/system.ts';

/** How the house stands: what runs, how large it is, and what asks for something to be done. */
export async function describeSystem({ db, house, now }: Pick<Tools, 'db' | 'house' | 'now'>): Promise<SystemState> {
  const [database, failedJobs, disk] = await Promise.all([
    describeDatabase(db),
    countFailedJobs(db),
    diskOf(house.stateFolder),
  ]);
  const backup = findLastBackup(house.stateFolder);
  const lastBackup = backup && { madeAt: backup.madeAt, sizeBytes: backup.sizeBytes };
  return {
    version: house.version,
    schema: database.schema,
    startedAt: startedAt.toString({ smallestUnit: 'second' }),
    postgres: { version: database.version, kind: house.database ?? null, sizeBytes: database.sizeBytes },
    disk,
    lastBackup,
    warnings: warningsOf({ disk, lastBackup, failedJobs }, now()),
  };
}

const startedAt = Temporal.Now.instant().subtract({ milliseconds: Math.round(performance.now()) });

async function diskOf(folder: string): Promise<SystemState['disk']> {
  if (!existsSync(folder)) return null;
  const { bavail, blocks, bsize } = await statfs(folder);
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}

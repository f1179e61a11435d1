import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { freshDatabase } from '../../../test/database.ts';
import { isRoot } from '../../../test/processes.ts';
import { keepFile } from '../files.ts';
import { makeBackup } from './make-backup.ts';

// Much is written and read, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const house = await freshDatabase();
const canMount = isRoot && spawnSync('unshare', ['--mount', 'true']).status === 0;

test.skipIf(!canMount)(
  'a disk that fills while the archive is written is named, and nothing is left on it',
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'mamori-full-'));
    const disk = path.join(folder, 'disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'mamori-test', disk]);
    onTestFinished(() => {
      execFileSync('umount', ['--lazy', disk]);
      rmSync(folder, { recursive: true });
    });
    await keepFile(folder, randomBytes(3_000_000));
    const file = path.join(disk, 'archive.mamori');

    const attempt = makeBackup({ ownerUrl: house.ownerUrl, stateFolder: folder, file, version: '0.1.0' });

    await expect(attempt).rejects.toMatchObject({ exitCode: 73, message: expect.stringContaining('is full') });
    expect(readdirSync(disk)).toEqual([]);
  },
);

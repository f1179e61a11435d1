import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type PostgresOptions, startPostgres } from '#platform/postgres';
import { StartProblem } from '#platform/start-problem';
import { aFolder, aKeeper, ask, hasSystemPostgres, isRoot } from '../../test/processes.ts';

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

/** The problem that the start ended with; fails when it did not. */
async function problemOf(stateFolder: string, kind: PostgresOptions['kind'] = 'embedded'): Promise<StartProblem> {
  const problem = await startPostgres({ stateFolder, kind }).catch((error: unknown) => error);
  if (problem instanceof StartProblem) return problem;
  throw problem instanceof Error ? problem : new Error('It started');
}

const canMount = isRoot && spawnSync('unshare', ['--mount', 'true']).status === 0;

/** A disk of so many megabytes. */
function aDisk(megabytes: number): string {
  const disk = join(aFolder(tmpdir()), 'disk');
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=711`, 'mamori-test', disk]);
  onTestFinished(() => void execFileSync('umount', ['--lazy', disk]));
  return disk;
}

test.skipIf(!canMount).each([20, 70])(
  'a disk of %i MB is too small for a first start, which leaves nothing half made',
  async (size) => {
    const state = join(aDisk(size), 'state');

    const problem = await problemOf(state);

    expect(problem).toMatchObject({ exitCode: 73, message: expect.stringContaining('is full') });
    expect(problem.way).toContain('--data');
    expect(readdirSync(join(state, 'postgres')).filter((name) => name.startsWith('data'))).toEqual([]);
  },
);

test.skipIf(!canMount)('a disk that is full at a later start is named, and nothing is lost', async () => {
  const disk = aDisk(200);
  const state = join(disk, 'state');
  const first = await startPostgres({ stateFolder: state, kind: 'embedded' });
  await ask(first.url, 'create table kept (n int)', 'insert into kept values (7)');
  await first.stop();
  spawnSync('dd', ['if=/dev/zero', `of=${join(disk, 'filler')}`, 'bs=4k'], { stdio: 'ignore' });

  const problem = await problemOf(state);
  rmSync(join(disk, 'filler'));
  const again = await startPostgres({ stateFolder: state, kind: 'embedded' });
  const kept = await ask(again.url, 'select n from kept');
  await again.stop();

  expect(problem).toMatchObject({ exitCode: 73, message: expect.stringContaining('is full') });
  expect(kept).toEqual([{ n: 7 }]);
});

test.skipIf(!hasSystemPostgres)('data of another major are named and left alone', async () => {
  const state = aFolder();
  const first = await startPostgres({ stateFolder: state, kind: 'system' });
  await first.stop();

  const problem = await problemOf(state);
  const again = await startPostgres({ stateFolder: state, kind: 'as-before' });
  await again.stop();

  expect(problem.exitCode).toBe(78);
  expect(problem.message).toContain(`belong to PostgreSQL ${first.version}; this start would run PostgreSQL 18`);
  expect(problem.way).toContain('./mamori upgrade');
  expect(again.version).toBe(first.version);
});

test('data of a major that this machine does not have are left alone', async () => {
  const state = aFolder();
  const first = await startPostgres({ stateFolder: state, kind: 'embedded' });
  await first.stop();
  writeFileSync(join(state, 'postgres/data/PG_VERSION'), '14\n');

  const problem = await problemOf(state, 'as-before');
  writeFileSync(join(state, 'postgres/data/PG_VERSION'), '18\n');
  const again = await startPostgres({ stateFolder: state, kind: 'as-before' });
  await again.stop();

  expect(problem).toMatchObject({ exitCode: 69, message: expect.stringContaining('no PostgreSQL 14') });
  expect(again.version).toBe(18);
});

test('a state that is a file is refused', async () => {
  const file = join(aFolder(), 'state');
  writeFileSync(file, 'not a folder');

  const problem = await problemOf(file);

  expect(problem).toMatchObject({ exitCode: 73, message: expect.stringContaining(file) });
});

test.skipIf(!isRoot)('a state that another user owns is refused', async () => {
  const state = aFolder();
  const first = await startPostgres({ stateFolder: state, kind: 'embedded' });
  await first.stop();

  const stranger = await aKeeper(state, { uid: 65534 });

  expect(stranger).toMatchObject({ exitCode: 73, message: expect.stringContaining(state) });
  expect(stranger.way).toContain('run Mamori as the user');
});

test.skipIf(!isRoot)('a folder that the database user cannot pass is named', async () => {
  const closed = join(aFolder(), 'closed');
  mkdirSync(closed, { mode: 0o700 });

  const problem = await problemOf(join(closed, 'state'));

  expect(problem).toMatchObject({
    exitCode: 78,
    message: expect.stringContaining(`cannot enter ${closed} (mode 0700)`),
  });
  expect(problem.way).toContain(`chmod o+x ${closed}`);
});

test.skipIf(!isRoot)('a user without an entry in the list of users is told so', async () => {
  const state = aFolder();
  chmodSync(state, 0o777);

  const nameless = await aKeeper(state, { uid: 54321 });

  expect(nameless).toMatchObject({ exitCode: 78, message: expect.stringContaining('/etc/passwd') });
});

test('a password of another state is told from a broken database', async () => {
  const state = aFolder();
  const first = await startPostgres({ stateFolder: state, kind: 'embedded' });
  await first.stop();
  const file = join(state, 'secrets/postgres-password');
  writeFileSync(file, 'of-another-state\n');

  const problem = await problemOf(state);
  renameSync(file, `${file}.away`);
  const again = await startPostgres({ stateFolder: state, kind: 'embedded' });
  await again.stop();

  expect(problem).toMatchObject({ exitCode: 78, way: expect.stringContaining('Move that file away') });
  expect(again.started).toBe(true);
});

test.skipIf(!isRoot)('a state that root copied belongs to the database user again', async () => {
  const state = aFolder();
  const first = await startPostgres({ stateFolder: state, kind: 'embedded' });
  await ask(first.url, 'create table kept (n int)', 'insert into kept values (7)');
  await first.stop();
  execFileSync('chown', ['-R', '0:0', state]);

  const again = await startPostgres({ stateFolder: state, kind: 'embedded' });
  const kept = await ask(again.url, 'select n from kept');
  await again.stop();

  expect(kept).toEqual([{ n: 7 }]);
});

test('damaged data are shown with what PostgreSQL says, and left alone', async () => {
  const state = aFolder();
  const first = await startPostgres({ stateFolder: state, kind: 'embedded' });
  await first.stop();
  const control = join(state, 'postgres/data/global/pg_control');
  rmSync(control);

  const problem = await problemOf(state);

  expect(problem).toMatchObject({ exitCode: 69, message: expect.stringContaining('pg_control') });
  expect(existsSync(join(state, 'postgres/data/PG_VERSION'))).toBe(true);
});

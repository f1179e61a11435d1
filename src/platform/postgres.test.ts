import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { startPostgres } from '#platform/postgres';
import { aFolder, aKeeper, ask, eventually, hasSystemPostgres, isRoot, kill, pidsIn } from '../../test/processes.ts';

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const shape = `select current_setting('data_checksums') as sums, current_setting('TimeZone') as zone,
  current_setting('listen_addresses') as tcp, pg_encoding_to_char(encoding) as encoding, upper('é') as upper,
  (select array_agg(w order by w) from unnest(array['b', 'ä', 'B', 'あ', 'a']) w)::text as sorted, current_user as owner
  from pg_database where datname = 'mamori'`;

describe.each(['embedded', 'system'] as const)('%s', (kind) => {
  test.skipIf(kind === 'system' && !hasSystemPostgres)(
    'a cluster has the promised shape and keeps its data',
    async () => {
      const state = aFolder();

      const first = await startPostgres({ stateFolder: state, kind });
      const seen = await ask(first.url, shape, 'create table kept (n int)', 'insert into kept values (7)', shape);
      const files = {
        mode: statSync(join(state, 'secrets/postgres-password')).mode & 0o777,
        uid: statSync(join(state, 'postgres/data')).uid,
      };
      await first.stop();
      await eventually(() => pidsIn(state).length === 0);
      const second = await startPostgres({ stateFolder: state, kind });
      const kept = await ask(second.url, 'select n from kept');
      await second.stop();
      await second.stop();

      expect(seen).toEqual([
        { sums: 'on', zone: 'UTC', tcp: '', encoding: 'UTF8', upper: 'É', sorted: '{B,a,b,ä,あ}', owner: 'mamori' },
      ]);
      expect(files.mode).toBe(0o600);
      expect(files.uid).not.toBe(0);
      expect(first.version).toBeGreaterThanOrEqual(15);
      expect([first.started, second.started]).toEqual([true, true]);
      expect(kept).toEqual([{ n: 7 }]);
      expect(existsSync(join(state, 'postgres/data/postmaster.pid'))).toBe(false);
    },
  );
});

test('two processes share a database that only its keeper ends', async () => {
  const state = aFolder();

  const both = await Promise.all([aKeeper(state), aKeeper(state)]);
  const keeper = both.find(({ started }) => started);
  const guest = both.find(({ started }) => !started);
  if (!keeper || !guest) throw new Error('expected one keeper and one guest');
  await kill(guest.process, 'SIGTERM');
  const afterGuest = await ask(keeper.url, 'select 1 as one');
  await kill(keeper.process, 'SIGTERM');

  expect(guest.pid).toBe(keeper.pid);
  expect(afterGuest).toEqual([{ one: 1 }]);
  await eventually(() => pidsIn(state).length === 0);
});

test('a guest is told when the keeper ends the database, and then starts it itself', async () => {
  const state = aFolder();
  const keeper = await aKeeper(state);
  const guest = await startPostgres({ stateFolder: state, kind: 'embedded' });

  await kill(keeper.process, 'SIGTERM');
  await guest.ended;
  await guest.stop();
  const again = await startPostgres({ stateFolder: state, kind: 'embedded' });
  await again.stop();

  expect([guest.started, again.started]).toEqual([false, true]);
});

test('a database that dies is told, and can be started again', async () => {
  const state = aFolder();
  const first = await startPostgres({ stateFolder: state, kind: 'embedded' });
  await ask(first.url, 'create table kept (n int)', 'insert into kept values (7)');

  process.kill(first.pid ?? 0, 'SIGKILL');
  await first.ended;
  const second = await startPostgres({ stateFolder: state, kind: 'embedded' });
  const kept = await ask(second.url, 'select n from kept');
  await second.stop();
  await first.stop();

  expect(second.started).toBe(true);
  expect(kept).toEqual([{ n: 7 }]);
  await eventually(() => pidsIn(state).length === 0);
});

test('a path too long for a socket gets a short private folder, which goes with the database', async () => {
  const state = join(aFolder(), 'x'.repeat(60), 'y'.repeat(60));
  const lines: string[] = [];
  mkdirSync(state, { recursive: true });
  chmodSync(join(state, '..'), 0o711);

  const postgres = await startPostgres({ stateFolder: state, kind: 'embedded', progress: (line) => lines.push(line) });
  const folder = new URL(postgres.url).searchParams.get('host') ?? '';
  const mode = statSync(folder).mode & 0o777;
  const answer = await ask(postgres.url, 'select 1 as one');
  await postgres.stop();

  expect(answer).toEqual([{ one: 1 }]);
  expect(mode).toBe(0o700);
  expect(lines).toContainEqual(expect.stringContaining(folder));
  expect(existsSync(folder)).toBe(false);
});

test('a lost password is set anew', async () => {
  const state = aFolder();
  const first = await startPostgres({ stateFolder: state, kind: 'embedded' });
  await first.stop();
  rmSync(join(state, 'secrets'), { recursive: true });

  const second = await startPostgres({ stateFolder: state, kind: 'embedded' });
  const answer = await ask(second.url, 'select 1 as one');
  await second.stop();

  expect(second.url).not.toBe(first.url);
  expect(answer).toEqual([{ one: 1 }]);
});

test('the log tells no statement and no value', async () => {
  const state = aFolder();
  const postgres = await startPostgres({ stateFolder: state, kind: 'embedded' });

  await ask(postgres.url, 'create table once (word text unique)', `insert into once values ('geheim')`);
  const twice = ask(postgres.url, `insert into once values ('geheim')`);

  await expect(twice).rejects.toThrow('duplicate key');
  await postgres.stop();
  const log = readFileSync(join(state, 'postgres/postgres.log'), 'utf8');
  expect(log).toContain('duplicate key');
  expect(log).not.toContain('geheim');
});

test.skipIf(!isRoot)('a normal user starts it as himself', async () => {
  const state = join(aFolder(), 'state');
  mkdirSync(state);
  chmodSync(join(state, '..'), 0o777);
  chmodSync(state, 0o777);

  const kept = await aKeeper(state, { uid: 65534 });
  const answer = await ask(kept.url, 'select 1 as one');
  const owners = readdirSync(join(state, 'postgres')).map((name) => statSync(join(state, 'postgres', name)).uid);
  await kill(kept.process, 'SIGTERM');

  expect(answer).toEqual([{ one: 1 }]);
  expect(new Set(owners)).toEqual(new Set([65534]));
  await eventually(() => pidsIn(state).length === 0);
});

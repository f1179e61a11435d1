import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { expect, test, vi } from 'vitest';
import { newId } from '#platform/ids';
import { aFolder, ask, eventually, hasSystemPostgres, pidsIn } from '../../../test/processes.ts';
import { migrate } from '../migrate.ts';
import { beginExchange, oldDataFolder, workFolder } from '../postgres/exchange.ts';
import { startPostgres } from '../postgres.ts';
import { removeOldData, upgradePostgres } from './upgrade-postgres.ts';

// Whole clusters are made, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

const names = "select string_agg(name, ',' order by name) as names from person";
const kept = [{ names: 'a\tb,佐藤 美咲' }];
const majorIn = (state: string) => readFileSync(path.join(state, 'postgres/data/PG_VERSION'), 'utf8').trim();

/** A state with data of the machine's PostgreSQL, stopped. */
async function anOldState(): Promise<string> {
  const state = aFolder();
  const postgres = await startPostgres({ stateFolder: state, kind: 'system' });
  await migrate(postgres.url);
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  for (const name of ['佐藤 美咲', 'a\tb'])
    await client.query('insert into person (id, email, name, created_at) values ($1, $2, $3, now())', [
      newId(),
      `${newId()}@example.jp`,
      name,
    ]);
  await client.end();
  await postgres.stop();
  return state;
}

const upgrade = (stateFolder: string) => upgradePostgres({ stateFolder, kind: 'embedded', version: '0.1.0' });

async function namesIn(stateFolder: string, kind: 'embedded' | 'system'): Promise<object[]> {
  const postgres = await startPostgres({ stateFolder, kind });
  const rows = await ask(postgres.url, names);
  await postgres.stop();
  return rows as object[];
}

test.skipIf(!hasSystemPostgres)(
  'data of an older major are carried over, once; the old ones are kept until told',
  async () => {
    const state = await anOldState();
    const from = Number(majorIn(state));
    await expect(startPostgres({ stateFolder: state, kind: 'embedded' })).rejects.toMatchObject({
      exitCode: 78,
      way: expect.stringContaining('upgrade'),
    });

    const report = await upgrade(state);

    expect(report).toEqual({ from, to: 18, upgraded: true, kept: [oldDataFolder(state, from)] });
    expect(await namesIn(state, 'embedded')).toEqual(kept);
    expect(await upgrade(state)).toMatchObject({ from: 18, to: 18, upgraded: false });
    expect(existsSync(workFolder(state))).toBe(false);
    expect(removeOldData(state)).toEqual([oldDataFolder(state, from)]);
    expect(existsSync(oldDataFolder(state, from))).toBe(false);
    expect(await namesIn(state, 'embedded')).toEqual(kept);
  },
);

test.skipIf(!hasSystemPostgres)('an upgrade killed while it copies leaves the old data in use', async () => {
  const state = await anOldState();
  const old = majorIn(state);
  for (const moment of ['Reading the data', 'Writing them', 'Comparing person']) {
    const child = spawn(process.execPath, [path.join(import.meta.dirname, '../../../test/upgrade-state.ts'), state]);
    for await (const line of createInterface({ input: child.stdout })) if (line.includes(moment)) child.kill('SIGKILL');
    await eventually(() => pidsIn(state).length === 0);
    expect(majorIn(state)).toBe(old);
  }
  expect(await namesIn(state, 'system')).toEqual(kept);

  expect(await upgrade(state)).toMatchObject({ upgraded: true });

  expect(await namesIn(state, 'embedded')).toEqual(kept);
});

test.skipIf(!hasSystemPostgres)('an exchange interrupted at any point is finished by the next start', async () => {
  const before = await anOldState();
  const from = Number(majorIn(before));
  const after = aFolder();
  cpSync(before, after, { recursive: true, preserveTimestamps: true });
  await upgrade(after);
  const interrupted: ((state: string) => void)[] = [
    () => {},
    (state) => renameSync(path.join(state, 'postgres/data'), oldDataFolder(state, from)),
    (state) => {
      renameSync(path.join(state, 'postgres/data'), oldDataFolder(state, from));
      renameSync(path.join(workFolder(state), 'postgres/data'), path.join(state, 'postgres/data'));
    },
  ];
  for (const interrupt of interrupted) {
    const state = aFolder();
    cpSync(before, state, { recursive: true, preserveTimestamps: true });
    mkdirSync(path.join(workFolder(state), 'postgres'), { recursive: true });
    cpSync(path.join(after, 'postgres/data'), path.join(workFolder(state), 'postgres/data'), { recursive: true });
    beginExchange(state, from);
    interrupt(state);

    const found = await namesIn(state, 'embedded');

    expect(found).toEqual(kept);
    expect(majorIn(state)).toBe('18');
    expect(existsSync(oldDataFolder(state, from))).toBe(true);
    expect(existsSync(workFolder(state))).toBe(false);
  }
});

test.skipIf(!hasSystemPostgres)('a running database is not upgraded', async () => {
  const state = await anOldState();
  const postgres = await startPostgres({ stateFolder: state, kind: 'system' });

  await expect(upgrade(state)).rejects.toMatchObject({ exitCode: 75 });

  await postgres.stop();
});

test('a state without a database, and data of a major that this machine cannot read, are named with the way out', async () => {
  const empty = aFolder();
  await expect(upgrade(empty)).rejects.toMatchObject({ exitCode: 69, message: expect.stringContaining('no database') });

  const foreign = aFolder();
  mkdirSync(path.join(foreign, 'postgres/data'), { recursive: true });
  writeFileSync(path.join(foreign, 'postgres/data/PG_VERSION'), '9\n');
  await expect(upgrade(foreign)).rejects.toMatchObject({ exitCode: 69, way: expect.stringContaining('postgresql-9') });
});

import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { knownMigrations, migrate } from '#platform/migrate';
import { startPostgres } from '#platform/postgres';
import { databaseUrl } from './database.ts';
import { aFolder, ask, hasSystemPostgres } from './processes.ts';
import { schemaOf } from './schema.ts';

const made: string[] = [];
afterAll(async () => {
  for (const name of made) await ask(inject('postgres'), `drop database if exists ${name} with (force)`);
});

/** An empty database of the test cluster. */
async function anEmptyDatabase(): Promise<string> {
  const name = `m_${randomUUID().slice(0, 8)}`;
  await ask(inject('postgres'), `create database ${name}`);
  made.push(name);
  return databaseUrl(name);
}

/** A folder with our migrations, to which a test adds its own. */
function aCopyOfTheMigrations(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'mamori-migrations-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const ours = path.join(import.meta.dirname, '../migrations');
  for (const file of readdirSync(ours)) copyFileSync(path.join(ours, file), path.join(folder, file));
  return folder;
}

const versionOf = async (url: string) =>
  Number((await ask<{ v: string }>(url, "select current_setting('server_version_num') as v"))[0]?.v);
const appliedIn = async (url: string) =>
  (await ask<{ name: string }>(url, 'select name from migration order by name')).map(({ name }) => name);
const tablesNamed = (url: string, name: string) =>
  ask(url, `select from pg_class where relname = '${name}' and relkind = 'r'`);

const names = knownMigrations().map(({ name }) => name);

test('the migrations make the schema, and a second run changes nothing', async () => {
  const url = await anEmptyDatabase();

  const first = await migrate(url);
  const schema = await schemaOf(url);
  const second = await migrate(url);

  expect(first).toEqual(names);
  expect(schema.relations?.length).toBeGreaterThan(names.length);
  expect(second).toEqual([]);
  expect(await schemaOf(url)).toEqual(schema);
  expect(await appliedIn(url)).toEqual(names);
});

describe.skipIf(!hasSystemPostgres)("on this machine's own PostgreSQL (skipped where none is installed)", () => {
  test('the same migrations make the same schema as on the packaged one', { timeout: 60_000 }, async () => {
    const packaged = await anEmptyDatabase();
    await migrate(packaged);
    const other = await startPostgres({
      stateFolder: aFolder(),
      kind: process.env.MAMORI_TEST_POSTGRES === 'system' ? 'embedded' : 'system',
      settings: ['fsync=off'],
    });
    onTestFinished(() => other.stop());

    const applied = await migrate(other.url);

    expect(applied).toEqual(names);
    expect(await schemaOf(other.url)).toEqual(await schemaOf(packaged));
    const versions = await Promise.all([versionOf(packaged), versionOf(other.url)]);
    expect(Math.min(...versions)).toBeGreaterThanOrEqual(150_000);
  });
});

test('two servers that start at once apply each file once', async () => {
  const url = await anEmptyDatabase();

  const both = await Promise.all([migrate(url), migrate(url)]);

  expect(both.flat().sort()).toEqual(names);
});

test('an applied file that has changed since is refused, and nothing is applied', async () => {
  const url = await anEmptyDatabase();
  await migrate(url);
  const folder = aCopyOfTheMigrations();
  writeFileSync(path.join(folder, '0001-access.sql'), '-- something else');
  writeFileSync(path.join(folder, '9000-later.sql'), 'create table later (n int)');

  const attempt = migrate(url, folder);

  await expect(attempt).rejects.toMatchObject({
    code: 'conflict',
    message: '0001-access.sql was applied with other content.',
  });
  expect(await tablesNamed(url, 'later')).toEqual([]);
});

test('a state of a newer version is refused with its name, and stays as it is', async () => {
  const url = await anEmptyDatabase();
  const newer = aCopyOfTheMigrations();
  writeFileSync(path.join(newer, '9000-future.sql'), 'create table future (n int)');
  await migrate(url, newer);
  const schema = await schemaOf(url);

  const attempt = migrate(url);

  await expect(attempt).rejects.toMatchObject({
    code: 'conflict',
    message: 'The data belong to a newer version of Mamori (9000-future.sql).',
    details: { newer: ['9000-future.sql'] },
  });
  expect(await schemaOf(url)).toEqual(schema);
});

test('a file that fails leaves nothing of itself, keeps those before it, and names itself', async () => {
  const url = await anEmptyDatabase();
  const folder = aCopyOfTheMigrations();
  writeFileSync(path.join(folder, '9000-half.sql'), 'create table half (n int); select 1 / 0;');

  const attempt = migrate(url, folder);

  await expect(attempt).rejects.toThrow('9000-half.sql: division by zero');
  expect(await tablesNamed(url, 'half')).toEqual([]);
  expect(await appliedIn(url)).toEqual(names);
});

test('a migration whose connection is cut leaves nothing, and the next run completes it', async () => {
  const url = await anEmptyDatabase();
  const folder = aCopyOfTheMigrations();
  const file = path.join(folder, '9000-slow.sql');
  writeFileSync(file, 'create table slow (n int); insert into slow values (1); select pg_sleep(60);');

  const attempt = migrate(url, folder).catch((problem: Error) => problem);
  await untilAsleep(url);
  await ask(
    url,
    "select pg_terminate_backend(pid) from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()",
  );
  const ended = await attempt;
  const left = await tablesNamed(url, 'slow');
  writeFileSync(file, 'create table slow (n int); insert into slow values (1);');
  const again = await migrate(url, folder);

  expect(ended).toMatchObject({ message: expect.stringContaining('9000-slow.sql: ') });
  expect(left).toEqual([]);
  expect(again).toEqual(['9000-slow.sql']);
  expect(await ask(url, 'select n from slow')).toEqual([{ n: 1 }]);
});

async function untilAsleep(url: string): Promise<void> {
  for (let left = 500; left > 0; left--) {
    const asleep = await ask(
      url,
      "select from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()",
    );
    if (asleep.length > 0) return;
    await sleep(20);
  }
  throw new Error('The slow migration did not begin');
}

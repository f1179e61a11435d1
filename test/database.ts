import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { databaseKey, type Grant, personViewer, systemViewer, type Tools, type Viewer } from '#access';
import type { Emit } from '#events';
import { databaseFor, openPool } from '#platform/database';
import { newId } from '#platform/ids';
import { openJobs } from '#platform/jobs';
import { openLog } from '#platform/log';
import { knownMigrations, migrate } from '#platform/migrate';
import { prepareServerRole } from '#platform/server-role';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: string;
  }
}

/** The clock of the tests: Tuesday, 24 November 2026, 12:00 in Tokyo. */
export const noon = Temporal.Instant.from('2026-11-24T03:00:00Z');

const at = (url: string, database: string) => url.replace(/\/[^/?]*(\?|$)/, `/${database}$1`);

/** A URL to another database of the test cluster. */
export const databaseUrl = (database: string) => at(inject('postgres'), database);

/**
 * A database of its own for a test file, cloned from a template that is made once per set of migrations; dropped at the end.
 * @returns the owner's URL
 */
export async function cloneDatabase(): Promise<string> {
  const admin = new pg.Client({ connectionString: inject('postgres') });
  await admin.connect();
  const name = `t_${randomUUID().slice(0, 8)}`;
  // Clones at once slow each other down, and a template in use cannot be cloned.
  await admin.query('select pg_advisory_lock(1)');
  const template = await makeTemplate(admin);
  await admin.query(`create database ${name} template ${template} strategy wal_log`);
  await admin.query('select pg_advisory_unlock(1)');
  afterAll(async () => {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
  });
  return databaseUrl(name);
}

async function makeTemplate(admin: pg.Client): Promise<string> {
  const hash = createHash('sha256');
  for (const { name, sha256 } of knownMigrations()) hash.update(name).update(sha256);
  const name = `template_${hash.digest('hex').slice(0, 12)}`;
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [name]);
  if (rowCount) return name;
  const making = `${name}_making`;
  await admin.query(`drop database if exists ${making} with (force)`);
  await admin.query(`create database ${making}`);
  const url = databaseUrl(making);
  await migrate(url);
  const queue = await openJobs(url, openLog('silent'));
  await queue.stop();
  await prepareServerRole(url);
  await admin.query(`alter database ${making} rename to ${name}`);
  return name;
}

export type Told = { event: string; payload: object }[];

/**
 * A fresh database with tools for use cases: real SQL as the server's role, a fixed clock, events caught in `told`.
 * Call at the top of a test file; `reset()` empties all tables, for `beforeEach`.
 */
export async function freshDatabase() {
  const ownerUrl = await cloneDatabase();
  const pool = openPool(await prepareServerRole(ownerUrl), 5);
  const owner = openPool(ownerUrl, 1);
  const told: Told = [];
  const emit = (async (_transaction, event, payload) => {
    told.push({ event, payload });
  }) as Emit;

  const toolsOf = (viewer: Viewer): Tools => ({
    db: databaseFor(pool, databaseKey(viewer)),
    viewer,
    now: () => noon,
    emit,
    origin: { requestId: 'test', ip: '127.0.0.1', userAgent: null },
    session: { token: null, start: () => {}, end: () => {}, device: null, keepDevice: () => {} },
    house: {
      baseUrl: 'http://localhost:8420',
      version: 'test',
      log: openLog('silent'),
      secret: new Uint8Array(32).fill(7),
      stateFolder: '/nonexistent',
    },
  });
  const system = toolsOf(systemViewer('test'));

  /** A person in the database, and the tools that act as them. */
  async function aPerson(grants: Grant[] = [{ role: 'administrator', divisionId: null }], name = '佐藤 美咲') {
    const person = { id: newId(), name, email: `${randomUUID()}@example.jp`, locale: 'ja' as const };
    await system.db
      .insertInto('person')
      .values({ ...person, created_at: noon })
      .execute();
    if (grants.length > 0)
      await system.db
        .insertInto('role_grant')
        .values(
          grants.map(({ role, divisionId }) => ({
            id: newId(),
            person_id: person.id,
            role,
            division_id: divisionId,
            granted_at: noon,
          })),
        )
        .execute();
    const viewer = personViewer(person, grants, { sessionId: newId() });
    return { person, viewer, tools: toolsOf(viewer) };
  }

  async function reset(): Promise<void> {
    told.length = 0;
    const { rows } = await owner.query<{ name: string }>(
      "select format('%I', tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'migration'",
    );
    const deletes = rows.map(({ name }) => `delete from ${name};`).join(' ');
    await owner.query(`begin; set local session_replication_role = replica; ${deletes} commit`);
  }

  afterAll(async () => {
    await pool.end();
    await owner.end();
  });
  return { ownerUrl, pool, told, toolsOf, system, aPerson, reset, db: system.db };
}

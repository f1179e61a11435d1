import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { recordAudit, trustRestoredSeals, verifyAudit } from '#access';
import { newId } from '#platform/ids';
import { freshDatabase } from '../../../test/database.ts';
import { anEmptyDatabase } from '../../../test/empty-database.ts';
import { auditSealer } from '../../access/seal-audit.ts';
import { databaseFor, openPool } from '../database.ts';
import { keepFile, listFiles } from '../files.ts';
import { openJobs } from '../jobs.ts';
import { openLog } from '../log.ts';
import { prepareServerRole } from '../server-role.ts';
import { readArchiveFile } from './archive-file.ts';
import { listTables, textSettings } from './catalog.ts';
import { makeBackup } from './make-backup.ts';
import { endOf } from './manifest.ts';
import { restoreBackup } from './restore-backup.ts';
import { digestTable } from './table-digest.ts';

// Much is written and read, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const house = await freshDatabase();
const folder = mkdtempSync(path.join(tmpdir(), 'mamori-backup-'));
const stateFolder = path.join(folder, 'state');
const archive = path.join(folder, 'whole.mamori');
const tools = { ...house.system, house: { ...house.system.house, stateFolder: folder } };
afterAll(() => rmSync(folder, { recursive: true }));

/** Every table of a database, by its digest. */
async function digestsOf(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('begin');
  await client.query(textSettings);
  const digests: Record<string, string> = {};
  for (const table of await listTables(client)) digests[table.name] = (await digestTable(client, table)).sha256;
  await client.end();
  return digests;
}

async function aDeed(name: string) {
  await tools.db.transaction().execute((transaction) =>
    recordAudit(transaction, tools, {
      action: 'model.create',
      subjectKind: 'model',
      subjectId: '1',
      subjectName: name,
    }),
  );
}

const backUp = (file: string) => makeBackup({ ownerUrl: house.ownerUrl, stateFolder, file, version: '0.1.0' });

beforeAll(async () => {
  const { person } = await house.aPerson();
  // What COPY has to escape, and what sorts differently by language.
  for (const name of ['tab\tand\nline\\', '髙橋 ｱ', 'Zebra', 'ärger', '\\N']) await house.aPerson([], name);
  await house.db.insertInto('wall').values({ id: newId(), reason: 'hidden', created_at: tools.now() }).execute();
  await aDeed('before');
  const seal = auditSealer();
  while ((await verifyAudit(tools)).rows === 0) await seal(tools);
  await keepFile(stateFolder, Buffer.from('attachment'));
  await keepFile(stateFolder, randomBytes(3_000_000));
  const jobs = await openJobs(house.ownerUrl, openLog('silent'));
  await jobs.serve(
    [{ kind: 'on', event: 'post.handed-over', queue: 'test.react', handle: async () => {} }],
    () => tools,
    'drain',
  );
  await tools.db
    .transaction()
    .execute((transaction) => jobs.emit(transaction, 'post.handed-over', { postId: person.id }));
  await jobs.stop();
  await backUp(archive);
});

test('what is restored is what was backed up: every table, file and event, and a trail that holds', async () => {
  const target = await anEmptyDatabase();
  const restored = path.join(folder, 'restored');

  const report = await restoreBackup({ ownerUrl: target, stateFolder: restored, file: archive });

  expect(report).toMatchObject({ files: 2, pendingJobs: 1, migrated: [] });
  expect(report.rows).toBeGreaterThan(8);
  expect(await digestsOf(target)).toEqual(await digestsOf(house.ownerUrl));
  // The trail holds in a house with another key, once the restored seals are trusted.
  const pool = openPool(await prepareServerRole(target), 2);
  const elsewhere = { secret: new Uint8Array(32).fill(8), stateFolder: restored };
  const there = { ...tools, db: databaseFor(pool, 'system'), house: { ...tools.house, ...elsewhere } };
  expect(await verifyAudit(there)).toMatchObject({ ok: false, firstBad: { why: 'seal-key' } });
  await trustRestoredSeals(there.db, restored);
  expect(await verifyAudit(there)).toMatchObject({ ok: true, rows: 1 });
  await pool.end();
  expect([...listFiles(restored)]).toEqual([...listFiles(stateFolder)]);
  const delivered: unknown[] = [];
  const jobs = await openJobs(target, openLog('silent'));
  const handle = async (_tools: unknown, payload: never) => {
    delivered.push(payload);
  };
  await jobs.serve([{ kind: 'on', event: 'post.handed-over', queue: 'test.react', handle }], () => tools, 'drain');
  await jobs.drain();
  await jobs.stop();
  expect(delivered).toHaveLength(1);
});

test('the restored house goes on: new numbers follow the old ones, foreign keys stand', async () => {
  const target = await anEmptyDatabase();
  await restoreBackup({ ownerUrl: target, stateFolder: null, file: archive });
  const client = new pg.Client({ connectionString: target });
  await client.connect();

  const { rows } = await client.query("select nextval('audit_number') > (select max(id) from audit) as follows");
  expect(rows).toEqual([{ follows: true }]);
  await expect(
    client.query(
      `insert into role_grant (id, person_id, role, granted_at) values ('${newId()}', '${newId()}', 'reader', now())`,
    ),
  ).rejects.toThrow('role_grant_person');
  const keys = `select conname, pg_get_constraintdef(oid) from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1`;
  const source = new pg.Client({ connectionString: house.ownerUrl });
  await source.connect();
  expect((await client.query(keys)).rows).toEqual((await source.query(keys)).rows);
  await client.end();
  await source.end();
});

test('a backup under load is the state of one moment', async () => {
  // Two lines of the trail in each transaction: a torn snapshot would show an odd number of them.
  const writing = { on: true };
  const write = async () => {
    for (let n = 0; writing.on; n++)
      await tools.db.transaction().execute(async (transaction) => {
        const deed = { action: 'pair.write' as const, subjectKind: 'pair', subjectId: newId() };
        await recordAudit(transaction, tools, { ...deed, subjectName: `${n} left` });
        await recordAudit(transaction, tools, { ...deed, subjectName: `${n} right` });
      });
  };
  const writers = [write(), write(), write()];
  const file = path.join(folder, 'load.mamori');

  await new Promise((later) => setTimeout(later, 200));
  const report = await backUp(file);
  await new Promise((later) => setTimeout(later, 100));
  writing.on = false;
  await Promise.all(writers);

  const target = await anEmptyDatabase();
  expect((await restoreBackup({ ownerUrl: target, stateFolder: null, file })).rows).toBe(report.rows);
  const client = new pg.Client({ connectionString: target });
  await client.connect();
  const { rows } = await client.query(
    `select count(*)::int as pairs, count(*) filter (where n <> 2)::int as torn
     from (select count(*) as n from audit where action = 'pair.write' group by subject_id) pair`,
  );
  await client.end();
  expect(rows[0].torn).toBe(0);
  expect(rows[0].pairs).toBeGreaterThan(10);
  const { rows: now } = await house.pool.query(
    "select count(*)::int / 2 as pairs from audit where action = 'pair.write'",
  );
  expect(now[0].pairs).toBeGreaterThan(rows[0].pairs);
});

test('nothing is written over, and what cannot be written leaves nothing', async () => {
  const before = readFileSync(archive);
  await expect(backUp(archive)).rejects.toMatchObject({
    exitCode: 73,
    message: expect.stringContaining('exists already'),
  });
  expect(readFileSync(archive).equals(before)).toBe(true);
  await expect(backUp(path.join(folder, 'no', 'such.mamori'))).rejects.toMatchObject({ exitCode: 73 });

  writeFileSync(path.join(folder, 'busy.mamori.part'), '');
  await expect(backUp(path.join(folder, 'busy.mamori'))).rejects.toMatchObject({ exitCode: 75 });
  expect(existsSync(path.join(folder, 'busy.mamori'))).toBe(false);
});

test('data are never restored over data', async () => {
  const attempt = restoreBackup({ ownerUrl: house.ownerUrl, stateFolder: null, file: archive });

  await expect(attempt).rejects.toMatchObject({ exitCode: 78, message: expect.stringContaining('not empty') });
});

test('a database whose restore was interrupted can be restored into', async () => {
  const target = await anEmptyDatabase();
  const broken = damaged('late.mamori', (tar) => tar);
  // The files fail after the migrations have run.
  await expect(
    restoreBackup({ ownerUrl: target, stateFolder: path.join(archive, 'is-a-file'), file: broken }),
  ).rejects.toThrow();

  const report = await restoreBackup({ ownerUrl: target, stateFolder: null, file: archive });

  expect(report.rows).toBeGreaterThan(8);
});

/** A copy of the archive with its tar changed; a null leaves the compressed bytes to the caller. */
function damaged(name: string, change: (tar: Buffer) => Buffer): string {
  const file = path.join(folder, name);
  writeFileSync(file, zstdCompressSync(change(zstdDecompressSync(readFileSync(archive)))));
  return file;
}

/** Where a member begins in the tar, and how long it is with its head. */
function placeOf(tar: Buffer, name: string): { start: number; end: number; content: number } {
  for (let at = 0; at < tar.length; ) {
    const own = tar.toString('utf8', at, at + 100).replace(/\0.*$/s, '');
    const size = Number.parseInt(tar.toString('latin1', at + 124, at + 135), 8);
    const end = at + 512 + Math.ceil(size / 512) * 512;
    if (own === name) return { start: at, end, content: at + 512 };
    at = end;
  }
  throw new Error(`no ${name}`);
}

/** A member as it stands in a tar. */
function aMember(name: string, text: string): Buffer {
  const head = Buffer.alloc(512);
  head.write(name);
  head.write(Buffer.byteLength(text).toString(8).padStart(11, '0'), 124);
  head.fill(' ', 148, 156);
  head.write(
    `${head
      .reduce((sum, byte) => sum + byte)
      .toString(8)
      .padStart(6, '0')}\0 `,
    148,
  );
  const content = Buffer.alloc(Math.ceil(Buffer.byteLength(text) / 512) * 512);
  content.write(text);
  return Buffer.concat([head, content]);
}

const without = (name: string) => (tar: Buffer) => {
  const { start, end } = placeOf(tar, name);
  return Buffer.concat([tar.subarray(0, start), tar.subarray(end)]);
};
const flipped = (name: string) => (tar: Buffer) => {
  const { content } = placeOf(tar, name);
  tar[content] = (tar[content] ?? 0) ^ 1;
  return tar;
};

test.each([
  ['a changed row', flipped('tables/person/000000.copy'), 'tables/person'],
  ['a missing table', without('tables/person/000000.copy'), 'tables/person'],
  ['a changed event', flipped('jobs.jsonl'), 'jobs.jsonl'],
  ['a missing event', without('jobs.jsonl'), 'jobs.jsonl'],
  ['no manifest', without('manifest.json'), 'manifest.json'],
  ['a changed manifest', flipped('manifest.json'), 'manifest.json'],
  ['no end', without('manifest.sha256'), 'manifest.json'],
  ['a member that nobody knows', (tar: Buffer) => Buffer.concat([aMember('other.json', '{}'), tar]), 'other.json'],
])('%s is named, and nothing is changed', async (_what, change, member) => {
  const file = damaged('damaged.mamori', change);
  const target = await anEmptyDatabase();

  const attempt = restoreBackup({ ownerUrl: target, stateFolder: null, file });

  await expect(attempt).rejects.toMatchObject({ name: 'DamagedArchive', member, exitCode: 78 });
  expect(await digestsOf(target)).toEqual({});
});

test('an attachment that was changed or is missing is named', async () => {
  const [file] = [...listFiles(stateFolder)];
  const member = `files/${file?.sha256}`;
  for (const change of [flipped(member), without(member)]) {
    const attempt = restoreBackup({
      ownerUrl: house.ownerUrl,
      stateFolder: null,
      file: damaged('damaged.mamori', change),
    });
    await expect(attempt).rejects.toMatchObject({ name: 'DamagedArchive', member });
  }
});

test('an archive that was cut off, changed in its compressed bytes or is something else is refused', async () => {
  const bytes = readFileSync(archive);
  const middle = Buffer.from(bytes);
  middle[bytes.length >> 1] = (middle[bytes.length >> 1] ?? 0) ^ 1;
  const last = Buffer.from(bytes);
  last[bytes.length - 1] = (last[bytes.length - 1] ?? 0) ^ 1;
  const contents = {
    'cut at its end': bytes.subarray(0, bytes.length - 100),
    'cut at its beginning': bytes.subarray(0, 5),
    'changed in its middle': middle,
    'changed in its checksum': last,
    'something else': Buffer.from('hello'),
    empty: Buffer.alloc(0),
  };
  for (const [what, content] of Object.entries(contents)) {
    const file = path.join(folder, 'cut.mamori');
    writeFileSync(file, content);
    const attempt = restoreBackup({ ownerUrl: house.ownerUrl, stateFolder: null, file });
    expect([what, await attempt.catch((problem) => problem.name)]).toEqual([what, 'DamagedArchive']);
  }
  const missing = restoreBackup({ ownerUrl: house.ownerUrl, stateFolder: null, file: path.join(folder, 'none') });
  await expect(missing).rejects.toMatchObject({ exitCode: 69 });
});

test('an archive of a newer version is refused by its migrations and by its form', async () => {
  const manifestOf = (change: (manifest: { format: number; migrations: object[] }) => void) => (tar: Buffer) => {
    const { start, content } = placeOf(tar, 'manifest.json');
    const sizeBytes = Number.parseInt(tar.toString('latin1', start + 124, start + 135), 8);
    const manifest = JSON.parse(tar.toString('utf8', content, content + sizeBytes));
    change(manifest);
    const text = JSON.stringify(manifest);
    const members = [aMember('manifest.json', text), aMember('manifest.sha256', endOf(text)), Buffer.alloc(1024)];
    return Buffer.concat([tar.subarray(0, start), ...members]);
  };
  const newer = manifestOf(({ migrations }) => migrations.push({ name: '9999-later.sql', sha256: '0'.repeat(64) }));
  const form = manifestOf((manifest) => {
    manifest.format = 2;
  });
  const target = await anEmptyDatabase();

  for (const [change, what] of [
    [newer, '9999-later.sql'],
    [form, 'form 2'],
  ] as const) {
    const attempt = restoreBackup({ ownerUrl: target, stateFolder: null, file: damaged('newer.mamori', change) });
    await expect(attempt).rejects.toMatchObject({ exitCode: 78, message: expect.stringContaining(what) });
  }
  expect(await digestsOf(target)).toEqual({});
});

test('an attachment whose bytes were damaged on the disk is reported and left out', async () => {
  const state = path.join(folder, 'rotten');
  const kept = await keepFile(state, Buffer.from('one'));
  writeFileSync(path.join(state, 'files', kept.sha256.slice(0, 2), kept.sha256), 'two');
  const file = path.join(folder, 'rotten.mamori');

  const report = await makeBackup({ ownerUrl: house.ownerUrl, stateFolder: state, file, version: '0.1.0' });

  expect(report).toMatchObject({ files: 0, damagedFiles: [kept.sha256] });
  const names = [];
  for await (const member of readArchiveFile(file)) names.push(member.name);
  expect(names).not.toContain(`files/${kept.sha256}`);
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { newId } from '#platform/ids';
import { freshDatabase } from '../../test/database.ts';
import { erasedOf } from './audit/leaf.ts';
import { signingKeyOf } from './audit/signing-key.ts';
import { recordAudit } from './record-audit.ts';
import { auditSealer } from './seal-audit.ts';
import { countRowsAbove, lastSealedNumber, listRows } from './store/audit-seal.ts';
import type { Tools } from './tools.ts';
import { verifyAudit } from './verify-audit.ts';
import { systemViewer } from './viewer.ts';

// Much is written and read, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const house = await freshDatabase();
const stateFolder = mkdtempSync(path.join(tmpdir(), 'mamori-audit-'));
const tools: Tools = { ...house.system, house: { ...house.system.house, stateFolder } };
const owner = new pg.Client({ connectionString: house.ownerUrl });
await owner.connect();
let first = 0;

/** Three sealed batches of three rows; `first` is the number of the first row. */
beforeEach(async () => {
  await house.reset();
  rmSync(path.join(stateFolder, 'audit-head.json'), { force: true });
  for (let batch = 0; batch < 3; batch++) {
    await tools.db.transaction().execute(async (transaction) => {
      for (const name of ['a', 'b', 'c'])
        await recordAudit(transaction, tools, {
          action: 'person.change',
          subjectKind: 'person',
          subjectId: newId(),
          subjectName: name,
          before: { email: 'old@example.jp', grade: 1 },
          after: { email: 'new@example.jp', grade: 2 },
        });
    });
    await sealAll();
  }
  const { rows } = await owner.query<{ id: string }>('select min(id) as id from audit');
  first = Number(rows[0]?.id);
});
afterAll(async () => {
  await owner.end();
  rmSync(stateFolder, { recursive: true });
});

/** Other tests on the same cluster may have transactions open, and the sealer waits for everybody. */
async function sealAll(sealing = tools): Promise<void> {
  const seal = auditSealer();
  do await seal(sealing);
  while ((await countRowsAbove(sealing.db, sealing.viewer, await lastSealedNumber(sealing.db))).rows > 0);
}

const newRow = (
  id: number | string,
) => `insert into audit (id, ref, at, actor_kind, actor_name, action, subject_kind, subject_id, salt)
  values (${id}, '${newId()}', now(), 'system', 'x', 'model.create', 'model', '1', '\\x000102030405060708090a0b0c0d0e0f')`;

test('an untouched trail is whole', async () => {
  const seen: number[] = [];

  expect(await verifyAudit(tools, (rows) => seen.push(rows))).toEqual({
    ok: true,
    rows: 9,
    seals: 3,
    unsealed: 0,
    erased: 0,
    firstBad: null,
  });
  expect(seen).toEqual([3, 6, 9]);
});

// Each as the owner of the database, who can do everything but sign.
test.each([
  ['a name', `actor_name = 'nobody'`],
  ['the time', `at = at + interval '1 microsecond'`],
  ['a value in what was before', `before = jsonb_set(before, '{grade}', '1.0')`],
  ['an added value', `after = after || '{"more": null}'`],
  ['a removed value', `after = after - 'email'`],
  ['everything after', `after = null`],
  ['the address', `origin = origin || '{"ip": "192.0.2.1"}'`],
  ['the salt', `salt = '\\x000102030405060708090a0b0c0d0e0f'`],
])('a row is named after a change of %s', async (_what, change) => {
  await owner.query(`update audit set ${change} where id = ${first + 4}`);

  const verdict = await verifyAudit(tools);

  expect(verdict).toMatchObject({ ok: false, rows: 4, firstBad: { id: first + 4, seal: 2, why: 'row-changed' } });
});

test.each([0, 4, 8])('a deleted row is named (number %i)', async (offset) => {
  await owner.query(`delete from audit where id = ${first + offset}`);

  expect((await verifyAudit(tools)).firstBad).toMatchObject({ id: first + offset, why: 'row-deleted' });
});

test('a row put into the sealed past is named', async () => {
  await owner.query(`delete from audit where id = ${first + 3}`);
  await owner.query(newRow(first + 3));
  expect((await verifyAudit(tools)).firstBad).toMatchObject({ id: first + 3, why: 'row-changed' });
});

test('a row put before the first one or into a gap of the numbers is named', async () => {
  // The gap of a rolled back transaction.
  await owner.query("select nextval('audit_number')");
  await owner.query(newRow('default'));
  await sealAll();
  expect((await verifyAudit(tools)).ok).toBe(true);
  await owner.query(newRow(first + 9));

  expect((await verifyAudit(tools)).firstBad).toEqual({ id: first + 9, seal: 4, why: 'row-inserted' });
});

test('a changed leaf, root, list of rows or signature names the seal', async () => {
  const changes = [
    [`leaves = set_byte(leaves, 0, get_byte(leaves, 0) # 1)`, 'seal-changed'],
    [`root = set_byte(root, 0, get_byte(root, 0) # 1)`, 'seal-changed'],
    [`sealed_at = sealed_at - interval '1 day'`, 'seal-signature'],
    [`ids[1] = 1000000`, 'seal-signature'],
    [`signature = set_byte(signature, 0, get_byte(signature, 0) # 1)`, 'seal-signature'],
    [`previous = set_byte(previous, 0, get_byte(previous, 0) # 1)`, 'seal-signature'],
  ];
  for (const [change, why] of changes) {
    await owner.query('begin');
    const { rows } = await owner.query('select * from audit_seal where number = 2');
    await owner.query(`update audit_seal set ${change} where number = 2`);
    await owner.query('commit');

    const verdict = await verifyAudit(tools);

    expect([change, verdict.firstBad]).toEqual([change, { id: first + 3, seal: 2, why }]);
    const { leaves, root, sealed_at, ids, signature, previous } = rows[0];
    await owner.query(
      'update audit_seal set leaves = $1, root = $2, sealed_at = $3, ids = $4, signature = $5, previous = $6 where number = 2',
      [leaves, root, sealed_at, ids, signature, previous],
    );
    expect((await verifyAudit(tools)).ok).toBe(true);
  }
});

test.each([1, 2])('a deleted seal is missed (number %i)', async (number) => {
  await owner.query(`delete from audit_seal where number = ${number}`);

  expect((await verifyAudit(tools)).firstBad).toEqual({
    id: number === 1 ? 1 : first + 3,
    seal: number,
    why: 'seal-missing',
  });
});

test('the end of the trail cannot be taken away, because the state remembers it', async () => {
  await owner.query(`delete from audit_seal where number = 3; delete from audit where id > ${first + 5}`);

  expect((await verifyAudit(tools)).firstBad).toMatchObject({ seal: 3, why: 'seal-missing' });
});

test('a trail written anew by another key is refused, one from a restored house is accepted', async () => {
  const other = new Uint8Array(32).fill(9);
  const stranger: Tools = { ...tools, house: { ...tools.house, secret: other } };
  rmSync(path.join(stateFolder, 'audit-head.json'));
  await owner.query('delete from audit_seal');
  await sealAll(stranger);
  rmSync(path.join(stateFolder, 'audit-head.json'));
  expect((await verifyAudit(tools)).firstBad).toMatchObject({ seal: 1, why: 'seal-key' });

  mkdirSync(path.join(stateFolder, 'secrets'), { recursive: true });
  const keys = path.join(stateFolder, 'secrets', 'audit-trusted-keys.json');
  writeFileSync(keys, JSON.stringify([signingKeyOf(other).publicKey.toString('hex')]));

  expect((await verifyAudit(tools)).ok).toBe(true);
  rmSync(keys);
});

test('a field can be erased and the seal holds; a value put in its place is noticed', async () => {
  const viewer = systemViewer('test');
  const [row] = await listRows(tools.db, viewer, { above: first, upto: first + 1, limit: 1 });
  if (!row) throw new Error('no row');
  const kept = erasedOf(row, new Set(['subjectName', 'after.email']));
  await owner.query(
    `update audit set salt = null, erased = $1, subject_name = '', after = after - 'email' where id = $2`,
    [JSON.stringify(kept), row.id],
  );
  expect(await verifyAudit(tools)).toMatchObject({ ok: true, rows: 9, erased: 1 });
  expect(JSON.stringify(kept)).not.toContain('new@example.jp');

  await owner.query(`update audit set subject_name = 'somebody else' where id = $1`, [row.id]);

  expect((await verifyAudit(tools)).firstBad).toMatchObject({ id: row.id, why: 'row-changed' });
});

test('rows behind a wall are sealed and verified too', async () => {
  const wall = newId();
  await owner.query(`insert into wall (id, reason, created_at) values ('${wall}', 'test', now())`);
  await tools.db
    .transaction()
    .execute((transaction) =>
      recordAudit(transaction, tools, { action: 'case.open', subjectKind: 'case', subjectId: '1', wallId: wall }),
    );
  await sealAll();
  expect((await verifyAudit(tools)).rows).toBe(10);

  await owner.query('update audit set wall_id = null where wall_id is not null');

  expect((await verifyAudit(tools)).firstBad).toMatchObject({ why: 'row-changed' });
});

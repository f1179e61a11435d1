import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { newId } from '#platform/ids';
import { freshDatabase } from '../../test/database.ts';
import { recordAudit } from './record-audit.ts';
import { auditSealer } from './seal-audit.ts';
import type { Tools } from './tools.ts';
import { verifyAudit } from './verify-audit.ts';

// Much is written and read, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const house = await freshDatabase();
const stateFolder = mkdtempSync(path.join(tmpdir(), 'mamori-audit-'));
const tools: Tools = { ...house.system, house: { ...house.system.house, stateFolder } };
const owner = new pg.Client({ connectionString: house.ownerUrl });
await owner.connect();

beforeEach(async () => {
  await house.reset();
  rmSync(path.join(stateFolder, 'audit-head.json'), { force: true });
});
afterAll(async () => {
  await owner.end();
  rmSync(stateFolder, { recursive: true });
});

async function aDeed(name = 'MR-1167') {
  await tools.db.transaction().execute((transaction) =>
    recordAudit(transaction, tools, {
      action: 'model.create',
      subjectKind: 'model',
      subjectId: newId(),
      subjectName: name,
      after: { name, price: 1900, ports: [1, 2] },
    }),
  );
}

/** As many ticks as it takes: other tests on the same cluster may have transactions open, and the sealer waits for them. */
async function tickUntil(seal: (tools: Tools) => Promise<void>, unsealed: number): Promise<void> {
  do await seal(tools);
  while ((await verifyAudit(tools)).unsealed > unsealed);
}

const counts = async () => {
  const { ok, rows, seals, unsealed } = await verifyAudit(tools);
  return { ok, rows, seals, unsealed };
};

test('what is written is sealed by the next tick, and a tick with nothing new makes no seal', async () => {
  await aDeed();
  await aDeed();
  expect(await counts()).toEqual({ ok: true, rows: 0, seals: 0, unsealed: 2 });
  const seal = auditSealer();

  await tickUntil(seal, 0);
  await seal(tools);

  expect(await counts()).toEqual({ ok: true, rows: 2, seals: 1, unsealed: 0 });
});

test('a row whose transaction is still open is never overtaken', async () => {
  const seal = auditSealer();
  const slow = new pg.Client({ connectionString: house.ownerUrl });
  await slow.connect();
  await slow.query('begin');
  await slow.query(`insert into audit (ref, at, actor_kind, actor_name, action, subject_kind, subject_id, salt)
    values ('${newId()}', now(), 'system', 'slow', 'model.create', 'model', '1', '\\x000102030405060708090a0b0c0d0e0f')`);
  await aDeed();
  await seal(tools);
  await seal(tools);
  expect(await counts()).toMatchObject({ seals: 0, unsealed: 1 });

  await slow.query('commit');
  await slow.end();
  await tickUntil(seal, 0);

  expect(await counts()).toEqual({ ok: true, rows: 2, seals: 1, unsealed: 0 });
});

test('the numbers of a rolled back transaction hold nothing up', async () => {
  const seal = auditSealer();
  await aDeed();
  const undone = tools.db.transaction().execute(async (transaction) => {
    await recordAudit(transaction, tools, { action: 'model.create', subjectKind: 'model', subjectId: '1' });
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');

  await tickUntil(seal, 0);
  await aDeed();
  await tickUntil(seal, 0);

  expect(await counts()).toEqual({ ok: true, rows: 2, seals: 2, unsealed: 0 });
});

test('writers and two sealers at once leave every row in exactly one seal', async () => {
  const sealers = [auditSealer(), auditSealer()];
  const write = async () => {
    for (let i = 0; i < 40; i++) await aDeed();
  };
  const sealing = { on: true };
  const sealAll = async (seal: (tools: Tools) => Promise<void>) => {
    while (sealing.on) await seal(tools);
  };

  const running = sealers.map(sealAll);
  await Promise.all([write(), write(), write()]);
  sealing.on = false;
  await Promise.all(running);
  const [last] = sealers;
  if (last) await tickUntil(last, 0);

  expect(await counts()).toMatchObject({ ok: true, rows: 120, unsealed: 0 });
  const { rows } = await owner.query('select id from audit_seal, unnest(ids) id group by id having count(*) > 1');
  expect(rows).toEqual([]);
});

test('more than one batch is sealed in one tick', async () => {
  await owner.query(`insert into audit (ref, at, actor_kind, actor_name, action, subject_kind, subject_id, salt)
    select gen_random_uuid(), now(), 'system', 'many', 'model.create', 'model', n::text, '\\x000102030405060708090a0b0c0d0e0f'
    from generate_series(1, 6000) n`);

  await tickUntil(auditSealer(), 0);

  expect(await counts()).toEqual({ ok: true, rows: 6_000, seals: 2, unsealed: 0 });
});

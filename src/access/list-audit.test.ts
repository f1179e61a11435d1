import { verify } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { freshDatabase } from '../../test/database.ts';
import { pemOf, signingKeyOf } from './audit/signing-key.ts';
import { describeSeals, exportSealKey } from './describe-seals.ts';
import { getAuditLine, listAudit } from './list-audit.ts';
import { listAuditWords } from './list-audit-words.ts';
import { AuditFilter } from './model.ts';
import { type Deed, recordAudit } from './record-audit.ts';
import type { Tools } from './tools.ts';

const house = await freshDatabase();
beforeEach(house.reset);

async function record(tools: Tools, deed: Partial<Deed> & { subjectName: string }, at?: string) {
  const now = at === undefined ? tools.now : () => Temporal.Instant.from(at);
  await tools.db
    .transaction()
    .execute((transaction) =>
      recordAudit(
        transaction,
        { ...tools, now },
        { action: 'model.create', subjectKind: 'model', subjectId: newId(), ...deed },
      ),
    );
}

const all = AuditFilter.parse({});
const namesOf = async (tools: Tools, filter: Partial<AuditFilter> & { after?: string }) =>
  (await listAudit(tools, { ...all, limit: 50, ...filter })).items.map(({ subjectName }) => subjectName);

test('lines come newest first, page by page, without overlap', async () => {
  const { tools } = await house.aPerson();
  for (let number = 1; number <= 5; number++) await record(tools, { subjectName: `m${number}` });

  const first = await listAudit(tools, { ...all, limit: 2 });
  const second = await listAudit(tools, { ...all, limit: 2, after: first.next ?? '' });
  const third = await listAudit(tools, { ...all, limit: 2, after: second.next ?? '' });

  const names = [first, second, third].map(({ items }) => items.map(({ subjectName }) => subjectName));
  expect(names).toEqual([['m5', 'm4'], ['m3', 'm2'], ['m1']]);
  expect(third.next).toBeNull();
});

test('each filter narrows, and days are days in Tokyo', async () => {
  const sato = await house.aPerson(undefined, '佐藤 美咲');
  const ito = await house.aPerson(undefined, '伊藤 健');
  await record(sato.tools, { subjectName: 'ルーター MR-1167', action: 'model.change' }, '2026-11-22T14:59:59.999999Z');
  await record(ito.tools, { subjectName: 'カメラ', subjectKind: 'line', subjectId: 'L1' }, '2026-11-22T15:00:00Z');
  await record(ito.tools, { subjectName: '100%_ok' }, '2026-11-23T14:59:59Z');

  expect(await namesOf(sato.tools, { actors: [sato.person.id] })).toEqual(['ルーター MR-1167']);
  expect(await namesOf(sato.tools, { actions: ['model.change', 'x.y'] })).toEqual(['ルーター MR-1167']);
  expect(await namesOf(sato.tools, { subjectKinds: ['line'], subjectId: 'L1' })).toEqual(['カメラ']);
  expect(await namesOf(sato.tools, { text: 'mr-11' })).toEqual(['ルーター MR-1167']);
  expect(await namesOf(sato.tools, { text: '伊藤' })).toEqual(['100%_ok', 'カメラ']);
  expect(await namesOf(sato.tools, { text: '%_' })).toEqual(['100%_ok']);
  expect(await namesOf(sato.tools, { from: '2026-11-23', to: '2026-11-23' })).toEqual(['100%_ok', 'カメラ']);
  expect(await namesOf(sato.tools, { to: '2026-11-22' })).toEqual(['ルーター MR-1167']);
});

test('a line behind a wall is for those inside only, also as a word, a place or a gap', async () => {
  const inside = await house.aPerson(undefined, '内田 守');
  const outside = await house.aPerson(undefined, '外山 進');
  const wall = newId();
  await house.db.insertInto('wall').values({ id: wall, reason: 'test', created_at: house.system.now() }).execute();
  await house.db
    .insertInto('wall_member')
    .values({ wall_id: wall, person_id: inside.person.id, since: house.system.now().subtract({ hours: 24 * 400 }) })
    .execute();
  await record(inside.tools, { subjectName: 'open' });
  await record(inside.tools, { subjectName: 'hidden', action: 'case.open', subjectKind: 'case', wallId: wall });
  await record(inside.tools, { subjectName: 'open too' });

  expect(await namesOf(inside.tools, {})).toEqual(['open too', 'hidden', 'open']);
  expect(await namesOf(outside.tools, {})).toEqual(['open too', 'open']);
  expect((await listAuditWords(outside.tools)).actions).toEqual(['model.create']);
  expect((await listAuditWords(outside.tools)).subjectKinds).toEqual(['model']);
  expect((await listAuditWords(inside.tools)).actions).toEqual(['case.open', 'model.create']);
  const { next } = await listAudit(inside.tools, { ...all, limit: 2 });
  expect(await namesOf(outside.tools, { after: next ?? '' })).toEqual([]);
  const { items } = await listAudit(outside.tools, { ...all, limit: 50 });
  expect(items.every(({ id }) => /^[0-9a-f-]{36}$/.test(id))).toBe(true);
});

test('the words for narrowing are each there once', async () => {
  const { tools, person } = await house.aPerson();
  for (const action of ['model.create', 'model.change', 'model.create'] as const)
    await record(tools, { subjectName: 'x', action });
  await record(house.system, { subjectName: 'x', subjectKind: 'line' });

  expect(await listAuditWords(tools)).toEqual({
    actors: [{ id: person.id, name: '佐藤 美咲' }],
    actions: ['model.change', 'model.create'],
    subjectKinds: ['line', 'model'],
  });
});

test('one line is found with the names of what its ids stand for; one behind a wall is not', async () => {
  const { tools } = await house.aPerson();
  const wall = newId();
  await house.db.insertInto('wall').values({ id: wall, reason: 'test', created_at: house.system.now() }).execute();
  const [open, hidden] = [newId(), newId()];
  await record(tools, { subjectName: 'old name', subjectId: open });
  await record(tools, { subjectName: 'Wi-Fiルーター', subjectId: open });
  await record(tools, { subjectName: 'secret', subjectId: hidden, wallId: wall });
  await record(tools, { subjectName: 'MR-1167', after: { lineId: open, others: [{ id: hidden }] } });
  const [line] = (await listAudit(tools, { ...all, limit: 1 })).items;
  const [behind] = (await listAudit(house.system, { ...all, limit: 1, text: 'secret' })).items;

  const found = await getAuditLine(tools, { id: line?.id ?? '' });

  expect(found).toMatchObject({ subjectName: 'MR-1167', names: { [open]: 'Wi-Fiルーター' } });
  expect(Object.keys(found.names)).toEqual([open]);
  await expect(getAuditLine(tools, { id: behind?.id ?? '' })).rejects.toMatchObject({ code: 'not-found' });
});

test('a cursor that is none is refused', async () => {
  const { tools } = await house.aPerson();

  await expect(listAudit(tools, { ...all, limit: 2, after: 'x' })).rejects.toMatchObject({ code: 'invalid' });
});

test('how far the trail is sealed is told without a word about what is behind a wall, and late is late', async () => {
  const { tools } = await house.aPerson();
  const wall = newId();
  await house.db.insertInto('wall').values({ id: wall, reason: 'test', created_at: house.system.now() }).execute();
  await record(tools, { subjectName: 'hidden', wallId: wall }, '2026-11-24T01:00:00Z');
  expect(await describeSeals(tools)).toEqual({ sealedAt: null, late: false });

  await record(tools, { subjectName: 'open' }, '2026-11-24T02:59:30Z');
  expect(await describeSeals(tools)).toEqual({ sealedAt: null, late: false });
  await record(tools, { subjectName: 'older' }, '2026-11-24T02:58:00Z');
  expect(await describeSeals({ ...tools, now: () => house.system.now().add({ seconds: 60 }) })).toMatchObject({
    late: true,
  });
});

test('the key that is taken along is the one that signs', async () => {
  const { tools } = await house.aPerson();
  const pem = await (await exportSealKey(tools)).text();

  const { publicKey, sign } = signingKeyOf(tools.house.secret);
  const message = Buffer.from('message');
  expect(verify(null, message, pem, sign(message))).toBe(true);
  expect(pem).toBe(pemOf(publicKey));
});

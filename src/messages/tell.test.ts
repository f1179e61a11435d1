import { beforeEach, expect, test } from 'vitest';
import type { Tools } from '#access';
import { newId } from '#platform/ids';
import { freshDatabase, noon } from '../../test/database.ts';
import { listNotices } from './list-notices.ts';
import { mailTo, type Telling, tell } from './tell.ts';

const { db, system, aPerson, told, reset } = await freshDatabase();
beforeEach(reset);

const changed: Omit<Telling, 'to'> = {
  kind: 'post-handed-over',
  subjectKind: 'post',
  subjectId: 'p-1',
  path: '/settings/organization',
  text: {
    ja: { title: '担当が変わりました', body: 'カメラ事業部の事業部窓口は、あなたです。' },
    en: { title: 'A post has another holder', body: 'You hold the post Division contact of Camera.' },
  },
  mail: 'now',
  dedupeKey: 'hand-over-1',
};

const tellNow = (tools: Tools, telling: Telling) =>
  tools.db.transaction().execute((transaction) => tell(transaction, tools, telling));
const first = { unread: false, limit: 50 };
const mails = () => db.selectFrom('delivery').select(['id', 'subject', 'body', 'address', 'state']).execute();

test('each receiver has a notice and a mail in their own language', async () => {
  const sato = await aPerson();
  const smith = await aPerson([], 'Anna Smith');
  await db.updateTable('person').set({ locale: 'en' }).where('id', '=', smith.person.id).execute();

  await tellNow(sato.tools, { ...changed, to: [sato.person.id, smith.person.id] });

  expect((await listNotices(sato.tools, first)).items).toMatchObject([
    { title: '担当が変わりました', path: '/settings/organization', readAt: null, isWalled: false },
  ]);
  expect((await listNotices(smith.tools, first)).items).toMatchObject([{ title: 'A post has another holder' }]);
  expect(new Set((await mails()).map(({ subject }) => subject))).toEqual(
    new Set(['[Mamori] 担当が変わりました', '[Mamori] A post has another holder']),
  );
  expect(told).toMatchObject([
    { event: 'delivery.due', payload: { deliveryIds: [expect.any(String), expect.any(String)], wallId: null } },
  ]);
});

test('the same key tells once, and a rolled back transaction tells nothing', async () => {
  const { person, tools } = await aPerson();

  await tellNow(tools, { ...changed, to: [person.id, person.id] });
  await tellNow(tools, { ...changed, to: [person.id] });
  const lost = tools.db.transaction().execute(async (transaction) => {
    await tell(transaction, tools, { ...changed, to: [person.id], dedupeKey: 'other' });
    throw new Error('rolled back');
  });

  await expect(lost).rejects.toThrow('rolled back');
  expect((await listNotices(tools, first)).items).toHaveLength(1);
  expect(await mails()).toHaveLength(1);
});

test('who has left is not told', async () => {
  const { person, tools } = await aPerson();
  await db.updateTable('person').set({ disabled_at: noon }).where('id', '=', person.id).execute();

  await tellNow(system, { ...changed, to: [person.id, newId()] });

  expect((await listNotices(tools, first)).items).toEqual([]);
  expect(await mails()).toEqual([]);
});

test('of walled matter only those inside are told, and the mail says nothing of it', async () => {
  const inside = await aPerson();
  const outside = await aPerson([{ role: 'administrator', divisionId: null }], '高橋 健');
  const wallId = await aWall([inside.person.id]);
  const canary = 'カナリア-7F3K9';
  const secret = { ja: { title: canary, body: canary }, en: { title: canary, body: canary } };

  await tellNow(system, {
    ...changed,
    text: secret,
    path: `/cases/${canary}`,
    to: [inside.person.id, outside.person.id],
    wallId,
  });

  expect((await listNotices(inside.tools, first)).items).toMatchObject([{ title: canary, isWalled: true }]);
  expect((await listNotices(outside.tools, first)).items).toEqual([]);
  const sent = await mails();
  expect(sent).toMatchObject([{ address: inside.person.email, subject: '[Mamori] 通知が1件あります' }]);
  expect(JSON.stringify(sent)).not.toContain(canary);
  expect(sent[0]?.body).toContain('http://localhost:8420/notices');
});

test('a wall that comes down around a receiver takes their notice away', async () => {
  const { person, tools } = await aPerson();
  const wallId = await aWall([person.id]);
  await tellNow(system, { ...changed, to: [person.id], wallId });

  await db.deleteFrom('wall_member').execute();

  expect((await listNotices(tools, first)).items).toEqual([]);
});

test('somebody without an account gets a letter, in which a line break cannot end the subject', async () => {
  await system.db.transaction().execute((transaction) =>
    mailTo(transaction, system, {
      address: 'new@mihari.example.jp',
      name: '',
      kind: 'invitation',
      subject: 'ようこそ\r\nBcc: thief@example.com',
      body: 'http://localhost:8420/invitation#secret',
      dedupeKey: 'invitation-1',
    }),
  );

  expect(await mails()).toMatchObject([{ subject: 'ようこそ Bcc: thief@example.com', state: 'waiting' }]);
});

async function aWall(members: string[]): Promise<string> {
  const id = newId();
  const since = Temporal.Instant.from('2020-01-01T00:00:00Z');
  await db.insertInto('wall').values({ id, reason: 'test', created_at: noon }).execute();
  await db
    .insertInto('wall_member')
    .values(members.map((person_id) => ({ wall_id: id, person_id, since })))
    .execute();
  return id;
}

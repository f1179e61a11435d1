import { beforeEach, expect, test } from 'vitest';
import type { Tools } from '#access';
import type { MailSettings } from '#platform/mail';
import { freshDatabase, noon } from '../../test/database.ts';
import { aMailCatcher } from '../../test/mail-catcher.ts';
import { deliverMail } from './deliver-mail.ts';
import { describeMail } from './describe-mail.ts';
import { listDeliveries } from './list-deliveries.ts';
import { listNotices } from './list-notices.ts';
import { cancelDeliveries, retryDeliveries } from './retry-deliveries.ts';
import { mailTo } from './tell.ts';

const { db, system, aPerson, reset } = await freshDatabase();
beforeEach(reset);

/** The machine at that time, with that mail server. */
const machine = (mail: MailSettings | null, minutes = 0): Tools => ({
  ...system,
  now: () => noon.add({ minutes }),
  house: { ...system.house, mail },
});

let letters = 0;
async function aLetter(address = 'sato@mihari.example.jp', { hoursAgo = 0 } = {}) {
  letters += 1;
  const tools = { ...system, now: () => noon.subtract({ hours: hoursAgo }) };
  const letter = {
    name: '佐藤 美咲',
    kind: 'test',
    subject: 'お知らせ①',
    body: '本文です。',
    dedupeKey: `l-${letters}`,
  };
  await system.db.transaction().execute((transaction) => mailTo(transaction, tools, { ...letter, address }));
}

const all = { state: [], q: '', limit: 50 };
const states = async () => (await listDeliveries(system, all)).items.map(({ state }) => state);
const onlyOne = async () => (await listDeliveries(system, all)).items[0] ?? expect.fail('there is none');

test('a mail is sent once, however often the reaction runs, and its words are forgotten', async () => {
  const { mails, settings } = await aMailCatcher();
  await aLetter();

  await Promise.all([deliverMail(machine(settings)), deliverMail(machine(settings))]);
  await deliverMail(machine(settings, 60));

  expect(mails).toHaveLength(1);
  expect(mails[0]?.parsed).toMatchObject({ subject: 'お知らせ①', text: '本文です。' });
  expect(await states()).toEqual(['sent']);
  expect(await db.selectFrom('delivery').select('body').execute()).toEqual([{ body: null }]);
});

test('two servers share a hundred mails without sending one twice', async () => {
  const { mails, settings } = await aMailCatcher();
  for (let n = 0; n < 100; n++) await aLetter(`p${n}@mihari.example.jp`);

  await Promise.all([deliverMail(machine(settings)), deliverMail(machine(settings)), deliverMail(machine(settings))]);

  const receivers = mails.map(({ parsed }) => parsed.messageId);
  expect(receivers).toHaveLength(100);
  expect(new Set(receivers).size).toBe(100);
});

test('while the server is down mail waits longer each time, and is delivered once when it is back', async () => {
  const gone = await aMailCatcher();
  await gone.stop();
  await aLetter();

  await deliverMail(machine(gone.settings));
  const first = await onlyOne();
  await deliverMail(machine(gone.settings));
  const early = await onlyOne();
  await deliverMail(machine(gone.settings, 1));
  const second = await onlyOne();

  expect(first).toMatchObject({ state: 'waiting', attempts: 1, dueAt: '2026-11-24T03:01:00Z' });
  expect(first.lastError).toMatch(/ECONNREFUSED/);
  expect(early.attempts).toBe(1);
  expect(second).toMatchObject({ state: 'waiting', attempts: 2, dueAt: '2026-11-24T03:03:00Z' });

  const back = await aMailCatcher({ port: gone.port });
  await deliverMail(machine(back.settings, 3));
  await deliverMail(machine(back.settings, 60));
  expect(back.mails).toHaveLength(1);
  expect(await onlyOne()).toMatchObject({ state: 'sent', lastError: null });
});

test('a server that died while sending is taken over, under the same Message-ID', async () => {
  const { mails, settings } = await aMailCatcher();
  await aLetter();
  const { id } = await onlyOne();
  await db
    .updateTable('delivery')
    .set({ state: 'sending', attempts: 1, claimed_until: noon.add({ minutes: 5 }) })
    .execute();

  await deliverMail(machine(settings, 4));
  expect(mails).toHaveLength(0);
  await deliverMail(machine(settings, 6));

  expect(mails.map(({ parsed }) => parsed.messageId)).toEqual([`<${id}@mihari.example.jp>`]);
});

test('a refused mail is failed, visible, told to administrators once, and can be sent again', async () => {
  const refusing = await aMailCatcher({ answer: () => ({ code: 550, message: '5.1.1 No such user' }) });
  const admin = await aPerson();
  const reader = await aPerson([{ role: 'reader', divisionId: null }]);
  await aLetter('wrong1@mihari.example.jp');
  await aLetter('wrong2@mihari.example.jp');

  await deliverMail(machine(refusing.settings));

  const failed = await listDeliveries(admin.tools, { ...all, state: ['failed'] });
  expect(failed.items).toMatchObject([{ lastError: expect.stringContaining('No such user') }, { state: 'failed' }]);
  expect(await describeMail({ ...admin.tools, house: machine(refusing.settings).house })).toMatchObject({
    failed: 2,
    server: `127.0.0.1:${refusing.port}`,
  });
  const notices = { unread: true, limit: 50 };
  expect((await listNotices(admin.tools, notices)).items).toMatchObject([{ kind: 'delivery-failed' }]);
  expect((await listNotices(reader.tools, notices)).items).toEqual([]);

  const ids = failed.items.map(({ id }) => id);
  expect((await retryDeliveries(admin.tools, { ids })).ids.toSorted()).toEqual(ids.toSorted());
  const taking = await aMailCatcher();
  await deliverMail(machine(taking.settings));
  expect(taking.mails).toHaveLength(2);
  expect(await states()).toEqual(['sent', 'sent']);
});

test('a mail that nobody takes for three days is given up', async () => {
  const busy = await aMailCatcher({ answer: () => ({ code: 451, message: 'later' }) });
  await aLetter();
  await db.updateTable('delivery').set({ attempts: 77 }).execute();

  await deliverMail(machine(busy.settings));

  expect(await onlyOne()).toMatchObject({ state: 'failed', attempts: 78, lastError: expect.stringContaining('later') });
});

test('without a mail server mail waits and is counted; once it is set, what is not stale goes out', async () => {
  await aLetter('young@mihari.example.jp');
  await aLetter('old@mihari.example.jp', { hoursAgo: 100 });

  await deliverMail(machine(null));
  expect(await states()).toEqual(['waiting-for-settings', 'waiting-for-settings']);
  expect(await describeMail(machine(null))).toMatchObject({ server: null, from: null, waitingForSettings: 2 });

  const { mails, settings } = await aMailCatcher();
  await deliverMail(machine(settings));
  expect(mails.map(({ parsed }) => parsed.to)).toMatchObject([{ text: expect.stringContaining('young@') }]);
  expect((await states()).toSorted()).toEqual(['sent', 'waiting-for-settings']);
});

test('what is cancelled is not sent, until somebody changes their mind; what is sent stays sent', async () => {
  const { mails, settings } = await aMailCatcher();
  const admin = await aPerson();
  await aLetter();
  const { id } = await onlyOne();

  expect(await cancelDeliveries(admin.tools, { ids: [id] })).toEqual({ ids: [id] });
  await deliverMail(machine(settings));
  expect(mails).toHaveLength(0);

  await retryDeliveries(admin.tools, { ids: [id] });
  await deliverMail(machine(settings));
  expect(mails).toHaveLength(1);
  expect(await retryDeliveries(admin.tools, { ids: [id] })).toEqual({ ids: [] });
  expect(await cancelDeliveries(admin.tools, { ids: [id] })).toEqual({ ids: [] });
  const audit = await db.selectFrom('audit').select(['action', 'before', 'after']).orderBy('id').execute();
  expect(audit).toEqual([
    { action: 'delivery.cancel', before: { state: 'waiting' }, after: { state: 'cancelled' } },
    { action: 'delivery.retry', before: { state: 'cancelled' }, after: { state: 'waiting' } },
  ]);
});

test('the list is paged, filtered by state and searched by address', async () => {
  for (let n = 0; n < 5; n++) await aLetter(`p${n}@mihari.example.jp`);

  const first = await listDeliveries(system, { ...all, limit: 3 });
  const second = await listDeliveries(system, { ...all, limit: 3, after: first.next ?? '' });

  const addresses = [...first.items, ...second.items].map(({ address }) => address);
  expect(new Set(addresses).size).toBe(5);
  expect(second.next).toBeNull();
  expect((await listDeliveries(system, { ...all, q: 'P3@' })).items).toHaveLength(1);
  expect((await listDeliveries(system, { ...all, q: '%' })).items).toEqual([]);
  expect((await listDeliveries(system, { ...all, state: ['failed'] })).items).toEqual([]);
});

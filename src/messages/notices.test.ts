import { expect, test } from 'vitest';
import { readXlsx } from '#formats/xlsx';
import { noon } from '../../test/database.ts';
import { aHouse } from '../../test/house.ts';
import { messages } from './contract.ts';
import { tell } from './tell.ts';

let minutes = 0;
const house = await aHouse({ now: () => noon.add({ minutes }) });
const sato = await house.aSignedIn(['administrator']);
const takahashi = await house.aSignedIn(['analyst'], { name: '高橋 健' });
const mine = house.callsOf(messages, sato.cookie);
const his = house.callsOf(messages, takahashi.cookie);

async function tellBoth(key: string) {
  minutes += 1;
  const tools = house.systemTools('test');
  await tools.db.transaction().execute((transaction) =>
    tell(transaction, tools, {
      to: [sato.person.id, takahashi.person.id],
      kind: 'test',
      subjectKind: 'test',
      subjectId: key,
      path: '/',
      text: { ja: { title: `件名${key}`, body: '本文' }, en: { title: key, body: 'body' } },
      mail: 'now',
      dedupeKey: key,
    }),
  );
}

for (let n = 1; n <= 5; n++) await tellBoth(String(n));
minutes += 1;

test('my notices come newest first, page by page, and are mine alone', async () => {
  const first = await mine.listNotices({ limit: 3 });
  const second = await mine.listNotices({ limit: 3, after: first.next ?? '' });

  const titles = [...first.items, ...second.items].map(({ title }) => title);
  expect(titles).toEqual(['件名5', '件名4', '件名3', '件名2', '件名1']);
  expect(second.next).toBeNull();
});

test('what I read is read for me alone, and can be unread again', async () => {
  const [newest] = (await mine.listNotices({ limit: 1 })).items;
  const ids = [newest?.id ?? ''];

  await mine.markNotices({ ids, read: true });
  expect(await mine.countUnread()).toEqual({ unread: 4 });
  expect((await mine.listNotices({ unread: 'true' })).items).toHaveLength(4);
  expect(await his.countUnread()).toEqual({ unread: 5 });

  await his.markNotices({ ids, read: false });
  expect(await mine.countUnread()).toEqual({ unread: 4 });
  await mine.markNotices({ ids, read: false });
  expect(await mine.countUnread()).toEqual({ unread: 5 });
});

test('marking all as read is undone without touching what was read before', async () => {
  const [newest] = (await mine.listNotices({ limit: 1 })).items;
  await mine.markNotices({ ids: [newest?.id ?? ''], read: true });
  minutes += 1;

  const marked = await mine.markAllRead();
  expect(marked.count).toBe(4);
  expect(await mine.countUnread()).toEqual({ unread: 0 });

  expect(await mine.markUnreadAgain({ readAt: marked.readAt })).toEqual({ count: 4 });
  expect(await mine.countUnread()).toEqual({ unread: 4 });
});

test('an outsider has no notices, and who runs nothing sees no deliveries', async () => {
  const outside = house.callsOf(messages);

  await expect(outside.listNotices({})).rejects.toMatchObject({ problem: { status: 401 } });
  await expect(his.listDeliveries({})).rejects.toMatchObject({ problem: { status: 403 } });
  await expect(his.sendTestMail()).rejects.toMatchObject({ problem: { status: 403 } });
  await expect(mine.listNotices({ after: 'bm8' })).rejects.toMatchObject({ problem: { status: 400 } });
});

test('the event reaches the machine, which shows what waits for a mail server', async () => {
  await mine.sendTestMail();
  await house.drain();

  const { waitingForSettings, failed } = await mine.describeMail();
  expect({ waitingForSettings, failed }).toEqual({ waitingForSettings: 11, failed: 0 });
  expect((await mine.listDeliveries({ q: '届いて' })).items).toMatchObject([{ kind: 'mail-test' }]);
});

test('the deliveries are taken home as CSV and as a workbook', async () => {
  const csv = await (await sato.fetch('/api/deliveries/export?format=csv&q=高橋')).text();
  const book = await sato.fetch('/api/deliveries/export?format=xlsx&language=en&state=waiting-for-settings');

  const lines = csv.trimEnd().split('\r\n');
  expect(lines[0]).toBe('作成,宛名,宛先,件名,状態,試した回数,完了,理由');
  expect(lines).toHaveLength(6);
  expect(book.headers.get('content-disposition')).toContain('deliveries.xlsx');
  const { document } = await readXlsx(new Uint8Array(await book.arrayBuffer()));
  expect(document.sheets[0]?.rows).toHaveLength(12);
});

import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { axe, watchComplaints } from '../browser.ts';
import { settled } from './settled.ts';
import { aStage, demoPassword } from './stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const { house, accounts, open } = await aStage();
const admin = await house.aSignedIn(['administrator'], { name: '石井 徹' });
const openAs = (cookie: string, address: string) => open(address, { cookie });

const shot = async (page: Page, name: string) => {
  if (process.env.MAMORI_SHOTS) await page.screenshot({ path: path.join(process.env.MAMORI_SHOTS, `${name}.png`) });
};
const acting = (page: Page, post: string) => page.getByRole('row', { name: new RegExp(post) });

test('who leaves hands over a whole desk in one go, and back by one undo', async () => {
  const page = await openAs(admin.cookie, '/settings/organization');
  await page.getByText('8部門の担当11件のうち、1件は主担当を決める必要があります。').waitFor();
  await expect.poll(() => acting(page, '家庭用カメラ').textContent()).toMatch(/小野 真理\s*休職中/);
  await shot(page, 'organization');

  await page.getByRole('link', { name: '小野 真理' }).first().click();
  await page.getByText('いまの担当は1件です。').waitFor();
  await page.getByRole('link', { name: /機種の主担当/ }).waitFor();
  await shot(page, 'person');
  await page.getByRole('link', { name: '引き継ぐ' }).click();
  await page.getByText('引き受ける人を1人以上選んでください。').waitFor();
  await page.getByLabel('すべてを1人に').fill('松本');
  await page.getByRole('option', { name: '松本 葵' }).click();
  await page.getByText('担当1件が替わります。2人に知らせます。').waitFor();
  await page.getByText('松本 葵はカメラ事業部 事業部窓口の副担当ではなくなります。').waitFor();
  await shot(page, 'hand-over');
  await page.getByRole('button', { name: '引き継ぐ' }).click();
  await page.getByText('担当1件を引き継ぎました').waitFor();
  await page.getByText('いまの担当はありません。').waitFor();
  await shot(page, 'handed-over');

  await page.getByRole('button', { name: '元に戻す' }).click();
  await page.getByText('いまの担当は1件です。').waitFor();
});

test('a division, a post and its holder are made from nothing, and taken back', async () => {
  const page = await openAs(admin.cookie, '/settings/organization');
  await page.getByRole('button', { name: '部門を作る' }).click();
  await page.getByLabel('部門の名前').fill('カメラ事業部');
  await page.getByRole('dialog').getByRole('button', { name: '部門を作る' }).click();
  await page.getByText('この名前はもう使われています。').waitFor();
  await page.getByLabel('部門の名前').fill('海外営業部');
  await page.getByRole('dialog').getByRole('button', { name: '部門を作る' }).click();
  await page.getByText('「海外営業部」を作りました').waitFor();

  await page.getByRole('button', { name: '海外営業部の操作' }).click();
  await page.getByRole('menuitem', { name: '担当を足す' }).click();
  await page.getByLabel('担当の名前').fill('現地窓口');
  await page.getByRole('dialog').getByRole('button', { name: '担当を足す' }).click();
  await page.getByRole('link', { name: '現地窓口' }).click();
  await page.getByText('対応する人がいません。').waitFor();
  await page.getByRole('button', { name: '主担当を替える' }).click();
  await page.getByLabel('担当する人').fill('高橋');
  await page.getByRole('option', { name: '高橋 健' }).click();
  await shot(page, 'assign');
  await page.getByRole('dialog').getByRole('button', { name: '主担当を替える' }).click();
  await page.getByText('担当1件を引き継ぎました').waitFor();
  await page.getByText('主担当が対応します。').waitFor();
  await shot(page, 'post');
});

test('a holder reads what was handed to them', async () => {
  const page = await openAs(await cookieOf('fujii@mihari.example.jp'), '/notices');
  await page.getByText('まだ読んでいない通知が1件あります。').waitFor();
  await shot(page, 'notices');
  await page.getByRole('link', { name: /あなたの担当が変わりました/ }).click();
  await page.getByRole('heading', { level: 1, name: '藤井 拓' }).waitFor();
  await page.goBack();
  await page.getByText('通知はすべて読みました。').waitFor();

  // What is marked is seen at once, before the server has answered; when it cannot be kept, it is as before.
  const row = page.getByRole('row', { name: /あなたの担当が変わりました/ });
  const answer = Promise.withResolvers<void>();
  await page.route('**/api/notices/mark', async (route) => {
    await answer.promise;
    await route.fulfill({ status: 503, body: '' });
  });
  await row.getByRole('checkbox').check();
  await page.getByRole('button', { name: '未読に戻す' }).click();
  await row.getByText('未読', { exact: true }).waitFor();
  answer.resolve();
  await row.getByText('既読', { exact: true }).waitFor();
  await page.getByText('実行できませんでした。何も変わっていません。').waitFor();
});

test('an administrator sees that mail waits for a server', async () => {
  await house.drain();
  const page = await openAs(admin.cookie, '/settings/deliveries');
  await page.getByText(/^メール\d+件が送信サーバーの設定を待っています。$/).waitFor();
  await shot(page, 'deliveries');
});

const looks = [
  { language: 'ja', scheme: 'light', width: 'wide' },
  { language: 'ja', scheme: 'dark', width: 'phone' },
  { language: 'en', scheme: 'dark', width: 'wide' },
  { language: 'en', scheme: 'light', width: 'phone' },
] as const;

test.each(looks)('nothing is in the way of anybody: $language $scheme $width', async (look) => {
  const ono = await house.db
    .selectFrom('person')
    .select('id')
    .where('name', '=', '小野 真理')
    .executeTakeFirstOrThrow();
  const addresses = [
    '/settings/organization',
    `/settings/organization/people/${ono.id}`,
    `/settings/organization/hand-over?from=${ono.id}`,
    '/notices',
    '/settings/deliveries',
  ];
  const page = await open('/settings', { cookie: admin.cookie, ...look });
  const complaints = watchComplaints(page);

  const found: string[] = [];
  for (const address of addresses) {
    await page.goto(house.url + address);
    await settled(page);
    await shot(page, `${address.split('/').slice(1, 4).join('-').split('?')[0]}-${look.language}-${look.width}`);
    found.push(...(await axe(page)).map((line) => `${address} ${line}`));
    if (look.width === 'phone') expect(await page.evaluate('document.documentElement.scrollWidth'), address).toBe(390);
  }

  expect(found).toEqual([]);
  expect(complaints).toEqual([]);
});

/** Signs somebody of the demonstration in as their browser would be. */
async function cookieOf(email: string): Promise<string> {
  expect(accounts.map((account) => account.email)).toContain(email);
  const answer = await fetch(`${house.url}/api/sign-in/password`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: house.url },
    body: JSON.stringify({ email, password: demoPassword }),
  });
  return (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
}

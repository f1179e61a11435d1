import path from 'node:path';
import { generateSync } from 'otplib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { addPerson } from '#access';
import { now } from '#platform/clock';
import { axe, launch, type TestBrowser } from '../browser.ts';
import { aHouse } from '../house.ts';
import { goodPassword } from '../sign-in.ts';
import { builtPages } from './stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const house = await aHouse({ web: await builtPages(), now });
let chromium: TestBrowser;

beforeAll(async () => {
  chromium = await launch();
});
afterAll(async () => {
  await chromium?.close();
});

const shot = async (page: Page, name: string) => {
  if (process.env.MAMORI_SHOTS)
    await page.screenshot({ path: path.join(process.env.MAMORI_SHOTS, `${name}.png`), fullPage: true });
};
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

async function signIn(page: Page, email: string, address = '/settings/me') {
  await page.goto(house.url + address);
  await page.getByLabel('メールアドレス').fill(email);
  await page.getByLabel('パスワード', { exact: true }).fill(goodPassword);
  await page.getByRole('button', { name: 'サインインする', exact: true }).click();
}

async function aPerson(email: string) {
  await addPerson(house.systemTools('test'), {
    name: '田中 恵',
    email,
    locale: 'ja',
    password: goodPassword,
    grants: [{ role: 'analyst', divisionId: null }],
  });
}

test('an authenticator app is set up, asked for, and replaced by a recovery code', async () => {
  await aPerson('tanaka@example.jp');
  const page = await chromium.newPage();
  await signIn(page, 'tanaka@example.jp');
  await heading(page, '自分の設定');
  await page.getByText('アカウントはパスワードだけで守られています。').waitFor();
  await shot(page, 'account');
  await page.getByRole('button', { name: '認証アプリを設定する' }).click();
  const secret = (await page.locator('code').textContent())?.replaceAll(' ', '') ?? '';
  await shot(page, 'totp');
  await page.getByLabel('アプリにいま出ているコード').fill(generateSync({ secret }));
  await page.getByRole('button', { name: '確認する' }).click();
  const dialog = page.getByRole('dialog', { name: '回復コード' });
  await dialog.getByRole('listitem').first().waitFor();
  await expect.poll(() => dialog.getByRole('listitem').count()).toBe(10);
  const codes = await dialog.getByRole('listitem').allTextContents();
  await dialog.getByRole('button', { name: '保管しました' }).click();
  await page.getByText('アカウントは、パスキーか認証アプリで守られています。').waitFor();

  await page.getByRole('button', { name: /田中 恵/ }).click();
  await page.getByRole('menuitem', { name: 'サインアウトする' }).click();
  await heading(page, 'サインイン');
  await signIn(page, 'tanaka@example.jp');
  await heading(page, '2段階目の確認');
  await page.getByLabel('コード').fill('000000');
  await page.getByRole('button', { name: 'サインインする', exact: true }).click();
  await page.getByText('このコードは使えません。').waitFor();
  await page.getByLabel('コード').fill(codes[0] ?? '');
  await page.getByRole('button', { name: 'サインインする', exact: true }).click();
  await heading(page, '自分の設定');
  await page.getByText('回復コードの残りは9個です（10個中）').waitFor();
});

test('after ten minutes a change asks again who is there, then a key is made and shown once', async () => {
  await aPerson('ito@example.jp');
  const page = await chromium.newPage();
  await signIn(page, 'ito@example.jp', '/settings/keys');
  await heading(page, 'APIキー');
  await house.db
    .updateTable('session')
    .set({ proved_at: now().subtract({ minutes: 11 }) })
    .execute();

  await page.getByRole('button', { name: 'キーを作る' }).click();
  const dialog = page.getByRole('dialog', { name: 'APIキーを作る' });
  await dialog.getByRole('button', { name: 'キーを作る' }).click();
  await dialog.getByText('用途を入力してください。').first().waitFor();
  await dialog.getByLabel('用途').fill('ビルドサーバー');
  await dialog.getByLabel('製品を見る').check();
  await dialog.getByRole('button', { name: 'キーを作る' }).click();
  const proof = page.getByRole('dialog', { name: '本人確認' });
  await proof.getByLabel('あなたのパスワード').fill(goodPassword);
  await shot(page, 'proof');
  await proof.getByRole('button', { name: '続ける' }).click();

  const key = (await page.locator('code').textContent()) ?? '';
  expect(key).toMatch(/^mmr_[\w-]{43}$/);
  const answer = await fetch(`${house.url}/api/me`, { headers: { authorization: `Bearer ${key}` } });
  expect(await answer.json()).toMatchObject({ person: { email: 'ito@example.jp' }, permissions: ['product:read'] });
  await page.getByRole('button', { name: '保管しました' }).click();
  await page.getByRole('cell', { name: `${key.slice(0, 8)}…` }).waitFor();
  await shot(page, 'keys');
});

const looks = (['ja', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((scheme) => ({ language, scheme })),
);

test.each(looks)('one’s own pages have no barrier: %o', async (look) => {
  const { cookie } = await house.aSignedIn(['administrator']);
  const page = await chromium.newPage(look);
  const [name = '', value = ''] = cookie.split('=');
  await page.context().addCookies([{ name, value, url: house.url }]);
  for (const address of ['/settings/me', '/settings/keys']) {
    await page.goto(house.url + address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await axe(page)).toEqual([]);
  }
});

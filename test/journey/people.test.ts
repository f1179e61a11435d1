import { createServer } from 'node:net';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { now } from '#platform/clock';
import { openLog } from '#platform/log';
import { loadOrganization } from '../../src/demo/organization.ts';
import { axe, type Look, launch, type TestBrowser } from '../browser.ts';
import { aHouse } from '../house.ts';
import { anIdentityProvider, clientSecret } from '../identity-provider.ts';
import { goodPassword } from '../sign-in.ts';
import { builtPages } from './stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const port = await aFreePort();
const baseUrl = `http://127.0.0.1:${port}`;
const house = await aHouse({
  web: await builtPages(),
  now,
  port,
  house: {
    baseUrl,
    version: 'test',
    log: openLog('silent'),
    secret: new Uint8Array(32).fill(7),
    stateFolder: '/nonexistent',
  },
});
const idp = await anIdentityProvider(`${baseUrl}/auth/oidc/company/callback`);
await loadOrganization(house.systemTools('test'), goodPassword);
const admin = await house.aSignedIn(['administrator'], { name: '石井 徹' });
let chromium: TestBrowser;

beforeAll(async () => {
  chromium = await launch();
});
afterAll(async () => {
  await chromium?.close();
});

async function aFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port: free } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return free;
}

async function openAs(cookie: string, address: string, look: Look = {}): Promise<Page> {
  const page = await chromium.newPage(look);
  const [name = '', value = ''] = cookie.split('=');
  await page.context().addCookies([{ name, value, url: house.url }]);
  await page.goto(house.url + address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}
const shot = async (page: Page, name: string) => {
  if (process.env.MAMORI_SHOTS) await page.screenshot({ path: path.join(process.env.MAMORI_SHOTS, `${name}.png`) });
};

test('somebody is invited, comes, gets a role in a division, loses it and gets it back, and is shut out', async () => {
  const page = await openAs(admin.cookie, '/settings/people');
  await page.getByRole('button', { name: '招待する' }).click();
  const dialog = page.getByRole('dialog', { name: '招待する' });
  await dialog.getByLabel('氏名').fill('森 さくら');
  await dialog.getByLabel('メールアドレス').fill('mori@example.jp');
  await dialog.getByLabel('役割').selectOption({ label: '品質保証' });
  await shot(page, 'invite');
  await dialog.getByRole('button', { name: 'リンクを作る' }).click();
  const link = (await page.getByRole('dialog', { name: 'リンクを作りました' }).locator('code').textContent()) ?? '';
  await page.getByRole('button', { name: '送りました' }).click();
  await page.getByRole('link', { name: '招待' }).click();
  await page.getByRole('cell', { name: 'mori@example.jp', exact: true }).waitFor();
  await shot(page, 'invitations');

  const guest = await chromium.newPage();
  await guest.goto(link);
  await guest.getByText('「品質保証」として招待されています。').waitFor();
  await guest.getByLabel('パスワード', { exact: true }).fill(goodPassword);
  await shot(guest, 'invitation');
  await guest.getByRole('button', { name: '招待を受ける' }).click();
  await guest.getByRole('button', { name: /森 さくら/ }).waitFor();

  await page.goto(`${house.url}/settings/people?q=${encodeURIComponent('森さくら')}`);
  await page.getByRole('button', { name: '森 さくら', exact: true }).click();
  await page.getByRole('button', { name: '役割を付ける' }).click();
  const grant = page.getByRole('dialog', { name: '森 さくらに役割を付ける' });
  await grant.getByLabel('役割').selectOption({ label: '事業部窓口' });
  await grant.getByLabel('範囲').selectOption({ label: 'カメラ事業部' });
  await grant.getByRole('button', { name: '役割を付ける' }).click();
  await page.getByText('森 さくらに「事業部窓口」を付けました').waitFor();
  await page.getByRole('cell', { name: '品質保証、事業部窓口（カメラ事業部）' }).waitFor();
  await shot(page, 'people');
  await page.getByRole('button', { name: '外す：事業部窓口' }).click();
  await page.getByText('森 さくらから「事業部窓口」を外しました').waitFor();
  await page.getByRole('button', { name: '元に戻す' }).last().click();
  await page.getByRole('button', { name: '外す：事業部窓口' }).waitFor();

  await page.getByRole('button', { name: '停止する' }).click();
  await page.getByText('森 さくらを停止し').waitFor();
  await guest.reload();
  await guest.getByRole('heading', { level: 1, name: 'サインイン' }).waitFor();
});

test('a provider is set up, its mistakes are told, and somebody signs in by it', async () => {
  idp.accounts.set('taro', { name: '守 太郎', email: 'taro@example.jp', email_verified: true, groups: ['psirt'] });
  const page = await openAs(admin.cookie, '/settings/single-sign-on');
  await page.getByRole('button', { name: 'プロバイダーを足す' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('サインインのページに出す名前').fill('会社のアカウント');
  await form.getByLabel('アドレスに使う短い名前').fill('company');
  await form.getByLabel('発行者（Issuer）').fill(idp.issuer);
  await form.getByLabel('クライアントID').fill('mamori');
  await form.getByLabel('クライアントシークレット').fill(clientSecret);
  await form.getByLabel('スコープ').fill('openid email profile groups');
  await form.getByLabel('初めてサインインした人を利用者に加える').check();
  await form.getByLabel('グループの入るクレーム').fill('groups');
  await form.getByRole('button', { name: 'グループを足す' }).click();
  await form.getByLabel('グループ', { exact: true }).fill('psirt');
  await form.getByLabel('役割').selectOption({ label: 'PSIRT担当' });
  await form.getByRole('button', { name: '確かめて保存する' }).click();
  await form.getByText('プロバイダーにはhttpsでつなぐ必要があります。').waitFor();
  await shot(page, 'provider');
  await form.getByLabel('プロバイダーは社内のネットワークにある').check();
  await form.getByRole('button', { name: '確かめて保存する' }).click();
  await page.getByText('サインインのページに「会社のアカウント」が出るようになりました').waitFor();
  await shot(page, 'providers');

  const guest = await chromium.newPage();
  await guest.goto(`${house.url}/settings/me`);
  await guest.getByRole('link', { name: '会社のアカウントでサインインする' }).click();
  await guest.locator('input[name=login]').fill('taro');
  await guest.locator('input[name=password]').fill('x');
  await guest.locator('button[type=submit]').click();
  await guest.locator('button[type=submit]').click();
  await guest.getByRole('heading', { level: 1, name: '自分の設定' }).waitFor();
  await expect.poll(() => guest.getByRole('button', { name: /守 太郎/ }).textContent()).toContain('PSIRT担当');
});

const looks = (['ja', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((scheme) => ({ language, scheme })),
);

test.each(looks)('the pages about people have no barrier: %o', async (look) => {
  for (const address of [
    `/settings/people?row=${admin.person.id}`,
    '/settings/people?view=invitations',
    '/settings/single-sign-on',
  ]) {
    const page = await openAs(admin.cookie, address, look);
    await page.waitForLoadState('networkidle');
    expect(await axe(page)).toEqual([]);
    await page.close();
  }
});

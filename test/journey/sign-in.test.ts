import { createServer } from 'node:net';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { addPerson, makeFirstRunLink } from '#access';
import { now } from '#platform/clock';
import { openLog } from '#platform/log';
import { addAuthenticator, axe, launch, type TestBrowser, watchComplaints } from '../browser.ts';
import { aHouse } from '../house.ts';
import { goodPassword } from '../sign-in.ts';
import { builtPages } from './stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const port = await aFreePort();
const house = await aHouse({
  web: await builtPages(),
  now,
  port,
  house: {
    baseUrl: `http://127.0.0.1:${port}`,
    version: 'test',
    log: openLog('silent'),
    secret: new Uint8Array(32).fill(7),
    stateFolder: '/nonexistent',
  },
});
const localhost = `http://localhost:${port}`;
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
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return port;
}

const firstLink = async () => (await makeFirstRunLink(house.systemTools('test'))) ?? '';
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const shot = async (page: Page, name: string) => {
  if (process.env.MAMORI_SHOTS) await page.screenshot({ path: path.join(process.env.MAMORI_SHOTS, `${name}.png`) });
};

test('the first link makes the administrator by passkey, where passkeys work; out and in again', async () => {
  const page = await chromium.newPage();
  const complaints = watchComplaints(page);
  await addAuthenticator(page);
  await page.goto(await firstLink());
  await heading(page, 'Mamoriを使い始める');
  await shot(page, 'first-run');
  await page.getByRole('link', { name: 'このページをそちらで開く' }).click();
  await page.waitForURL(`${localhost}/first-run#token=*`);

  await page.getByRole('button', { name: 'システム管理者になる' }).click();
  await page.getByText('氏名を入力してください。').first().waitFor();
  await page.getByLabel('氏名').fill('佐藤 美咲');
  await page.getByLabel('メールアドレス').fill('sato@example.jp');
  await expect(page.getByRole('radio', { name: /パスキー/ }).isChecked()).resolves.toBe(true);
  await page.getByRole('button', { name: 'システム管理者になる' }).click();
  await page.getByRole('button', { name: /佐藤 美咲/ }).click();
  await page.getByRole('menuitem', { name: 'サインアウトする' }).click();

  // The device says yes to whatever is asked, so the field's own offer of passkeys signs in again.
  await page.waitForURL(`${localhost}/sign-in`);
  await page.getByRole('button', { name: /佐藤 美咲/ }).waitFor();
  expect(complaints.filter((line) => !line.includes('status of 401'))).toEqual([]);
});

test('a wrong password is said in words, and the right one leads where one wanted to go', async () => {
  const email = 'suzuki@example.jp';
  const person = { name: '鈴木 一', email, locale: 'ja' as const, password: goodPassword };
  await addPerson(house.systemTools('test'), { ...person, grants: [{ role: 'reader', divisionId: null }] });
  const page = await chromium.newPage();
  await page.goto(`${house.url}/settings`);
  await heading(page, 'サインイン');
  await page.getByRole('link', { name: 'このページをそちらで開く' }).waitFor();
  await page.getByLabel('メールアドレス').fill(email);
  await page.getByLabel('パスワード', { exact: true }).fill('wrong');
  await page.getByRole('button', { name: 'サインインする', exact: true }).click();
  await page.getByText('メールアドレスかパスワードが違います').waitFor();
  await shot(page, 'sign-in');

  await page.getByLabel('パスワード', { exact: true }).fill(goodPassword);
  await page.getByRole('button', { name: '表示', exact: true }).click();
  expect(await page.getByLabel('パスワード', { exact: true }).getAttribute('type')).toBe('text');
  await page.getByLabel('パスワード', { exact: true }).press('Enter');
  await heading(page, '設定');
});

test('a link that does not work says what to do', async () => {
  for (const address of ['/first-run', '/invitation#token=x']) {
    const page = await chromium.newPage({ language: 'en' });
    await page.goto(house.url + address);
    await heading(page, 'This link does not work any more');
  }
});

const looks = (['ja', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((scheme) => ({ language, scheme })),
);

test.each(looks)('the pages outside have no barrier: %o', async (look) => {
  const page = await chromium.newPage(look);
  for (const address of ['/sign-in?problem=email-known', '/invitation']) {
    await page.goto(house.url + address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await axe(page)).toEqual([]);
  }
});

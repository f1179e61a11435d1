import type { Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { places } from '../../src/web/places.tsx';
import { subpages, words } from '../../src/web/subpages.ts';
import { axe } from '../browser.ts';
import { settled } from './settled.ts';
import { aStage } from './stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const { house, open } = await aStage();
const administrator = await house.aSignedIn(['administrator']);
const reader = await house.aSignedIn(['reader'], { name: '森 千尋' });

const option = (page: Page, name: string | RegExp) => page.getByRole('option', { name });
const field = (page: Page) => page.getByRole('combobox', { name: '検索・移動・操作' });
const ask = async (page: Page, typed: string) => {
  await page.keyboard.press('Control+k');
  await field(page).fill(typed);
};
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

test('every page is reached by its name and by its reading, and is called there as in the palette', async () => {
  const page = await open('/settings/me', administrator);
  for (const { key, reading, to } of subpages) {
    await ask(page, reading);
    await page.getByRole('option', { name: words.ja[key], exact: true }).click();
    await expect.poll(() => page.url().replace(house.url, '')).toBe(to);
    if (key !== 'partNumbers') await heading(page, words.ja[key]);
    await settled(page);
  }
  for (const { reading, to } of places) {
    await ask(page, reading);
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).pathname).toBe(to);
    await settled(page);
  }
});

test.each<[string, RegExp, string | RegExp]>([
  ['ＭＣ－２２０', /^MC-220/, 'MC-220'],
  ['mc-220 2.4.1', /MC-220 2\.4\.1/, /MC-220 2\.4\.1/],
  ['tkc-t2', /TKC-T2/, 'MC-220'],
  ['cve-2021-3711', /CVE-2021-3711/, /OpenSSL/],
  ['openssl 1.1.1k', /openssl 1\.1\.1k/, '部品から探す'],
  ['産業機器', /^産業機器事業部/, '組織'],
  ['小野', /^小野 真理/, '利用者と役割'],
])('%s leads to what is called so', async (typed, found, name) => {
  const page = await open('/settings/me', administrator);

  await ask(page, typed);
  await option(page, found).first().click();

  await heading(page, name);
});

test('a saved view is found by its name, and nobody is offered what they may not open', async () => {
  const page = await open('/products?q=MC', reader);
  await page.getByRole('button', { name: 'この条件で保存' }).click();
  await page.getByLabel('表示の名前').fill('カメラ一覧');
  await page.getByRole('button', { name: '表示を保存する' }).click();
  await page.getByRole('link', { name: 'カメラ一覧' }).waitFor();
  await page.goto(`${house.url}/vulnerabilities`);
  await settled(page);

  await ask(page, 'かめら');
  await option(page, /カメラ一覧/).waitFor();
  expect(await axe(page)).toEqual([]);
  await option(page, /カメラ一覧/).click();
  await expect.poll(() => new URL(page.url()).search).toContain('q=MC');

  await ask(page, 'そうさりれき');
  await page.getByText('「そうさりれき」は見つかりません').waitFor();
  await field(page).fill('せいひんをとりこむ');
  await expect.poll(() => page.getByRole('option').count()).toBe(0);
});

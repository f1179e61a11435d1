import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { axe, launch, type TestBrowser, watchComplaints } from './browser.ts';
import { serveSample } from './kit-sample/serve.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let sample: Awaited<ReturnType<typeof serveSample>>;
let chromium: TestBrowser;

beforeAll(async () => {
  [sample, chromium] = await Promise.all([serveSample(), launch()]);
});
afterAll(async () => {
  await chromium?.close();
  await sample?.close();
});

const open = async (page: Page, path: string) => {
  await page.goto(sample.url + path);
  await page.getByRole('heading', { level: 1 }).waitFor();
};
const paths = [
  '/products?open=家庭用カメラ,MC-220',
  '/products/mr-1167?row=CVE-2023-38545',
  '/settings/people',
  '/settings/audit',
];
const looks = [
  { language: 'ja', scheme: 'light', width: 'wide' },
  { language: 'ja', scheme: 'dark', width: 'phone' },
  { language: 'en', scheme: 'dark', width: 'wide' },
  { language: 'en', scheme: 'light', width: 'phone' },
] as const;

test.each(looks)(
  'nothing is in the way of anybody: $language $scheme $width',
  async (look) => {
    const page = await chromium.newPage(look);
    const complaints = watchComplaints(page);

    const found: string[] = [];
    for (const path of paths) {
      await open(page, path);
      found.push(...(await axe(page)).map((line) => `${path} ${line}`));
    }

    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
  },
  60_000,
);

test('no page scrolls sideways on a phone', async () => {
  const page = await chromium.newPage({ width: 'phone' });
  for (const path of paths) {
    await open(page, path);
    expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBe(390);
  }
});

test('dialogs, menus and the palette obey the policy, and have nothing in the way', async () => {
  const page = await chromium.newPage();
  const complaints = watchComplaints(page);
  await open(page, '/products/mr-1167');

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: '検索・移動・操作' }).fill('ソウサ');
  await page.getByRole('option', { name: '操作履歴' }).waitFor();
  const inPalette = await axe(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'MR-1167 1.4.7の操作' }).click();
  await page.getByRole('menuitem').first().waitFor();
  const inMenu = await axe(page);
  await page.keyboard.press('Escape');
  await page.getByRole('checkbox', { name: 'CVE-2021-3711を選ぶ' }).check();
  await page.getByRole('button', { name: 'まとめて判定する' }).click();
  await page.getByRole('dialog').waitFor();
  const inDialog = await axe(page);
  await page.getByRole('button', { name: '影響なしにする' }).click();
  await page.getByRole('button', { name: '元に戻す' }).waitFor();

  expect({ inPalette, inMenu, inDialog, withToast: await axe(page), complaints }).toEqual({
    inPalette: [],
    inMenu: [],
    inDialog: [],
    withToast: [],
    complaints: [],
  });
});

test('the palette leads to a page by its reading', async () => {
  const page = await chromium.newPage();
  await open(page, '/products');

  await page.keyboard.press('/');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type('せってい');
  await page.keyboard.press('Enter');

  await expect.poll(() => new URL(page.url()).pathname).toBe('/settings');
  await expect.poll(() => page.title()).toBe('設定 · Mamori');
});

test('a condition is added and taken away by the keyboard alone, and stands in the address', async () => {
  const page = await chromium.newPage();
  await open(page, '/products');

  await page.getByRole('button', { name: '条件を足す' }).press('Enter');
  await page.getByRole('textbox', { name: '条件を探す' }).fill('しむけ');
  await expect.poll(() => page.getByRole('dialog').getByRole('listitem').count()).toBe(0);
  await page.getByRole('textbox', { name: '条件を探す' }).fill('仕向');
  await page.keyboard.press('Enter');
  const choices = page.getByRole('dialog', { name: '仕向地' }).getByRole('checkbox');
  // The first one gets the focus a moment after it opens; who is quicker would press that.
  await expect.poll(() => choices.first().evaluate((first) => first === document.activeElement)).toBe(true);
  await page.getByRole('checkbox', { name: 'EU' }).press('Space');
  await page.keyboard.press('Escape');

  await expect.poll(() => new URL(page.url()).search).toBe('?market=eu');
  await page.getByRole('button', { name: '条件「仕向地」を外す' }).press('Enter');
  await expect.poll(() => new URL(page.url()).search).toBe('');
});

test('a menu is walked by arrows, and Esc goes back to its button', async () => {
  const page = await chromium.newPage();
  await open(page, '/products');
  const button = page.getByRole('button', { name: '書き出す' });
  const focused = () => page.evaluate('document.activeElement?.textContent');

  await button.press('Enter');
  await expect.poll(focused).toContain('UTF-8');
  await page.keyboard.press('ArrowUp');
  await expect.poll(focused).toContain('XLSX');
  await page.keyboard.press('Escape');

  await expect.poll(focused).toBe('書き出す');
  await expect.poll(() => button.getAttribute('aria-expanded')).toBe('false');
});

test('the tree is walked by the keyboard, and what is open stands in the address', async () => {
  const page = await chromium.newPage();
  await open(page, '/products');
  const row = (name: string) => page.getByRole('row', { name });

  await row('家庭用カメラ').focus();
  await page.keyboard.press('ArrowRight');
  await row('MC-220').waitFor();
  await page.keyboard.press('ArrowDown');

  await expect.poll(() => row('MC-220').evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await row('家庭用カメラ').getAttribute('aria-expanded')).toBe('true');
  expect(decodeURIComponent(new URL(page.url()).search)).toBe('?open=家庭用カメラ');

  await page.keyboard.press('k');
  await expect.poll(() => row('家庭用カメラ').evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('j');
  await expect.poll(() => row('MC-220').evaluate((element) => element === document.activeElement)).toBe(true);

  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => new URL(page.url()).search).toBe('');
});

test('a row opens its panel, and Back closes it', async () => {
  const page = await chromium.newPage();
  await open(page, '/products/mr-1167');

  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'CVE-2023-38545' }).waitFor();
  expect(new URL(page.url()).search).toBe('?row=CVE-2023-38545');

  await page.goBack();
  await expect.poll(() => page.getByRole('region', { name: 'CVE-2023-38545' }).count()).toBe(0);
});

test('letters stay letters in a field, and can be switched off', async () => {
  const page = await chromium.newPage();
  await open(page, '/settings/people');

  await page.getByLabel('機種の名前').fill('');
  await page.getByLabel('機種の名前').pressSequentially('j/k?');
  expect(await page.getByLabel('機種の名前').inputValue()).toBe('j/k?');

  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('?');
  await page.getByRole('checkbox', { name: '1文字のショートカットを使う' }).uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
});

test('the language changes at once, without loading the page again', async () => {
  const page = await chromium.newPage();
  await open(page, '/products');
  await page.evaluate('globalThis.sameDocument = true');

  await page.getByRole('button', { name: 'English' }).click();

  await page.getByRole('heading', { name: 'Products', level: 1 }).waitFor();
  expect(await page.evaluate('document.documentElement.lang')).toBe('en');
  expect(await page.title()).toBe('Products · Mamori');
  expect(await page.evaluate('globalThis.sameDocument')).toBe(true);
});

test('a page that fails says what is safe, an address without a page says what to do', async () => {
  const page = await chromium.newPage();

  await open(page, '/settings/broken');
  expect(await page.getByRole('main').textContent()).toContain('保存した内容はそのままです');
  expect(await axe(page)).toEqual([]);

  await open(page, '/nowhere');
  expect(await page.getByRole('main').textContent()).toContain('このページは見つかりません');
  expect(await axe(page)).toEqual([]);
});

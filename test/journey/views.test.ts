import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { access } from '#access/contract';
import { axe, watchComplaints } from '../browser.ts';
import { settled } from './settled.ts';
import { aStage } from './stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const { house, open } = await aStage();
const analyst = await house.aSignedIn(['analyst']);
const reader = await house.aSignedIn(['reader'], { name: '森 千尋' });

const shot = async (page: Page, name: string) => {
  if (process.env.MAMORI_SHOTS)
    await page.screenshot({ path: path.join(process.env.MAMORI_SHOTS, `${name}.png`), fullPage: true });
};
const tabs = (page: Page) => page.getByRole('navigation', { name: /^(表示|どの脆弱性か)$/ });
const tab = (page: Page, name: string | RegExp) => tabs(page).getByRole('link', { name });
const isCurrent = (page: Page, name: string | RegExp) =>
  expect.poll(() => tab(page, name).getAttribute('aria-current')).toBe('page');
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const wordsOf = (page: Page) => new URL(page.url()).searchParams;

test('conditions are saved under a name, changed, overwritten, renamed, removed and brought back', async () => {
  const page = await open('/products', analyst);
  const complaints = watchComplaints(page);
  expect(await page.getByRole('button', { name: 'この条件で保存' }).count()).toBe(0);

  await page.getByRole('searchbox').fill('MC');
  await press(page, 'この条件で保存');
  const dialog = page.getByRole('dialog');
  await press(page, '表示を保存する');
  await dialog.getByText('表示の名前を書いてください。').waitFor();
  expect(await axe(page)).toEqual([]);
  await shot(page, 'view-save');
  await dialog.getByLabel('表示の名前').fill('カメラ');
  await press(page, '表示を保存する');
  await isCurrent(page, 'カメラ');
  expect(wordsOf(page).get('saved')).toBe('カメラ');
  expect(wordsOf(page).get('q')).toBe('MC');

  await page.getByRole('searchbox').fill('MC-2');
  await tab(page, 'カメラ変更あり').waitFor();
  await settled(page);
  expect(await axe(page)).toEqual([]);
  await shot(page, 'view-changed');
  await press(page, 'この条件で保存');
  await page.getByRole('menuitem', { name: '「カメラ」を上書きする' }).click();
  await page.getByText('表示「カメラ」をこの条件にしました').waitFor();
  await tab(page, 'すべて').click();
  await expect.poll(() => wordsOf(page).size).toBe(0);
  await tab(page, 'カメラ').click();
  await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('MC-2');

  await press(page, '表示「カメラ」の操作');
  await page.getByRole('menuitem', { name: '名前を変える' }).click();
  await dialog.getByLabel('表示の名前').fill('屋内カメラ');
  await press(page, '名前を変える');
  await isCurrent(page, '屋内カメラ');

  await press(page, '表示「屋内カメラ」の操作');
  await shot(page, 'view-menu');
  await page.getByRole('menuitem', { name: '削除する' }).click();
  await page.getByText('表示「屋内カメラ」を削除しました').waitFor();
  expect(await tab(page, '屋内カメラ').count()).toBe(0);
  await page.getByRole('status').getByRole('button', { name: '元に戻す' }).last().click();
  await isCurrent(page, '屋内カメラ');
  expect(complaints).toEqual([]);
});

test('a shared view is a tab for colleagues, and its link shows the same rows to everybody', async () => {
  const page = await open('/vulnerabilities?view=all&severity=critical', analyst);
  await press(page, 'この条件で保存');
  await page.getByLabel('表示の名前').fill('緊急だけ');
  await page.getByLabel('この一覧を見られる全員と共有する').check();
  await press(page, '表示を保存する');
  await isCurrent(page, /緊急だけ/);
  await page.getByRole('img', { name: '全員と共有中' }).waitFor();

  const other = await open('/vulnerabilities', reader);
  await tab(other, /緊急だけ/).click();
  await isCurrent(other, /緊急だけ/);
  expect(wordsOf(other).get('severity')).toBe('critical');
  expect(await other.getByRole('img', { name: '佐藤 美咲が共有' }).count()).toBe(1);
  expect(await other.getByRole('button', { name: '表示「緊急だけ」の操作' }).count()).toBe(0);
  await settled(other);
  expect(await axe(other)).toEqual([]);
  await shot(other, 'view-shared');
});

test('an administrator removes what a colleague shares, for everybody, and takes it back', async () => {
  const administrator = await house.aSignedIn(['administrator'], { name: '石井 徹' });
  const page = await open('/vulnerabilities?view=all&severity=critical', administrator);
  await tab(page, /緊急だけ/).click();
  await press(page, '表示「緊急だけ」の操作');
  expect(await page.getByRole('menuitem').allTextContents()).toEqual(['全員の一覧から削除する']);
  await shot(page, 'view-others');
  await page.getByRole('menuitem').click();
  await page.getByText('佐藤 美咲が共有した表示「緊急だけ」を削除しました').waitFor();
  const other = await open('/vulnerabilities', reader);
  const gone = await tab(other, /緊急だけ/).count();

  await page.getByRole('status').getByRole('button', { name: '元に戻す' }).last().click();
  await tab(page, /緊急だけ/).waitFor();

  expect(gone).toBe(0);
  const { items } = await house.callsOf(access, reader.cookie).listViews({});
  const attempt = house.callsOf(access, reader.cookie).removeSharedView({ id: items[0]?.id ?? '' });
  await expect(attempt).rejects.toMatchObject({ status: 403 });
});

test('a list without views of its own has tabs as soon as somebody has saved one', async () => {
  const page = await open('/products/tags', analyst);
  const top = async () => (await page.getByRole('table').boundingBox())?.y ?? 0;
  const [alone, place] = [await tabs(page).count(), await top()];
  await page.getByRole('searchbox').fill('WPA');
  await page.getByRole('button', { name: 'この条件で保存' }).waitFor();
  await settled(page);
  const asked = await top();
  await shot(page, 'view-first');
  await press(page, 'この条件で保存');
  await page.getByLabel('表示の名前').fill('無線LAN');
  await press(page, '表示を保存する');
  await isCurrent(page, '無線LAN');
  await shot(page, 'view-first-saved');

  expect({ alone, moved: asked - place }).toEqual({ alone: 0, moved: 0 });
  await tab(page, 'すべて').click();
  await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('');
});

test.each([
  ['/notices?show=unread', '未読'],
  ['/vulnerabilities/phrases?which=set', '決めたもの'],
  ['/products/mr-1167/1.4.7/compare?q=ssl', 'OpenSSL'],
  ['/products?view=part-numbers&q=MR', '型番'],
])('the conditions of %s are saved', async (address, name) => {
  const page = await open(address, analyst);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: '検索・移動・操作' }).fill('保存');
  await page.getByRole('option', { name: /この条件で保存|いまの表示を保存する/ }).click();
  await page.getByLabel('表示の名前').fill(`${name}の表示`);
  await press(page, '表示を保存する');

  await page.getByText(`表示「${name}の表示」を保存しました`).waitFor();
  const views = page.getByRole('link', { name: `${name}の表示` });
  await expect.poll(() => views.getAttribute('aria-current')).toBe('page');
  await page.goto(`${house.url}${address.replace(/\?.*/, '')}`);
  await views.click();
  const wanted = new URLSearchParams(address.split('?')[1]);
  await expect.poll(() => Object.fromEntries(wordsOf(page))).toMatchObject(Object.fromEntries(wanted));
});

test("a link with the name of a view that the reader has not shows the view's rows", async () => {
  const page = await open('/products?q=MC-2&saved=屋内カメラ', reader);

  await page.getByRole('row', { name: /MC-210/ }).waitFor();
  expect(await page.getByRole('row', { name: /MR-1167/ }).count()).toBe(0);
  await page.getByRole('button', { name: 'この条件で保存' }).waitFor();
});

test('columns are chosen by keyboard, stay after loading the page again, and travel with the address', async () => {
  const page = await open('/products', analyst);
  const head = (of: Page, name: string) => of.getByRole('columnheader', { name });
  await head(page, '最後のビルド').waitFor();

  await page.getByRole('button', { name: '列と行' }).press('Enter');
  const choice = page.getByRole('dialog', { name: '列と行' });
  expect(await choice.getByRole('checkbox', { name: /製品・機種・リリース/ }).isDisabled()).toBe(true);
  expect(await axe(page)).toEqual([]);
  await choice.getByRole('checkbox', { name: '最後のビルド' }).press('Space');
  await choice.getByRole('radio', { name: '詰める' }).press('Space');
  await shot(page, 'layout-open');
  await page.keyboard.press('Escape');
  await expect.poll(() => head(page, '最後のビルド').count()).toBe(0);
  const address = page.url();
  expect(wordsOf(page).get('columns')).not.toContain('rebuilt');

  await page.goto(`${house.url}/products`);
  await settled(page);
  expect(await head(page, '最後のビルド').count()).toBe(0);
  await expect.poll(() => page.url()).toBe(address);
  const height = await page.getByRole('row', { name: /MC-210/ }).evaluate((row) => row.getBoundingClientRect().height);
  expect(height).toBeLessThanOrEqual(33);
  await shot(page, 'layout-compact');

  const other = await open(address.replace(house.url, ''), reader);
  expect(await head(other, '最後のビルド').count()).toBe(0);
  const phone = await open(address.replace(house.url, ''), { ...reader, width: 'phone' });
  expect(await phone.getByRole('button', { name: '列と行' }).count()).toBe(0);
  await phone.getByText('直せる人がいない').waitFor();
  await shot(phone, 'layout-phone');

  await press(page, '列と行');
  await press(page, '最初の設定に戻す');
  await head(page, '最後のビルド').waitFor();
  await expect.poll(() => wordsOf(page).has('columns')).toBe(false);
});

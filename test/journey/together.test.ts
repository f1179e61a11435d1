import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
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
const row = (page: Page, name: string | RegExp) => page.getByRole('row', { name });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const choose = async (page: Page, name: string) => {
  await press(page, 'まとめて変更する');
  await page.getByRole('menuitem', { name }).click();
};
const tick = (page: Page, name: string) => page.getByRole('checkbox', { name: `${name}を選ぶ` });

test('models are ticked, the effect is told before, all change at once, and it is taken back', async () => {
  const page = await open('/products', analyst);
  const complaints = watchComplaints(page);
  await row(page, /MC-210/).focus();
  await page.keyboard.press('x');
  await tick(page, 'MC-230').click({ modifiers: ['Shift'] });
  await page.getByText('3件を選択中').waitFor();
  expect(await axe(page)).toEqual([]);
  await shot(page, 'together-ticked');

  await choose(page, 'セキュリティサポート終了日を決める');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('終了日').fill('2029-03-31');
  await dialog.getByText('3機種が変わります。').waitFor();
  await dialog.getByText('1機種は日が早まります：MC-230。理由を書いてください。').waitFor();
  await press(page, '3機種を変更する');
  await dialog.getByText('日を早める理由を書いてください。').waitFor();
  expect(await axe(page)).toEqual([]);
  await shot(page, 'together-support');
  await dialog.getByLabel('日を早める理由').fill('チップの供給が終わるため');
  await press(page, '3機種を変更する');
  await page.getByText('3機種を変更しました').waitFor();
  await expect.poll(() => row(page, /MC-230/).textContent()).toContain('2029年3月31日');
  expect(await page.getByText('件を選択中').count()).toBe(0);

  await page.getByRole('status').getByRole('button', { name: '元に戻す' }).last().click();
  await expect.poll(() => row(page, /MC-230/).textContent()).toContain('2030年9月30日');
  expect(complaints).toEqual([]);
});

test('all that match are taken, also where they are not shown', async () => {
  const page = await open('/products?open=-', analyst);
  await page.goto(`${house.url}/products?q=MR&open=-`);
  await settled(page);
  await page.getByRole('button', { name: 'Wi-Fiルーターを開く' }).click();
  await tick(page, 'MR-1167').check();
  await page.getByRole('button', { name: /^条件に合う\d+件すべてを選ぶ$/ }).click();
  await page.getByText('3件を選択中').waitFor();

  await choose(page, '技術タグを足す・外す');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('足すタグ').fill('TR-069');
  await page.keyboard.press('Enter');
  // What is offered goes away with the focus.
  await dialog.getByText('3機種を選択中').click();
  await dialog.getByText(/機種が変わります/).waitFor();
  await shot(page, 'together-tags');
  await dialog.getByRole('button', { name: /機種を変更する$/ }).click();
  await page.getByText(/機種を変更しました/).waitFor();
  await page.goto(`${house.url}/products?tag=TR-069`);
  await row(page, /MR-300/).waitFor();
});

test('releases of a model are ticked, get their state at once, and it is taken back', async () => {
  const page = await open('/products/mr-1167', analyst);
  const complaints = watchComplaints(page);
  const releases = page.getByRole('table', { name: 'リリース' });
  const stateOf = (version: string) => releases.getByRole('row', { name: new RegExp(`MR-1167 ${version}を選ぶ`) });
  await tick(page, 'MR-1167 1.4.7').check();
  await tick(page, 'MR-1167 1.4.6').check();
  await press(page, '状態を変更する');
  const dialog = page.getByRole('dialog');
  await press(page, '2リリースを変更する');
  await dialog.getByText('状態を選んでください。').waitFor();

  await dialog.getByRole('radio', { name: '終了' }).check();
  await dialog.getByText('2リリースが変わります。').waitFor();
  await dialog.getByText(/^うち2リリース（[\d,]+台）は出荷済みに数えなくなり/).waitFor();
  await dialog.getByLabel('終了日').fill('2020-01-01');
  await dialog.getByText(/^2リリースは終了日がリリース日より前になります：/).waitFor();
  expect(await dialog.getByRole('button', { name: '2リリースを変更する' }).isDisabled()).toBe(true);
  await dialog.getByLabel('終了日').fill('');
  expect(await axe(page)).toEqual([]);
  await shot(page, 'together-states');
  await press(page, '2リリースを変更する');

  await page.getByText('2リリースを「終了」にしました').waitFor();
  await expect.poll(() => stateOf('1.4.7').textContent()).toContain('終了');
  expect(await page.getByText('件を選択中').count()).toBe(0);
  await page.getByRole('status').getByRole('button', { name: '元に戻す' }).last().click();
  await expect.poll(() => stateOf('1.4.7').textContent()).toContain('出荷済み');
  expect(complaints).toEqual([]);
});

test('those that are ticked leave as a file', async () => {
  const page = await open('/products', analyst);
  await tick(page, 'MG-10').check();

  await press(page, '選んだ機種を書き出す');
  const coming = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'CSV (UTF-8)' }).click();
  const file = await readFile(await (await coming).path(), 'utf8');

  expect(file).toContain('MG-10');
  expect(file).not.toContain('MC-210');
});

test('who may only read has no ticks', async () => {
  const page = await open('/products', reader);

  await row(page, /MC-210/).waitFor();

  expect(await page.getByRole('checkbox').count()).toBe(0);
  await page.goto(`${house.url}/products/mr-1167`);
  await row(page, /1\.4\.7/).waitFor();
  expect(await page.getByRole('checkbox').count()).toBe(0);
});

test('on a phone a model is ticked by finger', async () => {
  const page = await open('/products', { ...analyst, width: 'phone' });
  await tick(page, 'MC-210').check();

  await page.getByText('1件を選択中').waitFor();

  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await shot(page, 'together-phone');
});

import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { intelligence } from '#intelligence/contract';
import { inventory } from '#inventory/contract';
import { axe, watchComplaints } from '../browser.ts';
import { aDocument, aPart } from '../sbom-bytes.ts';
import { cveFiles, ids, kevFile, nvdFile } from './record-files.ts';
import { settled } from './settled.ts';
import { aStage } from './stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const { house, open } = await aStage('empty');
const analyst = await house.aSignedIn(['analyst']);
const responsible = await house.aSignedIn(['responsible'], { name: '鈴木 一郎' });
const products = house.callsOf(inventory, analyst.cookie);
const modelId = await aRouter();

const shot = async (page: Page, name: string) => {
  if (process.env.MAMORI_SHOTS)
    await page.screenshot({ path: path.join(process.env.MAMORI_SHOTS, `${name}.png`), fullPage: true });
};
const row = (page: Page | Locator, name: string | RegExp) => page.getByRole('row', { name });
const press = (page: Page | Locator, name: string) => page.getByRole('button', { name, exact: true }).click();
const inToday = async (page: Page) => {
  await page.goto(`${house.url}/today`);
  await settled(page);
  const pressing = page.getByRole('table', { name: '新しい照合結果' });
  const names = await pressing.getByRole('link', { name: /^CVE-/ }).allTextContents();
  return names.map((name) => name.trim());
};
/** What the line says on the page of products, its counts included. */
const inProducts = async (page: Page) => {
  await page.goto(`${house.url}/products`);
  await settled(page);
  return row(page, /Wi-Fiルーター/)
    .first()
    .textContent();
};

test('several are ticked, what it does is told, all are decided, the counts drop, and it is taken back', async () => {
  const page = await open('/products/mr-1167/1.4.7', analyst);
  const complaints = watchComplaints(page);
  expect((await inToday(page)).length).toBeGreaterThan(1);
  await page.goto(`${house.url}/products/mr-1167/1.4.7`);
  await row(page, new RegExp(ids.busybox)).focus();
  await page.keyboard.press('x');
  await page.getByRole('checkbox', { name: `${ids.openssl}を選ぶ` }).check();
  await page.getByText('2件を選択中').waitFor();
  await page.keyboard.press('d');

  const dialog = page.getByRole('dialog', { name: '判定する' });
  await dialog.getByText('照合結果を2件選択しています').waitFor();
  await press(dialog, '判定する');
  await dialog.getByText('判定を選ぶと、閉じる件数が表示されます。').first().waitFor();
  await dialog.getByRole('radio', { name: /^影響なし/ }).check();
  await dialog.getByRole('radio', { name: /^脆弱なコードは実行されない/ }).check();
  await dialog.getByRole('radio', { name: /^機種の全リリース/ }).check();
  await dialog.getByText('2リリースの3件が閉じます。出荷台数は15,000台です。').waitFor();
  await dialog.getByText('選んだもの以外の1件にも適用されます。').waitFor();
  await press(dialog, '影響なしにする');
  await dialog.getByText('根拠の説明を選ぶか、書いてください。').waitFor();
  await dialog
    .getByLabel('根拠の説明', { exact: true })
    .selectOption({ label: '製品は、脆弱な関数を呼び出しません。' });
  expect(await axe(page)).toEqual([]);
  await shot(page, 'verdict-window');
  await press(dialog, '影響なしにする');

  await page.getByText('3件を「影響なし」にしました').waitFor();
  await page.keyboard.press('u');
  await page.getByText('元に戻しました').waitFor();
  await expect.poll(() => row(page, new RegExp(ids.openssl)).textContent()).toContain('未判定');
  expect(await inToday(page)).toContain(ids.openssl);
  expect(complaints).toEqual([]);
});

test('decided from the evidence of one: it leaves today and 製品, and the place tells who decided what and why', async () => {
  const page = await open('/today', analyst);
  const before = await inProducts(page);
  await page.goto(`${house.url}/products/mr-1167/1.4.7?row=${ids.openssl}`);
  const panel = page.getByRole('region', { name: `根拠 ${ids.openssl}` });
  await panel.getByText('だれもまだ判定していません。').waitFor();
  await press(panel, '判定する');
  const dialog = page.getByRole('dialog', { name: '判定する' });
  await dialog.getByRole('radio', { name: /^影響なし/ }).check();
  await dialog.getByRole('radio', { name: /^部品が入っていない/ }).check();
  await dialog.getByRole('radio', { name: /^機種の全リリース/ }).check();
  await dialog.getByLabel('根拠の説明（自由記述）').fill('起動用の試験部品だけにあり、出荷品に入りません。');
  await press(dialog, '影響なしにする');

  await page.getByText(/件を「影響なし」にしました/).waitFor();
  await panel.getByText('起動用の試験部品だけにあり、出荷品に入りません。').waitFor();
  await panel.getByText('佐藤 美咲').first().waitFor();
  await shot(page, 'verdict-panel');
  expect(await axe(page)).toEqual([]);
  expect(await inToday(page)).not.toContain(ids.openssl);
  await expect.poll(() => inProducts(page)).not.toBe(before);
  await page.goto(`${house.url}/products/mr-1167/1.4.7?standing=closed`);
  await expect.poll(() => row(page, new RegExp(ids.openssl)).textContent()).toMatch(/該当.*影響なし/);
});

test('a later release inherits it, to be confirmed; confirmed, it closes there too', async () => {
  await aRelease('1.6.0', 1_000, [aPart('openssl', '1.1.1k')]);
  await house.drain();
  const page = await open('/today', analyst);
  const waiting = page.getByRole('region', { name: '判定の確認と承認' });
  await waiting.getByText('引き継いだ判定の確認').waitFor();
  await shot(page, 'verdict-today');
  await waiting.getByRole('link', { name: '引き継ぎを確認する' }).click();
  await row(page, /MR-1167 1\.6\.0/).waitFor();
  await shot(page, 'verdict-inherited');
  expect(await axe(page)).toEqual([]);

  await page.getByRole('checkbox', { name: new RegExp(`${ids.openssl} MR-1167 1\\.6\\.0を選ぶ`) }).check();
  await press(page, '確認する');
  await page.getByText('1件の引き継ぎを確認しました').waitFor();
  await page.getByText('確認が必要な引き継ぎはありません。').waitFor();
  await inToday(page);
  expect(await waiting.count()).toBe(0);
});

test('the responsible person sees what was decided today, signs it, and revokes with a reason', async () => {
  const page = await open('/today', responsible);
  await page.getByRole('link', { name: '日次一覧を見る' }).click();
  const events = page.getByRole('table', { name: 'この日の判定' });
  await row(events, /引き継ぎの確認/).waitFor();
  await press(page, '確認して署名する');
  await page.getByText('すべての行に署名があります。').waitFor();
  await shot(page, 'verdict-day');
  expect(await axe(page)).toEqual([]);

  await page.goto(`${house.url}/vulnerabilities`);
  await page.getByRole('link', { name: '判定', exact: true }).click();
  await page
    .getByRole('checkbox', { name: `${ids.openssl}を選ぶ` })
    .first()
    .check();
  await shot(page, 'verdict-list');
  await press(page, '取り消す');
  const dialog = page.getByRole('dialog', { name: '判定を取り消す' });
  await dialog.getByLabel('理由').fill('出荷品に残っていた');
  await press(dialog, '取り消す');
  await page.getByText(/^取り消しました。/).waitFor();
  expect(await inToday(page)).toContain(ids.openssl);
});

async function aRouter(): Promise<string> {
  const { id: lineId } = await products.createLine({ name: 'Wi-Fiルーター' });
  const { id } = await products.createModel({ lineId, name: 'MR-1167', kind: 'device' });
  await aRelease('1.4.7', 12_000, [aPart('openssl', '1.1.1k'), aPart('busybox', '1.33.2')], id);
  await aRelease('1.5.0', 3_000, [aPart('openssl', '1.1.1l'), aPart('busybox', '1.33.2')], id);
  const records = house.callsOf(intelligence, analyst.cookie);
  for (const { name, buffer } of [...cveFiles, nvdFile, kevFile])
    await records.importRecords({ file: new File([buffer], name) });
  await house.drain();
  return id;
}

async function aRelease(version: string, units: number, parts: Parameters<typeof aDocument>[0], model = modelId) {
  const { id } = await products.createRelease({ modelId: model, version, state: 'shipped', releasedOn: '2026-09-01' });
  await products.createShipment({ releaseId: id, month: '2026-10', region: 'JP', units });
  await products.uploadSbom({ id, file: new File([JSON.stringify(aDocument(parts))], `${version}.cdx.json`) });
}

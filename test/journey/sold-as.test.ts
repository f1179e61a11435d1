import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { writeCsv } from '#formats/csv';
import { inventory } from '#inventory/contract';
import { axe } from '../browser.ts';
import { aStage } from './stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const { house, open } = await aStage('empty');
const analyst = await house.aSignedIn(['analyst']);
const reader = await house.aSignedIn(['reader'], { name: '森 千尋' });
const calls = house.callsOf(inventory, analyst.cookie);
const { id: lineId } = await calls.createLine({ name: '家庭用カメラ' });
const camera = await calls.createModel({ lineId, name: 'MC-220', kind: 'device' });
await calls.createModel({ lineId, name: 'MG-10', kind: 'device' });
const release = await calls.createRelease({ modelId: camera.id, version: '2.4.1', state: 'shipped' });

const shot = async (page: Page, name: string) => {
  if (process.env.MAMORI_SHOTS)
    await page.screenshot({ path: path.join(process.env.MAMORI_SHOTS, `${name}.png`), fullPage: true });
};
const row = (page: Page, name: string | RegExp) => page.getByRole('row', { name });
const csv = (name: string, rows: string[][]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(writeCsv(rows, { encoding: 'cp932' })),
});

test('a name at a new partner is written down on the model, stands with its contact, and finds our model', async () => {
  const page = await open('/products/mc-220', analyst);
  await page.getByText('自社の名前だけで販売しています。').waitFor();
  await page.getByRole('button', { name: '名前を足す' }).click();
  const form = page.getByRole('dialog', { name: '名前を足す' });
  await form.getByRole('button', { name: '足す', exact: true }).click();
  await form.getByText('「取引先」を入力してください。').first().waitFor();
  await form.getByLabel('取引先', { exact: true }).click();
  await page.getByRole('option', { name: '取引先を足す' }).click();
  await form.getByLabel('会社名').fill('トウコウ商事株式会社');
  await form.getByLabel('窓口').fill('商品部 品質窓口');
  await form.getByLabel('メール').fill('quality@toko.example.jp');
  await form.getByLabel('取引先での名前').fill('TokoCam T2');
  await form.getByLabel('取引先の型番').fill('TKC-T2、TKC-T2B');
  await form.getByLabel('仕向地').fill('JP');
  await form.getByLabel('開始').fill('2023-08-01');
  await form.getByRole('button', { name: '足す', exact: true }).click();
  await page.getByText('TokoCam T2を足しました').waitFor();
  await shot(page, 'model-names');

  await page.getByRole('link', { name: 'トウコウ商事株式会社' }).click();
  await page.getByRole('heading', { level: 1, name: 'ブランドと取引先' }).waitFor();
  await expect
    .poll(() => row(page, /TokoCam T2/).textContent())
    .toMatch(/TKC-T2、TKC-T2B.*OEM.*MC-220.*商品部 品質窓口quality@toko\.example\.jp.*日本.*2023年8月1日から/);
  expect(await page.getByRole('link', { name: 'quality@toko.example.jp' }).getAttribute('href')).toBe(
    'mailto:quality@toko.example.jp',
  );
  await shot(page, 'sold-as');
  expect(await axe(page)).toEqual([]);

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: '検索・移動・操作' }).fill('ｔｏｋｏｃａｍ');
  await page.getByRole('option', { name: /TokoCam T2.*トウコウ商事株式会社 \/ MC-220/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'MC-220' }).waitFor();
});

test('the model of an ODM is written down from the side of the partners, taken back once, and stays', async () => {
  const page = await open('/products/sold-as', analyst);
  const write = async () => {
    await page.getByRole('button', { name: '名前を足す' }).click();
    const form = page.getByRole('dialog', { name: '名前を足す' });
    await form.getByLabel('自社の機種', { exact: true }).fill('mg');
    await page.getByRole('option', { name: 'MG-10' }).click();
    await form.getByRole('radio', { name: '他社の機種を自社ブランドで（ODM）' }).check();
    await form.getByLabel('取引先', { exact: true }).fill('fjord');
    await page.getByRole('option', { name: 'Fjord Components Oy' }).click();
    await form.getByLabel('取引先での名前').fill('FC-IG2');
    await form.getByRole('button', { name: '足す', exact: true }).click();
    await page.getByText('FC-IG2を足しました').waitFor();
  };
  await page.getByRole('button', { name: '取引先を足す' }).click();
  const partner = page.getByRole('dialog', { name: '取引先を足す' });
  await partner.getByLabel('会社名').fill('Fjord Components Oy');
  await partner.getByLabel('窓口').fill('Product Security');
  await partner.getByRole('button', { name: '足す', exact: true }).click();
  await row(page, /Fjord Components Oy/).waitFor();

  await write();
  await row(page, /FC-IG2/).waitFor();
  await page.getByRole('button', { name: '元に戻す' }).last().click();
  await row(page, /FC-IG2/).waitFor({ state: 'hidden' });
  await write();
  await expect.poll(() => row(page, /FC-IG2/).textContent()).toMatch(/ODM.*MG-10.*Product Security/);
  await row(page, /FC-IG2/)
    .getByRole('link', { name: 'MG-10' })
    .click();
  await page.getByRole('heading', { level: 1, name: 'MG-10' }).waitFor();
  await expect.poll(() => row(page, /FC-IG2/).textContent()).toMatch(/ODM.*Fjord Components Oy/);
});

test('shipments come from a file: what is wrong by row, what would change, totals on the release, and back', async () => {
  const page = await open('/products/mc-220/2.4.1?tab=shipments', analyst);
  await page.getByText('出荷はまだ記録されていません。').waitFor();
  await page.getByRole('link', { name: 'ファイルから取り込む' }).click();
  await page.getByRole('heading', { level: 1, name: '台帳のファイル' }).waitFor();
  expect(page.url()).toContain('register=shipments');
  const put = (name: string, rows: string[][]) =>
    page.locator('input[type=file]').setInputFiles(csv(name, [['製品名', '版', '出荷月', '出荷国', '数量'], ...rows]));

  await put('誤り.csv', [
    ['MC-220', '9.9', '2026-10', '日本', '1200'],
    ['MC-220', '2.4.1', '2026年10月', '火星', 'たくさん'],
  ]);
  await page.getByText('直すところが3件あります').waitFor();
  await page.getByText('この機種にその版はありません。').waitFor();
  await expect.poll(() => row(page, /火星/).textContent()).toMatch(/^3.*出荷国.*火星.*この仕向地はありません。/);
  await shot(page, 'files-errors');
  expect(await page.getByRole('button', { name: /件を取り込む/ }).count()).toBe(0);

  await put('出荷_2026年10月.csv', [
    ['MC-220', '2.4.1', '2026-10', '日本', '1,200'],
    ['ｍｃ-220', '2.4.1', '2026年10月', 'ドイツ', '300'],
  ]);
  await page.getByText('2件を登録し、0件を変更します。').waitFor();
  await expect.poll(() => row(page, /2026-10 DE/).textContent()).toMatch(/年月：2026年10月.*仕向地：ドイツ.*台数：300/);
  await shot(page, 'files-preview');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: '2件を取り込む' }).click();
  await page.getByText('2件を取り込みました').waitFor();
  await expect.poll(() => row(page, /出荷_2026年10月/).textContent()).toMatch(/2 \/ 0.*取り込み済み/);

  const ofRelease = await open('/products/mc-220/2.4.1?tab=shipments', analyst);
  await ofRelease.getByText('合計1,500台').first().waitFor();
  await shot(ofRelease, 'shipments');
  expect((await calls.getRelease({ id: release.id })).tally.units).toBe(1_500);

  await page.getByRole('button', { name: '出荷_2026年10月.csvの取り込みを元に戻す' }).click();
  await page.getByText('2件の取り込みを元に戻しました').waitFor();
  expect((await calls.getRelease({ id: release.id })).tally.units).toBe(0);
});

test('the technologies come from a file that is led to from their page, and are taken back', async () => {
  await calls.createTag({ name: 'WPA2', note: '' });
  const page = await open('/products/tags', analyst);
  await page.getByRole('link', { name: 'ファイルから取り込む' }).click();
  await page.getByRole('heading', { level: 1, name: '台帳のファイル' }).waitFor();
  expect(page.url()).toContain('register=tags');

  const rows = [
    ['技術タグ', '備考'],
    ['wpa2', '工場出荷時の設定'],
    ['onvif', '監視カメラ'],
  ];
  await page.locator('input[type=file]').setInputFiles(csv('技術タグ.csv', rows));
  await page.getByText('1件を登録し、1件を変更します。').waitFor();
  await expect.poll(() => row(page, /WPA2/).textContent()).toMatch(/備考：.*工場出荷時の設定/);
  await shot(page, 'files-tags');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: '2件を取り込む' }).click();
  await page.getByText('2件を取り込みました').waitFor();
  const listed = async () => (await calls.listTags({})).items.map(({ name, note }) => `${name} ${note}`);
  expect(await listed()).toEqual(['ONVIF 監視カメラ', 'WPA2 工場出荷時の設定']);

  await page.getByRole('button', { name: '技術タグ.csvの取り込みを元に戻す' }).click();
  await page.getByText('2件の取り込みを元に戻しました').waitFor();
  expect(await listed()).toEqual(['WPA2 ']);
});

test('whoever may only read takes every register along, in both languages', async () => {
  const page = await open('/products/files?register=sold-as', { cookie: reader.cookie, language: 'en' });
  await page.getByText('Every register can be taken along as a file.').waitFor();
  expect(await page.locator('input[type=file]').count()).toBe(0);
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: /UTF-8/ }).click(),
  ]);
  const [head = '', ...rows] = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
  expect(head).toMatch(/Model,Partner,Direction,Name at the partner/);
  expect(rows.sort().map((line) => line.split(',').slice(0, 4).join())).toEqual([
    'MC-220,トウコウ商事株式会社,Ours under their brand,TokoCam T2',
    'MG-10,Fjord Components Oy,Theirs under our brand,FC-IG2',
  ]);
});

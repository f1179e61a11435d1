import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { inventory } from '#inventory/contract';
import { axe } from '../browser.ts';
import { aDocument } from '../sbom-bytes.ts';
import { aStage } from './stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const { house, open } = await aStage('empty');
const analyst = await house.aSignedIn(['analyst']);
const calls = house.callsOf(inventory, analyst.cookie);
const line = await calls.createLine({ name: 'Wi-Fiルーター' });
const router = await calls.createModel({ lineId: line.id, name: 'MR-1167', kind: 'device' });
const board = await calls.createModel({ lineId: line.id, name: '通信基板', kind: 'module' });

const shot = async (page: Page, name: string) => {
  if (process.env.MAMORI_SHOTS)
    await page.screenshot({ path: path.join(process.env.MAMORI_SHOTS, `${name}.png`), fullPage: true });
};
const row = (page: Page, name: string | RegExp) => page.getByRole('row', { name });

test('a release gets its hardware and the hash of its firmware, moves its address, and goes back by one undo', async () => {
  await calls.createRelease({ modelId: router.id, version: '1.4.7', state: 'in-development' });
  const page = await open('/products/mr-1167/1.4.7', analyst);
  await page.getByRole('button', { name: 'MR-1167 1.4.7のほかの操作' }).click();
  await page.getByRole('menuitem', { name: 'リリースを変更する' }).click();
  const form = page.getByRole('dialog', { name: 'MR-1167 1.4.7を変更する' });
  await form.getByLabel('状態').selectOption('出荷済み');
  await form.getByLabel('リリース日').fill('2026-03-18');
  await form.getByLabel('ハードウェア版').selectOption('ハードウェア版を足す');
  const firmware = Buffer.from('firmware');
  await form
    .locator('input[type=file]')
    .setInputFiles({ name: 'mr1167-1.4.7.bin', mimeType: 'application/octet-stream', buffer: firmware });
  await expect
    .poll(() => form.getByLabel('SHA-256').inputValue())
    .toBe(createHash('sha256').update(firmware).digest('hex'));
  await form.getByRole('button', { name: '保存する' }).click();
  await form.getByText('ハードウェア版の名前を書いてください。').first().waitFor();
  await form.getByLabel('ハードウェア版の名前').fill('Rev. B');
  expect(await axe(page)).toEqual([]);
  await form.getByRole('button', { name: '保存する' }).click();

  await page.getByText('出荷済み（2026年3月18日）').waitFor();
  await page.getByText('mr1167-1.4.7.bin').waitFor();
  expect(decodeURIComponent(new URL(page.url()).pathname)).toBe('/products/mr-1167/1.4.7@rev.-b');
  await page.getByRole('link', { name: '履歴', exact: true }).click();
  await page.getByText('状態：開発中 → 出荷済み').waitFor();
  await page.getByRole('button', { name: '元に戻す' }).last().click();
  await page.getByText('開発中のリリースです。').waitFor();
  await page.waitForURL(/\/1\.4\.7$|\/1\.4\.7\?/);
});

test('two people change one release: the later is told what the other has changed', async () => {
  const { id, revision } = await calls.createRelease({ modelId: router.id, version: '1.5.0', state: 'shipped' });
  const page = await open('/products/mr-1167/1.5.0', analyst);
  await page.getByRole('button', { name: 'MR-1167 1.5.0のほかの操作' }).click();
  await page.getByRole('menuitem', { name: 'リリースを変更する' }).click();
  await calls.updateRelease({ id, revision, version: '1.5.0', state: 'shipment-stopped' });
  const form = page.getByRole('dialog');
  await form.getByLabel('備考').fill('電源の不具合');
  await form.getByRole('button', { name: '保存する' }).click();
  await form.getByText('ほかの人が先に変更しました。').waitFor();
  await form.getByText(/佐藤 美咲（.*）: 状態/).waitFor();
  await form.getByRole('button', { name: 'いまの内容を見る' }).click();
  await page.getByText('出荷を止めているリリースです。').waitFor();
});

test('a module is put in, its components count, and it is taken out again', async () => {
  const module = await calls.createRelease({ modelId: board.id, version: '4.2.1', state: 'shipped' });
  const file = new File([JSON.stringify(aDocument([{ name: 'hostapd', version: '2.10' }]))], 'board.cdx.json');
  await calls.uploadSbom({ id: module.id, file });
  await calls.createRelease({ modelId: router.id, version: '1.6.0', state: 'shipped' });
  const page = await open('/products/mr-1167/1.6.0?tab=modules', analyst);
  await page.getByRole('button', { name: 'モジュールを足す' }).click();
  const form = page.getByRole('dialog', { name: 'モジュールを足す' });
  await form.getByLabel('モジュールのリリース').fill('通信');
  await page.getByRole('option', { name: '通信基板 4.2.1' }).click();
  await form.getByRole('button', { name: '足す' }).click();
  await page.getByText('出荷済みのリリースです。部品1件のうち1件は身元が分かりません。').waitFor();
  await expect.poll(() => row(page, /通信基板/).textContent()).toMatch(/出荷済み.*直接.*1/);
  await page.getByRole('link', { name: '部品1' }).first().click();
  await expect.poll(() => row(page, /hostapd/).textContent()).toMatch(/モジュール.*通信基板 4\.2\.1/);

  await page.getByRole('link', { name: '構成1' }).click();
  await row(page, /通信基板/).hover();
  await page.getByRole('button', { name: '通信基板 4.2.1を外す' }).click();
  await page.getByText('モジュールは含まれていません。').waitFor();
  await page.getByRole('button', { name: '元に戻す' }).last().click();
  await row(page, /通信基板/).waitFor();
});

test('shipments are written down by month and region and summed, and kernel evidence is attached', async () => {
  await calls.createRelease({ modelId: router.id, version: '1.7.0', state: 'shipped' });
  const page = await open('/products/mr-1167/1.7.0?tab=shipments', analyst);
  for (const [region, units] of [
    ['日本', '12,000'],
    ['DE', '８５０'],
  ] as const) {
    await page.getByRole('button', { name: '出荷を足す' }).click();
    const form = page.getByRole('dialog', { name: '出荷を足す' });
    await form.getByLabel('年月').fill('2026-10');
    await form.getByLabel('仕向地').fill(region);
    await form.getByLabel('台数').fill(units);
    await form.getByRole('button', { name: '足す' }).click();
    await form.waitFor({ state: 'detached' });
  }
  await page.getByText('合計12,850台').first().waitFor();
  await expect.poll(() => row(page, /ドイツ/).textContent()).toMatch(/2026年10月ドイツ850/);
  await shot(page, 'release-shipments');

  await page.getByRole('link', { name: 'カーネルの構成情報0' }).click();
  const config =
    '# Linux/arm 6.1.38 Kernel Configuration\nCONFIG_NET=y\nCONFIG_TIPC=m\n# CONFIG_SMB_SERVER is not set\n';
  await page
    .locator('[name=kernel-config]')
    .setInputFiles({ name: '.config', mimeType: 'text/plain', buffer: Buffer.from(config) });
  await page.getByText('.configを追加しました').waitFor();
  await page.getByText('6.1.38').waitFor();
  await shot(page, 'release-evidence');
  await page
    .locator('[name=module-symvers]')
    .setInputFiles({ name: '写真.png', mimeType: 'image/png', buffer: Buffer.from([1, 2, 3, 0]) });
  await page.getByText('写真.pngをこの種類のファイルとして読み取れませんでした。').waitFor();
  expect(await axe(page)).toEqual([]);
});

test('a release that is removed leaves a way back', async () => {
  await calls.createRelease({ modelId: router.id, version: '0.9.0', state: 'in-development' });
  const page = await open('/products/mr-1167/0.9.0', analyst);
  await page.getByRole('button', { name: 'MR-1167 0.9.0のほかの操作' }).click();
  await page.getByRole('menuitem', { name: 'このリリースを外す' }).click();
  await page.getByText('MR-1167 0.9.0を外しました').waitFor();
  await page.getByRole('heading', { level: 1, name: 'このリリースは見つかりません' }).waitFor();
  await page.getByRole('button', { name: '元に戻す' }).last().click();
  await page.getByRole('heading', { level: 1, name: /0\.9\.0/ }).waitFor();
});

test('a version on several hardware revisions is chosen from, on each of its pages', async () => {
  for (const name of ['LAN', '4G']) {
    const { id: hardwareId } = await calls.createHardware({ modelId: router.id, name });
    await calls.createRelease({ modelId: router.id, hardwareId, version: '3.2.0', state: 'shipped' });
  }
  const page = await open('/products/mr-1167/3.2.0?tab=components', analyst);
  await page.getByRole('heading', { level: 1, name: 'MR-1167　3.2.0', exact: true }).waitFor();
  await page.getByText('3.2.0 は2つのハードウェア版にあります。見るものを選んでください。').waitFor();
  expect(await row(page, /LAN/).textContent()).toBe('LAN出荷済み–');
  await shot(page, 'release-choice');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('link', { name: 'LAN', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'MR-1167　3.2.0　LAN', exact: true }).waitFor();
  expect(decodeURIComponent(page.url())).toMatch(/\/3\.2\.0@lan\?tab=components$/);

  await page.goto(`${house.url}/products/mr-1167/3.2.0/compare`);
  await page.getByRole('link', { name: '4G', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /→ 3\.2\.0 4G$/ }).waitFor();

  await page.goto(`${house.url}/products/mr-1167/3.2.1`);
  await page.getByRole('heading', { level: 1, name: 'このリリースは見つかりません' }).waitFor();
});

test.each([
  ['/products/mr-1167', '機種'],
  ['/products/mr-1167/1.5.0', 'リリース'],
  ['/products/mr-1167/1.5.0/compare', '比較'],
])('what cannot be loaded is still called what it is: %s', async (address, name) => {
  const page = await open('/products', analyst);
  const body = JSON.stringify({ title: 'Internal error', detail: '', status: 500, code: 'internal' });
  await page.route('**/api/products/models/**', (route) =>
    route.fulfill({ status: 500, contentType: 'application/problem+json', body }),
  );
  await page.goto(house.url + address);
  await page.getByText('読み込めませんでした。').waitFor();
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  await page.getByRole('button', { name: '読み込み直す' }).waitFor();
});

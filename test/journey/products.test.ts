import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { writeCsv } from '#formats/csv';
import { axe } from '../browser.ts';
import { aStage } from './stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const { house, open } = await aStage();
const empty = await aStage('empty');
const analyst = await house.aSignedIn(['analyst']);
const reader = await house.aSignedIn(['reader'], { name: '森 千尋' });
const first = await empty.house.aSignedIn(['analyst']);

const shot = async (page: Page, name: string) => {
  if (process.env.MAMORI_SHOTS)
    await page.screenshot({ path: path.join(process.env.MAMORI_SHOTS, `${name}.png`), fullPage: true });
};
const row = (page: Page, name: string | RegExp) => page.getByRole('row', { name });

test('the list answers what we make, who answers for it and until when it is supported', async () => {
  const page = await open('/products', analyst);

  await page.getByText('3シリーズ・8機種・21型番があります。ほかにアプリとサービスが2件あります。').waitFor();
  await expect
    .poll(() => row(page, /MC-210/).textContent())
    .toMatch(/屋内.*日本.*あと\d+か月.*小野 真理.*副担当 松本 葵/);
  await expect
    .poll(() => row(page, /MR-300/).textContent())
    .toMatch(/後継 MR-1167.*2023年3月31日.*終了済み.*2021年6月.*直せる人がいない.*いません/);
  await shot(page, 'products');

  await page.getByRole('link', { name: /主担当・部品表・サポート期間がない/ }).click();
  await expect.poll(() => page.getByRole('treegrid').textContent()).not.toContain('MC-220');
  expect(page.url()).toContain('missing=owner,support,sbom');
  await page.getByRole('searchbox').fill('ｍｃ－９');
  await page.getByText('条件に合う製品はありません。').waitFor();
  await page.getByRole('link', { name: '条件をすべて外す' }).click();
  await row(page, /MC-210/).waitFor();

  await page.getByRole('link', { name: /型番から探す/ }).click();
  await page.getByRole('searchbox').fill('ｔｋｃ');
  await page.getByRole('link', { name: 'TKC-T2' }).click();
  await page.getByRole('heading', { level: 1, name: 'MC-220' }).waitFor();
});

test('by keyboard alone: a line is closed and opened, a model is reached', async () => {
  const page = await open('/products', analyst);
  await row(page, /MC-210/).waitFor();

  await row(page, /家庭用カメラ/).focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => page.getByRole('treegrid').textContent()).not.toContain('MC-210');
  await page.keyboard.press('ArrowRight');
  await row(page, /MC-210/).waitFor();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'MC-210' }).waitFor();
});

test('the releases of a model come when it is opened, and lead to their pages', async () => {
  const { id: modelId } = (await (await analyst.fetch('/api/products/models/mg-10')).json()) as { id: string };
  const write = (version: string, state: string, releasedOn: string) =>
    analyst.fetch('/api/releases', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: house.url },
      body: JSON.stringify({ modelId, version, state, releasedOn }),
    });
  for (const answer of [
    await write('90.1', 'shipped', '2024-03-18'),
    await write('90.2', 'in-development', '2099-12-15'),
  ])
    expect(answer.status).toBe(200);
  const page = await open('/products', analyst);

  await row(page, /MG-10/).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => row(page, /90\.1/).textContent()).toMatch(/2024年3月18日.*出荷済み.*部品表なし/);
  await expect.poll(() => row(page, /90\.2/).textContent()).toMatch(/2099年12月予定.*開発中/);
  const addressOf = (name: string) => page.getByRole('link', { name, exact: true }).getAttribute('href');
  expect(await addressOf('90.1')).toBe('/products/mg-10/90.1');
  expect(await addressOf('部品表なし（MG-10 90.1）')).toBe('/products/mg-10/90.1?tab=sbom');
  await shot(page, 'products-releases');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => row(page, /90\.1/).count()).toBe(0);

  await page.getByRole('button', { name: /^セキュリティ.?サポート終了$/ }).click();
  await expect.poll(() => page.url()).toContain('sort=security-end');
  expect(await page.getByRole('columnheader', { name: /セキュリティ.?サポート終了/ }).getAttribute('aria-sort')).toBe(
    'ascending',
  );
});

test('a model says whether it can still be built, and what is missing is written down', async () => {
  const page = await open('/products/mr-300', analyst);
  await page.getByText('最後のビルドは2021年6月です。').waitFor();
  await page.getByText('ビルド環境、署名鍵を預かる担当、ビルドできる人が分かりません。').waitFor();

  await page.getByRole('button', { name: 'いまもビルドできるか：変更する' }).click();
  const form = page.getByRole('dialog', { name: 'MR-300のビルド' });
  await form.getByLabel('ビルド環境').fill('古いノートPC（資産番号 1187）');
  await form.getByLabel('署名鍵を預かる担当').fill('リリース');
  await page.getByRole('option', { name: /リリース判定/ }).click();
  await shot(page, 'building-form');
  await form.getByRole('button', { name: '保存する' }).click();
  await page.getByText(/年以上たっています。ビルドできる人が分かりません。$/).waitFor();
  await page.getByText('品質保証部 リリース判定 西村 亮').waitFor();
  await shot(page, 'model-building');
  await page.getByRole('button', { name: '元に戻す' }).last().click();
  await page.getByText('ビルド環境、署名鍵を預かる担当、ビルドできる人が分かりません。').waitFor();
});

test('technologies are named on a model, listed, and taken along as keywords', async () => {
  const page = await open('/products/mc-230', analyst);
  await page.getByRole('button', { name: '変更する', exact: true }).first().click();
  const form = page.getByRole('dialog', { name: 'MC-230を変更する' });
  await form.getByLabel('技術タグ').fill('ｕｐｎｐ');
  await page.keyboard.press('Enter');
  await form.getByText('後継機種').scrollIntoViewIfNeeded();
  await shot(page, 'model-tags');
  await form.getByRole('button', { name: '保存する' }).click();
  await page.getByRole('link', { name: 'UPnP' }).click();
  await page.getByRole('treegrid').waitFor();
  expect(page.url()).toContain('tag=UPnP');
  await row(page, /MC-230/).waitFor();

  await page.getByRole('link', { name: '技術タグ', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '技術タグ' }).waitFor();
  await page.getByRole('button', { name: '技術タグを足す' }).click();
  const added = page.getByRole('dialog', { name: '技術タグを足す' });
  await added.getByLabel('技術タグ').fill('telnet');
  await added.getByRole('button', { name: '保存する' }).click();
  await page.getByText('「Telnet」はもう一覧にあります。').waitFor();
  await added.getByLabel('技術タグ').fill('みはりリンク');
  await added.getByRole('button', { name: '保存する' }).click();
  await page.getByText('「みはりリンク」を足しました').waitFor();
  await row(page, /みはりリンク/).hover();
  await page.getByRole('button', { name: 'みはりリンクの操作' }).click();
  await page.getByRole('menuitem', { name: '一覧から外す' }).click();
  await page.getByText('「みはりリンク」を外しました').waitFor();
  await shot(page, 'tags');

  await page.getByRole('button', { name: 'JPCERT/CCへ登録するキーワード' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: /CSV/ }).click(),
  ]);
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
  expect(lines).toEqual(expect.arrayContaining(['ONVIF', 'UPnP', 'WPA2']));
  expect(lines.every((line) => !line.includes(','))).toBe(true);
});

test('the first product is registered with its line, changed and taken back', async () => {
  const page = await empty.open('/products', first);
  await page.getByText('製品はまだ登録されていません。').first().waitFor();
  await shot(page, 'products-empty');

  await page.getByRole('button', { name: '製品を登録する' }).first().click();
  await page.getByRole('button', { name: '登録する', exact: true }).click();
  await page.getByText('直すところが2件あります').waitFor();
  await shot(page, 'product-form');
  const form = page.getByRole('dialog', { name: '製品を登録する' });
  await form.getByLabel('新しいシリーズの名前').fill('家庭用カメラ');
  await form.getByLabel('機種の名前または番号').fill('MC-220');
  await form.getByLabel('仕向地').fill('日本、ドイツ');
  await form.locator('[name=numbers]').fill('MC-220-W, 白\nMC-220-K, 黒');
  await form.getByLabel('セキュリティサポート終了').fill('2031-03-31');
  await page.getByRole('button', { name: '登録する', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'MC-220' }).waitFor();
  await page.getByText('MC-220を登録しました').waitFor();
  await page.getByText('日本・ドイツ').waitFor();

  await page.getByRole('button', { name: 'セキュリティサポート終了の日を変更する' }).click();
  await page.getByLabel('終了日（空欄は未定）').fill('2030-03-31');
  await page.getByRole('button', { name: '保存する' }).click();
  await page.getByText('日を早める理由を書いてください。').waitFor();
  await page.getByLabel('理由').fill('部品の供給終了');
  await shot(page, 'support-date');
  await page.getByRole('button', { name: '保存する' }).click();
  await page.getByText('2030年3月31日').first().waitFor();
  await page.getByText('変更の履歴').click();
  await page.getByText('セキュリティサポート終了：2031年3月31日 → 2030年3月31日').waitFor();
  await shot(page, 'model');

  await page.getByRole('button', { name: 'MC-220のほかの操作' }).click();
  await page.getByRole('menuitem', { name: 'この機種を外す' }).click();
  await page.getByText('MC-220を外しました').waitFor();
  await page.getByRole('button', { name: '元に戻す' }).last().click();
  await page.getByText('MC-220-W').waitFor();
});

test('who answers for one division registers for it, and changes nothing that belongs to all', async () => {
  const camera = await house.db
    .selectFrom('division')
    .select('id')
    .where('name', '=', 'カメラ事業部')
    .executeTakeFirstOrThrow();
  const contact = await house.aSignedIn(['contact'], { name: '松本 葵', divisionId: camera.id });
  const page = await open('/products', contact);
  expect(await page.getByRole('button', { name: '家庭用カメラの操作' }).count()).toBe(0);
  await page.getByRole('button', { name: '製品を登録する' }).click();
  const form = page.getByRole('dialog', { name: '製品を登録する' });
  await form.getByLabel('製品シリーズ').fill('家庭');
  await page.getByRole('option', { name: '家庭用カメラ' }).click();
  await form.getByLabel('機種の名前または番号').fill('MC-240');
  await form.getByRole('button', { name: '登録する', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'MC-240' }).waitFor();
  await page.getByText('カメラ事業部').waitFor();
  await page.getByRole('button', { name: '元に戻す' }).last().click();
  await page.getByRole('heading', { level: 1, name: '製品', exact: true }).waitFor();
});

test('1,000 products come from a CP932 file of Excel, and go again by one undo', async () => {
  const page = await empty.open('/products/import', first);
  const header = ['製品シリーズ', '機種', '種別', '型番', '仕向地', 'セキュリティサポート終了', '社内コード'];
  const file = (rows: string[][], name: string) => ({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(writeCsv([header, ...rows], { encoding: 'cp932' })),
  });
  const many = Array.from({ length: 1_000 }, (_, n) => {
    const model = `MX-${String(n).padStart(4, '0')}`;
    return ['量産品', model, '機器', `${model}-W`, '日本', '令和12年3月31日', 'A'];
  });

  await page
    .locator('input[type=file]')
    .setInputFiles(file([['量産品', 'MX-1', '冷蔵庫', '', '火星', '', '']], '誤り.csv'));
  await page.getByText('直すところが2件あります').waitFor();
  await page.getByText('「機器」「モジュール」「アプリ」「サービス」のどれかを書いてください。').waitFor();
  await shot(page, 'import-errors');

  await page.locator('input[type=file]').setInputFiles(file(many, '製品台帳.csv'));
  await page.getByText('1,000件を登録し、0件を変更します。0件は変わりません。').waitFor();
  await page.getByText('社内コード').waitFor();
  await shot(page, 'import-preview');
  await page.getByRole('button', { name: '1,000件を取り込む' }).click();
  await page.getByText('1,000件を取り込みました').waitFor();
  await page.getByText('2シリーズ・1,001機種').waitFor();
  await page.getByRole('button', { name: '元に戻す' }).click();
  await page.getByText('1,000件の取り込みを元に戻しました').waitFor();
  await page.getByText('1シリーズ・1機種・2型番があります。').waitFor();
});

test('what is on the page is taken along as a file', async () => {
  const page = await open('/products?kind=app,service', reader);
  await page.getByRole('button', { name: '書き出す' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: /UTF-8/ }).click(),
  ]);

  expect(download.suggestedFilename()).toMatch(/^製品_\d{8}\.csv$/);
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
  expect(lines.map((line) => line.split(',')[1])).toEqual(['機種', 'みはりアプリ', 'みはりクラウド中継']);
  expect(await page.getByRole('button', { name: '製品を登録する' }).count()).toBe(0);
});

test.each([
  { language: 'ja', scheme: 'dark', width: 'phone' },
  { language: 'en', scheme: 'light', width: 'wide' },
] as const)('the forms are in nobody’s way: $language $scheme $width', async (look) => {
  const page = await open('/products/mc-220', { cookie: analyst.cookie, ...look });
  const found: string[] = [];
  const check = async (opener: RegExp, name: string) => {
    await page.getByRole('button', { name: opener }).first().click();
    await page.getByRole('dialog').waitFor();
    await page.waitForLoadState('networkidle');
    await shot(page, `${name}-${look.language}-${look.scheme}-${look.width}`);
    found.push(...(await axe(page)).map((line) => `${name} ${line}`));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  };

  await check(/^(変更する|Change)$/, 'model-form');
  await check(/の日を変更する|^Change: /, 'date-form');
  await check(/型番を編集する|Edit part numbers/, 'numbers-form');
  await check(/いまもビルドできるか|Can we still build it/, 'building-form');

  expect(found).toEqual([]);
});

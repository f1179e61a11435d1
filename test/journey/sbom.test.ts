import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { writeXlsx } from '#formats/xlsx';
import { inventory } from '#inventory/contract';
import { axe } from '../browser.ts';
import { aDocument } from '../sbom-bytes.ts';
import { aStage } from './stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const { house, open } = await aStage('empty');
const analyst = await house.aSignedIn(['analyst']);
const reader = await house.aSignedIn(['reader'], { name: '森 千尋' });
const calls = house.callsOf(inventory, analyst.cookie);
const model = await aModel();

const shot = async (page: Page, name: string) => {
  if (process.env.MAMORI_SHOTS)
    await page.screenshot({ path: path.join(process.env.MAMORI_SHOTS, `${name}.png`), fullPage: true });
};
const row = (page: Page, name: string | RegExp) => page.getByRole('row', { name });
const put = (page: Page, ...files: { name: string; buffer: Buffer }[]) =>
  page
    .locator('input[type=file]')
    .last()
    .setInputFiles(files.map((file) => ({ mimeType: 'application/octet-stream', ...file })));
const json = (name: string, document: object) => ({ name, buffer: Buffer.from(JSON.stringify(document)) });

const firmware = (opensslVersion: string, more: { name: string; version?: string; licence?: string }[] = []) =>
  aDocument(
    [
      { name: 'rootfs', version: '1.0', purl: 'pkg:generic/rootfs@1.0' },
      { name: 'openssl', version: opensslVersion, purl: `pkg:generic/openssl@${opensslVersion}`, licence: 'OpenSSL' },
      { name: 'SSLライブラリ', version: '2.1' },
      ...more,
    ],
    { camera: ['rootfs'], rootfs: ['openssl', 'SSLライブラリ', ...more.map(({ name }) => name)] },
  );

test('an SBOM is dropped, its result is read, an identity is fixed, and two releases are compared', async () => {
  await aRelease('1.4.6', firmware('1.1.1k'));
  await calls.createRelease({ modelId: model.id, version: '1.4.7', state: 'shipped', releasedOn: '2026-10-01' });
  const page = await open('/products/mr-1167/1.4.7', analyst);
  await page.getByText('出荷済みのリリースです。部品表がまだありません。').waitFor();
  await shot(page, 'release-empty');

  await dropOn(page, json('壊れたもの.cdx.json', { ...firmware('1.1.1l'), version: 'one' }));
  await page.getByText('壊れたもの.cdx.jsonをSBOMとして読み取れませんでした').waitFor();
  await page.getByText('このリリースのSBOMはまだありません。').waitFor();
  expect(page.url()).toContain('tab=sbom');
  await put(
    page,
    json('MR-1167_1.4.7_0.cdx.json', firmware('1.1.1k')),
    json('MR-1167_1.4.7.cdx.json', firmware('1.1.1l', [{ name: 'zlib', version: '1.3.1', licence: 'Zlib' }])),
  );
  await page.getByText('出荷済みのリリースです。部品4件のうち2件は身元が分かりません。').waitFor();
  await expect.poll(() => row(page, /MR-1167_1.4.7.cdx.json/).textContent()).toContain('使用中');
  await expect.poll(() => row(page, /MR-1167_1.4.7_0.cdx.json/).textContent()).toContain('以前のもの');
  await page.getByText(/100点中\d+点/).waitFor();
  await expect.poll(() => row(page, '供給者名').textContent()).toContain('openssl 1.1.1l');
  await shot(page, 'release-sbom');
  expect(await axe(page)).toEqual([]);

  await page.getByRole('link', { name: '身元の分からない部品2' }).click();
  await page.getByRole('link', { name: 'SSLライブラリ' }).click();
  const panel = page.getByRole('region', { name: 'SSLライブラリ 2.1' });
  await panel.getByText('SSLライブラリ 2.1は、このリリースのSBOMにあります。').waitFor();
  expect((await panel.getByText('MR-1167 1.4.7').first().locator('..').textContent()) ?? '').toMatch(
    /rootfs.*SSLライブラリ/,
  );
  await panel.getByRole('button', { name: '身元を直す' }).click();
  const form = page.getByRole('dialog', { name: 'SSLライブラリの身元を直す' });
  await form.getByLabel('purl').fill('pkg:generic/mbedtls@2.16.12');
  expect(await form.getByLabel('名前').inputValue()).toBe('mbedtls');
  expect(await form.getByLabel('版').inputValue()).toBe('2.16.12');
  await form.getByRole('radio', { name: 'この部品があるすべてのリリース' }).check();
  await form.getByText('2リリースの部品が変わり、今後取り込むSBOMにも使います。').waitFor();
  await form.getByRole('button', { name: '身元を直す' }).click();
  await form.getByText('なぜ分かったかを書いてください。').first().waitFor();
  await form.getByLabel('理由').fill('ソースを確認した');
  await shot(page, 'release-fix');
  await form.getByRole('button', { name: '身元を直す' }).click();
  await page.getByText('mbedtlsの身元を直しました（2リリース）').waitFor();
  await page.getByText('出荷済みのリリースです。部品4件のうち1件は身元が分かりません。').waitFor();

  await page.getByRole('link', { name: '前のリリースと比べる' }).click();
  await page.getByText('部品が1件増え、0件なくなり、1件の版が変わりました。').waitFor();
  await expect.poll(() => row(page, /openssl/).textContent()).toMatch(/版が上がった.*1\.1\.1k.*1\.1\.1l/);
  await shot(page, 'release-compare');
  await page.getByRole('link', { name: '増えた1' }).click();
  await expect.poll(() => row(page, /zlib/).textContent()).toMatch(/増えた.*1\.3\.1.*Zlib/);
  await expect.poll(() => page.getByRole('table').textContent()).not.toContain('openssl');
  expect(await axe(page)).toEqual([]);
});

test('a correction is taken back by one undo', async () => {
  const { id } = await aRelease('2.0.0', firmware('3.0.1', [{ name: 'うちのHTTP', version: '5' }]));
  const page = await open('/products/mr-1167/2.0.0?tab=unidentified', analyst);
  await page.getByRole('link', { name: 'うちのHTTP' }).click();
  await page.getByRole('button', { name: '身元を直す' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('purl').fill('これはpurlではない');
  await form.getByLabel('理由').fill('確認');
  await form.getByRole('button', { name: '身元を直す' }).click();
  await form.getByText('purlを読み取れません。').waitFor();
  await form.getByLabel('purl').fill('pkg:generic/lighttpd@1.4.71');
  await form.getByRole('button', { name: '身元を直す' }).click();
  await page.getByText('lighttpdの身元を直しました（1リリース）').waitFor();
  await page.getByRole('region', { name: 'lighttpd 1.4.71' }).waitFor();
  await page.getByRole('button', { name: '元に戻す' }).last().click();
  await page.getByRole('region', { name: 'うちのHTTP 5' }).waitFor();
  const unknown = async () =>
    (await calls.listReleaseComponents({ id, identified: 'no' })).items.map(({ name }) => name);
  await expect.poll(unknown).toContain('うちのHTTP');
});

test('an Excel parts list tells its columns, is mapped once, and the next one is read without asking', async () => {
  await calls.createRelease({ modelId: model.id, version: '3.0.0', state: 'in-development' });
  const page = await open('/products/mr-1167/3.0.0?tab=sbom', analyst);
  const list = (rows: string[][]) =>
    Buffer.from(
      writeXlsx({
        sheets: [
          {
            name: '部品',
            columns: ['No', '使用ソフト', 'Ver情報', '備考'].map((title) => ({ title, kind: 'text' as const })),
            rows,
          },
        ],
      }),
    );

  await put(page, {
    name: '利用OSS一覧.xlsx',
    buffer: list([
      ['1', 'openssl', '3.0.13', ''],
      ['2', 'busybox', '1.36.1', '改造あり'],
    ]),
  });
  await page.getByText('利用OSS一覧.xlsxの列の意味を選んでください').first().waitFor();
  const meaning = (column: string) => page.getByLabel(`「${column}」の意味`);
  expect(await meaning('使用ソフト').inputValue()).toBe('name');
  expect(await meaning('Ver情報').inputValue()).toBe('version');
  await page.getByRole('cell', { name: '改造あり' }).waitFor();
  await shot(page, 'release-mapping');
  expect(await axe(page)).toEqual([]);
  await meaning('使用ソフト').selectOption('使わない');
  await page.getByRole('button', { name: '2行を読み取る' }).click();
  await page.getByText('名前の列を選んでください。').waitFor();
  await meaning('使用ソフト').selectOption('名前');
  await page.getByRole('button', { name: '2行を読み取る' }).click();
  await page.getByText('開発中のリリースです。部品2件のうち2件は身元が分かりません。').waitFor();

  await put(page, { name: '利用OSS一覧_2.xlsx', buffer: list([['1', 'zlib', '1.3.1', '']]) });
  await page.getByText('開発中のリリースです。部品1件のうち1件は身元が分かりません。').waitFor();
  await page.getByRole('link', { name: '部品1', exact: true }).click();
  await expect.poll(() => row(page, /zlib/).textContent()).toMatch(/zlib.*1\.3\.1/);
});

test('parts are entered by hand one after another, with what is known offered, and taken back', async () => {
  await aRelease('4.0.0', firmware('3.2.0'));
  await calls.createRelease({ modelId: model.id, version: '4.0.1', state: 'in-development' });
  const page = await open('/products/mr-1167/4.0.1', analyst);
  await page.getByRole('button', { name: '部品を手で入力する' }).first().click();
  const form = page.getByRole('dialog', { name: '部品を手で入力する' });
  await form.getByLabel('名前').fill('openssl');
  await form.getByRole('option', { name: /3\.2\.0/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  while (!(await form.locator('[aria-selected=true]').textContent())?.includes('3.2.0'))
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await form.getByLabel('purl').inputValue()).toBe('pkg:generic/openssl@3.2.0');
  await page.keyboard.press('Enter');
  await page.getByText('opensslを足しました').waitFor();
  await expect.poll(() => form.getByLabel('名前').inputValue()).toBe('');

  await page.keyboard.type('社内ミドルウェア');
  await page.keyboard.press('Tab');
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await page.getByText('社内ミドルウェアを足しました').waitFor();
  await shot(page, 'release-hand');
  await page.getByRole('button', { name: '元に戻す' }).last().click();
  await form.getByRole('button', { name: '閉じる' }).last().click();
  await page.getByText('部品1件は、すべて身元が分かっています。').waitFor();
  await expect.poll(() => row(page, /openssl/).textContent()).toContain('手入力');
});

test('who may only read sees the release and is offered no change', async () => {
  const page = await open('/products/mr-1167/1.4.7', reader);
  await row(page, /openssl/).waitFor();

  for (const name of ['SBOMを更新する', '部品を手で入力する', 'MR-1167 1.4.7のほかの操作'])
    expect(await page.getByRole('button', { name }).count(), name).toBe(0);
});

test('every upload stands in one list, by keyboard and on a phone', async () => {
  const page = await open('/products/sboms', { ...analyst, width: 'phone' });
  await page.getByText('壊れたもの.cdx.json').waitFor();
  await shot(page, 'sboms-phone');

  const wide = await open('/products/sboms?state=refused', analyst);
  await expect.poll(() => wide.getByRole('table').textContent()).not.toContain('使用中');
  expect(await wide.getByRole('row').count()).toBe(2);
  await wide.getByRole('link', { name: 'MR-1167 1.4.7' }).click();
  await wide.getByText('壊れたもの.cdx.jsonをSBOMとして読み取れませんでした').waitFor();
  await wide.getByText('前のSBOMはそのまま使われています。').waitFor();
});

/** What a person does who drags a file from the desktop onto the page. */
async function dropOn(page: Page, file: { name: string; buffer: Buffer }) {
  const transfer = await page.evaluateHandle(
    ({ name, words }) => {
      const data = new DataTransfer();
      data.items.add(new File([words], name));
      return data;
    },
    { name: file.name, words: file.buffer.toString() },
  );
  await page.locator('h1').dispatchEvent('dragover', { dataTransfer: transfer });
  await page.getByText('ここへ置くと、このリリースのSBOMとして取り込みます').waitFor();
  await page.locator('h1').dispatchEvent('drop', { dataTransfer: transfer });
}

async function aModel() {
  const { id: lineId } = await calls.createLine({ name: 'Wi-Fiルーター' });
  return calls.createModel({ lineId, name: 'MR-1167', kind: 'device' });
}

async function aRelease(version: string, document: object) {
  const release = await calls.createRelease({
    modelId: model.id,
    version,
    state: 'shipped',
    releasedOn: '2026-09-01',
  });
  const file = new File([JSON.stringify(document)], `${version}.cdx.json`);
  await calls.uploadSbom({ id: release.id, file });
  return release;
}

import path from 'node:path';
import type { Download, FileChooser, Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { axe } from '../browser.ts';
import { settled } from './settled.ts';
import { aStage } from './stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const shot = async (page: Page, name: string) => {
  if (process.env.MAMORI_SHOTS)
    await page.screenshot({ path: path.join(process.env.MAMORI_SHOTS, `${name}.png`), fullPage: true });
};
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

/** Takes a sample along, as it lies in the folder of downloads afterwards. */
async function take(page: Page, name: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name, exact: true }).click(),
  ]);
  return keep(download);
}

async function keep(download: Download): Promise<string> {
  const file = path.join(path.dirname(await download.path()), download.suggestedFilename());
  await download.saveAs(file);
  return file;
}

test('an empty house leads its administrator to the first match by the samples alone', async () => {
  const { house, open } = await aStage('empty');
  const admin = await house.aSignedIn(['administrator'], { name: '石井 徹' });
  const page = await open('/', admin);
  const strip = page.getByRole('region', { name: 'はじめの手順' });
  const goOn = () => strip.getByRole('link', { name: '続ける' }).click();

  await heading(page, 'はじめに');
  await page.getByText('5つの手順で、最初の照合結果まで進みます。まだどれも済んでいません。').waitFor();
  await page.getByText('まだ照合していません。部品の分かるリリースがないためです。').waitFor();
  await shot(page, 'first-steps-empty');
  expect(await axe(page)).toEqual([]);

  await page.getByRole('button', { name: '部門を登録する' }).click();
  const form = page.getByRole('dialog', { name: '部門を登録する' });
  await form.getByLabel('部門の名前').fill('カメラ事業部\nネットワーク事業部\n');
  await shot(page, 'first-steps-divisions');
  expect(await axe(page)).toEqual([]);
  await form.getByRole('button', { name: '2部門を登録する' }).click();
  await page.getByText('2部門を登録済み').waitFor();

  const products = await take(page, '製品（Excel）');
  await page.getByRole('link', { name: '製品を取り込む' }).first().click();
  await heading(page, '製品を取り込む');
  await strip.getByText('はじめの手順：製品').waitFor();
  await page.getByLabel('CSVまたはExcelのファイル').setInputFiles(products);
  await page.getByRole('button', { name: '2件を取り込む' }).click();
  await strip.getByText('「製品」が済みました。次は「最初の部品表」です。').waitFor();
  await shot(page, 'first-steps-strip');
  expect(await axe(page)).toEqual([]);
  await goOn();

  await page.getByText('いま2つ済んでいます。').waitFor();
  const sbom = await take(page, '部品表（CycloneDX）');
  await page.getByRole('link', { name: 'SAMPLE-100のリリースを登録する' }).click();
  const release = page.getByRole('dialog', { name: 'リリースを登録する' });
  await release.getByLabel('版', { exact: true }).fill('1.0.0');
  // What is shipped is watched over; who has nothing else to say finds the first match on 本日の対応 too.
  expect(await release.getByLabel('状態').inputValue()).toBe('shipped');
  await release.getByRole('button', { name: '登録する' }).click();
  await heading(page, 'SAMPLE-100　1.0.0');
  // Whoever looks back at the steps now finds the release that has no parts yet.
  await strip.getByRole('link', { name: '手順に戻る' }).click();
  await page.getByRole('link', { name: 'SAMPLE-100 1.0.0の部品表を取り込む' }).click();
  await heading(page, 'SAMPLE-100　1.0.0');
  await settled(page);
  await page.locator('input[type=file]').last().setInputFiles(sbom);
  await strip.getByText('「最初の部品表」が済みました。次は「脆弱性情報」です。').waitFor();
  await goOn();

  await page.getByText('まだ照合していません。脆弱性情報を取り込んでいないためです。').waitFor();
  const records = await take(page, '脆弱性情報1件（NVD）');
  await page.getByRole('link', { name: '脆弱性情報を取り込む' }).click();
  await page.getByLabel('脆弱性情報のファイル').setInputFiles(records);
  await page.getByText('CVE-2021-3711_nvd.json').first().waitFor();
  await house.drain();
  await strip.getByText(/「脆弱性情報」が済みました/).waitFor();
  await strip.getByRole('link').click();

  await page.getByText('CVE-2021-3711が、SAMPLE-100 1.0.0のopenssl 1.1.1kに該当しました。').waitFor();
  await page.getByText('すべての手順が済みました。').waitFor();
  await shot(page, 'first-steps-complete');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('link', { name: '根拠を見る' }).click();
  const panel = page.getByRole('region', { name: '根拠 CVE-2021-3711' });
  await panel.getByText(/openssl 1\.1\.1k は、.*1\.1\.1 以上 1\.1\.1l 未満/).waitFor();

  // From now on the first page is the day's work, without a word about steps.
  await page.goto(`${house.url}/`);
  await heading(page, '本日の対応');
  await page.getByText('出荷済みの製品に、新しく該当した脆弱性が1件あります。').waitFor();
  await page.getByRole('row', { name: /CVE-2021-3711.*SAMPLE-100 1\.0\.0/s }).waitFor();
  // One record that was brought in by hand is no feed that is up to date.
  await page.getByText('1件中0件が最新').waitFor();
  await page.getByText(/1時間以内.*手で取り込み/).waitFor();
  await settled(page);
  await page.waitForTimeout(1_000);
  expect(await strip.count()).toBe(0);
});

test('steps are put off for the whole maker, taken up again, and lead on from 本日の対応 while they are open', async () => {
  const { house, open } = await aStage('empty');
  const admin = await house.aSignedIn(['administrator'], { name: '石井 徹' });
  const page = await open('/first-steps', admin);
  await page.getByRole('button', { name: '部門：あとで' }).click();
  await page.getByRole('button', { name: '部門：いま進める' }).waitFor();
  await page.getByRole('button', { name: '元に戻す' }).click();
  await page.getByRole('button', { name: '部門：あとで' }).waitFor();
  for (const name of ['部門', '製品']) {
    await page.getByRole('button', { name: `${name}：あとで` }).click();
    await page.getByRole('button', { name: `${name}：いま進める` }).waitFor();
  }

  const colleague = await house.aSignedIn(['analyst'], { name: '佐藤 美咲' });
  const other = await open('/today', colleague);
  await other.getByText('はじめの手順の続き：最初の部品表').waitFor();
  await shot(other, 'first-steps-today');
  expect(await axe(other)).toEqual([]);
  await other.getByRole('link', { name: '続ける' }).click();
  await other.getByRole('button', { name: '製品：いま進める' }).click();
  await expect
    .poll(() => other.getByRole('list', { name: '手順' }).getByRole('listitem').nth(1).getAttribute('aria-current'))
    .toBe('step');
});

test('who only reads is not sent to the first steps', async () => {
  const { house, open } = await aStage('empty');
  const reader = await house.aSignedIn(['reader'], { name: '森 千尋' });
  const page = await open('/', reader);

  await heading(page, '本日の対応');
  await settled(page);
  expect(await page.getByText('はじめの手順').count()).toBe(0);
});

test('the same in English by keyboard alone, with a parts list', async () => {
  const { house, open } = await aStage('empty');
  const admin = await house.aSignedIn(['administrator'], { name: '石井 徹' });
  const page = await open('/', { ...admin, language: 'en' });
  const keys = page.keyboard;
  await heading(page, 'First steps');

  await tabTo(page, 'Enter divisions');
  await keys.press('Enter');
  await expect.poll(() => focused(page)).toBe('division-names');
  await keys.type('Cameras\nRouters');
  await tabTo(page, 'Make 2 divisions');
  await keys.press('Enter');
  await page.getByText('2 divisions', { exact: true }).waitFor();

  const products = await takeByKey(page, 'Products (CSV)');
  await enterBefore(page, 'Import products');
  await heading(page, 'Import products');
  await chooseByKey(page, 'file', products);
  await enter(page, 'Import 2 models');
  await page.getByText('“Products” is done. Next: First bill of materials').waitFor();
  await enter(page, 'Continue');
  await heading(page, 'First steps');

  const parts = await takeByKey(page, 'Parts list (Excel)');
  await enterBefore(page, 'Make a release of SAMPLE-100');
  await expect.poll(() => focused(page)).toBe('version');
  await keys.type('1.0.0');
  await enter(page, /^(Save|Make|Register|Add)/);
  await heading(page, 'SAMPLE-100　1.0.0');
  await enter(page, 'Back to the steps');
  await enter(page, 'Bring in the parts of SAMPLE-100 1.0.0');
  await heading(page, 'SAMPLE-100　1.0.0');
  await chooseByKey(page, 'sbom', parts);
  await page.getByText('“First bill of materials” is done. Next: Vulnerability records').waitFor();
  await enter(page, 'Continue');

  const records = await takeByKey(page, 'One record (NVD)');
  await enterBefore(page, 'Bring in records');
  await chooseByKey(page, 'records', records);
  await page.getByText('CVE-2021-3711_nvd.json').first().waitFor();
  await house.drain();
  await page.getByText(/“Vulnerability records” is done/).waitFor();
  await enter(page, 'Continue');
  await page.getByText('CVE-2021-3711 applies to openssl 1.1.1k in SAMPLE-100 1.0.0.').waitFor();
  await enter(page, 'Show why');
  await page
    .getByText(/openssl 1\.1\.1k .*1\.1\.1 .*1\.1\.1l/)
    .first()
    .waitFor();
});

const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    return element.getAttribute('aria-label') ?? ((element.getAttribute('name') || element.textContent) ?? '').trim();
  });

async function tabTo(page: Page, name: string | RegExp, key = 'Tab'): Promise<void> {
  await settled(page);
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press(key);
    const here = await focused(page);
    if (typeof name === 'string' ? here === name : name.test(here)) return;
  }
  throw new Error(`Eighty Tabs do not lead to ${name}`);
}

async function enter(page: Page, name: string | RegExp): Promise<void> {
  // What comes a moment after its page is waited for, as a person would.
  await page.getByRole('link', { name }).or(page.getByRole('button', { name })).first().waitFor();
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

async function enterBefore(page: Page, name: string): Promise<void> {
  await tabTo(page, name, 'Shift+Tab');
  await page.keyboard.press('Enter');
}

async function takeByKey(page: Page, name: string): Promise<string> {
  await tabTo(page, name);
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  return keep(download);
}

async function chooseByKey(page: Page, name: string, file: string): Promise<void> {
  await page.locator(`main input[type=file][name=${name}]`).waitFor({ state: 'attached' });
  await settled(page);
  await tabTo(page, name);
  // One listener for all presses: the first may meet a field that is just being drawn anew, and a person presses again.
  const opened: FileChooser[] = [];
  page.on('filechooser', (chooser) => opened.push(chooser));
  await expect
    .poll(
      async () => {
        if (opened.length > 0) return true;
        if ((await focused(page)) !== name) await tabTo(page, name);
        await page.keyboard.press('Space');
        await page.waitForTimeout(1_000);
        return opened.length > 0;
      },
      { timeout: 20_000, message: `Space opens ${name}` },
    )
    .toBe(true);
  await opened[0]?.setFiles(file);
}

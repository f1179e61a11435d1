import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { inventory } from '#inventory/contract';
import { axe } from '../browser.ts';
import { aDocument, aPart } from '../sbom-bytes.ts';
import { cveFiles, ids, jvnFile, kevFile, nvdFile, strangeFile } from './record-files.ts';
import { settled } from './settled.ts';
import { aStage } from './stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const { house, open } = await aStage('empty');
const analyst = await house.aSignedIn(['analyst']);
const calls = house.callsOf(inventory, analyst.cookie);
await aRegister();

const shot = async (page: Page, name: string) => {
  if (process.env.MAMORI_SHOTS)
    await page.screenshot({ path: path.join(process.env.MAMORI_SHOTS, `${name}.png`), fullPage: true });
};
const listOf = (page: Page) => page.getByRole('table', { name: '新しい照合結果' });
const row = (page: Page | Locator, name: string | RegExp) => page.getByRole('row', { name });
/** The ids of a list, in its order. */
const idsIn = (page: Page | Locator) =>
  page
    .getByRole('link', { name: /^(CVE|JVNDB)-/ })
    .allTextContents()
    .then((texts) => texts.map((text) => text.trim()));

test('records are chosen, read, and what could not be read is told with its reason', async () => {
  const page = await open('/today', analyst);
  await page.getByText('まだ照合していません。').waitFor();
  await page.getByRole('link', { name: '脆弱性情報を取り込む' }).first().click();
  await page.getByText('まだ取り込んでいません。').waitFor();

  await page.getByLabel('脆弱性情報のファイル').setInputFiles([...cveFiles, nvdFile, kevFile, jvnFile, strangeFile]);
  await expect.poll(() => page.getByRole('row', { name: /読み取り中/ }).count()).toBe(6);
  await house.drain();

  await expect.poll(() => page.getByRole('row', { name: /完了/ }).count()).toBe(6);
  await expect.poll(() => row(page, /jvndb_detail\.rdf/).textContent()).toMatch(/完了2/);
  await row(page, /部品台帳\.json/).click();
  const panel = page.getByRole('region', { name: '読めなかったもの' });
  await panel.getByText('読み込める脆弱性情報の書式ではありません').waitFor();
  await shot(page, 'records-imports');
  expect(await axe(page)).toEqual([]);
});

test('today shows what touches releases in the field, the exploited one first', async () => {
  const page = await open('/today', analyst);

  await page
    .getByText('出荷済みの製品に、新しく該当した脆弱性が2件あります。悪用が確認されているものは、全体で1件です。')
    .waitFor();
  expect(await idsIn(listOf(page))).toEqual([ids.busybox, ids.openssl, ids.hostapd]);
  expect(await row(listOf(page), new RegExp(ids.busybox)).textContent()).toMatch(
    /重要7\.2.*悪用確認.*MR-1167 1\.4\.7 ほか1件busybox 1\.33\.21\.34\.0 で修正17,000該当/,
  );
  expect(await row(listOf(page), new RegExp(ids.openssl)).textContent()).toMatch(/重要7\.4.*OpenSSL の SM2 復号処理/);
  // In a list of all links each says whose evidence it opens.
  await listOf(page)
    .getByRole('link', { name: `MR-1167 1.4.7（${ids.busybox}）`, exact: true })
    .waitFor();
  await listOf(page)
    .getByRole('link', { name: `MR-1167 1.4.7（${ids.openssl}）`, exact: true })
    .waitFor();
  expect(await row(listOf(page), new RegExp(ids.hostapd)).textContent()).toMatch(/ほか1件hostapd 2\.915,000要確認/);
  // What somebody sent as a file is no feed that is up to date.
  await page.getByText('4件中0件が最新').waitFor();
  expect(await page.getByText('手で取り込み').count()).toBe(4);
  const changes = page.getByRole('table', { name: '昨日からの変化' });
  expect(await changes.getByRole('row', { name: new RegExp(ids.hostapd) }).textContent()).toMatch(
    /なし→要確認脆弱性情報の更新/,
  );
  await page.getByText('新しい該当 2、新しい要確認 1、該当しなくなったもの 0').waitFor();
  await page.getByRole('link', { name: 'MR-1167 1.4.7 に2件' }).waitFor();
  await shot(page, 'records-today');
});

test('what is new is drawn week by week, told as a table, and leads to what is still there', async () => {
  const page = await open('/today', analyst);
  await page.getByRole('link', { name: '推移を見る' }).click();
  await page
    .getByText('記録の期間が短く、まだ判断できません。最初の週は、はじめての照合で見つかったものを含みます。')
    .waitFor();
  const drawing = page.getByRole('img', { name: /から、新しく該当または要確認になった脆弱性は3件です。/ });
  await drawing.waitFor();
  expect(await drawing.locator('text', { hasText: '該当 2' }).count()).toBe(1);
  expect(await axe(page)).toEqual([]);

  await page.getByText('数値の表').first().click();
  const newest = page
    .getByRole('table', { name: /新しく該当または/ })
    .getByRole('row')
    .nth(1);
  expect(await newest.getByRole('cell').allTextContents()).toEqual(['2', '1', '3']);
  await shot(page, 'records-trend');
  await newest.getByRole('link').click();
  await expect.poll(() => idsIn(page)).toEqual([ids.busybox, ids.openssl, ids.hostapd]);
  expect(page.url()).toMatch(/\?week=\d{4}-\d\d-\d\d$/);
  await page
    .getByRole('button', { name: /新しくなった週/ })
    .first()
    .waitFor();
});

test('a vulnerability shows all sources side by side, and the evidence of a place opens on a click', async () => {
  const page = await open('/today', analyst);
  await listOf(page).getByRole('link', { name: ids.openssl, exact: true }).click();
  await page
    .getByRole('heading', { level: 1, name: 'OpenSSL の SM2 復号処理におけるバッファオーバーフローの脆弱性' })
    .waitFor();

  const sides = page.getByRole('table', { name: '情報源の比較' });
  expect(await sides.getByRole('columnheader').allTextContents()).toEqual([
    '情報源',
    'CVEopenssl（採番者）',
    'NVDNIST',
    'JVN iPediaJVNDB-2026-091001',
  ]);
  expect(await sides.getByRole('row', { name: /深刻度/ }).textContent()).toBe('深刻度≠ 食い違い重要 7.4緊急 9.8–');
  await page.getByText('食い違い 2行').waitFor();
  await page.getByText('7.4（ベクターからは9.8）').waitFor();
  await shot(page, 'records-vulnerability');
  expect(await axe(page)).toEqual([]);

  const tree = page.getByRole('treegrid', { name: '該当箇所' });
  await tree.getByRole('link', { name: '1.4.7' }).click();
  const panel = page.getByRole('region', { name: `根拠 ${ids.openssl}` });
  await panel.getByText(/openssl 1\.1\.1k は、.*1\.1\.1 以上 1\.1\.1l 未満/).waitFor();
  const said = (await panel.textContent()) ?? '';
  expect(said).toContain(`CVE ${ids.openssl}（openssl）`);
  expect(said).toContain('/containers/cna/affected/0');
  expect(said).toContain('pkg:generic/openssl@1.1.1k');
  expect(said).toContain('openssl / openssl');
  await expect.poll(() => panel.getByText(/^NVD/).count()).toBeGreaterThan(0);
  await panel.getByText(/^1\.1\.1l で修正（openssl/).waitFor();
  await panel.getByRole('link', { name: /MR-1167 1\.4\.7.*openssl/ }).waitFor();
  await panel.getByText('一致しています').first().waitFor();
  await shot(page, 'records-evidence');
  expect(await axe(page)).toEqual([]);

  await panel.getByRole('link', { name: 'MR-1167 1.5.0' }).click();
  await panel.getByText(/openssl 1\.1\.1l は、/).waitFor();
  await panel.locator('section').first().getByText('非該当', { exact: true }).waitFor();
});

test('the affected tree sums shipped units by line and model, each release once', async () => {
  const page = await open(`/vulnerabilities/${ids.busybox}`, analyst);
  await page.getByText('自社の2機種に関わります。出荷は17,000台です。').waitFor();

  const tree = page.getByRole('treegrid', { name: '該当箇所' });
  const lines = await tree.getByRole('row').allTextContents();

  expect(lines.slice(1)).toEqual([
    'Wi-Fiルーター12,000',
    'MR-116712,000',
    '1.4.7busybox 1.33.212,000該当未判定',
    '家庭用カメラ5,000',
    'MC-2205,000',
    '2.4.1busybox 1.31.05,000該当未判定',
  ]);
});

test('words that nobody could read are set once by a person, and the results follow; set anew, they follow again', async () => {
  const page = await open('/products/mr-1167/1.4.7', analyst);
  await page.getByRole('link', { name: ids.hostapd }).click();
  const why = page
    .getByRole('region', { name: `根拠 ${ids.hostapd}` })
    .locator('section')
    .first();
  await why.getByText('要確認', { exact: true }).waitFor();
  // The address of the evidence, as it is sent to a colleague, explains whatever the result is by then.
  const evidence = page.url();
  await page.goto(`${house.url}/today`);
  await page.getByRole('link', { name: '範囲を書く' }).click();
  await page.getByText('1件の表記が、自社の照合結果を止めています。').waitFor();
  await row(page, /Ver\.2 系の一部/)
    .getByRole('button', { name: '範囲を書く' })
    .click();
  const form = page.getByRole('dialog', { name: '「Ver.2 系の一部」' });
  await form.getByLabel('始まりの版').fill('2.10');
  await form.getByLabel('終わりの版').fill('2.0');
  await form.getByRole('button', { name: 'この範囲にする' }).click();
  await form
    .getByText(/終わりが始まりより前です/)
    .first()
    .waitFor();
  await form.getByLabel('始まりの版').fill('2.0');
  await form.getByLabel('終わりの版').fill('2.10');
  await shot(page, 'records-phrase');
  await form.getByRole('button', { name: 'この範囲にする' }).click();
  await page.getByText('版の表記のために決まらない照合結果はありません。').waitFor();
  await house.drain();
  await page.goto(evidence);
  await why.getByText('該当', { exact: true }).waitFor();
  await why.getByText(/hostapd 2\.9 は、.*2\.0 以上 2\.10/).waitFor();

  await page.goto(`${house.url}/vulnerabilities/phrases?which=set`);
  await row(page, /Ver\.2 系の一部/)
    .getByRole('button')
    .click();
  await page.getByRole('menuitem', { name: '変更する' }).click();
  await form.getByLabel('終わりの版').fill('2.9');
  await form.getByRole('radio', { name: 'この版を含まない' }).last().check();
  await form.getByRole('button', { name: '範囲を足す' }).click();
  await form.getByLabel('終わりの版').last().fill('1.1');
  await form.getByRole('button', { name: 'この範囲にする' }).click();
  await expect.poll(() => row(page, /Ver\.2 系の一部/).textContent()).toContain('2.0 以上 2.9 未満、1.1 以下');
  await page.getByRole('button', { name: '書き出す' }).click();
  const [taken] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: /^CSV（UTF-8/ }).click(),
  ]);
  expect(await readFile(await taken.path(), 'utf8')).toContain('Ver.2 系の一部,w1.fi hostapd,JVN iPedia,');
  await house.drain();
  await page.goto(evidence);
  await why.getByText('非該当', { exact: true }).waitFor();

  await page.goto(`${house.url}/vulnerabilities/phrases?which=set`);
  await row(page, /Ver\.2 系の一部/)
    .getByRole('button')
    .click();
  await page.getByRole('menuitem', { name: '変更する' }).click();
  await form.getByRole('radio', { name: 'どの版でもない' }).check();
  await form.getByRole('button', { name: 'この内容にする' }).click();
  await expect.poll(() => row(page, /Ver\.2 系の一部/).textContent()).toContain('どの版でもない');
  await house.drain();
  await page.goto(evidence);
  await why.getByText(/どの版も対象にしない記述と設定されています/).waitFor();
});

test('the results of a release narrow, and each component that cannot be compared says why', async () => {
  const page = await open('/products/mr-1167/1.4.7', analyst);
  await page.getByRole('link', { name: '照合結果2' }).click();
  await page.getByText('該当 2、要確認 0').waitFor();
  await page.getByRole('searchbox', { name: '番号、題名、製品' }).fill('バッファ');
  await expect.poll(() => idsIn(page)).toEqual([ids.openssl]);
  await page.getByRole('link', { name: ids.openssl }).click();
  await page.getByRole('region', { name: `根拠 ${ids.openssl}` }).waitFor();

  const unmatched = page.getByRole('table', { name: '照合できない部品' });
  expect((await unmatched.getByRole('row').allTextContents()).slice(1)).toEqual([
    'SSLライブラリ 2.1purlもCPEもなく、名前からは特定できません身元を確認する',
    'zlib（版の記載なし）版の記載がありません身元を確認する',
    'musl 1.2.3取り込んだ脆弱性情報に、この部品の記載がありません身元を確認する',
  ]);
  await shot(page, 'records-release');
  expect(await axe(page)).toEqual([]);
});

test('the search finds a vulnerability by its id and by Japanese text', async () => {
  const page = await open('/products', analyst);
  for (const typed of ['2026-91001', 'バッファオーバーフロー']) {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: '検索・移動・操作' }).fill(typed);
    await page.getByRole('option', { name: /バッファオーバーフローの脆弱性/ }).click();
    await page.waitForURL(`**/vulnerabilities/${ids.openssl}`);
    await page.goto(`${house.url}/products`);
    await settled(page);
  }
});

/** Two lines with shipped releases whose software is known. */
async function aRegister() {
  const router = await aModel('Wi-Fiルーター', 'MR-1167');
  await aRelease(router, { version: '1.4.7', units: 12_000 }, [
    aPart('openssl', '1.1.1k'),
    aPart('busybox', '1.33.2'),
    aPart('hostapd', '2.9'),
    aPart('musl', '1.2.3'),
    { name: 'zlib', purl: 'pkg:generic/zlib' },
    { name: 'SSLライブラリ', version: '2.1' },
  ]);
  await aRelease(router, { version: '1.5.0', units: 3_000 }, [
    aPart('openssl', '1.1.1l'),
    aPart('busybox', '1.34.1'),
    aPart('hostapd', '2.9'),
  ]);
  const camera = await aModel('家庭用カメラ', 'MC-220');
  await aRelease(camera, { version: '2.4.1', units: 5_000 }, [aPart('busybox', '1.31.0')]);
}

async function aModel(lineName: string, name: string): Promise<string> {
  const { id: lineId } = await calls.createLine({ name: lineName });
  return (await calls.createModel({ lineId, name, kind: 'device' })).id;
}

async function aRelease(
  modelId: string,
  { version, units }: { version: string; units: number },
  parts: Parameters<typeof aDocument>[0],
): Promise<void> {
  const { id } = await calls.createRelease({ modelId, version, state: 'shipped', releasedOn: '2026-09-01' });
  await calls.createShipment({ releaseId: id, month: '2026-10', region: 'JP', units });
  await calls.uploadSbom({ id, file: new File([JSON.stringify(aDocument(parts))], `${version}.cdx.json`) });
}

import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { generateSync } from 'otplib';
import type { Page } from 'playwright-core';
import { afterAll, expect, test, vi } from 'vitest';
import { deedsIn } from '../../src/deeds.ts';
import { addAuthenticator, axe, launch, watchComplaints } from '../browser.ts';
import { clientSecret } from '../openid-provider.ts';
import { ledgerOf } from './ledger.ts';
import { settled } from './settled.ts';
import { started, startedProvider } from './started.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

// As a person does it: a state that does not exist yet, the command, its link. What one test makes, the next one finds.
const state = mkdtempSync(path.join(os.tmpdir(), 'mamori-house-'));
const [house, chromium] = await Promise.all([started('start', state, /first-run#token=/), launch()]);
const provider = await startedProvider(`${house.url}/auth/oidc/company/callback`, {
  nakamura: { name: '中村 大輝', email: 'nakamura@example.jp', email_verified: true, groups: ['psirt', 'everybody'] },
});
afterAll(async () => {
  await chromium.close();
  await Promise.all([house.stop(), provider.stop()]);
  rmSync(state, { recursive: true, force: true });
});

// A passkey belongs to a name, so the administrator is on localhost; everybody else takes the address as it was printed.
const localhost = house.url.replace('127.0.0.1', 'localhost');
const password = '春はあけぼのやうやう白くなりゆく';
const admin = await chromium.newPage();
const complaints = watchComplaints(admin);
const device = await addAuthenticator(admin);
const ito = await chromium.newPage();
const nakamura = await chromium.newPage();

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function signOut(page: Page, name: string): Promise<void> {
  await settled(page);
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.getByRole('menuitem', { name: 'サインアウトする' }).click();
  await heading(page, 'サインイン');
}

test('the printed link makes the administrator, with a passkey', async () => {
  const link = house.said.join('\n').match(/http\S+first-run#token=\S+/)?.[0] ?? '';
  await admin.goto(link.replace(house.url, localhost));
  await heading(admin, 'Mamoriを使い始める');
  await settled(admin);
  expect(await axe(admin)).toEqual([]);

  await admin.getByLabel('氏名').fill('石井 徹');
  await admin.getByLabel('メールアドレス').fill('ishii@example.jp');
  await admin.getByRole('radio', { name: /パスキー/ }).check();
  await press(admin, 'システム管理者になる');
  await admin.getByRole('button', { name: /石井 徹/ }).waitFor();
});

test('out, and in again by the passkey', async () => {
  await device.refuse();
  await signOut(admin, '石井 徹');
  await device.agree();
  // What was asked while the device refused stays unanswered; a page loaded anew asks a device that agrees.
  await admin.reload();
  // The browser may offer the passkey beside the field, and the device then says yes before the button is pressed.
  const inside = admin.getByRole('button', { name: /石井 徹/ }).waitFor();
  await Promise.race([press(admin, 'パスキーでサインインする').catch(() => inside), inside]);
  await inside;
});

test('a person is invited by a link, takes it with a password and adds an app', async () => {
  await admin.goto(`${localhost}/settings/people`);
  await press(admin, '招待する');
  const form = admin.getByRole('dialog', { name: '招待する' });
  await form.getByLabel('氏名').fill('伊藤 結衣');
  await form.getByLabel('メールアドレス').fill('ito@example.jp');
  await form.getByLabel('役割', { exact: true }).selectOption('PSIRT担当');
  await press(admin, 'リンクを作る');
  await admin.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await press(admin, 'コピーする');
  await admin.getByText('コピーしました').waitFor();
  const link = await admin.evaluate(() => navigator.clipboard.readText());
  await press(admin, '送りました');

  await ito.goto(link);
  await ito.getByText('「PSIRT担当」として招待されています。').waitFor();
  await ito.getByLabel('パスワード', { exact: true }).fill(password);
  await press(ito, '招待を受ける');
  await ito.getByRole('button', { name: /伊藤 結衣/ }).waitFor();

  await ito.goto(`${house.url}/settings/me`);
  await press(ito, '認証アプリを設定する');
  const secret = (await ito.getByRole('dialog').locator('code').textContent())?.replaceAll(' ', '') ?? '';
  await ito.getByLabel('アプリにいま出ているコード').fill(generateSync({ secret }));
  await press(ito, '確認する');
  await press(ito, '保管しました');
  await ito.getByText('アカウントは、パスキーか認証アプリで守られています。').waitFor();

  await signOut(ito, '伊藤 結衣');
  await ito.getByLabel('メールアドレス').fill('ito@example.jp');
  await ito.getByLabel('パスワード', { exact: true }).fill(password);
  await press(ito, 'サインインする');
  await heading(ito, '2段階目の確認');
  // The code of this moment has served once; a telephone that is half a minute ahead shows the next one.
  await ito.getByLabel('コード').fill(generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + 30 }));
  await press(ito, 'サインインする');
  await ito.getByRole('button', { name: /伊藤 結衣/ }).waitFor();
});

test('the company’s provider is set up, and its group gives the role of who comes from there', async () => {
  await admin.goto(`${localhost}/settings/single-sign-on`);
  await press(admin, 'プロバイダーを足す');
  const form = admin.getByRole('dialog');
  await form.getByLabel('サインインのページに出す名前').fill('社内アカウント');
  await form.getByLabel('アドレスに使う短い名前').fill('company');
  await form.getByText(`${house.url}/auth/oidc/company/callback`).waitFor();
  await form.getByLabel('発行者').fill(provider.issuer);
  await form.getByLabel('クライアントID').fill('mamori');
  await form.getByLabel('クライアントシークレット').fill(clientSecret);
  await form.getByLabel('スコープ').fill('openid email profile groups');
  await form.getByLabel('プロバイダーは社内のネットワークにある').check();
  await form.getByLabel('初めてサインインした人を利用者に加える').check();
  await form.getByLabel('グループの入るクレーム').fill('groups');
  await press(admin, 'グループを足す');
  await form.getByLabel('グループ', { exact: true }).fill('psirt');
  await form.getByLabel('役割', { exact: true }).selectOption('PSIRT担当');
  await press(admin, '確かめて保存する');
  await admin.getByText('サインインのページに「社内アカウント」が出るようになりました').waitFor();

  await nakamura.goto(`${localhost}/products`);
  await nakamura.getByRole('link', { name: '社内アカウントでサインインする' }).click();
  await nakamura.waitForURL(`${provider.issuer}/**`);
  await nakamura.getByPlaceholder('Enter any login').fill('nakamura');
  await nakamura.getByPlaceholder('and password').fill('x');
  await nakamura.getByRole('button', { name: 'Sign-in' }).click();
  await nakamura.getByRole('button', { name: 'Continue' }).click();
  await nakamura.waitForURL(`${house.url}/products`);
  await nakamura.getByRole('button', { name: /中村 大輝.*PSIRT担当/ }).waitFor();
});

test('a product line and a model are made by hand', async () => {
  await ito.goto(`${house.url}/products`);
  await ito.getByText('製品はまだ登録されていません。').first().waitFor();
  await ito.getByRole('button', { name: '製品を登録する' }).first().click();
  const form = ito.getByRole('dialog', { name: '製品を登録する' });
  await form.getByLabel('新しいシリーズの名前').fill('家庭用カメラ');
  await form.getByLabel('機種の名前または番号').fill('MC-220');
  await form.getByLabel('型番').last().fill('MC-220-W, 白\nMC-220-K, 黒');
  await form.getByLabel('セキュリティサポート終了').fill('2031-03-31');
  await press(ito, '登録する');
  await heading(ito, 'MC-220');
  await ito.getByText('2031年3月31日').first().waitFor();
});

test('1,000 products come from a CP932 file: previewed, applied, found, and gone by one undo', async () => {
  await ito.goto(`${house.url}/products/import`);
  const file = { name: '製品台帳.csv', mimeType: 'text/csv', buffer: ledgerOf(1_000) };
  await ito.locator('input[type=file]').setInputFiles(file);
  await ito.getByText('1,000件を登録し、0件を変更します。0件は変わりません。').waitFor();
  await ito.getByText('見守りカメラ').first().waitFor();
  await press(ito, '1,000件を取り込む');
  await ito.getByText('1,000件を取り込みました').waitFor();

  await heading(ito, '製品');
  await ito.getByText('5シリーズ・1,001機種・1,002型番があります。').waitFor();
  await ito.getByRole('searchbox').fill('ＰＭ－１９９９');
  await ito.getByRole('row', { name: /PM-1999/ }).waitFor();

  await press(ito, '元に戻す');
  await ito.getByText('1,000件の取り込みを元に戻しました').waitFor();
  await ito.goto(`${house.url}/products`);
  await ito.getByText('1シリーズ・1機種・2型番があります。').waitFor();
});

const choose = async (filter: string, option: string) => {
  await admin.getByRole('button', { name: new RegExp(`^${filter}\\s*すべて`) }).click();
  await admin.getByRole('checkbox', { name: option, exact: true }).check();
  await admin.keyboard.press('Escape');
};
const drop = (filter: string) => admin.getByRole('button', { name: `条件「${filter}」を外す` }).click();

test('the audit trail has all of it, and goes out as a file', async () => {
  await admin.goto(`${localhost}/settings/audit`);
  await heading(admin, '操作履歴');
  const deeds = [
    ['石井 徹', ['サインイン', '招待を作成', 'プロバイダーを追加']],
    ['伊藤 結衣', ['認証アプリを追加', '製品シリーズを追加', '製品を取り込み', '取り込みを元に戻した']],
    ['中村 大輝', ['サインイン']],
  ] as const;
  for (const [who, done] of deeds) {
    await choose('操作した人', who);
    for (const deed of done) {
      await choose('操作', deed);
      await admin
        .getByRole('row', { name: new RegExp(`${who}.*${deed}`) })
        .first()
        .waitFor();
      await drop('操作');
    }
    await drop('操作した人');
  }

  const unnamed = (await allLines()).flatMap(({ action, before, after }) => {
    const { fields } = deedsIn('ja', action);
    return Object.keys({ ...before, ...after }).filter((key) => !(key in fields));
  });
  expect([...new Set(unnamed)]).toEqual([]);

  await press(admin, '書き出す');
  const [download] = await Promise.all([
    admin.waitForEvent('download'),
    admin.getByRole('menuitem', { name: /UTF-8/ }).click(),
  ]);
  const file = await readFile(await download.path(), 'utf8');
  for (const name of ['石井 徹', '伊藤 結衣', '中村 大輝', '製品台帳.csv']) expect(file).toContain(name);
  expect(file).not.toContain(password);
});

type Line = { action: string; before: object | null; after: object | null };

/** The whole trail as its page gets it. */
function allLines(): Promise<Line[]> {
  return admin.evaluate(async () => {
    const lines: Line[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const answer = await fetch(`/api/audit?limit=500${next && `&after=${next}`}`);
      const page = (await answer.json()) as { items: Line[]; next: string | null };
      lines.push(...page.items);
      next = page.next;
    }
    return lines;
  });
}

test('all of it can be read in English, and stays so', async () => {
  await press(admin, 'English');
  await heading(admin, 'Audit trail');
  expect(await admin.locator('html').getAttribute('lang')).toBe('en');
  await admin.goto(`${localhost}/notices`);
  await heading(admin, 'Notices');
  await admin.goto(`${localhost}/settings/deliveries`);
  await heading(admin, 'Sending');
  await admin.getByText('No mail server is set').first().waitFor();
  await settled(admin);

  expect(complaints).toEqual([]);
});

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { readCsv } from '#formats/csv';
import { describeSeals } from '../../src/access/describe-seals.ts';
import { auditSealer } from '../../src/access/seal-audit.ts';
import { settled } from './settled.ts';
import { aStage } from './stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const { house, open } = await aStage();
const { cookie } = await house.aSignedIn(['administrator', 'analyst'], { name: '石井 徹' });

test('the trail is narrowed, a line says in words what changed, and exactly those lines are taken along', async () => {
  const page = await open('/settings/audit', { cookie });
  await page.getByRole('button', { name: /^操作\s*すべて/ }).click();
  await page.getByLabel('製品シリーズを追加').check();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.url()).toContain('action=product-line.create');
  await page.getByRole('searchbox').fill('カメラ');
  await expect.poll(() => page.getByRole('row').count()).toBe(2);

  await page.getByRole('link', { name: '製品シリーズを追加' }).click();
  const panel = page.getByRole('region', { name: '製品シリーズを追加：家庭用カメラ' });
  await panel.getByRole('row', { name: '名前 家庭用カメラ' }).waitFor();
  expect(page.url()).toContain('row=');

  // The same address shows a colleague the same picture.
  const colleague = await open(new URL(page.url()).pathname + new URL(page.url()).search, { cookie, language: 'en' });
  await colleague.getByRole('region', { name: 'Product line added: 家庭用カメラ' }).waitFor();

  await page.getByRole('button', { name: '書き出す' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: /UTF-8/ }).click(),
  ]);
  const { document } = readCsv(readFileSync(await download.path()));
  expect(document.rows.map(({ cells }) => cells[document.header.indexOf('対象')])).toEqual(['家庭用カメラ']);

  await page.keyboard.press('Escape');
  await expect.poll(() => page.url()).not.toContain('row=');
});

test('the trail says until when it is sealed', async () => {
  const seal = auditSealer();
  const tools = house.systemTools('test');
  // The house of the tests has no state folder, where the newest seal is noted.
  const stateFolder = mkdtempSync(path.join(tmpdir(), 'mamori-seal-'));
  onTestFinished(() => rmSync(stateFolder, { recursive: true }));
  // The sealer waits for every transaction of the cluster, those of other tests too; it is asked until it has sealed.
  await expect
    .poll(() => seal({ ...tools, house: { ...tools.house, stateFolder } }).then(() => describeSeals(tools)))
    .not.toMatchObject({ sealedAt: null });
  const page = await open('/settings/audit', { cookie });

  await page.getByText('あとから変えられないように封印しています。').waitFor();
});

test('a failed job is read, taken out of the list, put back and run again', async () => {
  const { boss } = house.queue;
  const id = await boss.send('inventory.forget-previews', {}, { retryLimit: 0 });
  await boss.fetch('inventory.forget-previews');
  await boss.fail('inventory.forget-previews', id ?? '', new Error('connect ECONNREFUSED'));
  const page = await open('/settings/jobs', { cookie });
  await page.getByText('失敗したジョブが1件あります。').waitFor();
  const failed = page.getByRole('table', { name: '失敗したジョブ' });
  await failed.getByText('connect ECONNREFUSED').waitFor();

  await failed.getByRole('button', { name: '取り込み前の確認の削除の操作' }).click();
  await page.getByRole('menuitem', { name: '一覧から外す' }).click();
  await page.getByText('失敗したジョブはありません。').waitFor();
  await page.getByRole('button', { name: '元に戻す' }).click();
  await failed.getByText('connect ECONNREFUSED').waitFor();

  await page.getByRole('button', { name: 'すべてやり直す' }).click();
  await page.getByText('1件をやり直しています').waitFor();
  await house.drain();
  await page.reload();
  await settled(page);
  await page.getByText('予定どおりに動いています。').waitFor();
});

test('an operation of the API is found and shows a line to try it with', async () => {
  const page = await open('/api-docs', { cookie });
  await page.getByRole('searchbox').fill('jobs/retry-all');
  await page.getByRole('button', { name: /\/jobs\/retry-all/ }).click();

  await page.getByText(/curl -X POST .*\/api\/jobs\/retry-all/).waitFor();
  expect(page.url()).toContain('operation=operations.retryAllJobs');
});

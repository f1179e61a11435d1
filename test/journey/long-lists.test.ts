import path from 'node:path';
import type { Page } from 'playwright-core';
import { beforeEach, expect, test, vi } from 'vitest';
import { newId } from '#platform/ids';
import { noon } from '../database.ts';
import { aStage } from './stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const { house, open } = await aStage('empty');
const count = 260;
let analyst: Awaited<ReturnType<typeof house.aSignedIn>>;

beforeEach(async () => {
  analyst = await house.aSignedIn(['analyst']);
  const notices = Array.from({ length: count }, (_, at) => ({
    ...{ id: newId(), person_id: analyst.person.id, kind: 'test', subject_kind: 'test', subject_id: String(at) },
    ...{ title: `知らせ ${at + 1}`, body: 'OpenSSL 1.1.1kが該当します。', path: '/settings', dedupe_key: String(at) },
    created_at: noon.subtract({ minutes: at }),
  }));
  await house.db.insertInto('notice').values(notices).execute();
});

const rows = (page: Page) => page.locator('main tbody tr');
const isSelected = (page: Page, at: number) => rows(page).nth(at).getAttribute('data-selected');

async function openAll() {
  const page = await open('/notices', analyst);
  for (let shown = 50; shown < count; shown += 50) {
    await page.getByRole('button', { name: '続きを表示' }).click();
    await expect.poll(() => rows(page).count()).toBe(Math.min(count, shown + 50));
  }
  return page;
}

test('a long list is whole, and drawn anew only where it is seen', async () => {
  const page = await openAll();

  await page.getByRole('checkbox', { name: '表示中の行をすべて選ぶ' }).check();
  await page.getByText(`${count}件を選択中`).waitFor();
  const [first, last] = [await isSelected(page, 0), await isSelected(page, count - 1)];
  await page.evaluate('scrollTo(0, 0)');

  expect({ first, last }).toEqual({ first: null, last: 'true' });
  await expect.poll(() => isSelected(page, 0)).toBe('true');
});

test('the keyboard goes from row to row through all of it', async () => {
  const page = await openAll();
  await rows(page).first().focus();
  for (let presses = 0; presses < 120; presses++) await page.keyboard.press('j');
  await page.keyboard.press('k');

  await page.keyboard.press('x');

  await page.getByRole('checkbox', { name: '知らせ 120を選ぶ', checked: true }).waitFor();
  await page.getByText('1件を選択中').waitFor();
});

test('all that is loaded is printed as it stands, and paper says that there is more', async () => {
  const page = await open('/notices', analyst);
  const said = page.getByText('続きは印刷されていません。');
  const onScreen = await said.isVisible();
  await page.emulateMedia({ media: 'print' });
  const onPaper = await said.isVisible();
  if (process.env.MAMORI_SHOTS)
    await page.screenshot({ path: path.join(process.env.MAMORI_SHOTS, 'print-more.png'), fullPage: true });

  const all = await openAll();
  await all.getByRole('checkbox', { name: '表示中の行をすべて選ぶ' }).check();
  await all.pdf();
  await all.emulateMedia({ media: 'print' });

  expect({ onScreen, onPaper }).toEqual({ onScreen: false, onPaper: true });
  expect(await all.locator('main tbody tr[data-selected]').count()).toBe(count);
  expect(await all.getByText('続きは印刷されていません。').count()).toBe(0);
});

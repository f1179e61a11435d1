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

async function openAll() {
  const page = await open('/notices', analyst);
  for (let shown = 50; shown < count; shown += 50) {
    await page.getByRole('button', { name: '続きを表示' }).click();
    await expect.poll(() => rows(page).count()).toBe(Math.min(count, shown + 50));
  }
  return page;
}

test('paper says that there is more than what is printed', async () => {
  const page = await open('/notices', analyst);
  const said = page.getByText('続きは印刷されていません。');
  const onScreen = await said.isVisible();
  await page.emulateMedia({ media: 'print' });
  const onPaper = await said.isVisible();
  if (process.env.MAMORI_SHOTS)
    await page.screenshot({ path: path.join(process.env.MAMORI_SHOTS, 'print-more.png'), fullPage: true });

  const all = await openAll();
  await all.emulateMedia({ media: 'print' });

  expect({ onScreen, onPaper }).toEqual({ onScreen: false, onPaper: true });
  expect(await all.getByText('続きは印刷されていません。').count()).toBe(0);
});

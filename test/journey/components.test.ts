import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { axe } from '../browser.ts';
import { aStage } from './stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const { house, open } = await aStage();
const analyst = await house.aSignedIn(['analyst']);

const shot = async (page: Page, name: string) => {
  if (process.env.MAMORI_SHOTS)
    await page.screenshot({ path: path.join(process.env.MAMORI_SHOTS, `${name}.png`), fullPage: true });
};
const tree = (page: Page) => page.getByRole('treegrid', { name: '部品が入っているリリース' });

test('where OpenSSL 1.1.1k is: the sentence, the releases under their models, one of them opened', async () => {
  const page = await open('/products', analyst);
  await page.getByRole('link', { name: '部品から探す' }).click();
  await page.getByText('ある部品がどの製品に入っているかを調べます。').waitFor();
  await page.getByText('自社の多くのリリースに入っている部品：').waitFor();
  await shot(page, 'where-first');

  await page.getByRole('link', { name: 'OpenSSL 1.1.1k' }).click();
  await page
    .getByText(/^openssl 1\.1\.1k は、出荷済みの[\d,]+機種・[\d,]+リリース、[\d,]+台に入っています。/)
    .waitFor();
  await expect.poll(() => tree(page).textContent()).toContain('openssl 1.1.1k');
  await shot(page, 'where-found');
  expect(await axe(page)).toEqual([]);

  await page.getByRole('searchbox').fill('ＯＰＥＮＳＳＬ 1.1.1l未満');
  await page.getByText(/^openssl（1\.1\.1l 未満）は、/).waitFor();
  expect(new URL(page.url()).searchParams.get('q')).toBe('ＯＰＥＮＳＳＬ 1.1.1l未満');
  await tree(page).getByRole('link').nth(1).click();
  await expect.poll(() => new URL(page.url()).pathname).toMatch(/^\/products\/[^/]+\/[^/]+$/);
});

test('before anything is asked, what the maker uses most is a way in', async () => {
  const page = await open('/products/components', analyst);
  const common = page.locator('span').filter({ hasText: /^busybox\d+リリース$/ });

  const said = Number(/(\d+)リリース/.exec((await common.textContent()) ?? '')?.[1]);
  expect(await axe(page)).toEqual([]);
  await common.getByRole('link').click();

  expect(said).toBeGreaterThan(1);
  await page.getByText(/^busybox は、/).waitFor();
  expect(new URL(page.url()).searchParams.get('q')).toBe('busybox');
});

test('what is not found says why and offers what there is', async () => {
  const page = await open('/products/components?q=openss', analyst);

  await page.getByText('「openss」という名前の部品は登録されていません。').waitFor();
  await page.getByRole('link', { name: 'openssl' }).click();
  await tree(page).waitFor();
  await page.getByRole('searchbox').fill('openssl >9');
  await page.getByText('openssl（9 より後）は、どの製品にも入っていません。').waitFor();
  await page.getByRole('link', { name: 'opensslのすべての版を見る' }).click();
  await tree(page).waitFor();
  await page.getByRole('searchbox').fill('<1.0');
  await page.getByText('部品の名前を読み取れません。').waitFor();
  await shot(page, 'where-unreadable');
});

test('on a phone, in English', async () => {
  const page = await open('/products/components?q=openssl', { ...analyst, language: 'en', width: 'phone' });

  await page.getByText(/^openssl is in [\d,]+ shipped models?/).waitFor();
  await shot(page, 'where-phone');
});

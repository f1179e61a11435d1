import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { axe } from '../browser.ts';
import { settled } from './settled.ts';
import { aStage } from './stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const { house, open } = await aStage('empty');
const analyst = await house.aSignedIn(['analyst']);

test('the page says what it answers, what its words mean and what to do; the guide is one press away', async () => {
  const page = await open('/today', analyst);
  await page.getByRole('button', { name: 'このページのヘルプ' }).click();
  const panel = page.getByRole('dialog', { name: 'このページのヘルプ' });
  await panel.getByText('出荷済みの製品に、いま何が該当しているか。').waitFor();
  await panel.getByText('製品が被害を受けうることを表します。').waitFor();
  await panel.getByText('検索・移動・操作').first().waitFor();
  if (process.env.MAMORI_SHOTS) await page.screenshot({ path: path.join(process.env.MAMORI_SHOTS, 'help.png') });
  expect(await axe(page)).toEqual([]);

  await panel.getByRole('link', { name: 'PSIRT担当の手引き' }).click();
  await page.getByRole('heading', { level: 1, name: 'PSIRT担当の手引き' }).waitFor();
  await page.getByRole('heading', { level: 2, name: '毎朝すること' }).waitFor();
  await settled(page);
  expect(await panel.count()).toBe(0);
  expect(await axe(page)).toEqual([]);
});

test('by keyboard in English: h opens it, Escape closes it and gives the focus back', async () => {
  const page = await open('/products/components', { ...analyst, language: 'en' });
  await page.getByRole('searchbox').first().focus();
  await page.keyboard.press('h');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.getByRole('searchbox').first().fill('');
  await page.getByRole('button', { name: 'Help with this page' }).focus();
  await page.keyboard.press('h');
  const panel = page.getByRole('dialog', { name: 'Help with this page' });
  await panel.getByText('Which releases of which products contain a part').waitFor();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'hidden' });
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('Help with this page');
});

import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { intelligence } from '#intelligence/contract';
import { inventory } from '#inventory/contract';
import { axe } from '../browser.ts';
import { aModel, aRelease } from '../products.ts';
import { aDocument, aPart } from '../sbom-bytes.ts';
import { settled } from './settled.ts';
import { aStage } from './stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const { house, open } = await aStage('empty');
const analyst = await house.aSignedIn(['analyst']);
const { id: modelId } = await aModel(house.db, { name: 'MR-1167' });
const part = { ...aPart('libwifimod2', '1.0'), purl: undefined as unknown as string };
for (const version of ['1.4.6', '1.4.7']) {
  const { id } = await aRelease(house.db, { modelId, version });
  const file = new File([JSON.stringify(aDocument([part, aPart('sprocket')]))], `${version}.json`);
  await house.callsOf(inventory, analyst.cookie).uploadSbom({ id, file });
}
for (const product of ['cpe:2.3:a:acme:wifimod', 'cpe:2.3:a:beta:wifimod_driver'])
  await house.callsOf(intelligence, analyst.cookie).createOwnRecord({
    facts: {
      ...{ titleJa: '無線部品の弱点', titleEn: '', overview: '', vector: '', names: [], references: [], tlp: 'amber' },
      ...{ products: [{ product, versions: '2.0 未満' }], technologies: [] },
    },
    readerIds: null,
  });
await house.drain();

const shot = async (page: Page, name: string) => {
  if (process.env.MAMORI_SHOTS)
    await page.screenshot({ path: path.join(process.env.MAMORI_SHOTS, `${name}.png`), fullPage: true });
};
const address = '/products/mr-1167/1.4.7?tab=matches';

test('by keyboard alone a component is told what it is, for every release', async () => {
  const page = await open(address, analyst);
  const ask = page.getByRole('row', { name: /libwifimod2/ }).getByRole('button', { name: '身元を確認する' });
  await ask.focus();
  await page.keyboard.press('Enter');
  const window = page.getByRole('dialog', { name: '「libwifimod2」はどの製品ですか' });
  await window.getByText('いまは2リリースにあり').waitFor();
  await window.getByText('acme:wifimod', { exact: true }).waitFor();
  await settled(page);
  await shot(page, 'identity-window');
  expect(await axe(page)).toEqual([]);

  await window.getByLabel('メモ').fill('基板の資料で確かめた');
  await window.getByRole('button', { name: 'この製品：acme:wifimod', exact: true }).press('Enter');
  await page.getByText('「libwifimod2」を acme:wifimod と確認しました').waitFor();
  await house.drain();
  await window.getByText('佐藤 美咲').waitFor();
  await shot(page, 'identity-window-said');
  await page.keyboard.press('Escape');
  await page.reload();
  await page
    .getByRole('row', { name: /libwifimod2.*該当/ })
    .first()
    .click();
  await page.getByText('acme:wifimod であることは、佐藤 美咲が確認しています。').waitFor();
  await settled(page);
  await shot(page, 'identity-evidence');
  expect(await axe(page)).toEqual([]);
});

test('what was said is listed, and more is brought in; each row that is not taken is shown with the reason', async () => {
  const page = await open('/vulnerabilities/identities', { ...analyst, language: 'en' });
  await page.getByRole('row', { name: /libwifimod2.*acme:wifimod/ }).waitFor();
  await settled(page);
  await shot(page, 'identities');

  await page.getByRole('button', { name: 'Bring in a file' }).click();
  const said = [
    { subject: 'gear', vendor: 'acme', product: 'gearbox', answer: 'is-not' },
    { subject: 'wheel', vendor: '*', product: 'gearbox', answer: 'is' },
  ];
  const window = page.getByRole('dialog');
  await window
    .locator('input[type=file]')
    .setInputFiles({ name: 'said.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(said)) });
  await window.getByRole('button', { name: 'Bring in', exact: true }).click();
  await window.getByText(/1 applied/).waitFor();
  await window.getByText(/Row 2.*wheel.*vendor and product cannot be read/).waitFor();
  await shot(page, 'identities-import');
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('row', { name: /gear.*acme:gearbox.*Ruled out/ }).waitFor();
});

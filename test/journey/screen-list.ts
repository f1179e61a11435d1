import type { Page } from 'playwright-core';
import type { Language } from '#platform/browser/texts';

/** The pictures of docs/guides: what they show is named, so that it is the same however the demonstration grows. */
export const guidePictures: readonly {
  name: string;
  in: 'demo' | 'empty';
  address: string;
  /** What is taken out before the picture, to show more of the rest. */
  hides?: string;
}[] = [
  { name: 'today', in: 'demo', address: '/today' },
  { name: 'evidence', in: 'demo', address: '/products/mr-1167/1.4.7?row=CVE-2021-3711' },
  { name: 'where', in: 'demo', address: '/products/components?q=openssl' },
  { name: 'products', in: 'demo', address: '/products' },
  { name: 'first-steps', in: 'empty', address: '/first-steps' },
];

type Window = { name: string; address: string; press: (page: Page, language: Language) => Promise<void> };

const byButton =
  (ja: string, en: string) =>
  (page: Page, language: Language): Promise<void> =>
    page
      .getByRole('button', { name: language === 'ja' ? ja : en })
      .first()
      .click();

const byKey = (key: string) => async (page: Page) => {
  await page.keyboard.press(key);
};

/** Windows over pages, and how they are opened. */
export const windows: readonly Window[] = [
  { name: 'help', address: '/today', press: byKey('h') },
  { name: 'keys', address: '/products', press: byKey('?') },
  { name: 'palette', address: '/today', press: byKey('Control+k') },
  { name: 'division', address: '/settings/organization', press: byButton('部門を作る', 'Make a division') },
  { name: 'invite', address: '/settings/people', press: byButton('招待する', 'Invite somebody') },
  { name: 'key', address: '/settings/keys', press: byButton('キーを作る', 'Make a key') },
  { name: 'product', address: '/products', press: byButton('製品を登録する', 'Register a product') },
  { name: 'release', address: '/products/mr-1167?add=release', press: async () => {} },
  {
    name: 'hand-part',
    address: '/products/mr-300/1.0.9?tab=components',
    press: byButton('部品を手で入力する', 'Enter parts by hand'),
  },
  {
    name: 'identity',
    address: '/products/mr-1167/1.4.7',
    press: byButton('身元を確認する', 'Say what it is'),
  },
  {
    name: 'decide',
    address: '/products/mr-1167/1.4.7?row=CVE-2021-3711',
    press: byButton('判定する', 'Decide'),
  },
  { name: 'divisions', address: '/first-steps', press: byButton('部門を登録する', 'Enter divisions') },
];

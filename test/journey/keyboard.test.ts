import type { Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { settled } from './settled.ts';
import { aStage, demoPassword } from './stage.ts';

vi.setConfig({ testTimeout: 60_000 });

const { house, accounts, open } = await aStage();
const mail = accounts.find(({ label }) => label.includes('システム管理者'))?.email ?? '';

// One person, one page, no mouse: what one test leaves, the next one goes on from.
const page = await open('/sign-in');
const keys = page.keyboard;
const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

/** What has the focus, as a screen reader would call it. */
const focused = () =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    if (element === document.body) return 'nothing';
    return element.getAttribute('aria-label') ?? (element.textContent || element.id || element.tagName).trim();
  });

/** Presses Tab until what has the focus is called so; everything on the way must show that it has it. */
async function tabTo(name: string | RegExp): Promise<void> {
  const unseen: string[] = [];
  for (let presses = 0; presses < 60; presses++) {
    await keys.press('Tab');
    const here = await focused();
    // Behind the last part of the page comes the browser itself.
    if (here !== 'nothing' && !(await isFocusSeen(page))) unseen.push(here);
    if (typeof name === 'string' ? here === name : name.test(here)) return expect(unseen).toEqual([]);
  }
  throw new Error(`Sixty Tabs do not lead to ${name}`);
}

test('somebody signs in', async () => {
  await tabTo('email');
  await keys.type(mail);
  await tabTo('password');
  await keys.type(demoPassword);
  await keys.press('Enter');
  await heading('本日の対応');
});

test('the skip link leads past the menu', async () => {
  await page.goto(`${house.url}/products`);
  await settled(page);
  await keys.press('Tab');
  expect(await focused()).toBe('本文へ移動');
  expect(await isFocusSeen(page)).toBe(true);
  await keys.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main');
  await tabTo('書き出す');
});

test('the menu leads to a page, and the focus goes with it', async () => {
  // Without the "#main" of the skip link, from which a reload would begin.
  await page.goto('about:blank');
  await page.goto(`${house.url}/products`);
  await settled(page);
  await tabTo('設定');
  await keys.press('Enter');
  await heading('設定');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main');
});

test('the palette opens by Ctrl K and by /, finds by reading, and gives the focus back', async () => {
  await keys.press('Control+k');
  await keys.type('tkc');
  await page.getByRole('option', { name: /TKC-T2/ }).waitFor();
  for (let letter = 0; letter < 3; letter++) await keys.press('Backspace');
  await typeKana('そうさりれき');
  await page.getByRole('option', { name: '操作履歴', selected: true }).waitFor();
  await keys.press('Enter');
  await heading('操作履歴');

  await settled(page);
  await tabTo('書き出す');
  await keys.press('/');
  await page.getByRole('combobox', { name: '検索・移動・操作' }).waitFor();
  await keys.press('Escape');
  await expect.poll(focused).toBe('書き出す');
});

test('a menu is walked by arrows and left by Escape', async () => {
  await keys.press('Enter');
  await expect.poll(focused).toContain('CSV（UTF-8');
  await keys.press('ArrowDown');
  expect(await focused()).toContain('CSV（CP932');
  await keys.press('Escape');
  await expect.poll(focused).toBe('書き出す');
});

test('j and k walk the rows, Enter opens one beside the list, Escape comes back to it', async () => {
  const rows = page.getByRole('table', { name: '操作の一覧' }).getByRole('row');
  const [first, second] = [await rows.nth(1).textContent(), await rows.nth(2).textContent()];
  await keys.press('j');
  await keys.press('j');
  await expect.poll(focused).toBe(second);
  await keys.press('k');
  await expect.poll(focused).toBe(first);
  expect(await isFocusSeen(page)).toBe(true);

  await keys.press('Enter');
  await page.getByRole('heading', { level: 2, name: /^サインイン/ }).waitFor();
  await settled(page);
  await keys.press('Escape');
  await expect.poll(focused).toBe(first);
  await expect.poll(() => page.url()).not.toContain('row=');
});

test('a dialog keeps the focus until it is closed; what was made is taken back by one key', async () => {
  await keys.press('Control+k');
  await typeKana('そしき');
  await page.getByRole('option', { name: '組織', exact: true, selected: true }).waitFor();
  await keys.press('Enter');
  await heading('組織');
  await settled(page);

  await tabTo('部門を作る');
  await keys.press('Enter');
  const dialog = page.getByRole('dialog', { name: '部門を作る' });
  await dialog.waitFor();
  await expect.poll(focused).toBe('division-name');
  for (let presses = 0; presses < 6; presses++) {
    await keys.press('Tab');
    expect(await dialog.evaluate((window) => window.contains(document.activeElement))).toBe(true);
  }
  await keys.press('Escape');
  await expect.poll(focused).toBe('部門を作る');

  await keys.press('Enter');
  await expect.poll(focused).toBe('division-name');
  await keys.type('海外営業部');
  await keys.press('Enter');
  await page.getByText('「海外営業部」を作りました').waitFor();
  await page.getByRole('row', { name: /海外営業部/ }).waitFor();
  await expect.poll(focused).toBe('部門を作る');
  await keys.press('u');
  await page.getByRole('row', { name: /海外営業部/ }).waitFor({ state: 'detached' });
});

test('? says what the keys do', async () => {
  await keys.press('?');
  const help = page.getByRole('dialog', { name: 'キーボードの操作' });
  await help.getByText('検索・移動・操作').first().waitFor();
  await keys.press('Escape');
  await help.waitFor({ state: 'hidden' });
});

/** As an input method does it, which works in a field that has the focus and nowhere else. */
async function typeKana(kana: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
  await keys.insertText(kana);
}

/** Whether a person sees where the focus is: a ring, and nothing that sticks to the top lies over it. */
function isFocusSeen(onPage: Page): Promise<boolean> {
  return onPage.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    // A field with a sign inside shows the ring around both.
    const shows = [element, element.parentElement ?? element].map((one) => getComputedStyle(one));
    const { left, top, width, height } = element.getBoundingClientRect();
    const over = document.elementFromPoint(left + width / 2, top + height / 2);
    const ring = shows.some((style) => style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2);
    return (
      ring && (over === null || element.contains(over) || over.contains(element) || over.closest('label') !== null)
    );
  });
}

import type { Page } from 'playwright-core';
import { describe, expect, test, vi } from 'vitest';
import { axe, watchComplaints } from '../browser.ts';
import { addressesOf, samplesOf } from './every-page.ts';
import { routesOf, settled } from './settled.ts';
import { aStage } from './stage.ts';

vi.setConfig({ testTimeout: 60_000 });

const { house, open } = await aStage();
// What follows from loading the demonstration has followed: its releases are matched.
await house.drain();
const { cookie } = await house.aSignedIn(['administrator', 'analyst'], { name: '石井 徹' });
const samples = await samplesOf(house.url, cookie);
const routes = await routesOf(await open('/settings', { cookie }));

// A link that leads nowhere answers 404, and the browser writes that down as an error.
const deadLinks = ['/first-run', '/invitation'];

test('the pages are those of the router', () => {
  expect(routes.length).toBeGreaterThan(15);
  expect(routes).toContainEqual({ path: '/products/$model', inside: true });
  expect(routes).toContainEqual({ path: '/sign-in', inside: false });
});

describe.each([true, false])('signed in: %s', async (inside) => {
  const addresses = routes.filter((route) => route.inside === inside).flatMap(({ path }) => addressesOf(path, samples));
  const openFirst = (look: object) =>
    open(inside ? '/settings' : '/sign-in', { ...(inside ? { cookie } : {}), ...look });
  const pages = {
    ja: await openFirst({ language: 'ja' }),
    en: await openFirst({ language: 'en' }),
    phone: await openFirst({ width: 'phone' }),
  };
  const complaints = Object.values(pages).map(watchComplaints);

  test.each(addresses)('nothing is in the way of anybody: %s', async (address) => {
    const found: Record<string, string[]> = {};
    for (const language of ['ja', 'en'] as const) {
      const page = pages[language];
      await page.emulateMedia({ colorScheme: 'light' });
      await visit(page, address);
      found[`${language} light`] = await axe(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      found[`${language} dark`] = await axe(page, 'colours');
    }
    await visit(pages.phone, address);
    found.phone = await axe(pages.phone);
    for (const width of [390, 320]) found[`${width} px`] = await sidewaysAt(pages.phone, width);
    const said = complaints.flatMap((lines) => lines.splice(0));

    expect(Object.fromEntries(Object.entries(found).filter(([, lines]) => lines.length > 0))).toEqual({});
    expect(said.filter((line) => !(deadLinks.includes(address) && line.includes('404')))).toEqual([]);
  });
});

async function visit(page: Page, address: string): Promise<void> {
  await page.goto(house.url + address);
  // When only what stands behind "#" differs from the page before, going there loads nothing.
  if (address.includes('#')) await page.reload();
  await settled(page);
}

/** What scrolls sideways at this width, other than tables of data. */
async function sidewaysAt(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 844 });
  return page.evaluate((limit) => {
    const { scrollWidth } = document.documentElement;
    const boxes = [...document.querySelectorAll('body *')].filter(
      (box) =>
        box.scrollWidth > box.clientWidth + 1 &&
        ['auto', 'scroll'].includes(getComputedStyle(box).overflowX) &&
        !box.querySelector('table'),
    );
    const lines = boxes.map((box) => `${box.tagName.toLowerCase()}.${box.className}: ${box.scrollWidth} px`);
    return scrollWidth > limit ? [`the page: ${scrollWidth} px`, ...lines] : lines;
  }, width);
}

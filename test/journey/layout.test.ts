import type { Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { access } from '#access/contract';
import { withoutJapaneseFonts } from '../browser.ts';
import { aStage } from './stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const { house, chromium, open } = await aStage();
await house.drain();
const analyst = await house.aSignedIn(['analyst']);
// Tabs that came after their list would push it down.
for (const list of ['release-matches', 'products', 'vulnerabilities'] as const)
  await house.callsOf(access, analyst.cookie).createView({ list, name: '重要なもの', query: 'q=MR', shared: false });

const pages = {
  today: '/today',
  products: '/products',
  vulnerabilities: '/vulnerabilities',
  release: '/products/mr-1167/1.4.7',
  vulnerability: '/vulnerabilities/CVE-2021-3711',
};

/** More than this and people lose the line that they were about to press. */
const mostShift = 0.02;

test.each([
  ['ja', 'wide'],
  ['en', 'wide'],
  ['ja', 'phone'],
  ['en', 'phone'],
] as const)('nothing jumps when answers are slow: %s %s', async (language, width) => {
  const shifts: Record<string, Shift[]> = {};
  for (const [name, address] of Object.entries(pages)) {
    const page = await chromium.newPage({ language, width });
    const [cookie = '', value = ''] = analyst.cookie.split('=');
    await page.context().addCookies([{ name: cookie, value, url: house.url }]);
    await withoutJapaneseFonts(page);
    await answerSlowly(page);
    await page.addInitScript(watchShifts);
    await page.goto(house.url + address);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(300);
    shifts[name] = await page.evaluate(() => (globalThis as Watching).shifts);
    await page.context().close();
  }
  const sums = Object.entries(shifts).map(([name, all]) => [name, all.reduce((sum, { value }) => sum + value, 0)]);
  const tooMuch = sums.filter(([, sum]) => Number(sum) > mostShift);
  if (tooMuch.length > 0) console.log(JSON.stringify(shifts, null, 1));
  expect(tooMuch).toEqual([]);
});

test('the name of the maker stands whole beside that of Mamori, in one line', async () => {
  for (const [language, name] of [
    ['ja', 'みはり電機'],
    ['en', 'Mihari Electric'],
  ] as const) {
    const page = await open('/today', { ...analyst, language });
    const maker = page.getByText(name, { exact: true }).first();
    const [ours, theirs] = [
      await page.getByText('Mamori', { exact: true }).first().boundingBox(),
      await maker.boundingBox(),
    ];
    const isWhole = await maker.evaluate((element) => element.scrollWidth <= element.clientWidth);

    expect(isWhole).toBe(true);
    expect(theirs?.height).toBeLessThan(20);
    expect(
      Math.abs((ours?.y ?? 0) + (ours?.height ?? 0) / 2 - (theirs?.y ?? 0) - (theirs?.height ?? 0) / 2),
    ).toBeLessThan(3);
    await page.context().close();
  }
});

type Shift = { value: number; at: number; what: string[] };
type Watching = typeof globalThis & { shifts: Shift[] };

/** Runs in the page: writes down what moves by itself. */
function watchShifts(): void {
  const watching = globalThis as Watching;
  watching.shifts = [];
  type Entry = PerformanceEntry & {
    value: number;
    hadRecentInput: boolean;
    sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as Entry[])
      if (!entry.hadRecentInput)
        watching.shifts.push({
          ...{ value: entry.value, at: Math.round(entry.startTime) },
          what: entry.sources.map(({ node, previousRect, currentRect }) => {
            const element = node instanceof Element ? node : node?.parentElement;
            return `${element?.tagName} ${element?.className} ${previousRect.y}→${currentRect.y} ${previousRect.height}→${currentRect.height} ${element?.textContent?.slice(0, 30)}`;
          }),
        });
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Each answer takes a while of its own, so that they come one after the other. */
async function answerSlowly(page: Page): Promise<void> {
  let asked = 0;
  await page.route('**/api/**', async (route) => {
    asked += 1;
    await new Promise((later) => setTimeout(later, 250 + (asked % 4) * 150));
    await route.continue().catch(() => {});
  });
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Bench, Figure } from '../../src/cli/run-benches.ts';
import { launch, type TestBrowser, withoutJapaneseFonts } from '../browser.ts';
import { signInAs, untilMatched } from '../journey/in-demo.ts';
import { settled } from '../journey/settled.ts';
import { started } from '../journey/started.ts';
import { median } from './p95.ts';

const times = 5;
const pages = {
  today: '/today',
  products: '/products',
  'a release': '/products/mr-1167/1.4.7',
  vulnerabilities: '/vulnerabilities',
  'one vulnerability': '/vulnerabilities/CVE-2021-3711',
  'where is': '/products/components?q=openssl',
  'audit trail': '/settings/audit',
};

type Place = { url: string; cookie: string };
type Opened = { painted: number; largest: number; blocked: number; shift: number; usable: number };

/** What a person feels in a browser: the demonstration in Chromium, every page from an empty cache, then from page to page. */
export const bench: Bench = { title: 'Pages in a browser', measure };

async function measure(): Promise<Figure[]> {
  const state = mkdtempSync(path.join(tmpdir(), 'mamori-bench-'));
  const server = await started('demo', state, /Ctrl-C/);
  const chromium = await launch();
  try {
    const place = { url: server.url, cookie: await signInAs(server, 'PSIRT担当') };
    await untilMatched(place);
    const figures: Figure[] = [];
    for (const [name, address] of Object.entries(pages))
      figures.push(...(await opening(chromium, place, name, address)));
    return [...figures, ...(await walking(chromium, place))];
  } finally {
    await chromium.close();
    await server.stop();
    rmSync(state, { recursive: true, force: true });
  }
}

async function opening(chromium: TestBrowser, place: Place, name: string, address: string): Promise<Figure[]> {
  const opened: Opened[] = [];
  const shifts: number[] = [];
  for (let time = 0; time < times; time++) {
    opened.push(await open(await aPage(chromium, place), place.url + address));
    const page = await aPage(chromium, place);
    await withoutJapaneseFonts(page);
    shifts.push((await open(page, place.url + address)).shift);
  }
  const figure = (what: string, of: keyof Opened, limit?: number): Figure => ({
    what: `${name}, empty cache: ${what}, median of ${times}`,
    value: Math.round(median(opened.map((one) => one[of]))),
    unit: 'ms',
    ...(limit && { limit }),
  });
  return [
    figure('first contentful paint', 'painted', 1_000),
    figure('largest contentful paint', 'largest'),
    figure('everything there', 'usable'),
    figure('time blocked by long tasks', 'blocked'),
    {
      what: `${name}, empty cache: layout shift (CLS), worst of ${times}`,
      value: Math.round(Math.max(...shifts) * 1_000) / 1_000,
      unit: '',
      limit: 0.02,
    },
  ];
}

async function open(page: Page, address: string): Promise<Opened> {
  await page.goto(address);
  await settled(page);
  const usable = await page.evaluate(() => performance.now());
  await page.waitForLoadState('networkidle');
  const felt = await page.evaluate(() => (globalThis as Watching).felt());
  await page.context().close();
  return { ...felt, usable };
}

/** From page to page by links, as people go: what is left to do once the last answer has come. */
async function walking(chromium: TestBrowser, place: Place): Promise<Figure[]> {
  const page = await aPage(chromium, place);
  await page.goto(`${place.url}/today`);
  await settled(page);
  const links = ['/products', '/vulnerabilities', '/settings', '/today'];
  const first: Step[] = [];
  const again: Step[] = [];
  for (let round = 0; round < times; round++)
    for (const link of links) (round === 0 ? first : again).push(await step(page, link));
  await page.context().close();
  return [
    { what: 'to another page, first time: after its data, slowest', value: most(first, 'after'), unit: 'ms' },
    { what: 'to another page: after its data, slowest', value: most(again, 'after'), unit: 'ms', limit: 100 },
    { what: 'to another page: from the click to all of it, slowest', value: most(again, 'whole'), unit: 'ms' },
  ];
}

type Step = { after: number; whole: number };

async function step(page: Page, link: string): Promise<Step> {
  await page.evaluate(() => (globalThis as Watching).watchStep());
  await page.locator(`nav a[href="${link}"]`).first().click();
  await page.waitForURL((url) => url.pathname.startsWith(link));
  await settled(page);
  await page.waitForLoadState('networkidle');
  return page.evaluate(() => (globalThis as Watching).stepTaken());
}

async function aPage(chromium: TestBrowser, { url, cookie }: Place): Promise<Page> {
  const page = await chromium.newPage();
  const [name = '', value = ''] = cookie.split('=');
  await page.context().addCookies([{ name, value, url }]);
  await page.addInitScript(watch);
  return page;
}

type Watching = typeof globalThis & {
  felt: () => Omit<Opened, 'usable'>;
  watchStep: () => void;
  stepTaken: () => Step;
};

/** Runs in the page. */
function watch(): void {
  const felt = { painted: 0, largest: 0, blocked: 0, shift: 0 };
  const each = (type: string, take: (entry: PerformanceEntry & { value?: number; hadRecentInput?: boolean }) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  each('paint', (entry) => {
    if (entry.name === 'first-contentful-paint') felt.painted = entry.startTime;
  });
  each('largest-contentful-paint', (entry) => {
    felt.largest = entry.startTime;
  });
  each('longtask', (entry) => {
    felt.blocked += Math.max(0, entry.duration - 50);
  });
  each('layout-shift', (entry) => {
    if (!entry.hadRecentInput) felt.shift += entry.value ?? 0;
  });

  let clicked = 0;
  let drawn = 0;
  const drawing = new MutationObserver(() =>
    requestAnimationFrame(() => {
      drawn = performance.now();
    }),
  );
  const isAnswer = (entry: PerformanceEntry) =>
    (entry as PerformanceResourceTiming).initiatorType === 'fetch' && entry.startTime >= clicked;
  Object.assign(globalThis, {
    felt: () => felt,
    watchStep: () => {
      clicked = drawn = 0;
      addEventListener('click', (event) => (clicked = drawn = event.timeStamp), { capture: true, once: true });
      drawing.observe(document.body, { subtree: true, childList: true, characterData: true });
    },
    stepTaken: () => {
      drawing.disconnect();
      const answers = performance.getEntriesByType('resource').filter(isAnswer) as PerformanceResourceTiming[];
      const answered = Math.max(clicked, ...answers.map(({ responseEnd }) => responseEnd));
      return { after: Math.max(0, drawn - answered), whole: drawn - clicked };
    },
  });
}

const most = (steps: Step[], of: keyof Step) => Math.round(Math.max(...steps.map((one) => one[of])));

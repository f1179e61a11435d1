import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Language } from '#platform/browser/texts';
import { type Look, launch, type TestBrowser } from '../browser.ts';
import { addressesOf, samplesOf } from './every-page.ts';
import { cookieOfAdministrator, signInAs, untilMatched } from './in-demo.ts';
import { guidePictures, windows } from './screen-list.ts';
import { routesOf, settled } from './settled.ts';
import { started } from './started.ts';

type Whole = Required<Look>;

const looks: readonly Whole[] = (['ja', 'en'] as const).flatMap((language) =>
  (['wide', 'phone'] as const).flatMap((width) =>
    (['light', 'dark'] as const).map((scheme) => ({ language, width, scheme })),
  ),
);
/** States beside the page as it is are looked at twice. */
const twoLooks: readonly Whole[] = [
  { language: 'ja', width: 'wide', scheme: 'light' },
  { language: 'en', width: 'phone', scheme: 'dark' },
];
const wide = (language: Language): Whole => ({ language, width: 'wide', scheme: 'light' });

type Place = { url: string; cookie: string };
type Taking = {
  chromium: TestBrowser;
  /** Where a picture of this name goes; null: it is not asked for. */
  fileOf: (name: string, look: Look) => string | null;
  demo: Place;
  /** What stands for the parameters of addresses; looked up once, since inviting asks for a proof that grows old. */
  samples: Awaited<ReturnType<typeof samplesOf>>;
  /** The demonstration as somebody sees it who only reads. */
  reader: Place;
  /** A house in which nothing stands. */
  empty: Place;
};

/**
 * Takes pictures of every page and state of a new demonstration: eight looks of each page, two of each state.
 * @param options.only  a part of the names, e.g. "products"
 * @returns how many there are now
 */
export async function takeScreens(options: {
  folder: string;
  only?: string | undefined;
  say: (line: string) => void;
}): Promise<number> {
  mkdirSync(options.folder, { recursive: true });
  let count = 0;
  const fileOf = (name: string, look: Look) => {
    const file = [name, look.language, look.width, look.scheme].join('_');
    if (!file.includes(options.only ?? '')) return null;
    count += 1;
    return path.join(options.folder, `${file}.png`);
  };
  await onBoth(async (places) => {
    const taking = { ...places, fileOf };
    for (const look of looks) {
      options.say(`Every page: ${Object.values(look).join(', ')}`);
      await everyPage(taking, look);
    }
    for (const look of twoLooks) {
      options.say(`States and windows: ${Object.values(look).join(', ')}`);
      await everyState(taking, look);
    }
  });
  return count;
}

/** Takes the few pictures of the guides anew. @returns how many */
export async function takeGuidePictures(folder: string): Promise<number> {
  mkdirSync(folder, { recursive: true });
  await onBoth(async ({ chromium, ...places }) => {
    for (const language of ['ja', 'en'] as const)
      for (const { name, in: where, address, hides } of guidePictures) {
        const page = await opened(chromium, places[where], wide(language));
        await page.setViewportSize({ width: 1280, height: 600 });
        await goTo(page, places[where].url + address);
        if (hides) await page.locator(hides).evaluateAll((found) => found.map((one) => one.remove()));
        await page.screenshot({ path: path.join(folder, `${name}.${language}.png`) });
        await page.context().close();
      }
  });
  return guidePictures.length * 2;
}

/** A demonstration that has been matched, and a house in which nothing stands, for as long as the work takes. */
async function onBoth(work: (places: Omit<Taking, 'fileOf'>) => Promise<void>): Promise<void> {
  const undo: (() => unknown)[] = [];
  const aFolder = () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'mamori-screens-'));
    undo.push(() => rmSync(folder, { recursive: true, force: true }));
    return folder;
  };
  const aServer = async (command: 'demo' | 'start', until: RegExp) => {
    const server = await started(command, aFolder(), until);
    undo.push(server.stop);
    return server;
  };
  try {
    const demo = await aServer('demo', /Ctrl-C/);
    const empty = await aServer('start', /first-run#token=/);
    const chromium = await launch();
    undo.push(chromium.close);
    const placeOf = async (role: string) => ({ url: demo.url, cookie: await signInAs(demo, role) });
    const administrator = await placeOf('システム管理者');
    await untilMatched(administrator);
    await work({
      chromium,
      demo: administrator,
      samples: await samplesOf(administrator.url, administrator.cookie),
      reader: await placeOf('閲覧'),
      empty: { url: empty.url, cookie: await cookieOfAdministrator(empty) },
    });
  } finally {
    for (const step of undo.toReversed()) await step();
  }
}

async function everyPage({ chromium, demo, samples, fileOf }: Taking, look: Whole): Promise<void> {
  const page = await chromium.newPage(look);
  await goTo(page, `${demo.url}/sign-in`);
  const routes = await routesOf(page);
  for (const inside of [false, true]) {
    if (inside) await signIn(page, demo);
    const paths = routes.filter((route) => route.inside === inside).map((route) => route.path);
    for (const address of paths.flatMap((one) => addressesOf(one, samples))) {
      const file = fileOf(nameOf(address), look);
      if (!file) continue;
      await goTo(page, demo.url + address);
      await page.screenshot({ path: file, fullPage: true });
    }
  }
  await page.context().close();
}

async function everyState(taking: Taking, look: Whole): Promise<void> {
  const { chromium, demo, samples, empty, reader } = taking;
  const first = await opened(chromium, demo, look);
  await goTo(first, `${demo.url}/settings`);
  const inside = (await routesOf(first)).filter((route) => route.inside).map((route) => route.path);
  await first.context().close();

  const withData = inside.flatMap((one) => addressesOf(one, samples).slice(0, 1));
  await each(taking, look, { at: demo, addresses: withData, state: 'loading', prepare: hold, isPending: true });
  await each(taking, look, { at: demo, addresses: withData, state: 'error', prepare: fail });
  await each(taking, look, { at: empty, addresses: inside.filter((one) => !one.includes('$')), state: 'empty' });
  await each(taking, look, { at: reader, addresses: withData, state: 'reader' });
  await everyWindow(taking, look);
}

type State = {
  at: Place;
  addresses: string[];
  state: string;
  prepare?: (page: Page) => Promise<void>;
  isPending?: boolean;
};

async function each({ chromium, fileOf }: Taking, look: Whole, { at, addresses, state, prepare, isPending }: State) {
  const page = await opened(chromium, at, look);
  await prepare?.(page);
  for (const address of addresses) {
    const file = fileOf(`${nameOf(address)}--${state}`, look);
    if (!file) continue;
    await page.goto(at.url + address);
    await (isPending ? skeleton(page) : calm(page));
    await page.screenshot({ path: file, fullPage: true });
  }
  await page.context().close();
}

async function everyWindow({ chromium, demo, fileOf }: Taking, look: Whole): Promise<void> {
  const page = await opened(chromium, demo, look);
  for (const { name, address, press } of windows) {
    const file = fileOf(`${name}--window`, look);
    if (!file) continue;
    await goTo(page, demo.url + address);
    await press(page, look.language);
    await page.getByRole('dialog').first().waitFor();
    await sleep(300);
    await page.screenshot({ path: file });
  }
  await page.context().close();
}

/** Waits for what stands there while data are on their way; some pages need none. */
async function skeleton(page: Page): Promise<void> {
  await page
    .locator('main [role="status"]')
    .first()
    .waitFor({ timeout: 4_000 })
    .catch(() => {});
  await sleep(300);
}

/** A page that failed may have no heading to wait for; it has said so within fifteen seconds, further tries included. */
async function calm(page: Page): Promise<void> {
  await Promise.race([settled(page).catch(() => {}), sleep(15_000)]);
}

/** What the frame needs comes; everything else stays on its way. */
async function hold(page: Page): Promise<void> {
  await page.route(isOfPages, () => {});
}

async function fail(page: Page): Promise<void> {
  const body = JSON.stringify({
    ...{ type: 'about:blank', title: 'Internal error', status: 500, code: 'internal', detail: 'Internal error' },
    requestId: '0192f3c4-7d1e-7a00-8000-000000000000',
  });
  await page.route(isOfPages, (route) => route.fulfill({ status: 500, contentType: 'application/problem+json', body }));
}

const isOfPages = ({ pathname }: URL): boolean => pathname.startsWith('/api/') && !/\/(me|maker|views)$/.test(pathname);

async function opened(chromium: TestBrowser, at: Place, look: Whole): Promise<Page> {
  const page = await chromium.newPage(look);
  await signIn(page, at);
  return page;
}

async function signIn(page: Page, { url, cookie }: Place): Promise<void> {
  const [name = '', value = ''] = cookie.split('=');
  await page.context().addCookies([{ name, value, url }]);
}

async function goTo(page: Page, address: string): Promise<void> {
  await page.goto(address);
  // When only what stands behind "#" differs from the page before, going there loads nothing.
  if (address.includes('#')) await page.reload();
  await settled(page);
}

function nameOf(address: string): string {
  const words = address.replace(/#.*/, '-link').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id');
  return words.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'home';
}

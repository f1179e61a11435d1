import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import sparticuz from '@sparticuz/chromium';
import type { AxeResults, Result } from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** Chromiums that a system may have; MAMORI_CHROMIUM names another one. */
const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** The rules of these tags that another scheme can break: the page is the same, its colours are not. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
const HEIGHT = { wide: 900, phone: 844 };
const WIDTH = { wide: 1440, phone: 390 };

/** How a page is looked at. */
export interface Look {
  language?: 'ja' | 'en';
  scheme?: 'light' | 'dark';
  width?: 'wide' | 'phone';
}

export interface TestBrowser {
  browser: Browser;
  newPage: (look?: Look) => Promise<Page>;
  close: () => Promise<void>;
}

/**
 * Starts one Chromium for a test file.
 * The package's build comes first, so that everybody tests with the same; a system's own is the fallback.
 */
export async function launch(): Promise<TestBrowser> {
  // The package unpacks into the temp folder and reuses whatever lies there, of any version: give it its own.
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mamori-browser-'));
  const { executablePath, args } = await chooseChromium(folder);
  const browser = await chromium.launch({ executablePath, args, headless: true });
  const contexts: BrowserContext[] = [];
  return {
    browser,
    newPage: async (look = {}) => {
      const context = await newContext(browser, look);
      contexts.push(context);
      return context.newPage();
    },
    close: async () => {
      for (const context of contexts) await context.close();
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function chooseChromium(folder: string): Promise<{ executablePath: string; args: string[] }> {
  const named = process.env.MAMORI_CHROMIUM;
  if (named) return { executablePath: named, args: ['--no-sandbox'] };
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    // In a single process the end of one page can take the whole browser with it.
    const args = sparticuz.args.filter((arg) => arg !== '--single-process' && arg !== '--no-zygote');
    return { executablePath: await sparticuz.executablePath(), args };
  } catch (cause) {
    const system = SYSTEM.find((candidate) => existsSync(candidate));
    if (!system) throw new Error('No Chromium: install one or name it in MAMORI_CHROMIUM', { cause });
    return { executablePath: system, args: ['--no-sandbox'] };
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

async function newContext(browser: Browser, look: Look): Promise<BrowserContext> {
  const { language = 'ja', scheme = 'light', width = 'wide' } = look;
  const context = await browser.newContext({
    locale: language === 'ja' ? 'ja-JP' : 'en-GB',
    timezoneId: 'Asia/Tokyo',
    colorScheme: scheme,
    reducedMotion: 'reduce',
    viewport: { width: WIDTH[width], height: HEIGHT[width] },
    hasTouch: width === 'phone',
    isMobile: width === 'phone',
  });
  // What a person would have chosen on this device before; a switch made in the test stays.
  const chosen = `mamori-language=${language}; Path=/; SameSite=Lax`;
  await context.addInitScript(`if (!document.cookie.includes('mamori-language')) document.cookie = '${chosen}'`);
  return context;
}

/**
 * Keeps the pieces of Japanese type away, and lets Latin come. This machine may have no Japanese type of its own, whose
 * letters are as wide as ours: what moves then is not what moves where people read Japanese.
 */
export const withoutJapaneseFonts = (page: Page): Promise<unknown> =>
  page.route(/\.woff2$/, (route) => (route.request().url().includes('-latin-') ? route.continue() : route.abort()));

/** What WCAG 2.2 A and AA find wrong on the page, as lines to read; none is what a test wants. */
export async function axe(page: Page, what: 'all' | 'colours' = 'all'): Promise<string[]> {
  // Through the debugger and not as a script tag: the page's own policy would refuse it, rightly.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(await axeSource());
  // Nothing of what passes is written down, and no style sheet is loaded again for rules that are not asked.
  const runOnly = what === 'all' ? AXE_TAGS : { type: 'rule', values: COLOUR_RULES };
  const options = { runOnly, resultTypes: ['violations'], preload: false };
  const results = (await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)) as AxeResults;
  return results.violations.flatMap(linesOf);
}

const axeSource = () => readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

function linesOf(violation: Result): string[] {
  return violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')} — ${node.failureSummary}`);
}

/**
 * Gives the page a passkey device of its own. It says yes to whatever is asked, unless it is told to refuse.
 * @throws when this Chromium has no virtual authenticator
 */
export async function addAuthenticator(
  page: Page,
): Promise<{ agree: () => Promise<void>; refuse: () => Promise<void> }> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const answer = async (enabled: boolean) => {
    await session.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled });
  };
  return { agree: () => answer(true), refuse: () => answer(false) };
}

/** Collects what the page complains about: errors, and everything its policy refused. */
export function watchComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()} ${message.location().url}`);
  });
  return complaints;
}

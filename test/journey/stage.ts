import { cpSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { now } from '#platform/clock';
import { takeLock } from '#platform/lock';
import { buildWeb } from '../../src/cli/web-build.ts';
import { loadDemo } from '../../src/demo/load-demo.ts';
import { type Look, launch } from '../browser.ts';
import { aHouse } from '../house.ts';
import { settled } from './settled.ts';

const BUILD_MS = 120_000;
const cache = path.join(import.meta.dirname, '../../dist/journey');

/** Of everybody in the demonstration. */
export const demoPassword = 'kamera-mimamori-24';

/**
 * What a journey plays on: a house with its built pages and the demonstration in it, or empty, and one browser. Gone with the file.
 */
export async function aStage(filled: 'demonstration' | 'empty' = 'demonstration', clock = { now }) {
  const [house, chromium] = await Promise.all([builtPages().then((web) => aHouse({ web, ...clock })), launch()]);
  afterAll(() => chromium.close());
  const tools = house.systemTools('test');
  const { accounts } = filled === 'empty' ? { accounts: [] } : await loadDemo(tools, demoPassword);

  /** A page of its own device, signed in by the cookie or as an outsider, when all of it stands there. */
  async function open(address: string, { cookie, ...look }: Look & { cookie?: string } = {}): Promise<Page> {
    const page = await chromium.newPage(look);
    const [name = '', value = ''] = cookie?.split('=') ?? [];
    if (name) await page.context().addCookies([{ name, value, url: house.url }]);
    await page.goto(house.url + address);
    await settled(page);
    return page;
  }

  return { house, chromium, accounts, open };
}

/** The pages as they are shipped: built once per state of the sources, copied so that a later build takes nothing away. */
export async function builtPages(): Promise<string> {
  await mkdir(cache, { recursive: true });
  const lock = takeLock(path.join(cache, 'lock'), BUILD_MS);
  if (!lock) throw new Error('The pages are being built by somebody else, for two minutes now');
  try {
    const built = await inProduction(() => buildWeb(cache, () => {}));
    const folder = await mkdtemp(path.join(os.tmpdir(), 'mamori-journey-'));
    afterAll(() => rm(folder, { recursive: true, force: true }));
    cpSync(built, folder, { recursive: true });
    return folder;
  } finally {
    lock.release();
  }
}

/** Vitest's own NODE_ENV would put React's development build into the pages. */
async function inProduction<T>(work: () => Promise<T>): Promise<T> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    return await work();
  } finally {
    process.env.NODE_ENV = before;
  }
}

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { launch } from '../browser.ts';
import { addressesOf, samplesOf } from './every-page.ts';
import { routesOf, settled } from './settled.ts';
import { started } from './started.ts';

// Pictures of every page of the demonstration, to look at: node test/journey/screens.ts FOLDER [PART OF AN ADDRESS]
const [folder, only = ''] = process.argv.slice(2);
if (!folder) throw new Error('Say where the pictures go: node test/journey/screens.ts FOLDER');
mkdirSync(folder, { recursive: true });

const looks = [
  { language: 'ja', scheme: 'light', width: 'wide' },
  { language: 'en', scheme: 'light', width: 'wide' },
  { language: 'ja', scheme: 'dark', width: 'wide' },
  { language: 'ja', scheme: 'light', width: 'phone' },
  { language: 'en', scheme: 'dark', width: 'phone' },
] as const;
const state = mkdtempSync(path.join(os.tmpdir(), 'mamori-screens-'));
const demo = await started('demo', state, /Ctrl-C/);
const chromium = await launch();
try {
  const cookie = await signIn(demo.url, demo.said);
  const samples = await samplesOf(demo.url, cookie);
  for (const look of looks) await takeAll(look);

  async function takeAll(look: (typeof looks)[number]): Promise<void> {
    const page = await chromium.newPage(look);
    const [name = '', value = ''] = cookie.split('=');
    await page.goto(`${demo.url}/sign-in`);
    await settled(page);
    const routes = await routesOf(page);
    for (const inside of [false, true]) {
      if (inside) await page.context().addCookies([{ name, value, url: demo.url }]);
      const paths = routes.filter((route) => route.inside === inside).map((route) => route.path);
      for (const address of paths.flatMap((one) => addressesOf(one, samples))) {
        if (!address.includes(only)) continue;
        await page.goto(demo.url + address);
        if (address.includes('#')) await page.reload();
        await settled(page);
        await page.screenshot({ path: path.join(folder as string, `${fileOf(address, look)}.png`), fullPage: true });
      }
    }
    await page.context().close();
  }
} finally {
  await chromium.close();
  await demo.stop();
  rmSync(state, { recursive: true, force: true });
}

/** Signs in as the demonstration's administrator, with what it has printed. */
async function signIn(url: string, said: string[]): Promise<string> {
  const email = /(\S+@\S+)/.exec(said.join('\n'))?.[1];
  const password = /password: (.*)/.exec(said.join('\n'))?.[1];
  const response = await fetch(`${url}/api/sign-in/password`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password }),
  });
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

function fileOf(address: string, look: Record<string, string>): string {
  const words = address.replace(/#.*/, '-link').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id');
  const name = words.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'home';
  return [name, ...Object.values(look)].join('_');
}

import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { aHouse } from '../../../test/house.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'mamori-web-'));
mkdirSync(path.join(folder, 'assets'));
writeFileSync(path.join(folder, 'index.html'), '<!doctype html><meta name="csp-nonce" content="">');
writeFileSync(path.join(folder, 'assets', 'page.js'), 'x'.repeat(300_000));
afterAll(() => rmSync(folder, { recursive: true }));

const get = (await aHouse({ web: folder })).fetchWith();
const openFiles = () => readdirSync('/proc/self/fd').length;

test('asking for the head of a file leaves no file open', async () => {
  const before = openFiles();
  for (let asked = 0; asked < 40; asked++) {
    const answer = await get('/assets/page.js', { method: 'HEAD' });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('');
  }

  expect(openFiles() - before).toBeLessThan(20);
});

test.each(['/a%00.js', `/${'a'.repeat(3_000)}.js`, '/%2e%2e/%2e%2e/etc/hosts.json', '/%ff.js'])(
  'a name that no file can have is a page like any other: %.20s',
  async (name) => {
    const answer = await get(name);

    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
  },
);

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Manifest } from 'vite';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

/** What the first page may cost, in bytes of compressed script. */
const BUDGET_BYTES = 250_000;

let folder: string;
let manifest: Manifest;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'mamori-web-'));
  const mode = 'production';
  // As it is shipped: vitest's own NODE_ENV would write into each element where in the source it stands.
  vi.stubEnv('NODE_ENV', mode);
  await build({
    mode,
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
    logLevel: 'error',
    build: { outDir: folder },
  });
  vi.unstubAllEnvs();
  manifest = JSON.parse(await readFile(path.join(folder, '.vite/manifest.json'), 'utf8'));
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The files that must be there before a module runs. */
function filesOf(key: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[key];
  if (!chunk || seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const imported of chunk.imports ?? []) filesOf(imported, seen);
  return seen;
}

async function gzipBytes(files: Iterable<string>): Promise<number> {
  let sum = 0;
  for (const file of files) sum += gzipSync(await readFile(path.join(folder, file))).length;
  return sum;
}

test('whichever page is the first, its script is at most 250 KB', async () => {
  const shell = filesOf('index.html');
  const pages = Object.keys(manifest).filter((key) => /(^|\/)pages\/([a-z-]+\/)?index\.ts$/.test(key));

  const first: Record<string, number> = { shell: await gzipBytes(shell) };
  for (const page of pages) first[page] = await gzipBytes(filesOf(page, new Set(shell)));
  const tooLarge = Object.entries(first).filter(([, bytes]) => bytes > BUDGET_BYTES);

  console.log(first);
  expect(first.shell).toBeGreaterThan(50_000);
  expect(tooLarge).toEqual([]);
});

test('nothing stands inline that the policy would refuse, and the nonce has its place', async () => {
  const html = await readFile(path.join(folder, 'index.html'), 'utf8');

  expect(html).toContain('<meta name="csp-nonce" content="" />');
  expect(html.match(/<script(?![^>]*\ssrc=)/g)).toBeNull();
  expect(html.match(/<style|\sstyle=|\son[a-z]+=/g)).toBeNull();
});

test('the fonts are ours, in pieces', async () => {
  const entry = manifest['index.html'];
  const css = await readFile(path.join(folder, entry?.css?.[0] ?? ''), 'utf8');

  expect(css.match(/unicode-range:/g)?.length).toBeGreaterThan(100);
  expect(css.match(/url\((?!\/assets\/)[^)]*\)/g)).toBeNull();
});

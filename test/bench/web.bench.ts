import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Bench, Figure } from '../../src/cli/run-benches.ts';
import { buildWeb } from '../../src/cli/web-build.ts';

type Manifest = Record<string, { file: string; imports?: string[]; css?: string[]; isEntry?: boolean }>;

/** What the first page of the house loads before it can be used. */
export const bench: Bench = {
  title: 'First page',
  async measure() {
    const state = mkdtempSync(path.join(tmpdir(), 'mamori-bench-'));
    try {
      const folder = await buildWeb(state, () => {});
      const manifest = JSON.parse(readFileSync(path.join(folder, '.vite/manifest.json'), 'utf8')) as Manifest;
      const gzip = (files: Iterable<string>) =>
        [...files].reduce((sum, file) => sum + gzipSync(readFileSync(path.join(folder, file)), { level: 9 }).length, 0);
      const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry) ?? '';
      const shell = closure(manifest, [entry]);
      const products = closure(manifest, [entry, keyOf(manifest, 'src/inventory/pages/index.ts')]);
      const figures: Figure[] = [
        { what: 'script of the frame, gzip', value: kb(gzip(shell.scripts)), unit: 'kB' },
        {
          what: 'script of the frame with the products, gzip',
          value: kb(gzip(products.scripts)),
          unit: 'kB',
          limit: 250,
        },
        { what: 'style of the frame with the products, gzip', value: kb(gzip(products.styles)), unit: 'kB' },
      ];
      return figures;
    } finally {
      rmSync(state, { recursive: true, force: true });
    }
  },
};

const kb = (bytes: number) => Math.round(bytes / 100) / 10;
const keyOf = (manifest: Manifest, ending: string) =>
  Object.keys(manifest).find((key) => key.endsWith(ending.replace('src/', ''))) ?? '';

/** Everything that is fetched before these can run. */
function closure(manifest: Manifest, keys: string[]): { scripts: Set<string>; styles: Set<string> } {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const walk = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk || scripts.has(chunk.file)) return;
    scripts.add(chunk.file);
    for (const style of chunk.css ?? []) styles.add(style);
    for (const next of chunk.imports ?? []) walk(next);
  };
  for (const key of keys) walk(key);
  return { scripts, styles };
}

import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// The launcher builds into its state folder; a developer's build lands in dist/web.
const outDir = path.resolve(import.meta.dirname, process.env.MAMORI_WEB_DIR ?? 'dist/web');

export default defineConfig({
  root: path.resolve(import.meta.dirname, 'src/web'),
  plugins: [react()],
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2023',
    // A data: font would be refused by the content security policy and downloaded by everyone.
    assetsInlineLimit: 0,
    // The polyfill would add a second request before the first page; browsers that run the pages know modulepreload.
    modulePreload: { polyfill: false },
    manifest: true,
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': process.env.MAMORI_API ?? 'http://127.0.0.1:8420' },
  },
  test: {
    root: import.meta.dirname,
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    globalSetup: 'test/postgres.ts',
    pool: 'forks',
    maxWorkers: 2,
    ...(process.env.VITEST ? { sequence: { sequencer: (await import('./test/longest-first.ts')).LongestFirst } } : {}),
    // Limits that end what hangs: on a busy machine everything takes some times as long as on a quiet one.
    testTimeout: 20_000,
    hookTimeout: 30_000,
    expect: { poll: { timeout: 15_000 } },
  },
});

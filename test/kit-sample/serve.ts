import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import { build } from 'vite';
import { openWebFiles } from '#platform/http/web-files';

/** Builds the sample and serves it as the real server serves pages, with the real policy. */
export async function serveSample(): Promise<{ url: string; close: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mamori-kit-'));
  await build({ root: import.meta.dirname, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
  const files = openWebFiles(folder);
  const server = await new Promise<ServerType>((resolve) => {
    const started = serve({ fetch: (request) => files.answer(request), hostname: '127.0.0.1', port: 0 }, () =>
      resolve(started),
    );
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      await new Promise((closed) => server.close(closed));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench, Figure } from '../../src/cli/run-benches.ts';
import { root } from '../../src/cli/version.ts';
import { median } from './p95.ts';

/** From the command to the first "ready", with everything installed: a first start builds the pages and the database. */
export const bench: Bench = {
  title: 'Start',
  async measure() {
    const state = mkdtempSync(path.join(tmpdir(), 'mamori-bench-'));
    try {
      const first = await secondsToReady(state);
      const later: number[] = [];
      for (let i = 0; i < 5; i++) later.push(await secondsToReady(state));
      const figures: Figure[] = [
        { what: 'first `./mamori demo` to /health/ready', value: first, unit: 's', limit: 15 },
        { what: 'later `./mamori demo`, median of 5', value: median(later), unit: 's', limit: 5 },
      ];
      return figures;
    } finally {
      rmSync(state, { recursive: true, force: true });
    }
  },
};

async function secondsToReady(state: string): Promise<number> {
  const port = await freePort();
  const started = performance.now();
  const child = spawn(path.join(root, 'mamori'), ['demo', '--data', state, '--port', String(port)], {
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    while (performance.now() - started < 120_000) {
      const ready = await fetch(`http://127.0.0.1:${port}/health/ready`)
        .then((answer) => answer.ok)
        .catch(() => false);
      if (ready) return Math.round((performance.now() - started) / 100) / 10;
      await sleep(20);
    }
    throw new Error('The demonstration was not ready within two minutes');
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

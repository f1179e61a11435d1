import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';

const cli = path.join(import.meta.dirname, '../../src/cli/main.ts');

export type Started = { url: string; said: string[]; stop: () => Promise<void> };

/**
 * Runs a command of Mamori as a user would, in a process of its own, until it has said what is waited for.
 * @param command  'start' or 'demo'
 * @param until    the last line that it prints once it serves
 * @throws with everything it said when it ends before
 */
export async function started(command: 'start' | 'demo', stateFolder: string, until: RegExp): Promise<Started> {
  const port = await freePort();
  const args = [cli, command, '--data', stateFolder, '--port', String(port)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], env: ownEnvironment() });
  const ended = once(child, 'exit');
  const said: string[] = [];
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line));
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    if (until.test(line)) return { url: `http://127.0.0.1:${port}`, said, stop };
  }
  throw new Error(`It ended before it served:\n${said.join('\n')}`);
}

/** What the tests have set for themselves must not reach a process that is to run as a user's. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const { NODE_ENV, VITEST, ...rest } = process.env;
  return rest;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { IdpAccount } from '../openid-provider.ts';

const provider = path.join(import.meta.dirname, 'provider-process.ts');
const cli = path.join(import.meta.dirname, '../../src/cli/main.ts');

export type Started = { url: string; said: string[]; stop: () => Promise<void> };

/**
 * Runs a command of Mamori as a user would, in a process of its own, until it has said what is waited for.
 * @param until  the last line that it prints once it serves
 * @throws with everything it said when it ends before
 */
export async function started(command: 'start' | 'demo', stateFolder: string, until: RegExp): Promise<Started> {
  const port = await freePort();
  const { said, stop } = await run([cli, command, '--data', stateFolder, '--port', String(port)], until);
  return { url: `http://127.0.0.1:${port}`, said, stop };
}

/** A real OpenID Provider in a process of its own, with these accounts; see provider-process.ts. */
export async function startedProvider(redirectUri: string, accounts: Record<string, IdpAccount>) {
  const { said, stop } = await run([provider, redirectUri, JSON.stringify(accounts)], /^http/);
  return { issuer: said.at(-1) ?? '', stop };
}

async function run(args: string[], until: RegExp): Promise<Omit<Started, 'url'>> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], env: ownEnvironment() });
  const ended = once(child, 'exit');
  const said: string[] = [];
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line));
  const serves = new Promise<void>((resolve, reject) => {
    const output = createInterface({ input: child.stdout });
    output.on('line', (line) => {
      said.push(line);
      if (until.test(line)) resolve();
    });
    output.on('close', () => reject(new Error(`It ended before it served:\n${said.join('\n')}`)));
  });
  await serves;
  return { said, stop };
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

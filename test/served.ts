import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { hashToken } from '#access';
import { newId, newToken } from '#platform/ids';
import { startPostgres } from '#platform/postgres';
import { ask } from './processes.ts';

const root = path.join(import.meta.dirname, '..');

/** A port of this machine that nobody listens on now. */
export async function aFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

export type Served = {
  process: ChildProcess;
  url: string;
  /** Settles with the exit code, or the signal, when the process has ended. */
  ended: Promise<number | string>;
  /** What it wrote, for a failure's message. */
  output: () => string;
};

/** Runs `start` as a process of its own; it may not serve yet. Killed with the test, at the latest. */
export function serveProcess(stateFolder: string, port: number, environment: Record<string, string> = {}): Served {
  const words = ['start', '--data', stateFolder, '--port', String(port)];
  const server = commandProcess(words, { MAMORI_LOG_LEVEL: 'warn', ...environment });
  return { ...server, url: `http://127.0.0.1:${port}` };
}

/**
 * Waits until it serves and can reach its database.
 * @returns how long that took from now on, in milliseconds
 * @throws Error with what it wrote when it ends before, or not within a minute
 */
export async function untilReady({ url, ended, output }: Served): Promise<number> {
  const asked = performance.now();
  let gone: number | string | undefined;
  ended.then((how) => {
    gone = how;
  });
  while (performance.now() - asked < 60_000) {
    if (gone !== undefined) throw new Error(`The server ended (${gone}):\n${output()}`);
    if (await isReady(url)) return performance.now() - asked;
    await sleep(20);
  }
  throw new Error(`The server is not ready within a minute:\n${output()}`);
}

const isReady = (url: string) =>
  fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2_000) }).then(
    ({ ok }) => ok,
    () => false,
  );

export type Command = Pick<Served, 'process' | 'ended' | 'output'>;

/** Runs a command of Mamori as a process of its own. Killed with the test, at the latest. */
export function commandProcess(words: readonly string[], environment: Record<string, string> = {}): Command {
  const child = spawn(process.execPath, ['src/cli/main.ts', ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      written = (written + text).slice(-20_000);
    });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | string);
  return { process: child, ended, output: () => written };
}

/** Runs a command of Mamori to its end; what goes on in this process goes on. */
export async function runCommand(...words: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, ['src/cli/main.ts', ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const written = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => {
      written[name] += text;
    });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...written };
}

/** The owner's address of the database that a server keeps on this state; it stays the same over all its starts. */
export async function ownerUrlOf(stateFolder: string): Promise<string> {
  const joined = await startPostgres({ stateFolder, kind: 'embedded' });
  if (joined.started) await joined.stop();
  return joined.url;
}

/**
 * Puts an administrator with a living session into the database.
 * @returns what their browser sends as its cookie
 */
export async function anAdministrator(ownerUrl: string): Promise<string> {
  const [person, token] = [newId(), newToken()];
  await ask(
    ownerUrl,
    `insert into person (id, email, name, created_at) values ('${person}', '${person}@example.jp', '佐藤 美咲', now())`,
    `insert into role_grant (id, person_id, role, granted_at) values ('${newId()}', '${person}', 'administrator', now())`,
    `insert into session (id, token_hash, person_id, method, created_at, seen_at, proved_at, expires_at)
     values ('${newId()}', '\\x${hashToken(token).toString('hex')}', '${person}', 'password', now(), now(), now(), now() + interval '12 hours')`,
  );
  return `mamori_session=${token}`;
}

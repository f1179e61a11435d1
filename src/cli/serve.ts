import path from 'node:path';
import pg from 'pg';
import { z } from 'zod';
import { urlOfListener, warningsOf } from '#platform/addresses';
import { type Config, readConfig } from '#platform/config';
import { openWebFiles } from '#platform/http/web-files';
import { type Log, openLog } from '#platform/log';
import { type Postgres, startPostgres } from '#platform/postgres';
import { keepSecret } from '#platform/secret';
import { requireSessions } from '#platform/session-affinity';
import { StartProblem } from '#platform/start-problem';
import { claimState, defaultStateFolder } from '#platform/state';
import { startServer } from '../main.ts';
import { checkPort, listenProblem } from './check-port.ts';
import { dataProblem } from './data-problem.ts';
import { progress } from './print.ts';
import { version } from './version.ts';
import { buildWeb } from './web-build.ts';

export type ServeOptions = { data?: string; port?: string; host?: string; postgres?: 'embedded' | 'system' };
export type Running = Awaited<ReturnType<typeof startServer>> & { url: string; stateFolder: string; host: string };

/**
 * Runs Mamori until it is told to stop: state, database, pages, server, in this order; ended in the reverse order.
 * @param afterStart  what a command does once it serves: demo data, the first link
 * @throws StartProblem with the way out
 */
export async function serve(options: ServeOptions, afterStart: (running: Running) => Promise<void>): Promise<void> {
  const config = configOf(options);
  const stateFolder = path.resolve(options.data ?? defaultStateFolder());
  const log = openLog(config.logLevel);
  const claim = claimState(stateFolder);
  const undo: (() => Promise<void>)[] = [async () => claim.release()];
  const stop = once(async () => {
    for (const step of undo.toReversed()) await step();
  });
  const told = untilTold();
  try {
    const starting = start(config, options, { stateFolder, log, undo }).then(async ({ server, url }) => {
      claim.tellUrl(url);
      await afterStart({ ...server, url, stateFolder, host: config.host });
    });
    let complete = false;
    await Promise.race([starting, told.then(() => (complete ? undefined : endEarly(stop)))]);
    complete = true;
    progress(`Stopping (${await told})`);
  } finally {
    await stop();
  }
}

/** Told to stop while it starts: what stands is ended in order, the rest (a build of the pages) with the process. */
async function endEarly(stop: () => Promise<void>): Promise<never> {
  progress('Stopping before the start is complete');
  await stop();
  process.exit(130);
}

type Place = { stateFolder: string; log: Log; undo: (() => Promise<void>)[] };

async function start(config: Config, options: ServeOptions, { stateFolder, log, undo }: Place) {
  await checkPort(config);
  for (const warning of warningsOf(config)) progress(`Warning: ${warning}`);
  const secret = keepSecret(stateFolder, config.secretFile);
  // The database starts while the pages are built; each takes about as long as the other at the first start.
  const building = buildWeb(stateFolder, progress);
  building.catch(() => {});
  const ownerUrl = await openDatabase(config, options, stateFolder, log, undo);
  const server = await startServer({
    ownerUrl,
    host: config.host,
    port: config.port,
    web: openWebFiles(await building),
    house: {
      baseUrl: config.baseUrl,
      version,
      log,
      secret,
      stateFolder,
      mail: config.mail,
      database: config.databaseUrl ? 'elsewhere' : (options.postgres ?? 'embedded'),
    },
    trustedProxies: config.trustedProxies,
    maxBodyBytes: config.maxBodyBytes,
    jobs: 'work',
    metrics: config.metrics,
  }).catch((problem) => {
    throw listenProblem(problem, config) ?? dataProblem(problem) ?? problem;
  });
  undo.push(() => server.stop());
  return { server, url: config.baseUrl ?? urlOfListener(config.host, server.port) };
}

async function openDatabase(
  config: Config,
  options: ServeOptions,
  stateFolder: string,
  log: Log,
  undo: (() => Promise<void>)[],
): Promise<string> {
  if (config.databaseUrl) {
    await checkServer(config.databaseUrl);
    return config.databaseUrl;
  }
  const start = () => startPostgres({ stateFolder, kind: options.postgres ?? 'embedded', progress });
  let postgres = await start();
  let stopping = false;
  undo.push(async () => {
    stopping = true;
    await postgres.stop();
  });
  keepAlive(postgres);
  return postgres.url;

  // A database that ends by itself (killed, out of memory) is started again; connections come back by themselves.
  function keepAlive(present: Postgres): void {
    present.ended.then(async () => {
      if (stopping) return;
      log.error('the database ended by itself; starting it again');
      await present.stop();
      try {
        postgres = await start();
        keepAlive(postgres);
      } catch (problem) {
        log.fatal({ problem: (problem as Error).message }, 'the database cannot be started again');
        process.kill(process.pid, 'SIGTERM');
      }
    });
  }
}

async function checkServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ number: string }>("select current_setting('server_version_num') as number");
    const major = Math.floor(Number(rows[0]?.number) / 10_000);
    if (major < 15) throw tooOld(major);
    await requireSessions(url);
  } catch (problem) {
    if (problem instanceof StartProblem) throw problem;
    throw new StartProblem(
      'unavailable',
      `The database of DATABASE_URL does not answer: ${(problem as Error).message}.`,
      'Check that the server runs, and the address, user and password in DATABASE_URL.',
    );
  } finally {
    await client.end().catch(() => {});
  }
}

const tooOld = (major: number) =>
  new StartProblem(
    'configuration',
    `The database of DATABASE_URL is PostgreSQL ${major}; Mamori needs 15 or newer.`,
    'Use a newer server, or leave DATABASE_URL out: Mamori then brings its own.',
  );

function configOf({ port, host }: ServeOptions): Config {
  try {
    return readConfig({
      ...process.env,
      ...(port ? { MAMORI_PORT: port } : {}),
      ...(host ? { MAMORI_HOST: host } : {}),
    });
  } catch (problem) {
    if (!(problem instanceof z.ZodError)) throw problem;
    const lines = problem.issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`);
    throw new StartProblem(
      'configuration',
      lines.join('; '),
      'Correct the setting; docs/guides/configuration.md lists them all.',
    );
  }
}

/** Resolves with the signal; a second one ends at once. */
function untilTold(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve(signal));
  });
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => {
    running ??= work();
    return running;
  };
}

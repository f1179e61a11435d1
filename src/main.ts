import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import {
  databaseKey,
  identify,
  mayCall,
  outsider,
  type Reaction,
  systemViewer,
  type Tools,
  type Viewer,
} from '#access';
import type { Emit } from '#events';
import { urlOfListener } from '#platform/addresses';
import { now as systemNow } from '#platform/clock';
import { databaseFor, openPool } from '#platform/database';
import type { House } from '#platform/house';
import { appOf, type Call } from '#platform/http/app';
import { serveMetrics } from '#platform/http/metrics-server';
import type { WebFiles } from '#platform/http/web-files';
import { openJobs } from '#platform/jobs';
import { makeMetrics } from '#platform/metrics';
import { migrate } from '#platform/migrate';
import { prepareServerRole } from '#platform/server-role';
import { edges, measures, reactions, steps } from './steps.ts';

export type ServerOptions = {
  ownerUrl: string;
  host: string;
  port: number;
  web: WebFiles | null;
  house: Omit<House, 'baseUrl'> & { baseUrl: string | null };
  trustedProxies: number;
  maxBodyBytes: number;
  /** 'drain': nothing runs by itself, tests call drain() */
  jobs: 'work' | 'drain';
  now?: () => Temporal.Instant;
  /** Where Prometheus reads; null: nowhere. Port 0 takes a free one. */
  metrics?: { host: string; port: number } | null;
};

const noSession = { token: null, start: () => {}, end: () => {}, device: null, keepDevice: () => {} };

/** Starts Mamori on a database that exists: migrations, jobs, HTTP. The caller owns the database's life. */
export async function startServer(options: ServerOptions) {
  // What was opened is closed in the reverse order, also when a later part does not start.
  const opened: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const close of opened.splice(0).reverse()) await close();
  };
  try {
    return { ...(await open(options, opened)), stop };
  } catch (problem) {
    await stop();
    throw problem;
  }
}

async function open(options: ServerOptions, opened: (() => Promise<unknown>)[]) {
  const { ownerUrl, now = systemNow } = options;
  await migrate(ownerUrl);
  const queue = await openJobs<Tools>(ownerUrl, options.house.log);
  const pool = openPool(await prepareServerRole(ownerUrl), 20);
  opened.push(() => pool.end());
  opened.push(() => queue.stop());
  const emit = queue.emit as Emit;
  const house: House = {
    ...options.house,
    baseUrl: options.house.baseUrl ?? urlOfListener(options.host, options.port),
    jobs: queue.board,
  };

  const toolsOf = (viewer: Viewer, origin: Tools['origin'], session: Tools['session'] = noSession): Tools => ({
    db: databaseFor(pool, databaseKey(viewer)),
    viewer,
    now,
    emit,
    origin,
    session,
    house,
  });
  const systemTools = (reason: string) =>
    toolsOf(systemViewer(reason), { requestId: reason, ip: null, userAgent: null });
  const identifier = databaseFor(pool, 'system');

  async function toolsFor(call: Call): Promise<Tools> {
    const viewer = await identify(identifier, now(), call);
    return toolsOf(
      viewer ?? outsider,
      { requestId: call.requestId, ip: call.ip, userAgent: call.userAgent },
      {
        token: call.sessionToken,
        start: call.startSession,
        end: call.endSession,
        device: call.device,
        keepDevice: call.keepDevice,
      },
    );
  }

  await queue.serve(reactions as Reaction[], systemTools, options.jobs);
  const metrics = makeMetrics<Tools>({
    version: house.version,
    pool,
    measures,
    tools: () => toolsOf(outsider, { requestId: 'metrics', ip: null, userAgent: null }),
  });
  const app = appOf<Tools>({
    observe: metrics.observe,
    steps,
    edges,
    toolsFor,
    mayCall: (tools, access) => mayCall(tools.viewer, access),
    isKnown: ({ viewer }) => viewer.kind !== 'outsider',
    isReady: () =>
      pool.query('select 1').then(
        () => true,
        () => false,
      ),
    web: options.web,
    info: {
      title: 'Mamori',
      version: house.version,
      description:
        'Watches over the IoT products a maker has shipped. A parameter or field that an endpoint does not know is refused, never passed over.',
    },
    baseUrl: house.baseUrl,
    trustedProxies: options.trustedProxies,
    maxBodyBytes: options.maxBodyBytes,
    log: house.log,
  });
  const server = serve({ fetch: app.fetch, hostname: options.host, port: options.port });
  await new Promise<void>((listening, failed) => {
    server.once('listening', listening);
    server.once('error', failed);
  });
  opened.push(() => closeServer(server));
  const scraped = options.metrics ? await serveMetrics(metrics, options.metrics.host, options.metrics.port) : null;
  if (scraped) opened.push(scraped.stop);

  return {
    app,
    pool,
    queue,
    systemTools,
    toolsOf,
    port: (server.address() as AddressInfo).port,
    metricsPort: scraped?.port ?? null,
    drain: () => queue.drain(),
  };
}

/** Answers what was asked, takes nothing new; after five seconds the rest is cut off. */
function closeServer(server: ReturnType<typeof serve>): Promise<void> {
  return new Promise((closed) => {
    server.close(() => closed());
    if (!('closeIdleConnections' in server)) return;
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 5_000).unref();
  });
}

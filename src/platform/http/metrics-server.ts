import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Metrics } from '../metrics.ts';
import { StartProblem } from '../start-problem.ts';

export type MetricsServer = { port: number; stop: () => Promise<void> };

/**
 * Serves GET /metrics on a port of its own, for Prometheus alone: no sign-in, so it listens on this machine only
 * unless told otherwise.
 * @throws StartProblem when the port is taken
 */
export async function serveMetrics(metrics: Metrics, host: string, port: number): Promise<MetricsServer> {
  const server = createServer(async (request, response) => {
    const path = request.url?.split('?')[0];
    if (request.method !== 'GET' || path !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    const text = await metrics.text();
    response.writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' }).end(text);
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', (problem: NodeJS.ErrnoException) => failed(explained(problem, host, port)));
    server.listen(port, host, () => listening());
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function explained(problem: NodeJS.ErrnoException, host: string, port: number): Error {
  if (problem.code !== 'EADDRINUSE' && problem.code !== 'EACCES' && problem.code !== 'EADDRNOTAVAIL') return problem;
  return new StartProblem(
    'unavailable',
    `Metrics cannot be served on ${host}, port ${port} (${problem.code}).`,
    'Choose another MAMORI_METRICS_PORT or MAMORI_METRICS_HOST, or leave them out.',
  );
}

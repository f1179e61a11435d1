import { createServer } from 'node:net';
import type { Config } from '#platform/config';
import { StartProblem } from '#platform/start-problem';

/**
 * Tries the address before anything else is started, so that a port in use is told at once and nothing is touched.
 * @throws StartProblem
 */
export async function checkPort(config: Pick<Config, 'host' | 'port'>): Promise<void> {
  const probe = createServer();
  try {
    await new Promise<void>((listening, failed) => {
      probe.once('error', failed);
      probe.listen(config.port, config.host, listening);
    });
  } catch (problem) {
    throw listenProblem(problem, config) ?? problem;
  } finally {
    await new Promise((closed) => probe.close(closed));
  }
}

/** Why the address cannot be used, in an operator's words; null when the error is of another kind. */
export function listenProblem(problem: unknown, { host, port }: Pick<Config, 'host' | 'port'>): StartProblem | null {
  const code = (problem as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE')
    return new StartProblem(
      'unavailable',
      `Port ${port} on ${host} is in use by another program.`,
      `Stop that program, or choose another port: --port ${port === 65_535 ? 8421 : port + 1}.`,
    );
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new StartProblem(
      'configuration',
      `Mamori cannot listen on ${host}, port ${port} (${code}).`,
      'Choose an address of this machine and a port from 1024 on: --host 127.0.0.1 --port 8420.',
    );
  return null;
}

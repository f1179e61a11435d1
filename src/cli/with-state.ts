import { databaseKey, systemViewer, type Tools } from '#access';
import type { Emit } from '#events';
import { urlOfListener } from '#platform/addresses';
import { now } from '#platform/clock';
import { readConfig } from '#platform/config';
import { databaseFor, openPool } from '#platform/database';
import { openJobs } from '#platform/jobs';
import { openLog } from '#platform/log';
import { migrate } from '#platform/migrate';
import { startPostgres } from '#platform/postgres';
import { keepSecret } from '#platform/secret';
import { prepareServerRole } from '#platform/server-role';
import { defaultStateFolder, makeStateFolder } from '#platform/state';
import { dataProblem } from './data-problem.ts';
import { progress } from './print.ts';
import { version } from './version.ts';

export type StateOptions = { data?: string; postgres?: 'embedded' | 'system' };

export type OpenState = { ownerUrl: string; stateFolder: string; tools: Tools; postgresMajor: number | null };

/**
 * Works on a state beside the running server, or without one: joins the database that runs, or starts it for the while.
 * @param reason  what the audit trail shows as the actor, e.g. "audit verify"
 * @param told  'told': the reactions hear of what is written, now or when a server runs; left out they do not, which is
 *   for reading, verifying and carrying data
 */
export async function withState<T>(
  options: StateOptions,
  reason: string,
  work: (state: OpenState) => Promise<T>,
  told?: 'told',
): Promise<T> {
  const config = readConfig(process.env);
  const stateFolder = makeStateFolder(options.data ?? defaultStateFolder());
  const secret = keepSecret(stateFolder, config.secretFile);
  const postgres = config.databaseUrl
    ? null
    : await startPostgres({ stateFolder, kind: options.postgres ?? 'embedded', progress });
  const ownerUrl = config.databaseUrl ?? postgres?.url ?? '';
  try {
    await migrate(ownerUrl).catch((problem) => {
      throw dataProblem(problem) ?? problem;
    });
    const log = openLog(config.logLevel);
    const queue = told ? await openJobs<Tools>(ownerUrl, log) : null;
    const server = openPool(await prepareServerRole(ownerUrl), 3);
    try {
      const viewer = systemViewer(reason);
      const tools: Tools = {
        db: databaseFor(server, databaseKey(viewer)),
        viewer,
        now,
        emit: queue ? (queue.emit as Emit) : async () => {},
        origin: { requestId: reason, ip: null, userAgent: null },
        session: { token: null, start: () => {}, end: () => {}, device: null, keepDevice: () => {} },
        house: {
          baseUrl: config.baseUrl ?? urlOfListener(config.host, config.port),
          version,
          log,
          secret,
          stateFolder,
        },
      };
      return await work({ ownerUrl, stateFolder, tools, postgresMajor: postgres?.version ?? null });
    } finally {
      await server.end();
      await queue?.stop();
    }
  } finally {
    await postgres?.stop();
  }
}

import type pg from 'pg';
import { PgBoss } from 'pg-boss';
import { z } from 'zod';

/** Work that somebody was promised and that is not done. */
const PendingJob = z.object({
  id: z.uuid(),
  queue: z.string(),
  data: z.record(z.string(), z.unknown()).nullable(),
  /** Not before; null: as soon as possible. */
  startAfter: z.string().nullable(),
});
export type PendingJob = z.infer<typeof PendingJob>;

/**
 * What waits, runs, is to be tried again or has failed for good: a failure is not done either, and is tried again after
 * a restore. What is done is left behind, and so are queues and schedules, which each start makes anew.
 */
export async function listPendingJobs(client: pg.ClientBase): Promise<PendingJob[]> {
  const { rows: found } = await client.query("select to_regclass('jobs.job') is not null as there");
  if (!found[0]?.there) return [];
  const { rows } = await client.query<PendingJob>(`
    select id, name as queue, data,
      case when start_after > now() and state in ('created', 'retry')
        then to_char(start_after at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') end as "startAfter"
    from jobs.job
    where state in ('created', 'retry', 'active', 'failed') and name not like '\\_\\_pgboss%'
    order by created_on, id`);
  return rows;
}

export const linesOf = (jobs: PendingJob[]) => jobs.map((job) => `${JSON.stringify(job)}\n`).join('');

/** @throws ZodError or SyntaxError for a line that is no job */
export function readJobs(lines: string): PendingJob[] {
  const full = lines.split('\n').filter((line) => line !== '');
  return full.map((line) => PendingJob.parse(JSON.parse(line)));
}

/** Makes the schema of the queue and the queues that these jobs wait in; the next start of a server settles the rest. */
export async function prepareQueues(ownerUrl: string, jobs: PendingJob[]): Promise<PgBoss> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: 'jobs', max: 2, supervise: false, schedule: false });
  boss.on('error', () => {}); // an idle connection; the calls themselves throw
  await boss.start();
  for (const queue of new Set(jobs.map((job) => job.queue))) await boss.createQueue(queue);
  return boss;
}

/** Puts the jobs back in the caller's transaction, under their own ids, so that doing it twice makes them once. */
export async function insertJobs(boss: PgBoss, client: pg.ClientBase, jobs: PendingJob[]): Promise<void> {
  const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) };
  for (const [queue, waiting] of Map.groupBy(jobs, (job) => job.queue))
    await boss.insert(
      queue,
      waiting.map(({ id, data, startAfter }) => ({
        id,
        ...(data === null ? {} : { data }),
        ...(startAfter === null ? {} : { startAfter }),
      })),
      { db },
    );
}

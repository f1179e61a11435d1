import { sql } from 'kysely';
import { type Viewer, visibleTo } from '#access';
import type { Db } from '#platform/database';
import type { FailedJob } from '../model.ts';

/** How the jobs of one queue stand. */
export type QueueState = {
  queue: string;
  waiting: number;
  running: number;
  failed: number;
  lastRunAt: Temporal.Instant | null;
  lastState: 'completed' | 'failed' | null;
};

/**
 * Every queue that has a job, also one that nobody works any more. Work about matter behind a wall is counted for those
 * inside alone, unless it failed: a failure that nobody sees is worse than that somebody learns of it.
 */
export async function listQueueStates(db: Db, viewer: Viewer): Promise<QueueState[]> {
  const { rows } = await sql<QueueState>`
    select name as queue,
      count(*) filter (where state in ('created', 'retry')) as waiting,
      count(*) filter (where state = 'active') as running,
      count(*) filter (where state = 'failed') as failed,
      max(completed_on) filter (where state in ('completed', 'failed')) as "lastRunAt",
      (array_agg(state::text order by completed_on desc) filter (where state in ('completed', 'failed')))[1] as "lastState"
    from (select *, (data ->> 'wallId')::uuid as wall_id from jobs.job) j
    where name not like '\\_\\_pgboss%' and (state = 'failed' or ${visibleTo(viewer, 'j.wall_id')})
    group by name`.execute(db);
  return rows;
}

export async function countFailedJobs(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from jobs.job where state = 'failed' and name not like '\\_\\_pgboss%'`.execute(db);
  return rows[0]?.count ?? 0;
}

/** The place in the list of failed jobs where a page ends; the instant as text, to the microsecond. */
export type FailedPlace = { failedAt: string; id: string };

// The whole text of an error may carry what a person wrote; the first line of it says what is to be done.
const longestProblem = 300;

/** Newest first; `queue` '' is all. */
export async function listFailedJobs(
  db: Db,
  queue: string,
  { after, limit }: { after: FailedPlace | null; limit: number },
): Promise<FailedJob[]> {
  const { rows } = await sql<{
    id: string;
    queue: string;
    createdAt: Temporal.Instant;
    failedAt: Temporal.Instant;
    attempts: number;
    problem: string;
  }>`
    select id, name as queue, created_on as "createdAt", completed_on as "failedAt", retry_count + 1 as attempts,
      left(split_part(coalesce(output ->> 'message', output ->> 'value', ''), chr(10), 1), ${longestProblem}) as problem
    from jobs.job
    where state = 'failed' and name not like '\\_\\_pgboss%' and (${queue} = '' or name = ${queue})
      and (${after === null} or (completed_on, id) < (${after?.failedAt ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by completed_on desc, id desc
    limit ${limit}`.execute(db);
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toString(), failedAt: row.failedAt.toString() }));
}

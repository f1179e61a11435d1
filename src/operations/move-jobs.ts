import { type Deed, recordAudits, type Tools } from '#access';
import { Refusal } from '#platform/errors';
import type { JobBoard, MovedJob } from '#platform/job-board';
import * as store from './store/jobs.ts';

type Parts = Pick<Tools, 'db' | 'viewer' | 'now' | 'origin' | 'house'>;
type Move = keyof Pick<JobBoard, 'retry' | 'setAside' | 'putBack'>;

const actions = { retry: 'job.retry', setAside: 'job.set-aside', putBack: 'job.put-back' } as const;
const mostAtOnce = 500;

/** Lets failed jobs run again at once. */
export const retryJobs = (tools: Parts, { ids }: { ids: string[] }) => move(tools, 'retry', ids);

/** Takes failed jobs out of the list; putJobsBack undoes it. */
export const setJobsAside = (tools: Parts, { ids }: { ids: string[] }) => move(tools, 'setAside', ids);

export const putJobsBack = (tools: Parts, { ids }: { ids: string[] }) => move(tools, 'putBack', ids);

/** Lets all failed jobs of a queue run again; '' is every queue. */
export async function retryAllJobs(tools: Parts, { queue }: { queue: string }): Promise<{ count: number }> {
  let count = 0;
  for (;;) {
    const failed = await store.listFailedJobs(tools.db, queue, { after: null, limit: mostAtOnce });
    const { ids } =
      failed.length > 0
        ? await move(
            tools,
            'retry',
            failed.map(({ id }) => id),
          )
        : { ids: [] };
    count += ids.length;
    // What somebody else moved meanwhile is not in the list next time; without progress there is nothing left for us.
    if (ids.length === 0) return { count };
  }
}

async function move(tools: Parts, how: Move, ids: string[]): Promise<{ ids: string[] }> {
  const { jobs } = tools.house;
  if (!jobs) throw new Refusal('unavailable', 'No server runs here.');
  return tools.db.transaction().execute(async (transaction) => {
    const moved = await jobs[how](transaction, ids);
    await recordAudits(transaction, tools, deedsOf(actions[how], moved));
    return { ids: moved.map(({ id }) => id) };
  });
}

const deedsOf = (action: Deed['action'], moved: MovedJob[]): Deed[] =>
  moved.map(({ id, queue }) => ({ action, subjectKind: 'job', subjectId: id, subjectName: queue }));

import type { Tools } from '#access';
import type { Measure } from '#platform/metrics';
import { listQueueStates } from './store/jobs.ts';

export const measures: Measure<Tools>[] = [
  {
    name: 'mamori_jobs',
    help: 'Jobs of each queue that wait, run or have failed for good',
    labels: ['queue', 'state'],
    async read({ db, viewer }) {
      const queues = await listQueueStates(db, viewer);
      return queues.flatMap(({ queue, waiting, running, failed }) => [
        { labels: { queue, state: 'waiting' }, value: waiting },
        { labels: { queue, state: 'running' }, value: running },
        { labels: { queue, state: 'failed' }, value: failed },
      ]);
    },
  },
];

import { z } from 'zod';
import { endpoint } from '#access/model';
import { TableFormat } from '#platform/browser/table-format';
import { FailedJob, JobQueue, SystemState } from './model.ts';

const tags = ['operations'];
const file = { format: TableFormat, language: z.enum(['ja', 'en']).default('ja') };
const failedFilter = { queue: z.string().max(100).default('') };
const ids = z.object({ ids: z.array(z.uuid()).min(1).max(500) });

export const operations = {
  listJobs: endpoint('job:read')
    .route({ method: 'GET', path: '/jobs', summary: 'What happens by itself, when and how it went', tags })
    .output(z.object({ items: z.array(JobQueue) })),
  exportJobs: endpoint('job:read')
    .route({ method: 'GET', path: '/jobs/export', summary: 'What happens by itself, as a file', tags })
    .input(z.object(file))
    .output(z.instanceof(File)),
  listFailedJobs: endpoint('job:read')
    .route({ method: 'GET', path: '/jobs/failed', summary: 'Work that failed for good, newest first', tags })
    .input(
      z.object({
        ...failedFilter,
        after: z.string().max(500).optional(),
        limit: z.coerce.number().int().min(1).max(500).default(50),
      }),
    )
    .output(z.object({ items: z.array(FailedJob), next: z.string().nullable() })),
  exportFailedJobs: endpoint('job:read')
    .route({ method: 'GET', path: '/jobs/failed/export', summary: 'Work that failed for good, as a file', tags })
    .input(z.object({ ...failedFilter, ...file }))
    .output(z.instanceof(File)),
  retryJobs: endpoint('job:write')
    .route({ method: 'POST', path: '/jobs/retry', summary: 'Let failed work run again', tags })
    .input(ids)
    .output(z.object({ ids: z.array(z.uuid()) })),
  retryAllJobs: endpoint('job:write')
    .route({ method: 'POST', path: '/jobs/retry-all', summary: 'Let all failed work of a queue run again', tags })
    .input(z.object(failedFilter))
    .output(z.object({ count: z.int() })),
  setJobsAside: endpoint('job:write')
    .route({ method: 'POST', path: '/jobs/set-aside', summary: 'Take failed work out of the list', tags })
    .input(ids)
    .output(z.object({ ids: z.array(z.uuid()) })),
  putJobsBack: endpoint('job:write')
    .route({ method: 'POST', path: '/jobs/put-back', summary: 'Undo taking failed work out of the list', tags })
    .input(ids)
    .output(z.object({ ids: z.array(z.uuid()) })),
  describeSystem: endpoint('job:read')
    .route({
      method: 'GET',
      path: '/system',
      summary: 'Versions, sizes, the last backup, and what asks for care',
      tags,
    })
    .output(SystemState),
};

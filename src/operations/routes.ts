import type { Tools } from '#access';
import { exportInLine } from '#platform/export-line';
import { routesOf } from '#platform/http/api';
import { operations } from './contract.ts';
import { describeSystem } from './describe-system.ts';
import { exportFailedJobs, exportJobs } from './export-jobs.ts';
import { listFailedJobs } from './list-failed-jobs.ts';
import { listJobs } from './list-jobs.ts';
import { putJobsBack, retryAllJobs, retryJobs, setJobsAside } from './move-jobs.ts';

export const routes = routesOf<Tools>()(operations, {
  listJobs: (tools) => listJobs(tools),
  exportJobs: (tools, input) => exportInLine(() => exportJobs(tools, input)),
  listFailedJobs: (tools, input) => listFailedJobs(tools, input),
  exportFailedJobs: (tools, input) => exportInLine(() => exportFailedJobs(tools, input)),
  retryJobs: (tools, input) => retryJobs(tools, input),
  retryAllJobs: (tools, input) => retryAllJobs(tools, input),
  setJobsAside: (tools, input) => setJobsAside(tools, input),
  putJobsBack: (tools, input) => putJobsBack(tools, input),
  describeSystem: (tools) => describeSystem(tools),
});

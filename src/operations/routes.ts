import type { Tools } from '#access';
import { exportInLine } from '#platform/export-line';
import { routesOf } from '#platform/http/api';
import { operations } from './contract.ts';
import { describeSystem } from './describe-system.ts';
import { exportFailedJobs, exportJobs, type JobNames } from './export-jobs.ts';
import { listFailedJobs } from './list-failed-jobs.ts';
import { listJobs } from './list-jobs.ts';
import { putJobsBack, retryAllJobs, retryJobs, setJobsAside } from './move-jobs.ts';

/** @param names  what every step calls its work */
export const routesWith = (names: JobNames) =>
  routesOf<Tools>()(operations, {
    listJobs: (tools) => listJobs(tools),
    exportJobs: (tools, input) => exportInLine(() => exportJobs(tools, { ...input, names })),
    listFailedJobs: (tools, input) => listFailedJobs(tools, input),
    exportFailedJobs: (tools, input) => exportInLine(() => exportFailedJobs(tools, { ...input, names })),
    retryJobs: (tools, input) => retryJobs(tools, input),
    retryAllJobs: (tools, input) => retryAllJobs(tools, input),
    setJobsAside: (tools, input) => setJobsAside(tools, input),
    putJobsBack: (tools, input) => putJobsBack(tools, input),
    describeSystem: (tools) => describeSystem(tools),
  });

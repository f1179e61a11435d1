export type { FailedJob, JobQueue, SystemState } from './model.ts';

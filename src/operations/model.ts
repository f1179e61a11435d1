import { z } from 'zod';

/** Why a queue is worked: an event, a time of day, the clock of each server, or no longer (an older release did). */
export const Trigger = z.enum(['event', 'schedule', 'tick', 'none']);

/** One kind of work that happens by itself, and how it goes. */
export const JobQueue = z.object({
  queue: z.string(),
  trigger: Trigger,
  /** For an event: its name. */
  event: z.string().nullable(),
  /** For a schedule: the cron expression, in Tokyo's time. */
  cron: z.string().nullable(),
  /** For a tick: how often in each server. */
  everyMs: z.int().nullable(),
  nextRunAt: z.string().nullable(),
  /** Null also when it was too long ago: what is done is forgotten after seven days. */
  lastRunAt: z.string().nullable(),
  lastOutcome: z.enum(['done', 'failed']).nullable(),
  waiting: z.int(),
  running: z.int(),
  failed: z.int(),
});
export type JobQueue = z.infer<typeof JobQueue>;

/** Work that was tried as often as its queue allows. What it was about is not told: it may be behind a wall. */
export const FailedJob = z.object({
  id: z.uuid(),
  queue: z.string(),
  createdAt: z.string(),
  failedAt: z.string(),
  attempts: z.int(),
  problem: z.string(),
});
export type FailedJob = z.infer<typeof FailedJob>;

/** Each may be empty; `warnings` says which of the facts ask for something to be done. */
export const SystemState = z.object({
  version: z.string(),
  /** The newest migration that was applied. */
  schema: z.string(),
  startedAt: z.string(),
  postgres: z.object({
    version: z.string(),
    kind: z.enum(['embedded', 'system', 'elsewhere']).nullable(),
    sizeBytes: z.int(),
  }),
  disk: z.object({ freeBytes: z.int(), totalBytes: z.int() }).nullable(),
  lastBackup: z.object({ madeAt: z.string(), sizeBytes: z.int() }).nullable(),
  warnings: z.array(z.enum(['disk-low', 'backup-none', 'backup-old', 'jobs-failed'])),
});
export type SystemState = z.infer<typeof SystemState>;
export type Warning = SystemState['warnings'][number];

/** When an operator is warned. */
export const limits = { freeBytes: 2_000_000_000, freeShare: 0.1, backupDays: 7 } as const;

type Facts = Pick<SystemState, 'disk' | 'lastBackup'> & { failedJobs: number };

/** What asks for something to be done, the most pressing first. */
export function warningsOf({ disk, lastBackup, failedJobs }: Facts, now: Temporal.Instant): Warning[] {
  const warnings: Warning[] = [];
  if (disk && (disk.freeBytes < limits.freeBytes || disk.freeBytes < disk.totalBytes * limits.freeShare))
    warnings.push('disk-low');
  if (!lastBackup) warnings.push('backup-none');
  else if (now.since(Temporal.Instant.from(lastBackup.madeAt)).total('hours') > limits.backupDays * 24)
    warnings.push('backup-old');
  if (failedJobs > 0) warnings.push('jobs-failed');
  return warnings;
}

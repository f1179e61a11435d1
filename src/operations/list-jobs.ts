import type { Tools } from '#access';
import type { JobPlan } from '#platform/job-board';
import type { JobQueue } from './model.ts';
import * as store from './store/jobs.ts';

/** Everything that happens by itself, in the order of the steps, and then what only an older release did. */
export async function listJobs({
  db,
  viewer,
  house,
}: Pick<Tools, 'db' | 'viewer' | 'house'>): Promise<{ items: JobQueue[] }> {
  const plans = house.jobs?.listPlans() ?? [];
  const states = new Map((await store.listQueueStates(db, viewer)).map((state) => [state.queue, state]));
  const planned = plans.map((plan) => queueOf(plan, states.get(plan.queue)));
  const known = new Set(plans.map(({ queue }) => queue));
  const gone = [...states.values()].filter(({ queue }) => !known.has(queue));
  return {
    items: [...planned, ...gone.map((state) => ({ ...nothingPlanned, ...progressOf(state), queue: state.queue }))],
  };
}

const nothingPlanned = { trigger: 'none', event: null, cron: null, everyMs: null, nextRunAt: null } as const;

function queueOf(plan: JobPlan, state: store.QueueState | undefined): JobQueue {
  const line = { ...nothingPlanned, ...progressOf(state), queue: plan.queue };
  if (plan.kind === 'on') return { ...line, trigger: 'event', event: plan.event };
  if (plan.kind === 'every')
    return { ...line, trigger: 'schedule', cron: plan.cron, nextRunAt: plan.nextRunAt.toString() };
  const { lastRunAt, lastProblem } = plan;
  const lastOutcome = lastRunAt === null ? null : lastProblem === null ? 'done' : 'failed';
  return { ...line, trigger: 'tick', everyMs: plan.everyMs, lastRunAt: lastRunAt?.toString() ?? null, lastOutcome };
}

function progressOf(state: store.QueueState | undefined) {
  return {
    waiting: state?.waiting ?? 0,
    running: state?.running ?? 0,
    failed: state?.failed ?? 0,
    lastRunAt: state?.lastRunAt?.toString() ?? null,
    lastOutcome: outcomeOf(state?.lastState ?? null),
  };
}

function outcomeOf(state: store.QueueState['lastState']): JobQueue['lastOutcome'] {
  if (state === null) return null;
  return state === 'completed' ? 'done' : 'failed';
}

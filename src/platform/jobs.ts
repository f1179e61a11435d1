import { fromKysely, type Job, PgBoss } from 'pg-boss';
import { now } from './clock.ts';
import type { Transaction } from './database.ts';
import { type JobBoard, jobBoardOf, type TickState } from './job-board.ts';
import type { Log } from './log.ts';

/** What a step does when something happens: on an event, at a time of day, or every so many milliseconds. */
export type Reaction<Tools> =
  | { kind: 'on'; event: string; queue: string; handle: (tools: Tools, payload: never) => Promise<void> }
  | { kind: 'every'; queue: string; cron: string; handle: (tools: Tools) => Promise<void> }
  | { kind: 'tick'; queue: string; everyMs: number; handle: (tools: Tools) => Promise<void> };

export type Jobs<Tools> = {
  boss: PgBoss;
  /** For those who look after jobs. */
  board: JobBoard;
  /** Sends an event inside the caller's transaction: rolled back with it, delivered at least once after it. */
  emit: (transaction: Transaction, event: string, payload: object) => Promise<void>;
  /** Makes the queues, subscriptions and schedules; mode 'work' runs them, mode 'drain' leaves that to drain(). */
  serve: (reactions: Reaction<Tools>[], toolsFor: (queue: string) => Tools, mode: 'work' | 'drain') => Promise<void>;
  /** Runs what is due until nothing is left, for tests; a failing reaction throws here. */
  drain: () => Promise<void>;
  stop: () => Promise<void>;
};

const schedulesIn = 'Asia/Tokyo';
const retries = {
  ...{ retryLimit: 5, retryDelay: 2, retryBackoff: true, retryDelayMax: 600, expireInSeconds: 900 },
  // What a server was at when it was killed goes on within two minutes, not when its time is over.
  heartbeatSeconds: 60,
};

/**
 * Opens the job queue and brings its schema "jobs" up to date; called with the owner's URL, before the server's role is prepared.
 * pg-boss keeps no order and runs at least once: a reaction recomputes from the present state and is idempotent.
 */
export async function openJobs<Tools>(ownerUrl: string, log: Log): Promise<Jobs<Tools>> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: 'jobs',
    useListenNotify: true,
    max: 4,
    application_name: 'mamori jobs',
  });
  boss.on('error', (problem) => log.error({ problem: problem.message }, 'job queue'));
  await boss.start();

  let served: Reaction<Tools>[] = [];
  let tools: (queue: string) => Tools = () => {
    throw new Error('serve() comes first');
  };
  const timers: NodeJS.Timeout[] = [];
  const ticking = new Set<Promise<unknown>>();
  const ticks = new Map<string, TickState>();

  function startTicking(reaction: Extract<Reaction<Tools>, { kind: 'tick' }>): void {
    let running = false;
    const timer = setInterval(() => {
      if (running) return;
      running = true;
      const run = reaction
        .handle(tools(reaction.queue))
        .then(() => ticks.set(reaction.queue, { at: now(), problem: null }))
        .catch((problem: Error) => {
          ticks.set(reaction.queue, { at: now(), problem: problem.message });
          log.error({ queue: reaction.queue, problem: problem.message }, 'tick failed');
        })
        .finally(() => {
          running = false;
          ticking.delete(run);
        });
      ticking.add(run);
    }, reaction.everyMs);
    timers.push(timer);
  }

  return {
    boss,
    board: jobBoardOf(boss, () => served, ticks),
    emit: (transaction, event, payload) => boss.publish(event, payload, { db: fromKysely(transaction) }),

    async serve(reactions, toolsFor, mode) {
      served = reactions;
      tools = toolsFor;
      for (const reaction of reactions) {
        if (reaction.kind === 'tick') {
          if (mode === 'work') startTicking(reaction);
          continue;
        }
        await boss.createQueue(reaction.queue, { ...retries, notify: true });
        await boss.updateQueue(reaction.queue, retries);
        if (reaction.kind === 'on') await boss.subscribe(reaction.event, reaction.queue);
        else await boss.schedule(reaction.queue, reaction.cron, null, { tz: schedulesIn });
        if (mode === 'work')
          await boss.work(
            reaction.queue,
            { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 2 },
            (jobs: Job[]) => runAll(reaction, jobs),
          );
      }
      await forgetWhatIsGone(boss, reactions);
    },

    async drain() {
      for (let ran = true; ran; ) {
        ran = false;
        for (const reaction of served) {
          if (reaction.kind === 'tick') continue;
          const jobs = await boss.fetch<object>(reaction.queue, { batchSize: 100 });
          if (jobs.length === 0) continue;
          ran = true;
          await runAll(reaction, jobs);
          await boss.complete(
            reaction.queue,
            jobs.map(({ id }) => id),
          );
        }
      }
    },

    async stop() {
      for (const timer of timers) clearInterval(timer);
      await Promise.all(ticking);
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };

  async function runAll(reaction: Reaction<Tools>, jobs: Job[]): Promise<void> {
    for (const job of jobs)
      if (reaction.kind === 'on') await reaction.handle(tools(reaction.queue), job.data as never);
      else await reaction.handle(tools(reaction.queue));
  }
}

/** A schedule or subscription of an older release would otherwise fill a queue that nobody works. */
async function forgetWhatIsGone<Tools>(boss: PgBoss, reactions: Reaction<Tools>[]): Promise<void> {
  const scheduled = new Set(reactions.filter(({ kind }) => kind === 'every').map(({ queue }) => queue));
  for (const { name, key } of await boss.getSchedules()) if (!scheduled.has(name)) await boss.unschedule(name, key);
}

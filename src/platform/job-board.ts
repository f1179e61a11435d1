import { sql } from 'kysely';
import { fromKysely, type PgBoss } from 'pg-boss';
import type { Transaction } from './database.ts';

/** Why a reaction runs: an event, a time of day in Tokyo, or every so many milliseconds in each server. */
export type JobPlan = { queue: string } & (
  | { kind: 'on'; event: string }
  | { kind: 'every'; cron: string; nextRunAt: Temporal.Instant }
  | { kind: 'tick'; everyMs: number; lastRunAt: Temporal.Instant | null; lastProblem: string | null }
);

export type MovedJob = { id: string; queue: string };

/** What operators do with jobs, in their own transaction with its line of the trail; reading them is a matter of the tables in the schema "jobs". */
export type JobBoard = {
  /** Every reaction of this release, in the order of the steps. */
  listPlans: () => JobPlan[];
  /** Lets failed jobs run again at once. @returns those that will */
  retry: (transaction: Transaction, ids: readonly string[]) => Promise<MovedJob[]>;
  /** Takes failed jobs out of the list; they are kept until their time is over. */
  setAside: (transaction: Transaction, ids: readonly string[]) => Promise<MovedJob[]>;
  /** Undoes setAside. */
  putBack: (transaction: Transaction, ids: readonly string[]) => Promise<MovedJob[]>;
};

type Planned =
  | { kind: 'on'; event: string; queue: string }
  | { kind: 'every'; queue: string; cron: string }
  | { kind: 'tick'; queue: string; everyMs: number };

/** What a tick of this server did last. */
export type TickState = { at: Temporal.Instant; problem: string | null };

/**
 * The board over a queue that runs.
 * @param planned  the reactions being served
 * @param ticks  what the ticks of this process did last, by queue
 */
export function jobBoardOf(
  boss: PgBoss,
  planned: () => readonly Planned[],
  ticks: ReadonlyMap<string, TickState>,
): JobBoard {
  return {
    listPlans: () => planned().map((reaction) => planOf(boss, reaction, ticks.get(reaction.queue))),

    async retry(transaction, ids) {
      const failed = await move(transaction, ids, 'failed', 'failed');
      for (const [queue, jobs] of Map.groupBy(failed, ({ queue }) => queue))
        await boss.retry(
          queue,
          jobs.map(({ id }) => id),
          { db: fromKysely(transaction) },
        );
      return failed;
    },
    setAside: (transaction, ids) => move(transaction, ids, 'failed', 'cancelled'),
    putBack: (transaction, ids) => move(transaction, ids, 'cancelled', 'failed'),
  };
}

function planOf(boss: PgBoss, reaction: Planned, tick: TickState | undefined): JobPlan {
  const { queue } = reaction;
  if (reaction.kind === 'on') return { queue, kind: 'on', event: reaction.event };
  if (reaction.kind === 'tick')
    return {
      queue,
      kind: 'tick',
      everyMs: reaction.everyMs,
      lastRunAt: tick?.at ?? null,
      lastProblem: tick?.problem ?? null,
    };
  const [next] = boss.previewSchedule(reaction.cron, { tz: 'Asia/Tokyo', count: 1 });
  if (!next) throw new Error(`${queue} never runs: ${reaction.cron}`);
  return { queue, kind: 'every', cron: reaction.cron, nextRunAt: next.toTemporalInstant() };
}

// Only what is in the state that was seen changes, so that two people who press at once do not undo each other.
async function move(
  transaction: Transaction,
  ids: readonly string[],
  from: 'failed' | 'cancelled',
  to: 'failed' | 'cancelled',
): Promise<MovedJob[]> {
  const { rows } = await sql<MovedJob>`
    update jobs.job set state = ${to}::jobs.job_state where id = any(${ids}::uuid[]) and state = ${from}::jobs.job_state
    returning id, name as queue`.execute(transaction);
  return rows;
}

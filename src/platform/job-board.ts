import type { PgBoss } from 'pg-boss';

/** Why a reaction runs: an event, a time of day in Tokyo, or every so many milliseconds in each server. */
export type JobPlan = { queue: string } & (
  | { kind: 'on'; event: string }
  | { kind: 'every'; cron: string; nextRunAt: Temporal.Instant }
  | { kind: 'tick'; everyMs: number; lastRunAt: Temporal.Instant | null; lastProblem: string | null }
);

/** What operators do with jobs; reading them is a matter of the tables in the schema "jobs". */
export type JobBoard = {
  /** Every reaction of this release, in the order of the steps. */
  listPlans: () => JobPlan[];
  /** Lets failed jobs run again at once. @returns the ids of those that will */
  retry: (ids: readonly string[]) => Promise<string[]>;
  /** Takes failed jobs out of the list; they are kept until their time is over. */
  setAside: (ids: readonly string[]) => Promise<string[]>;
  /** Undoes setAside. */
  putBack: (ids: readonly string[]) => Promise<string[]>;
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

    async retry(ids) {
      const failed = await move(boss, ids, 'failed', 'failed');
      for (const [queue, jobs] of Map.groupBy(failed, ({ queue }) => queue))
        await boss.retry(
          queue,
          jobs.map(({ id }) => id),
        );
      return failed.map(({ id }) => id);
    },
    setAside: async (ids) => (await move(boss, ids, 'failed', 'cancelled')).map(({ id }) => id),
    putBack: async (ids) => (await move(boss, ids, 'cancelled', 'failed')).map(({ id }) => id),
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
  boss: PgBoss,
  ids: readonly string[],
  from: 'failed' | 'cancelled',
  to: 'failed' | 'cancelled',
): Promise<{ id: string; queue: string }[]> {
  const { rows } = await boss
    .getDb()
    .executeSql(
      'update jobs.job set state = $3::jobs.job_state where id = any($1::uuid[]) and state = $2::jobs.job_state returning id, name as queue',
      [ids, from, to],
    );
  return rows as { id: string; queue: string }[];
}

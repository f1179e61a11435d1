import type { Events } from '#events';
import type { Reaction as ReactionOf } from '#platform/jobs';
import type { Tools } from './tools.ts';

/** What a step does by itself; each step lists its own in reactions.ts. */
export type Reaction = ReactionOf<Tools>;

/** Runs `handle` after each such event, at least once, in no particular order. */
export function on<E extends keyof Events>(
  event: E,
  queue: `${string}.${string}`,
  handle: (tools: Tools, payload: Events[E]) => Promise<void>,
): Reaction {
  return { kind: 'on', event, queue, handle: handle as (tools: Tools, payload: never) => Promise<void> };
}

/** Runs `handle` at the times of the cron expression, in Asia/Tokyo, on one of the servers. */
export function every(cron: string, queue: `${string}.${string}`, handle: (tools: Tools) => Promise<void>): Reaction {
  return { kind: 'every', queue, cron, handle };
}

/** Runs `handle` in each server every so many milliseconds; it takes its own lock where only one may act. */
export function tick(everyMs: number, queue: `${string}.${string}`, handle: (tools: Tools) => Promise<void>): Reaction {
  return { kind: 'tick', queue, everyMs, handle };
}

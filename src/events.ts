import type { Tools } from '#access';
import type { Transaction } from '#platform/database';
import type { Reaction as ReactionOf } from '#platform/jobs';

/**
 * What the steps tell each other, the whole flow on one page.
 * An event carries ids, never documents; what it means is read from the present state.
 */
export type Events = {
  /** organization: a post has another holder from now on */
  'post.handed-over': { postId: string };
  /** messages: something is to be sent */
  'delivery.due': { deliveryIds: string[] };
  /** inventory: models were created, changed or removed; one event per change or import */
  'models.changed': { changeId: string };
};

/** Tells the steps to the right, in the same transaction. */
export type Emit = <E extends keyof Events>(transaction: Transaction, event: E, payload: Events[E]) => Promise<void>;

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

import { z } from 'zod';
import type { Language } from '#platform/browser/texts';

/** What somebody is told, in both languages: one line and one paragraph. */
export type Told = Record<Language, { title: string; body: string }>;

/** A notice as its receiver reads it. */
export const Notice = z.object({
  id: z.uuid(),
  kind: z.string(),
  title: z.string(),
  body: z.string(),
  /** Where in Mamori the matter is. */
  path: z.string(),
  /** Only the named may see the matter. */
  isWalled: z.boolean(),
  createdAt: z.string(),
  readAt: z.string().nullable(),
});
export type Notice = z.infer<typeof Notice>;

/**
 * waiting: goes out at dueAt, again after a failure that passes · waiting-for-settings: no mail server is set ·
 * sending: a server works on it · sent: the next mail server took it · failed: it was refused, or given up ·
 * cancelled: somebody decided not to send it.
 */
export const DeliveryState = z.enum(['waiting', 'waiting-for-settings', 'sending', 'sent', 'failed', 'cancelled']);
export type DeliveryState = z.infer<typeof DeliveryState>;

/** What leaves the house; its words are kept for the receiver only. */
export const Delivery = z.object({
  id: z.uuid(),
  kind: z.string(),
  receiverName: z.string(),
  address: z.string(),
  subject: z.string(),
  state: DeliveryState,
  attempts: z.int(),
  createdAt: z.string(),
  dueAt: z.string(),
  finishedAt: z.string().nullable(),
  lastError: z.string().nullable(),
});
export type Delivery = z.infer<typeof Delivery>;

/** Where a delivery can be sent again or cancelled from. */
export const retriable: readonly DeliveryState[] = ['waiting', 'waiting-for-settings', 'failed', 'cancelled'];
export const cancellable: readonly DeliveryState[] = ['waiting', 'waiting-for-settings', 'failed'];

const LONGEST_PAUSE_MINUTES = 60;
const PAUSES_UNTIL_THE_LONGEST = 6;
const GIVE_UP_AFTER_ATTEMPTS = PAUSES_UNTIL_THE_LONGEST + 72;

/**
 * When a mail that could not be sent is tried again: after 1, 2, 4 … minutes, then every hour; null after three days,
 * when its receiver is better told by other means.
 * @param attempts  how many were made, from 1 on
 */
export function nextAttemptAt(attempts: number, now: Temporal.Instant): Temporal.Instant | null {
  if (attempts >= GIVE_UP_AFTER_ATTEMPTS) return null;
  return now.add({ minutes: Math.min(2 ** (attempts - 1), LONGEST_PAUSE_MINUTES) });
}

/** A mail that waited longer for a mail server than this is sent only when somebody says so: its words may be stale. */
export const SETTINGS_WAIT_HOURS = 72;

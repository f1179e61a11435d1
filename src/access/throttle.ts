import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { Refusal } from '#platform/errors';
import * as store from './store/throttle.ts';
import type { Tools } from './tools.ts';

/** `free` attempts pass; from then on each blocks, twice as long as the one before; one is forgotten every `drainS`. */
export type ThrottleRule = { free: number; drainS: number; baseS: number; capS: number };

// An account: five wrong, then a minute, two, four … a day, so that the hundredth guess comes after months.
// An address can be a whole office behind one router, so it only slows down what no office does.
const perAccount: ThrottleRule = { free: 5, drainS: 86_400, baseS: 60, capS: 86_400 };
const perAddress: ThrottleRule = { free: 60, drainS: 30, baseS: 30, capS: 3_600 };

/** What is counted; the second word says by what. */
export const throttleRules = {
  'sign-in/account': perAccount,
  'sign-in/address': perAddress,
  'second-step/account': perAccount,
  'link/address': { ...perAddress, free: 30 },
  'single-sign-on/address': { ...perAddress, drainS: 5 },
} as const satisfies Record<string, ThrottleRule>;
export type ThrottleName = keyof typeof throttleRules;

export type Count = { count: number; countedAt: Temporal.Instant; blockedUntil: Temporal.Instant | null };

/** Counts one attempt. While blocked nothing is counted, so that knocking on the door does not keep it shut. */
export function countAttempt(before: Count, rule: ThrottleRule, now: Temporal.Instant): { blocked: boolean } & Count {
  if (before.blockedUntil && Temporal.Instant.compare(before.blockedUntil, now) > 0)
    return { ...before, blocked: true };
  const drained = now.since(before.countedAt).total('seconds') / rule.drainS;
  const count = Math.max(0, before.count - drained) + 1;
  const over = Math.round(count) - rule.free;
  const waitS = over < 0 ? 0 : Math.min(rule.capS, rule.baseS * 2 ** over);
  return { blocked: false, count, countedAt: now, blockedUntil: waitS > 0 ? now.add({ seconds: waitS }) : null };
}

/**
 * Counts an attempt before it is made, so that a hundred at once are a hundred. In a transaction of its own:
 * the count stays when the attempt fails.
 * @param subject  the account or address; only its hash is kept
 * @returns until when the next attempt is blocked if this one fails, or null
 * @throws Refusal 'too-many' with retryAfterS
 */
export async function takeAttempt(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  name: ThrottleName,
  subject: string,
): Promise<Temporal.Instant | null> {
  const key = keyOf(name, subject);
  const at = now();
  const after = await db.transaction().execute(async (transaction) => {
    const before = await store.lockCount(transaction, key, at);
    const counted = countAttempt(before, throttleRules[name], at);
    if (!counted.blocked) await store.saveCount(transaction, key, counted);
    return counted;
  });
  if (!after.blocked || !after.blockedUntil) return after.blockedUntil;
  const retryAfterS = Math.ceil(after.blockedUntil.since(at).total('seconds'));
  throw new Refusal('too-many', `Too many attempts. Try again in ${retryAfterS} seconds.`, {
    retryAfterS,
    by: name.split('/')[1],
  });
}

/** Takes back what the attempt counted: it was a right one. For an account everything is forgotten. */
export async function forgiveAttempt({ db }: Pick<Tools, 'db'>, name: ThrottleName, subject: string): Promise<void> {
  const key = keyOf(name, subject);
  if (name.endsWith('/account')) await store.forgetCount(db, key);
  else await store.lowerCount(db, key);
}

/** Who an address is counted as: an IPv6 customer has a whole /64. */
export function addressSubject(ip: string | null): string {
  if (ip === null) return 'unknown';
  if (!isIPv6(ip) || ip.includes('.')) return ip;
  const [head = '', tail = ''] = ip.split('::');
  const front = head.split(':').filter(Boolean);
  const back = tail.split(':').filter(Boolean);
  const gap = ip.includes('::') ? new Array(8 - front.length - back.length).fill('0') : [];
  return [...front, ...gap, ...back].slice(0, 4).join(':');
}

const keyOf = (name: ThrottleName, subject: string) =>
  `${name}:${createHash('sha256').update(subject.toLowerCase()).digest('base64url')}`;

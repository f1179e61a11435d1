import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { Refusal } from '#platform/errors';
import * as store from './store/throttle.ts';
import type { Tools } from './tools.ts';

/**
 * `free` attempts pass; from then on each blocks, twice as long as the one before, up to `capS`; one is forgotten every
 * `drainS`. From the hundredth on each blocks for `manyS`, where that is given.
 */
export type ThrottleRule = { free: number; drainS: number; baseS: number; capS: number; manyS?: number };

const many = 100;

// Passwords: five wrong, then a minute, two, four, eight, and a quarter of an hour each. A long block would shut out the
// owner more than the guesser. The ninth guess comes after 15 minutes, then four an hour, the hundredth after 23 hours:
// the most that NIST SP 800-63B allows in a row. From there on one a day: 100 + 365 guesses in the first year.
// Only browsers that are strange to the account wait for each other; a known one has a count of its own (device.ts).
const perPassword: ThrottleRule = { free: 5, drainS: 86_400, baseS: 60, capS: 900, manyS: 86_400 };
// Who guesses codes has the password already, and there are only a million of them.
const perCode: ThrottleRule = { free: 5, drainS: 86_400, baseS: 60, capS: 86_400 };
// An address can be a whole office behind one router, so it only slows down what no office does.
const perAddress: ThrottleRule = { free: 60, drainS: 30, baseS: 30, capS: 3_600 };

/** What is counted; the second word says by what. */
export const throttleRules = {
  'sign-in/account': perPassword,
  'sign-in/device': perPassword,
  // A session lives for twelve hours: about fifty guesses.
  'proof/session': perPassword,
  'sign-in/address': perAddress,
  'second-step/account': perCode,
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
  const waitS = over < 0 ? 0 : waitOf(rule, Math.round(count));
  return { blocked: false, count, countedAt: now, blockedUntil: waitS > 0 ? now.add({ seconds: waitS }) : null };
}

function waitOf({ free, baseS, capS, manyS }: ThrottleRule, count: number): number {
  if (manyS !== undefined && count >= many) return manyS;
  return Math.min(capS, baseS * 2 ** (count - free));
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

/** Takes back what the attempt counted: it was a right one. Everything is forgotten, but for an address, where others count. */
export async function forgiveAttempt({ db }: Pick<Tools, 'db'>, name: ThrottleName, subject: string): Promise<void> {
  const key = keyOf(name, subject);
  if (name.endsWith('/address')) await store.lowerCount(db, key);
  else await store.forgetCount(db, key);
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

import { beforeEach, expect, test } from 'vitest';
import { freshDatabase, noon } from '../../test/database.ts';
import { addressSubject, type Count, countAttempt, forgiveAttempt, takeAttempt, throttleRules } from './throttle.ts';

const house = await freshDatabase();
beforeEach(house.reset);

const rule = { free: 3, drainS: 3_600, baseS: 60, capS: 200 };
const fresh: Count = { count: 0, countedAt: noon, blockedUntil: null };

test('the wait doubles from the last free attempt on, up to its cap', () => {
  const waits: number[] = [];
  let count = fresh;
  let at = noon;
  for (let attempt = 0; attempt < 6; attempt++) {
    count = countAttempt(count, rule, at);
    waits.push(count.blockedUntil?.since(at).total('seconds') ?? 0);
    at = count.blockedUntil ?? at;
  }

  expect(waits).toEqual([0, 0, 60, 120, 200, 200]);
});

test('a password is guessed a hundred times in a day, and then once a day; nobody waits longer before', () => {
  const waits: number[] = [];
  let count = fresh;
  let at = noon;
  for (let attempt = 1; attempt <= 105; attempt++) {
    count = countAttempt(count, throttleRules['sign-in/account'], at);
    const waitS = count.blockedUntil?.since(at).total('seconds') ?? 0;
    if (waitS > 900) break;
    waits.push(waitS);
    at = count.blockedUntil ?? at;
  }

  expect(waits.slice(0, 10)).toEqual([0, 0, 0, 0, 60, 120, 240, 480, 900, 900]);
  expect(waits.length).toBeGreaterThanOrEqual(99);
  expect(waits.length).toBeLessThanOrEqual(101);
  expect(at.since(noon).total('hours')).toBeGreaterThan(22);
  expect(count.blockedUntil?.since(at).total('hours')).toBe(24);
});

test('while blocked nothing is counted', () => {
  const blocked = { count: 3, countedAt: noon, blockedUntil: noon.add({ seconds: 60 }) };

  expect(countAttempt(blocked, rule, noon.add({ seconds: 59 }))).toEqual({ ...blocked, blocked: true });
  expect(countAttempt(blocked, rule, noon.add({ seconds: 60 })).blocked).toBe(false);
});

test('attempts are forgotten with time', () => {
  const count = countAttempt({ ...fresh, count: 2 }, rule, noon.add({ hours: 2 }));

  expect(count).toMatchObject({ count: 1, blockedUntil: null });
});

test('a hundred at once are counted as a hundred', async () => {
  const attempts = Array.from({ length: 100 }, () => takeAttempt(house.system, 'sign-in/account', 'a@example.jp'));

  const results = await Promise.allSettled(attempts);

  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'too-many', details: { retryAfterS: 60, by: 'account' } },
  });
});

test('each account is counted for itself, whatever the case of its letters', async () => {
  for (let attempt = 0; attempt < 5; attempt++) await takeAttempt(house.system, 'sign-in/account', 'a@example.jp');

  await expect(takeAttempt(house.system, 'sign-in/account', 'A@Example.jp')).rejects.toThrow();
  await expect(takeAttempt(house.system, 'sign-in/account', 'b@example.jp')).resolves.toBeNull();
});

test('a right attempt clears the account', async () => {
  for (let attempt = 0; attempt < 5; attempt++) await takeAttempt(house.system, 'sign-in/account', 'a@example.jp');
  await forgiveAttempt(house.system, 'sign-in/account', 'a@example.jp');

  await expect(takeAttempt(house.system, 'sign-in/account', 'a@example.jp')).resolves.toBeNull();
});

test('an office where everybody signs in rightly is never blocked', async () => {
  for (let person = 0; person < 70; person++) {
    await takeAttempt(house.system, 'sign-in/address', '192.0.2.1');
    await forgiveAttempt(house.system, 'sign-in/address', '192.0.2.1');
  }

  await expect(takeAttempt(house.system, 'sign-in/address', '192.0.2.1')).resolves.toBeNull();
});

test('of subjects only hashes are kept', async () => {
  await takeAttempt(house.system, 'sign-in/account', 'a@example.jp');

  const rows = await house.db.selectFrom('throttle').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain('example');
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::ffff:192.0.2.1', '::ffff:192.0.2.1'],
  [null, 'unknown'],
])('%s is counted as %s', (ip, subject) => {
  expect(addressSubject(ip)).toBe(subject);
});

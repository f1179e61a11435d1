import { beforeEach, expect, test } from 'vitest';
import { freshDatabase, noon } from '../../test/database.ts';
import { aSignedInPerson } from '../../test/sign-in.ts';
import { forgetExpired } from './forget-expired.ts';
import { makeFirstRunLink } from './make-first-run-link.ts';
import { takeAttempt } from './throttle.ts';

const house = await freshDatabase();
beforeEach(house.reset);

async function countsAfter(days: number) {
  await forgetExpired({ ...house.system, now: () => noon.add({ hours: 24 * days + 24 }) });
  const [sessions, tickets, throttles] = await Promise.all([
    house.db.selectFrom('session').select('id').execute(),
    house.db.selectFrom('ticket').select('id').execute(),
    house.db.selectFrom('throttle').select('key').execute(),
  ]);
  return [sessions.length, tickets.length, throttles.length];
}

test('what ended is forgotten in its time, and not before', async () => {
  await makeFirstRunLink(house.system);
  await takeAttempt(house.system, 'sign-in/account', 'a@example.jp');
  await aSignedInPerson(house);

  expect(await countsAfter(6)).toEqual([1, 1, 1]);
  expect(await countsAfter(8)).toEqual([1, 0, 1]);
  expect(await countsAfter(31)).toEqual([1, 0, 0]);
  expect(await countsAfter(91)).toEqual([0, 0, 0]);
});

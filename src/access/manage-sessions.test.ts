import { beforeEach, expect, test } from 'vitest';
import { freshDatabase, noon } from '../../test/database.ts';
import { aBrowser, aSignedInPerson, auditOf, goodPassword } from '../../test/sign-in.ts';
import { changePassword } from './change-password.ts';
import { identify } from './identify.ts';
import { endMyOtherSessions, endMySession, listSessions } from './manage-sessions.ts';
import { proveByPassword } from './prove-person.ts';
import { signInWithPassword } from './sign-in-with-password.ts';
import { outsider } from './viewer.ts';

const house = await freshDatabase();
beforeEach(house.reset);

async function signedInTwice() {
  const one = await aSignedInPerson(house);
  const phone = aBrowser(house, outsider);
  await signInWithPassword(phone.tools, { email: one.person.email, password: goodPassword });
  return { ...one, phone };
}
const kindOf = async (token: string | null) =>
  (await identify(house.db, noon, { authorization: null, sessionToken: token })).kind;

test('every session is listed, the own one marked', async () => {
  const { tools } = await signedInTwice();

  const sessions = await listSessions(tools);

  expect(sessions).toHaveLength(2);
  expect(sessions.filter(({ current }) => current)).toHaveLength(1);
});

test('one is ended by its owner only', async () => {
  const { tools, phone } = await signedInTwice();
  const stranger = await aSignedInPerson(house);
  const { id = '' } = (await listSessions(tools)).find(({ current }) => !current) ?? {};

  await expect(endMySession(stranger.tools, id)).rejects.toMatchObject({ code: 'not-found' });
  await endMySession(tools, id);

  expect(await kindOf(phone.cookie())).toBe('outsider');
  expect(await auditOf(house, 'session.revoke')).toMatchObject([{ after: { session: id } }]);
});

test('all others are ended at once', async () => {
  const { tools, phone } = await signedInTwice();

  expect(await endMyOtherSessions(tools)).toEqual({ ended: 1 });
  expect(await kindOf(phone.cookie())).toBe('outsider');
  expect(await listSessions(tools)).toMatchObject([{ current: true }]);
});

test('another password ends the other sessions and replaces the old one', async () => {
  const { tools, phone, person } = await signedInTwice();
  await changePassword(tools, { password: '夏は夜月のころはさらなり闇もなほ' });

  const attempt = signInWithPassword(aBrowser(house, outsider).tools, { email: person.email, password: goodPassword });

  expect(await kindOf(phone.cookie())).toBe('outsider');
  await expect(attempt).rejects.toMatchObject({ details: { reason: 'wrong-credentials' } });
  expect(await auditOf(house, 'password.change')).toMatchObject([{ after: { endedSessions: 1 } }]);
});

test('after ten minutes the password proves again who sits there', async () => {
  const { tools } = await aSignedInPerson(house, { provedMinutesAgo: 11 });
  const change = () => changePassword(tools, { password: '夏は夜月のころはさらなり闇もなほ' });

  await expect(change()).rejects.toMatchObject({ details: { reason: 'proof-needed' } });
  await expect(proveByPassword(tools, { password: 'wrong' })).rejects.toMatchObject({
    details: { reason: 'wrong-credentials' },
  });
  await proveByPassword(tools, { password: goodPassword });
  await expect(change()).resolves.toBeUndefined();
});

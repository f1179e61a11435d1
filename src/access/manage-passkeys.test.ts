import { beforeEach, expect, test } from 'vitest';
import { anAuthenticator } from '../../test/authenticator.ts';
import { freshDatabase } from '../../test/database.ts';
import { aBrowser, aSignedInPerson, auditOf } from '../../test/sign-in.ts';
import { describeMySignIn } from './describe-my-sign-in.ts';
import { addPasskey, askMyPasskey, removePasskey, renamePasskey } from './manage-passkeys.ts';
import { askPasskeyProof, proveByPasskey } from './prove-person.ts';
import { askPasskeySignIn, signInWithPasskey } from './sign-in-with-passkey.ts';
import { findSessionTimes } from './store/session.ts';
import type { Tools } from './tools.ts';
import { outsider } from './viewer.ts';

const house = await freshDatabase();
beforeEach(house.reset);

const aDevice = () => anAuthenticator('http://localhost:8420');
const add = async (tools: Tools, device = aDevice(), name = 'ノートPC') => {
  const { id } = await addPasskey(tools, { answer: device.register(await askMyPasskey(tools)), name });
  return { id, device };
};

test('an added passkey is listed by its name, and signs in', async () => {
  const { tools } = await aSignedInPerson(house);
  const { device } = await add(tools);

  const browser = aBrowser(house, outsider);
  await signInWithPasskey(browser.tools, device.answer(await askPasskeySignIn(browser.tools)));

  expect(browser.cookie()).not.toBeNull();
  expect((await describeMySignIn(tools)).passkeys).toMatchObject([
    { name: 'ノートPC', usedAt: '2026-11-24T03:00:00Z' },
  ]);
  expect(await auditOf(house, 'passkey.add')).toHaveLength(1);
});

test('a device is added once, with whomever', async () => {
  const one = await aSignedInPerson(house);
  const other = await aSignedInPerson(house);
  const { device } = await add(one.tools);

  expect((await askMyPasskey(one.tools)).excludeCredentials).toMatchObject([{ id: device.id }]);
  await expect(add(other.tools, device)).rejects.toMatchObject({ details: { obstacle: 'passkey-known' } });
});

test("somebody else's question is not answered", async () => {
  const one = await aSignedInPerson(house);
  const other = await aSignedInPerson(house);
  const answer = aDevice().register(await askMyPasskey(one.tools));

  await expect(addPasskey(other.tools, { answer, name: 'x' })).rejects.toMatchObject({ code: 'invalid' });
});

test('it is renamed and removed by its owner only', async () => {
  const one = await aSignedInPerson(house);
  const other = await aSignedInPerson(house);
  const { id } = await add(one.tools);

  await expect(renamePasskey(other.tools, { id, name: 'x' })).rejects.toMatchObject({ code: 'not-found' });
  await expect(removePasskey(other.tools, id)).rejects.toMatchObject({ code: 'not-found' });
  await renamePasskey(one.tools, { id, name: '会社の鍵' });
  expect((await describeMySignIn(one.tools)).passkeys).toMatchObject([{ name: '会社の鍵' }]);
  await removePasskey(one.tools, id);
  expect((await describeMySignIn(one.tools)).passkeys).toEqual([]);
});

test('the last way to sign in stays', async () => {
  const { tools } = await aSignedInPerson(house, { password: null });
  const first = await add(tools);
  const second = await add(tools);

  await removePasskey(tools, first.id);
  await expect(removePasskey(tools, second.id)).rejects.toMatchObject({ details: { obstacle: 'last-way' } });
  expect((await describeMySignIn(tools)).passkeys).toHaveLength(1);
});

test('of the last two, removed at once, one stays', async () => {
  for (let round = 0; round < 5; round++) {
    const { tools } = await aSignedInPerson(house, { password: null });
    const both = [await add(tools), await add(tools)];
    await Promise.allSettled(both.map(({ id }) => removePasskey(tools, id)));

    expect((await describeMySignIn(tools)).passkeys).toHaveLength(1);
  }
});

test('a passkey proves who sits there, a stranger’s does not', async () => {
  const one = await aSignedInPerson(house);
  const other = await aSignedInPerson(house);
  const { device } = await add(one.tools);
  const { device: strange } = await add(other.tools);
  await house.db
    .updateTable('session')
    .set({ proved_at: house.system.now().subtract({ minutes: 11 }) })
    .execute();
  const provedAt = async () => (await findSessionTimes(house.db, one.sessionId))?.provedAt.toString();

  await expect(proveByPasskey(one.tools, strange.answer(await askPasskeyProof(one.tools)))).rejects.toMatchObject({
    details: { reason: 'passkey-refused' },
  });
  expect(await provedAt()).toBe('2026-11-24T02:49:00Z');

  await proveByPasskey(one.tools, device.answer(await askPasskeyProof(one.tools)));
  expect(await provedAt()).toBe('2026-11-24T03:00:00Z');
});

test('an answer for signing in proves nothing', async () => {
  const { tools } = await aSignedInPerson(house);
  const { device } = await add(tools);
  const answer = device.answer(await askPasskeySignIn(tools));

  await expect(proveByPasskey(tools, answer)).rejects.toMatchObject({ details: { reason: 'challenge-unknown' } });
});

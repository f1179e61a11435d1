import { beforeEach, expect, test } from 'vitest';
import { freshDatabase, noon } from '../../test/database.ts';
import { aSignedInPerson, auditOf } from '../../test/sign-in.ts';
import { identify } from './identify.ts';
import { listKeys, makeKey, revokeKey } from './manage-keys.ts';
import { may, mayCall } from './viewer.ts';

const house = await freshDatabase();
beforeEach(house.reset);

const analyst = [{ role: 'analyst' as const, divisionId: null }];
const whoHas = (key: string, at = noon) =>
  identify(house.db, at, { authorization: `Bearer ${key}`, sessionToken: null });

test('a key can do its scopes and no more', async () => {
  const { tools, person } = await aSignedInPerson(house, { grants: analyst });
  const { key } = await makeKey(tools, { name: '部品表の取り込み', scopes: ['product:read'], days: 30 });

  const viewer = await whoHas(key);
  expect(key).toMatch(/^mmr_[\w-]{43}$/);
  expect(viewer).toMatchObject({ kind: 'key', person: { id: person.id } });
  expect([may(viewer, 'product:read'), may(viewer, 'product:write')]).toEqual([true, false]);
});

test('it loses what its person loses', async () => {
  const { tools } = await aSignedInPerson(house, { grants: analyst });
  const { key } = await makeKey(tools, { name: 'x', scopes: ['product:read'], days: 30 });
  await house.db.deleteFrom('role_grant').execute();

  expect(may(await whoHas(key), 'product:read')).toBe(false);
});

test('scopes beyond the own permissions are refused', async () => {
  const { tools } = await aSignedInPerson(house, { grants: analyst });

  await expect(makeKey(tools, { name: 'x', scopes: ['product:read', 'person:write'], days: 30 })).rejects.toMatchObject(
    {
      code: 'invalid',
      details: { field: 'scopes', beyond: ['person:write'] },
    },
  );
});

test('it ends on its day, when revoked, and with its person', async () => {
  const { tools, person } = await aSignedInPerson(house, { grants: analyst });
  const make = () => makeKey(tools, { name: 'x', scopes: ['product:read'], days: 30 });
  const [first, second] = [await make(), await make()];

  await expect(whoHas(first.key, noon.add({ hours: 24 * 30 }))).rejects.toMatchObject({ code: 'not-signed-in' });
  await revokeKey(tools, first.id);
  await expect(whoHas(first.key)).rejects.toMatchObject({ code: 'not-signed-in' });
  await house.db.updateTable('person').set({ disabled_at: noon }).where('id', '=', person.id).execute();
  await expect(whoHas(second.key)).rejects.toMatchObject({ code: 'not-signed-in' });
});

test('the list tells them apart without showing them', async () => {
  const { tools } = await aSignedInPerson(house, { grants: analyst });
  const { key } = await makeKey(tools, { name: '部品表の取り込み', scopes: ['product:read'], days: 30 });
  await whoHas(key);

  const [listed] = await listKeys(tools);
  expect(listed).toMatchObject({ name: '部品表の取り込み', hint: key.slice(0, 8), usedAt: '2026-11-24T03:00:00Z' });
  expect(JSON.stringify(await auditOf(house))).not.toContain(key.slice(8));
});

test('a key makes, lists and revokes no keys', async () => {
  const { tools } = await aSignedInPerson(house, { grants: analyst });
  const { key, id } = await makeKey(tools, { name: 'x', scopes: ['product:read'], days: 30 });
  const asKey = { ...tools, viewer: await whoHas(key) };

  for (const attempt of [
    makeKey(asKey, { name: 'y', scopes: ['product:read'], days: 1 }),
    listKeys(asKey),
    revokeKey(asKey, id),
  ])
    await expect(attempt).rejects.toMatchObject({ details: { reason: 'session-needed' } });
});

test("somebody else's key cannot be revoked", async () => {
  const one = await aSignedInPerson(house, { grants: analyst });
  const other = await aSignedInPerson(house, { grants: analyst });
  const { id } = await makeKey(one.tools, { name: 'x', scopes: ['product:read'], days: 30 });

  await expect(revokeKey(other.tools, id)).rejects.toMatchObject({ code: 'not-found' });
});

test('making one needs a fresh proof', async () => {
  const { tools } = await aSignedInPerson(house, { grants: analyst, provedMinutesAgo: 11 });

  await expect(makeKey(tools, { name: 'x', scopes: ['product:read'], days: 1 })).rejects.toMatchObject({
    details: { reason: 'proof-needed' },
  });
});

test('of what is its person’s own a key reaches nothing', async () => {
  const { tools, viewer } = await aSignedInPerson(house, { grants: analyst });
  const { key } = await makeKey(tools, { name: 'x', scopes: ['product:read'], days: 30 });
  const asKey = await whoHas(key);

  expect(() => mayCall(viewer, 'signed-in')).not.toThrow();
  expect(() => mayCall(asKey, 'product:read')).not.toThrow();
  expect(() => mayCall(asKey, 'public')).not.toThrow();
  expect(() => mayCall(asKey, 'signed-in')).toThrow(/API key/);
});

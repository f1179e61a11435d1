import { beforeEach, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { freshDatabase, noon } from '../../test/database.ts';
import { aSignedInPerson, auditOf } from '../../test/sign-in.ts';
import { disablePeople, enablePeople, endSessionsOf } from './disable-person.ts';
import { hashToken, identify } from './identify.ts';
import { listPeople } from './list-people.ts';
import { makeFirstRunLink } from './make-first-run-link.ts';
import { grantRole, revokeRole } from './manage-roles.ts';
import { listGrantsOf } from './store/role-grant.ts';
import type { Tools } from './tools.ts';
import { may, mayIn, personViewer } from './viewer.ts';

const house = await freshDatabase();
beforeEach(house.reset);

const admin = [{ role: 'administrator' as const, divisionId: null }];
const anAdministrator = (provedMinutesAgo = 0) =>
  aSignedInPerson(house, { grants: admin, name: '佐藤 美咲', provedMinutesAgo });
const everywhere = { divisionId: null, until: null };
const grantsOf = (id: string) => listGrantsOf(house.db, [id]);
const whoIs = (token: string, at = noon) => identify(house.db, at, { authorization: null, sessionToken: token });

/** The cookie of a session that exists, for somebody. */
async function aCookieOf(personId: string): Promise<string> {
  const token = newId();
  await house.db
    .insertInto('session')
    .values({
      id: newId(),
      token_hash: hashToken(token),
      person_id: personId,
      method: 'password',
      created_at: noon,
      seen_at: noon,
      proved_at: noon,
      expires_at: noon.add({ hours: 12 }),
    })
    .execute();
  return token;
}

test('a role is held in its division, until its time', async () => {
  const { tools } = await anAdministrator();
  const { person } = await aSignedInPerson(house);
  const divisionId = newId();
  const until = noon.add({ hours: 1 });
  await grantRole(tools, { personIds: [person.id], role: 'contact', divisionId, until: `${until}` });
  const cookie = await aCookieOf(person.id);

  const viewer = await whoIs(cookie);
  expect(mayIn(viewer, 'product:write', divisionId)).toBe(true);
  expect(mayIn(viewer, 'product:write', newId())).toBe(false);
  expect(may(await whoIs(cookie, until), 'product:write')).toBe(false);
  expect(await auditOf(house, 'role.grant')).toMatchObject([
    { subjectId: person.id, after: { role: 'contact', divisionId, until: `${until}` } },
  ]);
});

test('who administers one division only does not touch what belongs to the whole company', async () => {
  const divisionId = newId();
  const { viewer } = await aSignedInPerson(house, { grants: [{ role: 'administrator', divisionId }] });

  expect(mayIn(viewer, 'person:write', divisionId)).toBe(true);
  // A provider's groups give roles everywhere, so that this permission would be all of them.
  for (const permission of ['sign-in:write', 'job:read', 'job:write'] as const)
    expect(may(viewer, permission)).toBe(false);
});

test('given again, a role gets the new end', async () => {
  const { tools } = await anAdministrator();
  const { person } = await aSignedInPerson(house);
  await grantRole(tools, { personIds: [person.id], role: 'reader', divisionId: null, until: '2026-12-01T00:00:00Z' });
  await grantRole(tools, { personIds: [person.id], role: 'reader', ...everywhere });

  expect(await grantsOf(person.id)).toMatchObject([{ role: 'reader', until: null }]);
});

test('a role is taken away at once', async () => {
  const { tools } = await anAdministrator();
  const { person } = await aSignedInPerson(house, { grants: [{ role: 'reader', divisionId: null }] });
  const cookie = await aCookieOf(person.id);
  const [grant] = await grantsOf(person.id);

  await revokeRole(tools, { personId: person.id, grantId: grant?.id ?? '' });

  expect(may(await whoIs(cookie), 'product:read')).toBe(false);
  expect(await auditOf(house, 'role.revoke')).toMatchObject([{ before: { role: 'reader' } }]);
});

test('the last administrator stays: not revoked, not ended', async () => {
  const { tools, person } = await anAdministrator();
  const other = await aSignedInPerson(house, { grants: [{ role: 'administrator', divisionId: newId() }] });
  const [grant] = await grantsOf(person.id);
  const last = { code: 'conflict', details: { obstacle: 'last-administrator' } };

  await expect(revokeRole(tools, { personId: person.id, grantId: grant?.id ?? '' })).rejects.toMatchObject(last);
  await expect(
    grantRole(tools, {
      personIds: [person.id],
      role: 'administrator',
      divisionId: null,
      until: '2026-12-01T00:00:00Z',
    }),
  ).rejects.toMatchObject(last);
  expect(await grantsOf(person.id)).toMatchObject([{ role: 'administrator', until: null }]);
  expect(other.person.id).not.toBe(person.id);
});

test('two administrators who disable each other at once leave one', async () => {
  const [one, two] = [await anAdministrator(), await anAdministrator()];

  const results = await Promise.allSettled([
    disablePeople(one.tools, [two.person.id]),
    disablePeople(two.tools, [one.person.id]),
  ]);

  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'conflict', details: { obstacle: 'last-administrator' } },
  });
});

test('two administrators who remove each other at once leave one', async () => {
  const [one, two] = [await anAdministrator(), await anAdministrator()];
  const [grantOne] = await grantsOf(one.person.id);
  const [grantTwo] = await grantsOf(two.person.id);

  const results = await Promise.allSettled([
    revokeRole(one.tools, { personId: two.person.id, grantId: grantTwo?.id ?? '' }),
    revokeRole(two.tools, { personId: one.person.id, grantId: grantOne?.id ?? '' }),
  ]);

  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await makeFirstRunLink(house.system)).toBeNull();
});

test('who administers one division gives roles there only', async () => {
  const own = newId();
  const { tools } = await aSignedInPerson(house, { grants: [{ role: 'administrator', divisionId: own }] });
  const { person } = await aSignedInPerson(house);
  const give = (divisionId: string | null) =>
    grantRole(tools, { personIds: [person.id], role: 'administrator', divisionId, until: null });

  await expect(give(own)).resolves.toBeUndefined();
  for (const divisionId of [null, newId()])
    await expect(give(divisionId)).rejects.toMatchObject({ details: { reason: 'division' } });
  await expect(disablePeople(tools, [person.id])).rejects.toMatchObject({ code: 'not-allowed' });
});

test('roles need a fresh proof', async () => {
  const { tools, person } = await anAdministrator(11);

  await expect(grantRole(tools, { personIds: [person.id], role: 'reader', ...everywhere })).rejects.toMatchObject({
    details: { reason: 'proof-needed' },
  });
});

test('shutting somebody out needs a person with a fresh proof: neither a key nor a browser left alone', async () => {
  const { viewer } = await anAdministrator();
  const { tools: late } = await anAdministrator(11);
  const { person } = await aSignedInPerson(house);
  const byKey = personViewer(viewer.person ?? person, [{ role: 'administrator', divisionId: null }], {
    keyId: newId(),
    scopes: ['person:write'],
  });

  for (const work of [
    (tools: Tools) => disablePeople(tools, [person.id]),
    (tools: Tools) => endSessionsOf(tools, person.id),
  ]) {
    await expect(work(house.toolsOf(byKey))).rejects.toMatchObject({ details: { reason: 'session-needed' } });
    await expect(work(late)).rejects.toMatchObject({ details: { reason: 'proof-needed' } });
  }
});

test('a disabled person is out at once, and comes back with what they had', async () => {
  const { tools } = await anAdministrator();
  const { person } = await aSignedInPerson(house, { grants: [{ role: 'reader', divisionId: null }] });
  const cookie = await aCookieOf(person.id);
  await disablePeople(tools, [person.id]);
  expect((await whoIs(cookie)).kind).toBe('outsider');

  await enablePeople(tools, [person.id]);
  expect((await whoIs(cookie)).kind).toBe('outsider');
  expect(may(await whoIs(await aCookieOf(person.id)), 'product:read')).toBe(true);
  expect((await auditOf(house, 'person.disable', 'person.enable')).map(({ action }) => action)).toEqual([
    'person.disable',
    'person.enable',
  ]);
});

test('nobody disables themselves', async () => {
  const { tools, person } = await anAdministrator();
  await anAdministrator();

  await expect(disablePeople(tools, [person.id])).rejects.toMatchObject({ details: { obstacle: 'yourself' } });
});

test('a person is signed out everywhere', async () => {
  const { tools } = await anAdministrator();
  const { person } = await aSignedInPerson(house);
  await aCookieOf(person.id);

  expect(await endSessionsOf(tools, person.id)).toEqual({ ended: 2 });
});

test('people are listed by name with roles and ways to sign in, page by page', async () => {
  for (const name of ['阿部 一', '伊藤 二', '宇野 三']) await aSignedInPerson(house, { name });
  const first = await listPeople(house.system, { state: 'active', limit: 2 });
  const second = await listPeople(house.system, { state: 'active', limit: 2, after: first.next ?? '' });

  expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(['伊藤 二', '宇野 三', '阿部 一']);
  expect(first.total).toBe(3);
  expect(second.next).toBeNull();
  expect(first.items[0]).toMatchObject({
    signIn: { password: true, totp: false, passkey: false, singleSignOn: false },
    seenAt: '2026-11-24T03:00:00Z',
    grants: [],
  });
});

test('filters find by half a name, role and state', async () => {
  await aSignedInPerson(house, { name: '佐藤 美咲', grants: [{ role: 'analyst', divisionId: null }] });
  const { person } = await aSignedInPerson(house, { name: '高橋 直人' });
  await house.db.updateTable('person').set({ disabled_at: noon }).where('id', '=', person.id).execute();
  const names = async (filter: Parameters<typeof listPeople>[1]) =>
    (await listPeople(house.system, filter)).items.map(({ name }) => name);

  expect(await names({ text: '藤美', state: 'active', limit: 9 })).toEqual(['佐藤 美咲']);
  expect(await names({ text: '%', state: 'all', limit: 9 })).toEqual([]);
  expect(await names({ role: 'analyst', state: 'all', limit: 9 })).toEqual(['佐藤 美咲']);
  expect(await names({ state: 'active', limit: 9 })).toEqual(['佐藤 美咲']);
  expect(await names({ state: 'disabled', limit: 9 })).toEqual(['高橋 直人']);
});

test('several people get a role together, and are shut out together: all or none', async () => {
  const { tools, person: self } = await anAdministrator();
  await anAdministrator();
  const people = [(await aSignedInPerson(house)).person.id, (await aSignedInPerson(house)).person.id];
  const cookies = await Promise.all(people.map(aCookieOf));

  await grantRole(tools, { personIds: people, role: 'quality', ...everywhere });
  await expect(
    grantRole(tools, { personIds: [...people, newId()], role: 'reader', ...everywhere }),
  ).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(disablePeople(tools, [...people, self.id])).rejects.toMatchObject({ details: { obstacle: 'yourself' } });
  expect((await grantsOf(people[0] ?? '')).map(({ role }) => role)).toEqual(['quality']);
  expect((await auditOf(house, 'role.grant')).map(({ subjectId }) => subjectId).sort()).toEqual([...people].sort());

  await disablePeople(tools, people.slice(0, 1));
  expect(await disablePeople(tools, people)).toEqual(people.slice(1));
  expect(await Promise.all(cookies.map(async (cookie) => (await whoIs(cookie)).kind))).toEqual([
    'outsider',
    'outsider',
  ]);
  expect(await enablePeople(tools, people.slice(1))).toEqual(people.slice(1));
  expect(await enablePeople(tools, people)).toEqual(people.slice(0, 1));
});

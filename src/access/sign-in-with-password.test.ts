import { beforeEach, expect, test } from 'vitest';
import { freshDatabase, noon } from '../../test/database.ts';
import { aBrowser, aSignedInPerson, auditOf, goodPassword } from '../../test/sign-in.ts';
import { hashingLoad } from './hash-password.ts';
import { identify } from './identify.ts';
import { signInWithPassword } from './sign-in-with-password.ts';
import { signOut } from './sign-out.ts';
import { outsider } from './viewer.ts';

const house = await freshDatabase();
beforeEach(house.reset);

const whoIs = (token: string | null, at = noon) => identify(house.db, at, { authorization: null, sessionToken: token });
const wrong = (email: string) => signInWithPassword(aBrowser(house, outsider).tools, { email, password: 'wrong' });

test('mail address and password sign in', async () => {
  const { person } = await aSignedInPerson(house);
  const browser = aBrowser(house, outsider);

  const result = await signInWithPassword(browser.tools, {
    email: person.email.toUpperCase(),
    password: goodPassword,
  });

  expect(result).toEqual({ secondStep: null });
  expect((await whoIs(browser.cookie())).person?.id).toBe(person.id);
  expect(await auditOf(house, 'session.start')).toMatchObject([
    { actorKind: 'person', actorName: person.name, after: { method: 'password' } },
  ]);
});

test('signing in again ends the session that the browser had', async () => {
  const { person } = await aSignedInPerson(house);
  const browser = aBrowser(house, outsider);
  await signInWithPassword(browser.tools, { email: person.email, password: goodPassword });
  const first = browser.cookie();
  await signInWithPassword(browser.tools, { email: person.email, password: goodPassword });

  expect((await whoIs(first)).kind).toBe('outsider');
  expect((await whoIs(browser.cookie())).kind).toBe('person');
});

test('a session ends after two hours without a call, and after twelve anyway', async () => {
  const { person } = await aSignedInPerson(house);
  const browser = aBrowser(house, outsider);
  await signInWithPassword(browser.tools, { email: person.email, password: goodPassword });
  const token = browser.cookie();

  expect((await whoIs(token, noon.add({ minutes: 119 }))).kind).toBe('person');
  expect((await whoIs(token, noon.add({ minutes: 119 + 121 }))).kind).toBe('outsider');
  for (let hour = 3; hour < 12; hour++) await whoIs(token, noon.add({ hours: hour - 1 }));
  expect((await whoIs(token, noon.add({ hours: 12 }))).kind).toBe('outsider');
});

test('a wrong password, an unknown and a disabled account look the same and cost the same', async () => {
  const { person: known } = await aSignedInPerson(house);
  const { person: left } = await aSignedInPerson(house);
  await house.db.updateTable('person').set({ disabled_at: noon }).where('id', '=', left.id).execute();
  const { person: without } = await aSignedInPerson(house, { password: null });

  for (const email of [known.email, left.email, without.email, 'nobody@example.jp']) {
    const before = hashingLoad().total;
    await expect(wrong(email)).rejects.toMatchObject({
      code: 'not-allowed',
      message: 'That did not match.',
      details: { reason: 'wrong-credentials' },
    });
    expect(hashingLoad().total - before).toBe(1);
  }
});

test('five wrong passwords block the account for a minute, whether it exists or not', async () => {
  const { person } = await aSignedInPerson(house);

  for (const email of [person.email, 'nobody@example.jp']) {
    for (let attempt = 0; attempt < 5; attempt++)
      await expect(wrong(email)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(wrong(email)).rejects.toMatchObject({ code: 'too-many', details: { retryAfterS: 60, by: 'account' } });
  }
  const right = signInWithPassword(aBrowser(house, outsider).tools, { email: person.email, password: goodPassword });
  await expect(right).rejects.toMatchObject({ code: 'too-many' });
});

test('failures are in the audit trail, without what was typed', async () => {
  const { person } = await aSignedInPerson(house);
  for (let attempt = 0; attempt < 5; attempt++) await wrong(person.email).catch(() => {});
  await wrong('my-secret-password').catch(() => {});

  const lines = await auditOf(house, 'sign-in.refuse', 'sign-in.block');
  expect(lines.map(({ action, subjectId }) => [action, subjectId])).toEqual([
    ...Array.from({ length: 4 }, () => ['sign-in.refuse', person.id]),
    ['sign-in.block', person.id],
    ['sign-in.refuse', 'unknown'],
  ]);
  expect(lines.at(4)?.after).toMatchObject({ blockedUntil: '2026-11-24T03:01:00Z' });
  expect(JSON.stringify(lines)).not.toContain('my-secret-password');
});

test('a hash with older costs is replaced when its password is used', async () => {
  const { person } = await aSignedInPerson(house);
  // argon2 "somesalt" -id -t 2 -k 256 -p 1, password "password"
  const old = '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4';
  await house.db.updateTable('password').set({ hash: old }).where('person_id', '=', person.id).execute();

  await signInWithPassword(aBrowser(house, outsider).tools, { email: person.email, password: 'password' });

  const { hash } = await house.db.selectFrom('password').select('hash').executeTakeFirstOrThrow();
  expect(hash).toContain('m=19456,t=2,p=1');
  await expect(
    signInWithPassword(aBrowser(house, outsider).tools, { email: person.email, password: 'password' }),
  ).resolves.toEqual({ secondStep: null });
});

test('signing out ends the session', async () => {
  const { person } = await aSignedInPerson(house);
  const browser = aBrowser(house, outsider);
  await signInWithPassword(browser.tools, { email: person.email, password: goodPassword });
  const token = browser.cookie();

  await signOut({ ...browser.tools, viewer: await whoIs(token) });

  expect(browser.cookie()).toBeNull();
  expect((await whoIs(token)).kind).toBe('outsider');
  expect(await auditOf(house, 'session.end')).toHaveLength(1);
});

test('blanks around the address and letters of full width do not matter', async () => {
  const { person } = await aSignedInPerson(house);
  const full = person.email.replace('@', '＠').replace('.', '．');

  for (const email of [` ${person.email}\t`, `　${full}　`])
    await expect(
      signInWithPassword(aBrowser(house, outsider).tools, { email, password: goodPassword }),
    ).resolves.toEqual({ secondStep: null });
});

test('another spelling of the same address gives no attempts of its own', async () => {
  const { person } = await aSignedInPerson(house);
  await house.db.updateTable('person').set({ email: 'misaki@example.jp' }).where('id', '=', person.id).execute();
  const spellings = [
    'misaki@example.jp',
    'MISAKI@example.jp',
    'mİsaki@example.jp',
    'misakİ@example.jp',
    'mİsakİ@example.jp',
  ];
  for (const email of spellings) await expect(wrong(email)).rejects.toMatchObject({ code: 'not-allowed' });

  for (const email of spellings) await expect(wrong(email)).rejects.toMatchObject({ code: 'too-many' });
});

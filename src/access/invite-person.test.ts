import { beforeEach, expect, test } from 'vitest';
import { newId, newToken } from '#platform/ids';
import { encodeCursor } from '#platform/keyset';
import { anAuthenticator } from '../../test/authenticator.ts';
import { freshDatabase, noon } from '../../test/database.ts';
import { aBrowser, aSignedInPerson, auditOf, goodPassword } from '../../test/sign-in.ts';
import { acceptInvitation, askInvitedPasskey, readInvitation } from './accept-invitation.ts';
import { describeMySignIn } from './describe-my-sign-in.ts';
import { disablePeople } from './disable-person.ts';
import { hashToken, identify } from './identify.ts';
import { inviteAgain, invitePerson, letBackIn, listInvitations, withdrawInvitation } from './invite-person.ts';
import { signInWithPassword } from './sign-in-with-password.ts';
import { insertKey } from './store/api-key.ts';
import { saveIdentity } from './store/oidc.ts';
import { insertPerson } from './store/person.ts';
import { may, outsider } from './viewer.ts';

const house = await freshDatabase();
beforeEach(house.reset);

const anAdministrator = () => aSignedInPerson(house, { grants: [{ role: 'administrator', divisionId: null }] });
const invitee = {
  email: 'tanaka@example.jp',
  name: '田中 恵',
  role: 'analyst' as const,
  divisionId: null,
  roleUntil: null,
  days: 7,
};
const byPassword = { kind: 'password' as const, password: goodPassword };
const tokenOf = ({ link }: { link: string }) => link.split('#token=')[1] ?? '';
const accept = (token: string, browser = aBrowser(house, outsider)) =>
  acceptInvitation(browser.tools, { token, name: '田中 恵', locale: 'ja', factor: byPassword });
const whoIs = (token: string | null) => identify(house.db, noon, { authorization: null, sessionToken: token });

/** A living API key of somebody. */
async function aKeyOf(personId: string): Promise<string> {
  const key = `mmr_${newToken()}`;
  await house.db.transaction().execute((transaction) =>
    insertKey(transaction, {
      id: newId(),
      hash: hashToken(key),
      hint: 'mmr_',
      name: '集計',
      personId,
      scopes: ['product:read'],
      at: noon,
      expiresAt: noon.add({ hours: 24 }),
    }),
  );
  return key;
}

async function linkAccount(personId: string): Promise<void> {
  const id = newId();
  const yes = { in_own_network: true, creates_people: true, links_by_email: true, trusts_email: true };
  const about = {
    slug: 'company',
    name: '会社',
    issuer: 'https://idp.example.jp',
    client_id: 'mamori',
    scopes: 'openid',
  };
  await house.db
    .insertInto('oidc_provider')
    .values({ id, ...about, ...yes, created_at: noon })
    .execute();
  await house.db
    .transaction()
    .execute((transaction) =>
      saveIdentity(transaction, { providerId: id, subject: 'somebody else', personId, at: noon }),
    );
}

test('the link shows what it invites to, creates the person with the role and signs them in', async () => {
  const { tools } = await anAdministrator();
  const invitation = await invitePerson(tools, invitee);
  const browser = aBrowser(house, outsider);

  expect(invitation.link).toMatch(/^http:\/\/localhost:8420\/invitation#token=[\w-]{43}$/);
  expect(await readInvitation(browser.tools, tokenOf(invitation))).toEqual({
    email: invitee.email,
    name: invitee.name,
    role: 'analyst',
    known: false,
    expiresAt: '2026-12-01T03:00:00Z',
  });
  await accept(tokenOf(invitation), browser);

  const viewer = await whoIs(browser.cookie());
  expect(viewer.person).toMatchObject({ email: invitee.email });
  expect(may(viewer, 'audit:read')).toBe(true);
  expect((await auditOf(house, 'invitation.make', 'person.create')).at(-1)).toMatchObject({ actorName: '田中 恵' });
});

test('it works once, until its day, and not when withdrawn or replaced', async () => {
  const { tools } = await anAdministrator();
  const gone = { code: 'not-found', details: { reason: 'link-gone' } };
  const replaced = await invitePerson(tools, invitee);
  const used = await invitePerson(tools, invitee);
  const withdrawn = await invitePerson(tools, { ...invitee, email: 'ito@example.jp' });
  const late = await invitePerson(tools, { ...invitee, email: 'kato@example.jp' });
  await withdrawInvitation(tools, withdrawn.id);
  await accept(tokenOf(used));

  for (const link of [replaced, used, withdrawn]) await expect(accept(tokenOf(link))).rejects.toMatchObject(gone);
  const nextWeek = { ...aBrowser(house, outsider).tools, now: () => noon.add({ hours: 24 * 7 }) };
  await expect(readInvitation(nextWeek, tokenOf(late))).rejects.toMatchObject(gone);
});

test('open ones are listed without their token', async () => {
  const { tools } = await anAdministrator();
  const { link } = await invitePerson(tools, invitee);

  const listed = await listInvitations(tools, { limit: 50 });

  expect(listed).toMatchObject({
    items: [{ email: invitee.email, invitedByName: '高橋 直人', expired: false, inviterDisabled: false }],
    next: null,
    total: 1,
  });
  expect(JSON.stringify([listed, await auditOf(house)])).not.toContain(link.split('#token=')[1]);
});

test('who is here already is not invited', async () => {
  const { tools } = await anAdministrator();
  const { person } = await aSignedInPerson(house);

  await expect(invitePerson(tools, { ...invitee, email: person.email.toUpperCase() })).rejects.toMatchObject({
    details: { obstacle: 'email-known', personId: person.id },
  });
});

test('who is shut out does not come back by a link that they made before', async () => {
  const { tools } = await anAdministrator();
  const leaver = await anAdministrator();
  const token = tokenOf(await invitePerson(leaver.tools, { ...invitee, role: 'administrator' }));
  await disablePeople(tools, [leaver.person.id]);

  await expect(accept(token)).rejects.toMatchObject({ code: 'not-found' });
  expect((await listInvitations(tools, { limit: 50 })).items).toMatchObject([{ inviterDisabled: true }]);
});

test('they are listed newest first, page by page, each once', async () => {
  const { tools } = await anAdministrator();
  for (const [minutes, email] of [
    [0, 'a@x.jp'],
    [5, 'b@x.jp'],
    [5, 'c@x.jp'],
    [9, 'd@x.jp'],
  ] as const)
    await invitePerson({ ...tools, now: () => noon.add({ minutes }) }, { ...invitee, email });

  const emails: string[] = [];
  let after: string | undefined;
  do {
    const { items, next, total } = await listInvitations(tools, { after, limit: 1 });
    expect(total).toBe(4);
    emails.push(...items.map(({ email }) => email));
    after = next ?? undefined;
  } while (after);

  expect(emails).toEqual(['d@x.jp', 'c@x.jp', 'b@x.jp', 'a@x.jp']);
  for (const wrong of ['x', encodeCursor(['x', 'y'])])
    await expect(listInvitations(tools, { after: wrong, limit: 1 })).rejects.toMatchObject({ code: 'invalid' });
});

test('only the address makes somebody known: any other clash is our mistake', async () => {
  const { person } = await aSignedInPerson(house);
  const insert = (change: object) =>
    house.db.transaction().execute((transaction) => insertPerson(transaction, { ...person, ...change }, noon));

  expect(await insert({ id: newId() })).toBe(false);
  await expect(insert({ email: 'else@example.jp' })).rejects.toThrow('person_pkey');
});

test('who is locked out gets new ways to sign in, and every old one stops', async () => {
  const { tools } = await anAdministrator();
  const { person, sessionId } = await aSignedInPerson(house, { name: '高橋 直人' });
  const device = anAuthenticator('http://localhost:8420');
  const key = await aKeyOf(person.id);
  await linkAccount(person.id);
  const token = tokenOf(await inviteAgain(tools, { id: person.id, days: 1 }));
  const browser = aBrowser(house, outsider);

  const question = await askInvitedPasskey(browser.tools, { token, name: person.name });
  const factor = { kind: 'passkey' as const, passkey: device.register(question), passkeyName: '携帯電話' };
  await acceptInvitation(browser.tools, { token, name: 'x', locale: 'en', factor });

  const viewer = await whoIs(browser.cookie());
  expect(viewer.person).toMatchObject({ id: person.id, name: '高橋 直人', locale: 'ja' });
  expect(await describeMySignIn({ ...browser.tools, viewer })).toMatchObject({
    password: null,
    passkeys: [{ name: '携帯電話' }],
    identities: [],
  });
  const old = await house.db.selectFrom('session').select('ended_at').where('id', '=', sessionId).executeTakeFirst();
  expect(old?.ended_at).not.toBeNull();
  await expect(identify(house.db, noon, { authorization: `Bearer ${key}`, sessionToken: null })).rejects.toMatchObject({
    code: 'not-signed-in',
  });
  await expect(
    signInWithPassword(aBrowser(house, outsider).tools, { email: person.email, password: goodPassword }),
  ).rejects.toMatchObject({ code: 'not-allowed' });
});

test('the operator at the machine lets somebody back in, and the trail says so', async () => {
  const { person } = await aSignedInPerson(house);

  const { link } = await letBackIn(house.system, person.email.toUpperCase());

  expect(link).toMatch(/\/invitation#token=/);
  await expect(letBackIn(house.system, 'nobody@example.jp')).rejects.toMatchObject({ code: 'not-found' });
  const line = await house.db
    .selectFrom('audit')
    .select(['action', 'actor_kind as by'])
    .where('subject_name', '=', person.email)
    .executeTakeFirst();
  expect(line).toEqual({ action: 'invitation.renew', by: 'system' });
});

test('a device asked for one person cannot become the passkey of another', async () => {
  const { tools } = await anAdministrator();
  const { person: first } = await aSignedInPerson(house);
  const { person: second } = await aSignedInPerson(house);
  const tokenOne = tokenOf(await inviteAgain(tools, { id: first.id, days: 1 }));
  const tokenTwo = tokenOf(await inviteAgain(tools, { id: second.id, days: 1 }));
  const { tools: outside } = aBrowser(house, outsider);
  const question = await askInvitedPasskey(outside, { token: tokenOne, name: 'x' });
  const passkey = anAuthenticator('http://localhost:8420').register(question);

  const attempt = acceptInvitation(outside, {
    token: tokenTwo,
    name: 'x',
    locale: 'ja',
    factor: { kind: 'passkey', passkey, passkeyName: 'x' },
  });

  await expect(attempt).rejects.toMatchObject({ code: 'not-found' });
});

test('links are not tried out: after thirty an address waits', async () => {
  const { tools } = aBrowser(house, outsider);
  const attempt = () => readInvitation(tools, 'x'.repeat(43));

  for (let tried = 0; tried < 30; tried++) await expect(attempt()).rejects.toMatchObject({ code: 'not-found' });
  await expect(attempt()).rejects.toMatchObject({ code: 'too-many', details: { by: 'address' } });
});

test('inviting needs a fresh proof', async () => {
  const { tools } = await aSignedInPerson(house, {
    grants: [{ role: 'administrator', divisionId: null }],
    provedMinutesAgo: 11,
  });

  await expect(invitePerson(tools, invitee)).rejects.toMatchObject({ details: { reason: 'proof-needed' } });
});

import { beforeEach, expect, test } from 'vitest';
import { anAuthenticator } from '../../test/authenticator.ts';
import { freshDatabase, noon } from '../../test/database.ts';
import { aBrowser, auditOf, goodPassword } from '../../test/sign-in.ts';
import { askFirstPasskey, checkFirstRun, createAdministrator } from './create-administrator.ts';
import { identify } from './identify.ts';
import { makeFirstRunLink } from './make-first-run-link.ts';
import { may, outsider } from './viewer.ts';

const house = await freshDatabase();
beforeEach(house.reset);

const who = { name: '佐藤 美咲', email: 'sato@example.jp', locale: 'ja' as const };
const byPassword = { kind: 'password' as const, password: goodPassword };
const tokenOf = (link: string | null) => link?.split('#token=')[1] ?? '';
const identifyAt = (token: string | null, at = noon) =>
  identify(house.db, at, { authorization: null, sessionToken: token });

test('the link creates the administrator and signs them in', async () => {
  const link = await makeFirstRunLink(house.system);
  const browser = aBrowser(house, outsider);
  await createAdministrator(browser.tools, { token: tokenOf(link), ...who, factor: byPassword });

  expect(link).toMatch(/^http:\/\/localhost:8420\/first-run#token=[\w-]{43}$/);
  const viewer = await identifyAt(browser.cookie());
  expect(viewer.person).toMatchObject({ name: who.name, email: who.email });
  expect(may(viewer, 'person:write')).toBe(true);
  expect((await auditOf(house)).map(({ action }) => action)).toEqual([
    'first-run.offer',
    'person.create',
    'session.start',
  ]);
});

test('by passkey: the person gets the id that the device keeps for them', async () => {
  const token = tokenOf(await makeFirstRunLink(house.system));
  const browser = aBrowser(house, outsider);
  const device = anAuthenticator('http://localhost:8420');
  const question = await askFirstPasskey(browser.tools, { token, ...who });
  const factor = { kind: 'passkey' as const, passkey: device.register(question), passkeyName: '会社のノートPC' };

  await createAdministrator(browser.tools, { token, ...who, factor });

  const viewer = await identifyAt(browser.cookie());
  const handle = Buffer.from(question.user.id, 'base64url').toString('hex');
  expect(viewer.person?.id.replaceAll('-', '')).toBe(handle);
});

test('the link works once', async () => {
  const token = tokenOf(await makeFirstRunLink(house.system));
  const attempt = (email: string) =>
    createAdministrator(aBrowser(house, outsider).tools, { token, ...who, email, factor: byPassword });

  const results = await Promise.allSettled([attempt('one@example.jp'), attempt('two@example.jp')]);

  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(attempt('three@example.jp')).rejects.toMatchObject({ code: 'not-found' });
});

test('a new start replaces the unused link', async () => {
  const first = tokenOf(await makeFirstRunLink(house.system));
  const second = tokenOf(await makeFirstRunLink(house.system));

  await expect(checkFirstRun(house.system, first)).rejects.toMatchObject({ code: 'not-found' });
  await expect(checkFirstRun(house.system, second)).resolves.toBeUndefined();
});

test('after a day the link is gone', async () => {
  const token = tokenOf(await makeFirstRunLink(house.system));

  const late = { ...house.system, now: () => noon.add({ hours: 24 }) };
  await expect(checkFirstRun(late, token)).rejects.toMatchObject({ code: 'not-found' });
});

test('with an administrator there is no link', async () => {
  await house.aPerson([{ role: 'administrator', divisionId: null }]);

  expect(await makeFirstRunLink(house.system)).toBeNull();
});

test('with others only, or an administrator who left, there is one', async () => {
  await house.aPerson([{ role: 'analyst', divisionId: null }]);
  const { person } = await house.aPerson([{ role: 'administrator', divisionId: null }]);
  await house.db.updateTable('person').set({ disabled_at: noon }).where('id', '=', person.id).execute();

  expect(await makeFirstRunLink(house.system)).not.toBeNull();
});

test('a refused password leaves the link usable and creates nobody', async () => {
  const token = tokenOf(await makeFirstRunLink(house.system));
  const factor = { kind: 'password' as const, password: 'too short' };

  const attempt = createAdministrator(aBrowser(house, outsider).tools, { token, ...who, factor });

  await expect(attempt).rejects.toMatchObject({ code: 'invalid', details: { obstacle: 'too-short' } });
  await expect(checkFirstRun(house.system, token)).resolves.toBeUndefined();
  expect(await house.db.selectFrom('person').select('id').execute()).toEqual([]);
});

test('of the link only a hash is stored', async () => {
  const token = tokenOf(await makeFirstRunLink(house.system));

  const stored = JSON.stringify([
    await house.db.selectFrom('ticket').selectAll().execute(),
    await house.db.selectFrom('audit').selectAll().execute(),
  ]);
  expect(stored).not.toContain(token);
});

import { beforeEach, expect, test } from 'vitest';
import { freshDatabase, noon } from '../../test/database.ts';
import { aBrowser, aSignedInPerson, goodPassword } from '../../test/sign-in.ts';
import { identify } from './identify.ts';
import { makeKey } from './manage-keys.ts';
import { signInWithPassword } from './sign-in-with-password.ts';
import { outsider } from './viewer.ts';

const house = await freshDatabase();
beforeEach(house.reset);

async function aSessionToken() {
  const { person } = await aSignedInPerson(house);
  const browser = aBrowser(house, outsider);
  await signInWithPassword(browser.tools, { email: person.email, password: goodPassword });
  return { person, sessionToken: browser.cookie() };
}

test('the password of a proxy in front does not shut out who is signed in', async () => {
  const { person, sessionToken } = await aSessionToken();

  for (const authorization of ['Basic dXNlcjpzZWNyZXQ=', 'Negotiate YII=', '', 'Bearers x'])
    expect(await identify(house.db, noon, { authorization, sessionToken })).toMatchObject({
      kind: 'person',
      person: { id: person.id },
    });
  expect((await identify(house.db, noon, { authorization: 'Basic eDp5', sessionToken: null })).kind).toBe('outsider');
});

test('a key that is not valid is refused, even beside a valid session', async () => {
  const { sessionToken } = await aSessionToken();

  for (const authorization of ['Bearer', 'Bearer x', 'bearer mmr_x'])
    await expect(identify(house.db, noon, { authorization, sessionToken })).rejects.toMatchObject({
      code: 'not-signed-in',
    });
});

test('a key comes in X-Api-Key as well as in Authorization, and before a session', async () => {
  const { person, tools } = await aSignedInPerson(house, { grants: [{ role: 'reader', divisionId: null }] });
  const { key } = await makeKey(tools, { name: 'CI', scopes: ['product:read'], days: 30 });
  const { sessionToken } = await aSessionToken();

  for (const shown of [
    { authorization: `Bearer ${key}`, apiKey: null },
    { authorization: null, apiKey: key },
    { authorization: 'Basic dXNlcjpzZWNyZXQ=', apiKey: key },
  ])
    expect(await identify(house.db, noon, { ...shown, sessionToken })).toMatchObject({
      kind: 'key',
      person: { id: person.id },
    });
  for (const apiKey of ['', 'odt_x', `Bearer ${key}`])
    await expect(identify(house.db, noon, { authorization: null, apiKey, sessionToken })).rejects.toMatchObject({
      code: 'not-signed-in',
    });
});

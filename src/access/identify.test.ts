import { beforeEach, expect, test } from 'vitest';
import { freshDatabase, noon } from '../../test/database.ts';
import { aBrowser, aSignedInPerson, goodPassword } from '../../test/sign-in.ts';
import { identify } from './identify.ts';
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

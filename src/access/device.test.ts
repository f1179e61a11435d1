import { beforeEach, expect, test } from 'vitest';
import { freshDatabase, noon } from '../../test/database.ts';
import { aBrowser, aSignedInPerson, goodPassword } from '../../test/sign-in.ts';
import { proveByPassword } from './prove-person.ts';
import { signInWithPassword } from './sign-in-with-password.ts';
import { outsider } from './viewer.ts';

const house = await freshDatabase();
beforeEach(house.reset);

type Browser = ReturnType<typeof aBrowser>;
const blocked = (by: string) => ({ code: 'too-many', details: { by } });
const signIn = (browser: Browser, email: string, password = goodPassword) =>
  signInWithPassword(browser.tools, { email, password });

async function guess(email: string, browser = aBrowser(house, outsider)): Promise<void> {
  for (let tried = 0; tried < 5; tried++) await signIn(browser, email, 'wrong').catch(() => {});
}

async function aKnownBrowser() {
  const { person } = await aSignedInPerson(house);
  const browser = aBrowser(house, outsider);
  await signIn(browser, person.email);
  return { person, browser };
}

test('who guesses shuts out strange browsers, not the one that the person has signed in with', async () => {
  const { person, browser } = await aKnownBrowser();
  await guess(person.email);

  await expect(signIn(aBrowser(house, outsider), person.email)).rejects.toMatchObject(blocked('account'));
  await expect(signIn(browser, person.email)).resolves.toEqual({ secondStep: null });
});

test('many who guess at one address do not shut it out either', async () => {
  const { person, browser } = await aKnownBrowser();
  for (let tried = 0; tried < 60; tried++)
    await signIn(aBrowser(house, outsider), `nobody-${tried}@example.jp`, 'wrong').catch(() => {});

  await expect(signIn(aBrowser(house, outsider), person.email)).rejects.toMatchObject(blocked('address'));
  await expect(signIn(browser, person.email)).resolves.toEqual({ secondStep: null });
}, 60_000);

test('in a known browser, too, five guesses are all; the account waits for none of them', async () => {
  const { person, browser } = await aKnownBrowser();
  await guess(person.email, browser);

  await expect(signIn(browser, person.email)).rejects.toMatchObject(blocked('device'));
  await expect(signIn(aBrowser(house, outsider), person.email)).resolves.toEqual({ secondStep: null });
});

test('the mark is for one person, of this house, for half a year, and new at each signing in', async () => {
  const { person, browser } = await aKnownBrowser();
  const { person: other } = await aSignedInPerson(house);
  await guess(other.email);
  const marks = [browser.device()];
  const { tools } = browser;

  await expect(signIn(browser, other.email)).rejects.toMatchObject(blocked('account'));
  await guess(person.email);
  const elsewhere = { ...tools, house: { ...tools.house, secret: new Uint8Array(32).fill(8) } };
  await expect(signIn({ ...browser, tools: elsewhere }, person.email)).rejects.toMatchObject(blocked('account'));
  await signIn(browser, person.email);
  expect([...new Set([...marks, browser.device()])]).toHaveLength(2);
  expect(browser.device()).not.toContain(person.id);

  const late = { ...browser, tools: { ...tools, now: () => noon.add({ hours: 24 * 180 }) } };
  const guesser = aBrowser(house, outsider);
  await guess(person.email, { ...guesser, tools: { ...guesser.tools, now: late.tools.now } });
  await expect(signIn(late, person.email)).rejects.toMatchObject(blocked('account'));
});

test('who guesses from outside keeps nobody inside from proving who they are, and the other way round', async () => {
  const { tools, person } = await aSignedInPerson(house);
  await guess(person.email);
  await expect(proveByPassword(tools, { password: goodPassword })).resolves.toBeUndefined();

  await house.db.deleteFrom('throttle').execute();
  for (let tried = 0; tried < 5; tried++) await proveByPassword(tools, { password: 'wrong' }).catch(() => {});
  await expect(proveByPassword(tools, { password: goodPassword })).rejects.toMatchObject(blocked('session'));
  await expect(signIn(aBrowser(house, outsider), person.email)).resolves.toEqual({ secondStep: null });
});

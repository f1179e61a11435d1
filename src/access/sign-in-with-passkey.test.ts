import { beforeEach, expect, test } from 'vitest';
import { anAuthenticator } from '../../test/authenticator.ts';
import { freshDatabase, noon } from '../../test/database.ts';
import { aBrowser, auditOf } from '../../test/sign-in.ts';
import { askFirstPasskey, createAdministrator } from './create-administrator.ts';
import { identify } from './identify.ts';
import { makeFirstRunLink } from './make-first-run-link.ts';
import { askPasskeySignIn, signInWithPasskey } from './sign-in-with-passkey.ts';
import { outsider } from './viewer.ts';

const house = await freshDatabase();
beforeEach(house.reset);

const home = 'http://localhost:8420';

async function anAdministratorWith(device: ReturnType<typeof anAuthenticator>): Promise<void> {
  const token = (await makeFirstRunLink(house.system))?.split('#token=')[1] ?? '';
  const who = { token, name: '佐藤 美咲', email: 'sato@example.jp' };
  const browser = aBrowser(house, outsider);
  const passkey = device.register(await askFirstPasskey(browser.tools, who));
  await createAdministrator(browser.tools, {
    ...who,
    locale: 'ja',
    factor: { kind: 'passkey', passkey, passkeyName: 'PC' },
  });
}

test('a passkey signs in without anybody saying who they are', async () => {
  const device = anAuthenticator(home);
  await anAdministratorWith(device);
  const browser = aBrowser(house, outsider);

  const question = await askPasskeySignIn(browser.tools);
  await signInWithPasskey(browser.tools, device.answer(question));

  expect(question.allowCredentials ?? []).toEqual([]);
  const viewer = await identify(house.db, noon, { authorization: null, sessionToken: browser.cookie() });
  expect(viewer.person?.name).toBe('佐藤 美咲');
});

test('an answer serves once', async () => {
  const device = anAuthenticator(home);
  await anAdministratorWith(device);
  const { tools } = aBrowser(house, outsider);
  const answer = device.answer(await askPasskeySignIn(tools));
  await signInWithPasskey(tools, answer);

  await expect(signInWithPasskey(tools, answer)).rejects.toMatchObject({ details: { reason: 'challenge-unknown' } });
});

test('asking leaves nothing behind, however often strangers ask', async () => {
  const { tools } = aBrowser(house, outsider);
  const asked = await Promise.all(Array.from({ length: 20 }, () => askPasskeySignIn(tools)));

  expect(new Set(asked.map(({ challenge }) => challenge)).size).toBe(20);
  expect(await house.db.selectFrom('ticket').select('id').execute()).toEqual([]);
});

test('a question that another house asked, or nobody, is not answered', async () => {
  const device = anAuthenticator(home);
  await anAdministratorWith(device);
  const { tools } = aBrowser(house, outsider);
  const elsewhere = { ...tools, house: { ...tools.house, secret: new Uint8Array(32).fill(8) } };
  const unknown = { details: { reason: 'challenge-unknown' } };

  const answer = device.answer(await askPasskeySignIn(elsewhere));
  await expect(signInWithPasskey(tools, answer)).rejects.toMatchObject(unknown);
  const made = device.answer({ ...(await askPasskeySignIn(tools)), challenge: 'b3RoZXI' });
  await expect(signInWithPasskey(tools, made)).rejects.toMatchObject(unknown);
});

test('of two answers at once one signs in', async () => {
  const device = anAuthenticator(home);
  await anAdministratorWith(device);
  const { tools } = aBrowser(house, outsider);
  const answer = device.answer(await askPasskeySignIn(tools));

  const results = await Promise.allSettled([signInWithPasskey(tools, answer), signInWithPasskey(tools, answer)]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('an old question is not answered any more', async () => {
  const device = anAuthenticator(home);
  await anAdministratorWith(device);
  const { tools } = aBrowser(house, outsider);
  const answer = device.answer(await askPasskeySignIn(tools));

  const late = { ...tools, now: () => noon.add({ minutes: 15 }) };
  await expect(signInWithPasskey(late, answer)).rejects.toMatchObject({ details: { reason: 'challenge-unknown' } });
});

type Device = ReturnType<typeof anAuthenticator>;
type Question = Parameters<Device['answer']>[0];

test.each<[string, (own: Device, question: Question) => ReturnType<Device['answer']>]>([
  ['a device that nobody here has', (_own, question) => anAuthenticator(home).answer(question)],
  ['another site', (own, question) => own.answer(question, { at: 'http://evil.example' })],
  ['a device that checked nobody', (own, question) => own.answer(question, { verified: false })],
  ['an answer to another question', (own, question) => mixed(own, question)],
])('%s is refused, and written down', async (_case, answered) => {
  const own = anAuthenticator(home);
  await anAdministratorWith(own);
  const { tools } = aBrowser(house, outsider);
  const question = await askPasskeySignIn(tools);

  const attempt = signInWithPasskey(tools, answered(own, question));

  await expect(attempt).rejects.toMatchObject({ details: { reason: 'passkey-refused' } });
  expect(await auditOf(house, 'sign-in.refuse')).toMatchObject([{ after: { method: 'passkey' } }]);
});

/** The right challenge in the words of the browser, but a signature over another. */
function mixed(own: Device, question: Question) {
  const right = own.answer(question);
  const other = own.answer({ ...question, challenge: 'b3RoZXI' });
  return { ...other, response: { ...other.response, clientDataJSON: right.response.clientDataJSON } };
}

test('a copied device is noticed by its counter', async () => {
  const device = anAuthenticator(home);
  await anAdministratorWith(device);
  const { tools } = aBrowser(house, outsider);
  await signInWithPasskey(tools, device.answer(await askPasskeySignIn(tools)));
  device.rewind();

  const attempt = signInWithPasskey(tools, device.answer(await askPasskeySignIn(tools)));

  await expect(attempt).rejects.toMatchObject({ details: { reason: 'passkey-refused' } });
});

test('where passkeys cannot work the refusal says why', async () => {
  const { tools } = aBrowser(house, outsider);
  const at = (baseUrl: string) => askPasskeySignIn({ ...tools, house: { ...tools.house, baseUrl } });

  await expect(at('http://10.0.0.5:8420')).rejects.toMatchObject({ details: { obstacle: 'address-is-a-number' } });
  await expect(at('http://mamori.example')).rejects.toMatchObject({ details: { obstacle: 'not-encrypted' } });
});

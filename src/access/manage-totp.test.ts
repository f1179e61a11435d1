import { generateSync } from 'otplib';
import { beforeEach, expect, test } from 'vitest';
import { freshDatabase, noon } from '../../test/database.ts';
import { aBrowser, aSignedInPerson, auditOf, goodPassword } from '../../test/sign-in.ts';
import { identify } from './identify.ts';
import { confirmTotp, removeTotp, renewRecoveryCodes, startTotp } from './manage-totp.ts';
import { signInWithCode } from './sign-in-with-code.ts';
import { signInWithPassword } from './sign-in-with-password.ts';
import type { Tools } from './tools.ts';
import { outsider } from './viewer.ts';

const house = await freshDatabase();
beforeEach(house.reset);

const codeAt = (secret: string, at = noon) => generateSync({ secret, epoch: at.epochMilliseconds / 1000 });
const later = (tools: Tools, seconds: number): Tools => ({ ...tools, now: () => noon.add({ seconds }) });

async function withApp() {
  const one = await aSignedInPerson(house);
  const { secret } = await startTotp(one.tools);
  const { recoveryCodes } = await confirmTotp(one.tools, { code: codeAt(secret) });
  return { ...one, secret, recoveryCodes };
}

async function firstStep(email: string) {
  const browser = aBrowser(house, outsider);
  const { secondStep } = await signInWithPassword(browser.tools, { email, password: goodPassword });
  return { ...browser, ticket: secondStep ?? '' };
}

test('the app counts once it has shown a code', async () => {
  const one = await aSignedInPerson(house);
  const { secret, uri, qr } = await startTotp(one.tools);

  expect(await firstStep(one.person.email)).toMatchObject({ ticket: '' });
  await expect(confirmTotp(one.tools, { code: '000000' })).rejects.toMatchObject({ details: { reason: 'wrong-code' } });
  await confirmTotp(one.tools, { code: ` ${codeAt(secret).slice(0, 3)} ${codeAt(secret).slice(3)}` });

  expect((await firstStep(one.person.email)).ticket).toMatch(/^[\w-]{43}$/);
  expect(uri).toContain('otpauth://totp/');
  expect(uri).toContain(`secret=${secret}`);
  expect(qr.size).toBeGreaterThan(20);
  expect(await auditOf(house, 'totp.add')).toHaveLength(1);
});

test('the password alone opens nothing; with the code it does', async () => {
  const { person, secret } = await withApp();
  const { tools, cookie, ticket } = await firstStep(person.email);
  expect(cookie()).toBeNull();

  const at = later(tools, 60);
  await signInWithCode(at, { ticket, code: codeAt(secret, at.now()) });

  const viewer = await identify(house.db, at.now(), { authorization: null, sessionToken: cookie() });
  expect(viewer.person?.id).toBe(person.id);
});

test('a code is accepted once', async () => {
  const { person, secret } = await withApp();
  const code = codeAt(secret, noon.add({ seconds: 60 }));
  const first = await firstStep(person.email);
  await signInWithCode(later(first.tools, 60), { ticket: first.ticket, code });

  const second = await firstStep(person.email);
  const attempt = signInWithCode(later(second.tools, 61), { ticket: second.ticket, code });

  await expect(attempt).rejects.toMatchObject({ details: { reason: 'wrong-code' } });
});

test('the code that confirmed the app does not sign in', async () => {
  const { person, secret } = await withApp();
  const { tools, ticket } = await firstStep(person.email);

  const attempt = signInWithCode(tools, { ticket, code: codeAt(secret) });

  await expect(attempt).rejects.toMatchObject({ details: { reason: 'wrong-code' } });
});

test.each([
  [-30, 'fulfilled'],
  [30, 'fulfilled'],
  [-90, 'rejected'],
  [90, 'rejected'],
])('a clock that differs by %i s: %s', async (difference, outcome) => {
  const { person, secret } = await withApp();
  const { tools, ticket } = await firstStep(person.email);
  const at = later(tools, 200);

  const [result] = await Promise.allSettled([
    signInWithCode(at, { ticket, code: codeAt(secret, at.now().add({ seconds: difference })) }),
  ]);

  expect(result.status).toBe(outcome);
});

test('guessing codes is blocked after five', async () => {
  const { person, secret } = await withApp();
  const { tools, ticket } = await firstStep(person.email);
  const right = codeAt(secret, noon.add({ seconds: 60 }));
  const wrong = right === '123456' ? '123457' : '123456';

  for (let attempt = 0; attempt < 5; attempt++)
    await expect(signInWithCode(later(tools, 60), { ticket, code: wrong })).rejects.toMatchObject({
      details: { reason: 'wrong-code' },
    });
  await expect(signInWithCode(later(tools, 60), { ticket, code: right })).rejects.toMatchObject({ code: 'too-many' });
});

test('the second step must follow within five minutes', async () => {
  const { person, secret } = await withApp();
  const { tools, ticket } = await firstStep(person.email);

  const late = later(tools, 300);
  const attempt = signInWithCode(late, { ticket, code: codeAt(secret, late.now()) });

  await expect(attempt).rejects.toMatchObject({ code: 'not-found', details: { reason: 'step-gone' } });
});

test('each recovery code serves once, however it is typed', async () => {
  const { person, recoveryCodes } = await withApp();
  expect(new Set(recoveryCodes).size).toBe(10);
  const code = recoveryCodes[3] ?? '';

  const first = await firstStep(person.email);
  await signInWithCode(first.tools, { ticket: first.ticket, code: code.toLowerCase().replaceAll('-', ' ') });
  const second = await firstStep(person.email);
  const attempt = signInWithCode(second.tools, { ticket: second.ticket, code });

  expect(first.cookie()).not.toBeNull();
  await expect(attempt).rejects.toMatchObject({ details: { reason: 'wrong-code' } });
  expect(await auditOf(house, 'recovery-code.use')).toHaveLength(1);
});

test('new recovery codes replace the old ones', async () => {
  const { person, tools: own, recoveryCodes } = await withApp();
  const { recoveryCodes: fresh } = await renewRecoveryCodes(own);
  const { tools, ticket } = await firstStep(person.email);

  await expect(signInWithCode(tools, { ticket, code: recoveryCodes[0] ?? '' })).rejects.toMatchObject({
    details: { reason: 'wrong-code' },
  });
  await expect(signInWithCode(tools, { ticket, code: fresh[0] ?? '' })).resolves.toBeUndefined();
});

test('removed, the password is enough again and the codes are gone', async () => {
  const { person, tools } = await withApp();
  await removeTotp(tools);

  expect(await firstStep(person.email)).toMatchObject({ ticket: '' });
  expect(await house.db.selectFrom('recovery_code').select('id').execute()).toEqual([]);
});

test('neither the secret nor a code is stored as it is', async () => {
  const { secret, recoveryCodes } = await withApp();

  const stored = [
    ...(await house.db.selectFrom('totp').selectAll().execute()),
    ...(await house.db.selectFrom('recovery_code').selectAll().execute()),
    ...(await house.db.selectFrom('audit').selectAll().execute()),
  ].map((row) =>
    Object.values(row).map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value))),
  );
  expect(JSON.stringify(stored)).not.toContain(secret);
  for (const code of recoveryCodes) expect(JSON.stringify(stored)).not.toContain(code.replaceAll('-', ''));
});

test('an app that works is not replaced in passing', async () => {
  const { tools } = await withApp();

  await expect(startTotp(tools)).rejects.toMatchObject({ details: { obstacle: 'already-set-up' } });
});

test('changing it needs a fresh proof', async () => {
  const { tools } = await aSignedInPerson(house, { provedMinutesAgo: 11 });

  await expect(startTotp(tools)).rejects.toMatchObject({ details: { reason: 'proof-needed' } });
});

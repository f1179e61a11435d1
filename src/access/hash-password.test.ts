import { expect, test } from 'vitest';
import { hashingLoad, hashPassword, verifyPassword } from './hash-password.ts';

test('a password is known again by its hash, another is not', async () => {
  const hash = await hashPassword('correct horse battery');

  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(await verifyPassword(hash, 'correct horse battery')).toEqual({ right: true, outdated: false });
  expect(await verifyPassword(hash, 'correct horse batterz')).toEqual({ right: false, outdated: false });
});

test('two hashes of one password differ', async () => {
  expect(await hashPassword('same')).not.toBe(await hashPassword('same'));
});

test('a hash of another tool is understood, and outdated by its costs', async () => {
  // Test vector of the reference implementation: argon2 "somesalt" -id -t 2 -k 256 -p 1, password "password".
  const vector = '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4';

  expect(await verifyPassword(vector, 'password')).toEqual({ right: true, outdated: true });
});

test('without a hash the same work is done, and nothing is right', async () => {
  const before = hashingLoad().total;

  const result = await verifyPassword(null, '');

  expect(result).toEqual({ right: false, outdated: false });
  expect(hashingLoad().total).toBe(before + 1);
});

test('at most two hashes run at once, the others wait their turn', async () => {
  const work = Array.from({ length: 6 }, () => hashPassword('x'));

  expect(hashingLoad()).toMatchObject({ running: 2, waiting: 4 });
  await Promise.all(work);
  expect(hashingLoad()).toMatchObject({ running: 0, waiting: 0 });
});

test('when too many wait the next is refused at once', async () => {
  const work = Array.from({ length: 102 }, () => verifyPassword('$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHQ$AAAAAA', 'x'));

  await expect(hashPassword('x')).rejects.toMatchObject({ code: 'unavailable' });
  await Promise.all(work);
});

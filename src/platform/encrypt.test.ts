import { expect, test } from 'vitest';
import { decrypt, encrypt } from './encrypt.ts';

const house = new Uint8Array(32).fill(7);

test('what was encrypted is read again, and looks different each time', () => {
  const first = encrypt(house, 'access.totp:1', '秘密');
  const second = encrypt(house, 'access.totp:1', '秘密');

  expect(decrypt(house, 'access.totp:1', first)).toBe('秘密');
  expect(first.equals(second)).toBe(false);
  expect(first.includes('秘密')).toBe(false);
});

test.each([
  ['another row', house, 'access.totp:2'],
  ['another purpose', house, 'access.oidc:1'],
  ['another house', new Uint8Array(32).fill(8), 'access.totp:1'],
] as const)('it cannot be read for %s', (_case, secret, purpose) => {
  const box = encrypt(house, 'access.totp:1', 'secret');

  expect(() => decrypt(secret, purpose, box)).toThrow();
});

test('a changed byte is noticed', () => {
  const box = encrypt(house, 'access.totp:1', 'secret');
  box[box.length - 1] = (box.at(-1) ?? 0) ^ 1;

  expect(() => decrypt(house, 'access.totp:1', box)).toThrow();
});

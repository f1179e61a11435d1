import { expect, test } from 'vitest';
import { completeClaims, readClaims, rolesOf } from './read-claims.ts';

const provider = { groupsClaim: 'groups', trustsEmail: false };

test.each([
  [{ email_verified: true }, false, true],
  [{ email_verified: 'true' }, false, true],
  [{ email_verified: false }, true, false],
  [{}, false, false],
  [{}, true, true],
])('%o, trusting %s: %s', (claims, trustsEmail, trusted) => {
  expect(readClaims({ sub: '1', email: 'a@example.jp', ...claims }, { ...provider, trustsEmail }).emailTrusted).toBe(
    trusted,
  );
});

test.each([
  [
    ['a', 'b'],
    ['a', 'b'],
  ],
  ['a', ['a']],
  [[{ name: 'a' }, { id: 'x' }, 7, null], ['a']],
  [undefined, []],
])('groups %o are read as %o', (groups, read) => {
  expect(readClaims({ sub: '1', groups }, provider).groups).toEqual(read);
});

test('without a claim for groups none are read', () => {
  expect(readClaims({ sub: '1', groups: ['a'] }, { ...provider, groupsClaim: null }).groups).toEqual([]);
});

test.each([
  [
    'a verification of the other address',
    { email: 'a@x.jp' },
    { email: 'b@x.jp', email_verified: true },
    'a@x.jp',
    undefined,
  ],
  ['a verification of no address', { email_verified: true }, { email: 'b@x.jp' }, 'b@x.jp', undefined],
  ['its own verification', { email: 'a@x.jp', email_verified: false }, { email_verified: true }, 'a@x.jp', false],
  ['both from the user info', { name: 'A' }, { email: 'b@x.jp', email_verified: true, name: 'B' }, 'b@x.jp', true],
])('an address is not taken with anything else: %s', (_case, claims, more, email, verified) => {
  expect(completeClaims({ sub: '1', ...claims }, { groups: ['a'], ...more })).toMatchObject({
    sub: '1',
    groups: ['a'],
  });
  const { email: read, email_verified } = completeClaims(claims, more);
  expect([read, email_verified]).toEqual([email, verified]);
});

test('what the ID token says is not replaced', () => {
  expect(completeClaims({ name: 'A' }, { name: 'B', sub: '2' })).toEqual({ name: 'A', sub: '2' });
  expect(completeClaims({ name: 'A', email: 'a' }, { name: 'B' })).toEqual({ name: 'A', email: 'a' });
});

test('an address that is somebody else’s once it is folded is none', () => {
  const claims = { sub: '1', email: 'ａdmin@example.jp', email_verified: true };
  expect(readClaims(claims, provider).email).toBeNull();
});

test('groups give their roles, each once', () => {
  const mapping = [
    { group: 'psirt', role: 'analyst' as const, divisionId: null },
    { group: 'all', role: 'reader' as const, divisionId: null },
    { group: 'staff', role: 'reader' as const, divisionId: null },
    { group: 'camera', role: 'contact' as const, divisionId: 'd1' },
  ];

  expect(rolesOf(['all', 'staff', 'camera', 'unknown'], mapping)).toEqual([
    { role: 'reader', divisionId: null },
    { role: 'contact', divisionId: 'd1' },
  ]);
});

import { expect, test } from 'vitest';
import { readClaims, rolesOf } from './read-claims.ts';

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

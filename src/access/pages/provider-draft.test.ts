import { expect, test } from 'vitest';
import { draftOf, inputOf } from './provider-draft.ts';
import type { Provider } from './queries.ts';

const provider = {
  id: 'p',
  slug: 'company',
  name: '会社',
  issuer: 'https://login.example',
  clientId: 'mamori',
  scopes: 'openid',
  groupsClaim: 'groups',
  inOwnNetwork: false,
  createsPeople: true,
  linksByEmail: false,
  trustsEmail: false,
  hasSecret: true,
  disabled: false,
  redirectUri: 'x',
  groupRoles: [{ group: 'a', role: 'reader', divisionId: null }],
} satisfies Provider;

test('a form that was not touched says the same again, and keeps the secret', () => {
  const input = inputOf(draftOf(provider), provider);

  expect(input).toMatchObject({ name: '会社', groupsClaim: 'groups', groupRoles: provider.groupRoles });
  expect('clientSecret' in input).toBe(false);
});

test('a new provider without a secret is a public client', () => {
  expect(inputOf(draftOf(null), null)).toMatchObject({ clientSecret: null, groupsClaim: null, groupRoles: [] });
});

test('empty lines and groups without a claim are left out', () => {
  const draft = draftOf(provider);
  const line = { key: 9, group: ' ', role: 'reader' as const, divisionId: null };

  expect(inputOf({ ...draft, groupRoles: [...draft.groupRoles, line] }, provider).groupRoles).toHaveLength(1);
  expect(inputOf({ ...draft, groupsClaim: '' }, provider)).toMatchObject({ groupsClaim: null, groupRoles: [] });
});

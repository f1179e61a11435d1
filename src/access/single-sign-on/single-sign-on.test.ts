import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLog } from '#platform/log';
import { noon } from '../../../test/database.ts';
import { aHouse } from '../../../test/house.ts';
import { anIdentityProvider, clientSecret } from '../../../test/identity-provider.ts';
import { access } from '../contract.ts';

// Not a name of this machine: the requests below come in under another one, as behind a proxy.
const baseUrl = 'http://mamori.test:8420';
const idp = await anIdentityProvider(`${baseUrl}/auth/oidc/company/callback`);
const house = await aHouse({
  house: {
    baseUrl,
    version: 'test',
    log: openLog('silent'),
    secret: new Uint8Array(32).fill(7),
    stateFolder: '/nonexistent',
  },
});
const admin = await house.aSignedIn(['administrator']);
const api = house.callsOf(access, admin.cookie);

const settings = {
  name: '会社のアカウント',
  issuer: idp.issuer,
  clientId: 'mamori',
  scopes: 'openid email profile groups',
  groupsClaim: 'groups',
  inOwnNetwork: true,
  createsPeople: true,
  linksByEmail: true,
  trustsEmail: false,
  groupRoles: [
    { group: 'psirt', role: 'analyst' as const, divisionId: null },
    { group: 'all', role: 'reader' as const, divisionId: null },
  ],
};

let providerId = '';
beforeEach(async () => {
  ({ id: providerId } = await api.addProvider({ ...settings, slug: 'company', clientSecret }));
});
afterEach(async () => {
  await api.removeProvider({ id: providerId, confirmed: true });
  await house.db.deleteFrom('throttle').execute();
  idp.accounts.clear();
});
const set = (change: Partial<typeof settings>) =>
  api.changeProvider({ ...settings, ...change, id: providerId, disabled: false });

/** A browser that keeps our cookies. */
function aBrowser(start: string[] = []) {
  const cookies = new Map(start.map((cookie) => cookie.split('=') as [string, string]));
  return {
    cookies,
    session: () => `mamori_session=${cookies.get('mamori_session')}`,
    async get(path: string) {
      const header = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(house.url + path, { redirect: 'manual', headers: { cookie: header } });
      for (const cookie of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        cookies.set(name, value);
      }
      return response.headers.get('location') ?? '';
    },
  };
}
type Browser = ReturnType<typeof aBrowser>;

async function journey(login: string, { browser = aBrowser(), query = '' } = {}) {
  const there = await browser.get(`/auth/oidc/company/start${query}`);
  const back = await idp.signIn(there, login);
  return { browser, there, back: back.pathname + back.search };
}
async function signIn(login: string, options: { browser?: Browser; query?: string } = {}) {
  const { browser, back } = await journey(login, options);
  return { browser, lands: await browser.get(back), me: await house.callsOf(access, browser.session()).me() };
}
const taro = { name: '守 太郎', email: 'taro@example.jp', email_verified: true, groups: ['psirt', 'all'] };

test('somebody new signs in, with the name, address and roles of the provider', async () => {
  idp.accounts.set('taro', taro);
  const { lands, me } = await signIn('taro', { query: '?next=/products' });

  expect(lands).toBe('/products');
  expect(me).toMatchObject({ person: { name: '守 太郎', email: 'taro@example.jp' } });
  expect(me.roles.sort()).toEqual(['analyst', 'reader']);
});

test('PKCE, state and nonce go along, and the secret does not', async () => {
  const there = new URL(await aBrowser().get('/auth/oidc/company/start'));

  expect(Object.fromEntries(there.searchParams)).toMatchObject({
    response_type: 'code',
    redirect_uri: `${baseUrl}/auth/oidc/company/callback`,
    code_challenge_method: 'S256',
    state: expect.stringMatching(/^[\w-]{43}$/),
    nonce: expect.stringMatching(/^[\w-]{43}$/),
  });
  expect(there.href).not.toContain(encodeURIComponent(clientSecret));
});

test('roles of groups are renewed at each sign-in; those given here stay', async () => {
  idp.accounts.set('hanako', { ...taro, email: 'hanako@example.jp' });
  const first = await signIn('hanako');
  const personId = first.me.person?.id ?? '';
  await api.grantRole({ personId, role: 'quality' });
  idp.accounts.set('hanako', { ...taro, email: 'hanako@example.jp', groups: 'all' });
  const second = await signIn('hanako');

  expect(second.me.person?.id).toBe(personId);
  expect(second.me.roles.sort()).toEqual(['quality', 'reader']);
});

test('a group that is gone does not take away the last administrator', async () => {
  await set({ groupRoles: [{ group: 'it', role: 'administrator', divisionId: null }] as never });
  idp.accounts.set('root', { ...taro, email: 'root@example.jp', groups: ['it'] });
  await signIn('root');
  await house.db.updateTable('person').set({ disabled_at: noon }).where('id', '=', admin.person.id).execute();
  idp.accounts.set('root', { ...taro, email: 'root@example.jp', groups: [] });
  const { me } = await signIn('root');
  await house.db.updateTable('person').set({ disabled_at: null }).where('id', '=', admin.person.id).execute();

  expect(me.roles).toEqual(['administrator']);
});

test('a person who is here is recognised by a verified address', async () => {
  const { person } = await house.aSignedIn(['reader'], { name: '鈴木' });
  idp.accounts.set('suzuki', { ...taro, email: person.email });
  const { me } = await signIn('suzuki');

  expect(me.person).toMatchObject({ id: person.id, name: '鈴木' });
});

test.each([
  ['an address that is not verified', { email_verified: false }, {}, 'email-missing'],
  ['an address that nobody vouches for', { email_verified: undefined }, {}, 'email-missing'],
  ['no address', { email: undefined }, {}, 'email-missing'],
  ['the address of somebody here, where linking is off', {}, { linksByEmail: false }, 'email-known'],
  ['somebody new, where nobody is added', { email: 'new@example.jp' }, { createsPeople: false }, 'person-unknown'],
])('%s is not let in, and told what to do', async (_case, change, rules, problem) => {
  const { person } = await house.aSignedIn(['reader']);
  await set(rules);
  idp.accounts.set('someone', JSON.parse(JSON.stringify({ ...taro, email: person.email, ...change })));
  const { lands, me } = await signIn('someone');

  expect(lands).toBe(`/sign-in?problem=${problem}`);
  expect(me.person).toBeNull();
  const line = await house.db.selectFrom('audit').select(['action', 'after']).orderBy('id', 'desc').executeTakeFirst();
  expect(line).toMatchObject({ action: 'sign-in.refuse', after: { method: 'oidc', why: problem } });
});

test('addresses that are not called verified count where they are trusted', async () => {
  await set({ trustsEmail: true });
  idp.accounts.set('jiro', { name: '次郎', email: 'jiro@example.jp' });

  expect((await signIn('jiro')).me.person?.email).toBe('jiro@example.jp');
});

test('an address that went to another account of the provider does not open the account here', async () => {
  idp.accounts.set('shiro', { ...taro, email: 'shiro@example.jp' });
  const { me } = await signIn('shiro');
  idp.accounts.set('shiro-2', { ...taro, email: 'shiro@example.jp' });

  const other = await signIn('shiro-2');
  expect(other.lands).toBe('/sign-in?problem=account-other');
  expect(other.me.person).toBeNull();
  expect((await signIn('shiro')).me.person?.id).toBe(me.person?.id);
});

test('a provider is not taken away from who signs in by nothing else, unless that is confirmed', async () => {
  idp.accounts.set('goro', { ...taro, name: '守 五郎', email: 'goro@example.jp' });
  await signIn('goro');
  const lost = {
    problem: { code: 'conflict', details: { obstacle: 'last-way-of-others', people: 1, names: ['守 五郎'] } },
  };
  const change = (confirmed: boolean) => api.changeProvider({ ...settings, id: providerId, disabled: true, confirmed });

  await expect(api.removeProvider({ id: providerId })).rejects.toMatchObject(lost);
  await expect(change(false)).rejects.toMatchObject(lost);
  await expect(change(true)).resolves.toEqual({});
  await set({});
  const { person } = (await signIn('goro')).me;
  await house.db
    .insertInto('password')
    .values({ person_id: person?.id ?? '', hash: 'x', changed_at: noon })
    .execute();
  await expect(change(false)).resolves.toEqual({});
});

test('a disabled person stays out', async () => {
  idp.accounts.set('saburo', { ...taro, email: 'saburo@example.jp' });
  const { me } = await signIn('saburo');
  await api.disablePerson({ id: me.person?.id ?? '' });

  expect((await signIn('saburo')).lands).toBe('/sign-in?problem=person-disabled');
});

test('an answer opens nothing in another browser, and nothing twice', async () => {
  idp.accounts.set('taro', taro);
  const { back } = await journey('taro');
  expect(await aBrowser().get(back)).toBe('/sign-in?problem=journey-unknown');

  const { browser, back: own } = await journey('taro');
  expect(await browser.get(own)).toBe('/');
  const again = aBrowser(['mamori_journey=x']);
  expect(await again.get(own)).toBe('/sign-in?problem=journey-unknown');
});

test('an answer that was tampered with is refused', async () => {
  idp.accounts.set('taro', taro);
  const { browser, back } = await journey('taro');

  expect(await browser.get(back.replace(/code=[^&]+/, 'code=guessed'))).toBe('/sign-in?problem=answer-refused');
});

test('a denial there is told here', async () => {
  const browser = aBrowser();
  const there = new URL(await browser.get('/auth/oidc/company/start'));
  const state = there.searchParams.get('state');

  const lands = await browser.get(`/auth/oidc/company/callback?error=access_denied&state=${state}`);
  expect(lands).toBe('/sign-in?problem=provider-denied');
});

test.each(['https://evil.example/', '//evil.example/', '/\\evil.example/', 'javascript:alert(1)'])(
  'nobody is sent on to %s',
  async (next) => {
    idp.accounts.set('taro', taro);

    expect((await signIn('taro', { query: `?next=${encodeURIComponent(next)}` })).lands).toBe('/');
  },
);

test('who is signed in proves themselves at the provider, with their own account only', async () => {
  idp.accounts.set('taro', taro);
  idp.accounts.set('other', { ...taro, email: 'other@example.jp' });
  await signIn('other');
  const { browser } = await signIn('taro');
  const provedAt = async () => {
    const rows = await house.db.selectFrom('session').select('proved_at').orderBy('id', 'desc').limit(1).execute();
    return rows[0]?.proved_at.toString();
  };
  await house.db
    .updateTable('session')
    .set({ proved_at: noon.subtract({ minutes: 30 }) })
    .where('method', '=', 'oidc')
    .execute();

  expect((await signIn('other', { browser, query: '?purpose=prove&next=/settings/me' })).lands).toBe(
    '/settings/me?problem=account-differs',
  );
  expect(await provedAt()).toBe('2026-11-24T02:30:00Z');
  expect((await signIn('taro', { browser, query: '?purpose=prove&next=/settings/me' })).lands).toBe('/settings/me');
  expect(await provedAt()).toBe('2026-11-24T03:00:00Z');
});

test('who is signed in links an account, unless it is somebody else’s', async () => {
  idp.accounts.set('taro', taro);
  await signIn('taro');
  const one = await house.aSignedIn(['reader']);
  idp.accounts.set('private', { name: '別名', email: 'else@example.jp', email_verified: true });
  const link = (login: string) =>
    signIn(login, { browser: aBrowser([one.cookie]), query: '?purpose=link&next=/settings/me' });

  expect((await link('taro')).lands).toBe('/settings/me?problem=account-taken');
  expect((await link('private')).lands).toBe('/settings/me');
  expect((await signIn('private')).me.person?.id).toBe(one.person.id);
});

test.each(['link', 'prove'])('a link on another site starts no journey to %s', async (purpose) => {
  const { fetch } = await house.aSignedIn(['reader']);
  const start = (site: string) =>
    fetch(`/auth/oidc/company/start?purpose=${purpose}`, { headers: { 'sec-fetch-site': site } });

  expect((await start('cross-site')).headers.get('location')).toBe('/settings/me?problem=journey-unknown');
  expect((await start('same-origin')).headers.get('location')).toMatch(idp.issuer);
});

test('a provider that nobody reaches ends on the sign-in page', async () => {
  await house.db.updateTable('oidc_provider').set({ issuer: 'http://127.0.0.1:1' }).execute();

  expect(await aBrowser().get('/auth/oidc/company/start')).toBe('/sign-in?problem=provider-unreachable');
  expect(await aBrowser().get('/auth/oidc/none/start')).toBe('/sign-in?problem=provider-unknown');
});

test.each([
  [{ issuer: 'http://127.0.0.1:1' }, 'unreachable'],
  [{ inOwnNetwork: false }, 'not-https'],
  [{ issuer: 'https://127.0.0.1', inOwnNetwork: false }, 'address-refused'],
  [{ issuer: 'http://169.254.169.254' }, 'address-refused'],
  [{ issuer: house.url }, 'not-a-provider'],
])('a provider with %o is not saved: %s', async (change, problem) => {
  await expect(api.addProvider({ ...settings, ...change, slug: 'other', clientSecret })).rejects.toMatchObject({
    problem: { code: 'unavailable', details: { problem } },
  });
});

test('the secret is told to nobody and stored encrypted', async () => {
  const listed = JSON.stringify(await api.listProviders());
  const stored = JSON.stringify([
    (await house.db.selectFrom('oidc_provider').select('client_secret').execute()).map(({ client_secret }) =>
      client_secret?.toString('latin1'),
    ),
    await house.db.selectFrom('audit').select(['before', 'after']).execute(),
  ]);

  expect(listed).toContain('"hasSecret":true');
  expect(listed + stored).not.toContain(clientSecret);
});

test('a short name is taken once', async () => {
  await expect(api.addProvider({ ...settings, slug: 'company', clientSecret })).rejects.toMatchObject({
    problem: { details: { obstacle: 'slug-taken' } },
  });
});

import { expect, test } from 'vitest';
import { aHouse } from '../../test/house.ts';
import { goodPassword } from '../../test/sign-in.ts';
import { addPerson } from './add-person.ts';
import { makeFirstRunLink } from './make-first-run-link.ts';

const house = await aHouse();
const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(`${house.url}/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

test('the cookie is for this site, out of reach of scripts, and ends with the session', async () => {
  const token = (await makeFirstRunLink(house.systemTools('test')))?.split('#token=')[1];
  const factor = { kind: 'password', password: goodPassword };
  const response = await post('/first-run', { token, name: '佐藤 美咲', email: 's@example.jp', locale: 'ja', factor });
  const [cookie = '', device] = response.headers.getSetCookie();

  expect(response.status).toBe(200);
  expect(cookie).toMatch(
    /^mamori_session=[\w-]{43}; Path=\/; Expires=Tue, 24 Nov 2026 15:00:00 GMT; HttpOnly; SameSite=Lax$/,
  );
  expect(device).toMatch(
    /^mamori_device=[\w.-]+; Path=\/; Expires=Sun, 23 May 2027 03:00:00 GMT; HttpOnly; SameSite=Lax$/,
  );
  const me = await fetch(`${house.url}/api/me`, { headers: { cookie: cookie.split(';')[0] ?? '' } });
  expect(await me.json()).toMatchObject({
    person: { name: '佐藤 美咲' },
    session: { endsAt: '2026-11-24T15:00:00Z', idleMinutes: 120 },
  });
});

test('a blocked account is told how long to wait, in body and header', async () => {
  const attempt = () => post('/sign-in/password', { email: 'nobody@example.jp', password: 'wrong' });
  for (let tried = 0; tried < 5; tried++) expect((await attempt()).status).toBe(403);

  const response = await attempt();

  expect([response.status, response.headers.get('retry-after')]).toEqual([429, '60']);
  expect(await response.json()).toMatchObject({ code: 'too-many', details: { retryAfterS: 60, by: 'account' } });
});

test('another site cannot sign a browser in or out', async () => {
  for (const path of ['/sign-in/password', '/sign-out'])
    expect((await post(path, { email: 'x', password: 'x' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
});

test('signing out takes the cookie back', async () => {
  const { cookie, fetch: asThem } = await house.aSignedIn(['reader']);
  const response = await post('/sign-out', {}, { cookie });

  expect(response.headers.getSetCookie()[0]).toMatch(/^mamori_session=; Max-Age=0; Path=\//);
  expect(await (await asThem('/api/me')).json()).toMatchObject({ person: null });
});

test('a person is not told apart from a stranger by what is answered', async () => {
  const tools = house.systemTools('test');
  await addPerson(tools, { name: '田中', email: 't@example.jp', locale: 'ja', password: goodPassword, grants: [] });

  const answers = await Promise.all(
    ['t@example.jp', 'unknown@example.jp'].map(async (email) => {
      const response = await post('/sign-in/password', { email, password: 'wrong' });
      const { requestId: _, ...body } = (await response.json()) as Record<string, unknown>;
      return [response.status, body];
    }),
  );
  expect(answers[0]).toEqual(answers[1]);
});

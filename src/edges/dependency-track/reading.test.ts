import { beforeAll, expect, test } from 'vitest';
import { aKeyOf, aRelease } from '../../../test/dependency-track.ts';
import { aHouse } from '../../../test/house.ts';

const house = await aHouse();
const { key } = await aKeyOf(house);
const ask = (path: string, headers: Record<string, string> = { 'X-Api-Key': key }) =>
  fetch(house.url + path, { headers });

let release: { id: string };
beforeAll(async () => {
  release = await aRelease(house, { line: 'ルーター', model: 'MR-1167', version: '1.2.0' });
  await aRelease(house, { line: 'ルーター', model: 'MR-1167', version: '1.1.0', state: 'ended' });
  await aRelease(house, { line: 'カメラ', model: 'CAM-20', version: '2.0' });
});

test('the connection test of the Jenkins plugin passes', async () => {
  const projects = await ask('/api/v1/project');
  const version = (await (await ask('/api/version')).json()) as { version: string };
  const team = (await (await ask('/api/v1/team/self')).json()) as { name: string; permissions: { name: string }[] };

  expect(projects.headers.get('X-Powered-By')).toMatch(/^Dependency-Track v4\.\d+\.\d+ .*Mamori/);
  const [major = 0, minor = 0] = version.version.split('.').map(Number);
  expect(major > 4 || (major === 4 && minor >= 12)).toBe(true);
  expect(team.permissions.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      ...['BOM_UPLOAD', 'VIEW_PORTFOLIO', 'VIEW_VULNERABILITY', 'VULNERABILITY_ANALYSIS', 'PROJECT_CREATION_UPLOAD'],
    ]),
  );
});

test('projects come in pages with their number, by name; the ended ones can stay out', async () => {
  const first = await ask('/api/v1/project?pageNumber=1&pageSize=2&excludeInactive=false');
  const second = await ask('/api/v1/project?page=2&limit=2');
  const third = await ask('/api/v1/project?page=3&limit=2');
  const active = await ask('/api/v1/project?excludeInactive=true&name=mr-1167');

  expect(first.headers.get('X-Total-Count')).toBe('3');
  expect(await first.json()).toMatchObject([
    { name: 'CAM-20', version: '2.0', group: 'カメラ', active: true },
    { name: 'MR-1167', version: '1.1.0', active: false },
  ]);
  expect(await second.json()).toMatchObject([{ uuid: release.id, name: 'MR-1167', version: '1.2.0' }]);
  expect(await third.json()).toEqual([]);
  expect(await active.json()).toMatchObject([{ version: '1.2.0' }]);
  expect(active.headers.get('X-Total-Count')).toBe('1');
});

test('a project is found by name and version, and by its id', async () => {
  const found = await ask('/api/v1/project/lookup?name=MR-1167&version=1.2.0');
  const same = await ask(`/api/v1/project/${release.id}`);

  expect(await found.json()).toEqual(await same.json());
  for (const path of ['lookup?name=MR-1167&version=9', 'lookup?name=', '0199ffff-ffff-7fff-bfff-ffffffffffff', 'x']) {
    const answer = await ask(`/api/v1/project/${path}`);
    expect([answer.status, await answer.text()]).toEqual([404, 'The project could not be found.']);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
  }
});

test.each(['finding', 'violation'])(
  'a release of which nothing is known has no %s; an unknown one is not found',
  async (what) => {
    const none = await ask(`/api/v1/${what}/project/${release.id}?pageNumber=1&pageSize=100`);
    const unknown = await ask(`/api/v1/${what}/project/0199ffff-ffff-7fff-bfff-ffffffffffff`);

    expect([await none.json(), none.headers.get('X-Total-Count')]).toEqual([[], '0']);
    expect(unknown.status).toBe(404);
  },
);

test('without a key, with a wrong one, or with one that may not read, nothing is told', async () => {
  const mute = await aKeyOf(house, { scopes: ['organization:read'] });

  expect((await ask('/api/v1/project', {})).status).toBe(401);
  expect((await ask('/api/v1/project', { 'x-api-key': 'odt_nobody' })).status).toBe(401);
  expect((await ask('/api/v1/project', { 'x-api-key': mute.key })).status).toBe(403);
  expect((await ask('/api/v1/project', { authorization: `Bearer ${key}` })).status).toBe(200);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { openLog } from '#platform/log';
import { noon } from '../../../test/database.ts';
import { aKeyOf, aRelease } from '../../../test/dependency-track.ts';
import { aHouse } from '../../../test/house.ts';

const stateFolder = mkdtempSync(path.join(tmpdir(), 'mamori-dt-'));
afterAll(() => rmSync(stateFolder, { recursive: true }));
const house = await aHouse({
  house: { baseUrl: null, version: 'test', log: openLog('silent'), secret: new Uint8Array(32).fill(7), stateFolder },
});
const { key } = await aKeyOf(house);

const component = (name: string, version: string) => ({
  ...{ type: 'library', 'bom-ref': name, name, version, purl: `pkg:generic/${name}@${version}` },
});
const bomOf = (...components: object[]) =>
  JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, components });
const bom = bomOf(component('openssl', '1.1.1k'), component('busybox', '1.36.1'));
const base64 = (text: string | Uint8Array) => Buffer.from(text).toString('base64');

const json = (body: object, { path = '/api/v1/bom', method = 'PUT', by = key } = {}) =>
  fetch(house.url + path, {
    method,
    headers: { 'X-Api-Key': by, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const form = (fields: Record<string, string | Blob>, { path = '/api/v1/bom', by = key } = {}) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return fetch(house.url + path, { method: 'POST', headers: { 'X-API-Key': by }, body });
};
const get = (path: string) => fetch(house.url + path, { headers: { 'X-Api-Key': key } });
type Uploaded = { token: string; projectUuid: string };
const uploadedIn = async (answer: Response) => {
  expect([answer.status, answer.status === 200 ? '' : await answer.clone().text()]).toEqual([200, '']);
  return (await answer.json()) as Uploaded;
};

/** Names of the components that are shipped in a release, with the line in which it stands. */
async function standingOf(releaseId: string) {
  const rows = await house.db
    .selectFrom('release as r')
    .innerJoin('model as m', 'm.id', 'r.model_id')
    .innerJoin('product_line as l', 'l.id', 'm.line_id')
    .leftJoin('release_component as u', 'u.release_key', 'r.key')
    .leftJoin('component as c', 'c.id', 'u.component_id')
    .select(['l.name as line', 'm.name as model', 'r.version', 'c.name as component'])
    .where('r.id', '=', releaseId)
    .orderBy('c.name')
    .execute();
  const [first] = rows;
  return {
    line: first?.line,
    model: first?.model,
    version: first?.version,
    components: rows.map((row) => row.component),
  };
}

test('the GitHub action: a form with a nameless file makes the project and marks nothing else', async () => {
  const uploaded = await uploadedIn(
    await form({
      bom: new File([bom], 'bom'),
      projectName: 'GH-100',
      projectVersion: 'main',
      autoCreate: 'true',
      projectTags: 'WPA2,team-a',
      isLatest: 'true',
    }),
  );

  expect(await standingOf(uploaded.projectUuid)).toEqual({
    line: 'Dependency-Track',
    model: 'GH-100',
    version: 'main',
    components: ['busybox', 'openssl'],
  });
  const project = await (await get(`/api/v1/project/${uploaded.projectUuid}`)).json();
  expect(project).toMatchObject({ tags: [{ name: 'WPA2' }], description: 'labels: team-a' });
});

test('the GitHub action of before: JSON with a byte order mark and flags as texts', async () => {
  const body = { projectName: 'GH-200', projectVersion: '1.0', autoCreate: 'true', isLatestProjectVersion: 'false' };
  const tagged = { projectTags: [{ name: 'UPnP' }] };

  const uploaded = await uploadedIn(await json({ ...body, bom: base64(`\ufeff${bom}`) }));
  const again = await uploadedIn(await json({ ...body, ...tagged, bom: base64(bom) }));

  expect(again.projectUuid).toBe(uploaded.projectUuid);
  expect(await (await get(`/api/v1/project/${again.projectUuid}`)).json()).toMatchObject({ tags: [{ name: 'UPnP' }] });
  expect((await standingOf(uploaded.projectUuid)).components).toEqual(['busybox', 'openssl']);
});

test('builds that bring one release at once are all taken, with the labels of each', async () => {
  const named = { projectName: 'GH-300', projectVersion: '1.0', autoCreate: true, bom: base64(bom) };
  const { projectUuid } = await uploadedIn(await json(named));
  const tags = ['WPA2', 'UPnP', 'HTTP', 'SSH', 'SNMP'];

  const answers = await Promise.all(tags.map((name) => json({ ...named, projectTags: [{ name }] })));

  expect(answers.map(({ status }) => status)).toEqual(tags.map(() => 200));
  const project = (await (await get(`/api/v1/project/${projectUuid}`)).json()) as { tags: { name: string }[] };
  expect(project.tags.map(({ name }) => name).sort()).toEqual([...tags].sort());
});

test('the Jenkins plugin: a plain field, then the token until it is done, findings, violations and its properties', async () => {
  const uploaded = await uploadedIn(
    await form({
      bom,
      projectName: 'JK-1',
      projectVersion: '7',
      autoCreate: 'true',
      parentName: 'ゲートウェイ',
      parentVersion: '',
    }),
  );

  expect(await (await get(`/api/v1/event/token/${uploaded.token}`)).json()).toEqual({ processing: true });
  await house.drain();
  expect(await (await get(`/api/v1/event/token/${uploaded.token}`)).json()).toEqual({ processing: false });
  const found = (await (await get('/api/v1/project/lookup?name=JK-1&version=7')).json()) as { uuid: string };
  expect(found).toMatchObject({
    uuid: uploaded.projectUuid,
    group: 'ゲートウェイ',
    lastBomImportFormat: 'CycloneDX 1.5',
  });
  expect(await (await get(`/api/v1/finding/project/${found.uuid}?pageNumber=1&pageSize=100`)).json()).toEqual([]);
  expect(await (await get(`/api/v1/violation/project/${found.uuid}?pageNumber=1&pageSize=100`)).json()).toEqual([]);
  const properties = {
    tags: [{ name: 'UPnP' }, { name: 'nightly' }],
    group: 'g',
    description: '夜間ビルド',
    isLatest: true,
  };
  const changed = await json(properties, { path: `/api/v1/project/${found.uuid}`, method: 'PATCH' });
  expect(await changed.json()).toMatchObject({
    tags: [{ name: 'UPnP' }],
    description: '夜間ビルド\nlabels: nightly',
    group: 'ゲートウェイ',
  });
  const again = await json(properties, { path: `/api/v1/project/${found.uuid}`, method: 'PATCH' });
  expect(await again.json()).toMatchObject({ description: '夜間ビルド\nlabels: nightly' });
});

test('the Maven plugin: XML as base64 or as a file, with fields that are null, and the deprecated token', async () => {
  const xml = `<?xml version="1.0"?><bom xmlns="http://cyclonedx.org/schema/bom/1.5" version="1"><components>
    <component type="library"><name>log4j</name><version>2.17.1</version></component></components></bom>`;
  const body = {
    projectName: 'MV-1',
    projectVersion: '1.0-SNAPSHOT',
    autoCreate: true,
    parentUUID: null,
    parentName: null,
  };

  const byPut = await uploadedIn(
    await json({
      ...body,
      parentVersion: null,
      isLatestProjectVersion: true,
      projectTags: [{ name: 'x' }],
      bom: base64(xml),
    }),
  );
  const octets = new File([xml], 'bom.xml', { type: 'application/octet-stream' });
  const byPost = await uploadedIn(
    await form({ projectName: 'MV-1', projectVersion: '1.0-SNAPSHOT', autoCreate: 'true', bom: octets }),
  );

  expect(byPost.projectUuid).toBe(byPut.projectUuid);
  expect((await standingOf(byPut.projectUuid)).components).toEqual(['log4j']);
  expect(await (await get(`/api/v1/bom/token/${byPost.token}`)).json()).toEqual({ processing: true });
  await house.drain();
  expect(await (await get(`/api/v1/bom/token/${byPost.token}`)).json()).toEqual({ processing: false });
});

test.each([
  ['gzip', 'application/gzip', gzipSync(bom)],
  ['zstd', 'application/zstd', zstdCompressSync(bom)],
])('a document packed by %s is unpacked', async (how, type, bytes) => {
  const packed = new File([new Uint8Array(bytes)], 'bom', { type });

  const { projectUuid } = await uploadedIn(
    await form({ projectName: `PK-${how}`, projectVersion: '1', autoCreate: 'true', bom: packed }),
  );

  expect((await standingOf(projectUuid)).components).toEqual(['busybox', 'openssl']);
});

test('a project is named by its uuid, and a parent by its own', async () => {
  const parent = await aRelease(house, { line: 'カメラ', model: 'CAM-20', version: '2.0' });
  const direct = await uploadedIn(await json({ project: parent.id, bom: base64(bom) }));
  const child = await uploadedIn(
    await json({
      projectName: 'CAM-app',
      projectVersion: '1',
      autoCreate: true,
      parentUUID: parent.id,
      bom: base64(bom),
    }),
  );

  expect(direct.projectUuid).toBe(parent.id);
  expect((await standingOf(child.projectUuid)).line).toBe('カメラ');
});

test('a broken document is refused with every place, and the release keeps what it has', async () => {
  const good = await uploadedIn(
    await json({ projectName: 'BR-1', projectVersion: '1', autoCreate: true, bom: base64(bom) }),
  );
  const broken = '{"bomFormat":"CycloneDX","specVersion":"1.5","components":[{"type":"library"},{"name":"x"}]}';

  const answer = await json({
    ...{ project: good.projectUuid, bom: base64(broken) },
    projectTags: [{ name: 'WPA2' }],
  });

  expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
  expect(await answer.json()).toMatchObject({
    status: 400,
    title: 'The uploaded BOM is invalid',
    errors: [expect.stringContaining('$.components[0]'), expect.stringContaining('$.components[1]')],
  });
  expect((await standingOf(good.projectUuid)).components).toEqual(['busybox', 'openssl']);
  expect(await (await get(`/api/v1/project/${good.projectUuid}`)).json()).toMatchObject({ tags: [] });
});

test('a large document is taken by both ways and read afterwards; a large broken one is refused at once', async () => {
  const many = Array.from({ length: 3_000 }, (_, n) => ({
    ...component(`part-${n}`, '1.0'),
    description: 'x'.repeat(1_600),
  }));
  const large = bomOf(...many);
  const named = { projectName: 'LG-1', projectVersion: '1', autoCreate: 'true' };
  expect(large.length).toBeGreaterThan(5_000_000);

  const byPut = await uploadedIn(await json({ ...named, bom: base64(large) }));
  expect(await (await get(`/api/v1/event/token/${byPut.token}`)).json()).toEqual({ processing: true });
  await house.drain();
  expect(await (await get(`/api/v1/event/token/${byPut.token}`)).json()).toEqual({ processing: false });
  expect((await standingOf(byPut.projectUuid)).components.length).toBe(3_000);

  const broken = await form({ ...named, bom: new File([large.replace('"bomFormat":"CycloneDX",', '')], 'bom') });
  expect(broken.status).toBe(400);
}, 60_000);

test('what is asked for and not there is said in the words of the protocol', async () => {
  const unknown = await json({ projectName: 'NO-1', projectVersion: '1', bom: base64(bom) });
  const byId = await json({ project: newId(), bom: base64(bom) });
  const parent = await json({
    projectName: 'NO-2',
    projectVersion: '1',
    autoCreate: true,
    parentUUID: newId(),
    bom: base64(bom),
  });
  const nothing = await form({ projectName: 'NO-3', projectVersion: '1', autoCreate: 'true' });

  expect([unknown.status, await unknown.text()]).toEqual([404, 'The project could not be found.']);
  expect([byId.status, await byId.text()]).toEqual([404, 'The project could not be found.']);
  expect([parent.status, await parent.text()]).toEqual([404, 'The parent project could not be found.']);
  expect([nothing.status, await nothing.text()]).toEqual([400, 'No BOM file provided.']);
  expect(await house.db.selectFrom('model').select('id').where('name', 'like', 'NO-%').execute()).toEqual([]);
});

test('keys: none, a wrong one, one that may not write, one of another division; and no session of a browser', async () => {
  const body = { projectName: 'KY-1', projectVersion: '1', autoCreate: true, bom: base64(bom) };
  const reader = await aKeyOf(house, { roles: ['reader'], scopes: ['product:read'] });
  const { cookie } = await house.aSignedIn(['analyst']);
  const large = base64('x'.repeat(9_000_000));

  const none = await fetch(`${house.url}/api/v1/bom`, { method: 'PUT', body: JSON.stringify(body) });
  const wrong = await json({ ...body, bom: large }, { by: 'odt_wrong' });
  const mayNot = await json({ ...body, bom: large }, { by: reader.key });
  const browser = await house.fetchWith(cookie)('/api/v1/bom', { method: 'PUT', body: JSON.stringify(body) });

  expect([none.status, wrong.status, mayNot.status, browser.status]).toEqual([401, 401, 403, 401]);
});

test('who writes in one division makes models there, and changes none of another', async () => {
  const [north, south] = [newId(), newId()];
  for (const [id, name] of [
    [north, '北'],
    [south, '南'],
  ] as const)
    await house.db.insertInto('division').values({ id, name, folded: name, position: 0, created_at: noon }).execute();
  const { key: northern } = await aKeyOf(house, { roles: ['contact'], divisionId: north });
  const foreign = await aRelease(house, { line: '南', model: 'SOUTH-1', version: '1', divisionId: south });

  const made = await json(
    { projectName: 'NORTH-1', projectVersion: '1', autoCreate: true, bom: base64(bom) },
    { by: northern },
  );
  const refused = await json({ project: foreign.id, bom: base64(bom) }, { by: northern });
  const release = await json(
    { projectName: 'SOUTH-1', projectVersion: '2', autoCreate: true, bom: base64(bom) },
    { by: northern },
  );

  const { projectUuid } = await uploadedIn(made);
  const model = await house.db
    .selectFrom('model')
    .select('division_id')
    .where('name', '=', 'NORTH-1')
    .executeTakeFirst();
  expect([projectUuid.length, model?.division_id]).toEqual([36, north]);
  expect(refused.status).toBe(403);
  expect([release.status, await release.text()]).toEqual([
    401,
    'The principal does not have permission to create project.',
  ]);
});

test('statements come as VEX and are told where they could not be placed', async () => {
  const { projectUuid } = await uploadedIn(
    await json({ projectName: 'VX-1', projectVersion: '1', autoCreate: true, bom: base64(bom) }),
  );
  const vulnerabilities = [
    { id: 'CVE-2022-0778', analysis: { state: 'not_affected' }, affects: [{ ref: 'openssl' }] },
    { id: 'CVE-2026-1', analysis: { state: 'in_triage' }, affects: [{ ref: 'elsewhere' }] },
  ];
  const vex = JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, vulnerabilities });

  const byForm = await form({ project: projectUuid, vex }, { path: '/api/v1/vex' });
  const byJson = await json({ projectName: 'VX-1', projectVersion: '1', vex: base64(vex) }, { path: '/api/v1/vex' });
  const bad = await json({ project: projectUuid, vex: base64('{}') }, { path: '/api/v1/vex' });
  const unknown = await json({ project: newId(), vex: base64(vex) }, { path: '/api/v1/vex' });

  const said = { projectUuid, statements: { taken: 1, ignored: [{ vulnerability: 'CVE-2026-1' }] } };
  expect([await byForm.json(), await byJson.json()]).toMatchObject([said, said]);
  expect(await house.db.selectFrom('release_statement').select(['origin', 'status']).execute()).toEqual([
    { origin: 'vex', status: 'not_affected' },
  ]);
  expect([bad.status, await bad.json()]).toMatchObject([400, { title: 'The uploaded VEX is invalid' }]);
  expect(unknown.status).toBe(404);
});

test('what a release consists of and what was stated of it are taken along again', async () => {
  const { projectUuid } = await uploadedIn(
    await json({ projectName: 'EX-1', projectVersion: '1', autoCreate: true, bom: base64(bom) }),
  );
  const analysis = { state: 'not_affected', justification: 'code_not_reachable' };
  const vulnerabilities = [{ id: 'CVE-2022-0778', analysis, affects: [{ ref: 'openssl' }] }];
  const vex = JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, vulnerabilities });
  await json({ project: projectUuid, vex: base64(vex) }, { path: '/api/v1/vex' });

  const exported = await get(`/api/v1/bom/cyclonedx/project/${projectUuid}`);
  const asXml = await get(`/api/v1/bom/cyclonedx/project/${projectUuid}?format=XML&version=1.7&download=true`);
  const stated = await get(`/api/v1/vex/cyclonedx/project/${projectUuid}`);

  const document = (await exported.clone().json()) as { components: { name: string }[] };
  expect(exported.headers.get('content-type')).toMatch(/^application\/vnd\.cyclonedx\+json/);
  expect(document.components.map(({ name }) => name).sort()).toEqual(['busybox', 'openssl']);
  expect(asXml.headers.get('content-disposition')).toBe(`attachment; filename="${projectUuid}-inventory.cdx.xml"`);
  expect(await asXml.text()).toContain('http://cyclonedx.org/schema/bom/1.7');
  expect(await stated.clone().json()).toMatchObject({
    components: [{ name: 'openssl', version: '1.1.1k' }],
    vulnerabilities: [{ id: 'CVE-2022-0778', analysis }],
  });

  const copy = await uploadedIn(
    await json({ projectName: 'EX-2', projectVersion: '1', autoCreate: true, bom: base64(await exported.text()) }),
  );
  const round = await json(
    { project: copy.projectUuid, vex: base64(await stated.text()) },
    { path: '/api/v1/vex', method: 'POST' },
  );
  expect(await round.json()).toMatchObject({ statements: { taken: 1, ignored: [] } });
  for (const query of ['format=pdf', 'version=1.2', 'variant=vdr'])
    expect((await get(`/api/v1/bom/cyclonedx/project/${projectUuid}?${query}`)).status).toBe(400);
  expect((await get(`/api/v1/vex/cyclonedx/project/${newId()}`)).status).toBe(404);
});

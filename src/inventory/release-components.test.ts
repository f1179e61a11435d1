import { beforeEach, expect, test } from 'vitest';
import type { Tools } from '#access';
import { createDivision } from '#organization';
import { freshDatabase } from '../../test/database.ts';
import { aRelease, contain } from '../../test/products.ts';
import { aDocument, aPart, comingDocument, withFolder } from '../../test/sbom-bytes.ts';
import { addHandParts, removeHandPart, restoreHandPart, updateHandPart } from './change-hand-parts.ts';
import { HandPartInput, type ReleaseComponent } from './contract/release-components.ts';
import { correctComponent, revokeCorrection } from './correct-component.ts';
import { getReleaseComponent } from './get-release-component.ts';
import { exportReleaseComponents, listReleaseComponents } from './list-release-components.ts';
import { releases } from './register/releases.ts';
import { removeEntry, restoreEntry } from './register/write-entry.ts';
import { takeSbom } from './take-sbom.ts';

const { db, aPerson, reset, told } = await freshDatabase();
const inFolder = withFolder();
beforeEach(reset);

const take = (tools: Tools, release: { id: string }, document: object) =>
  takeSbom(tools, { releaseId: release.id, file: comingDocument(document), origin: 'page' });

const openssl = aPart('openssl', '3.0.3', { licence: 'Apache-2.0' });
const zlib = aPart('zlib', '1.3', { licence: 'Zlib' });

/** A camera that contains a network module, which contains a TLS module. */
async function aStage() {
  const { tools: bare } = await aPerson();
  const tools = inFolder(bare);
  const [camera, network, tls] = [await aRelease(db), await aRelease(db), await aRelease(db)];
  await contain(db, camera, network);
  await contain(db, network, tls);
  await take(tools, tls, aDocument([openssl, zlib], { camera: ['openssl'], openssl: ['zlib'] }));
  await take(tools, network, aDocument([aPart('dnsmasq', '2.90')]));
  const gcc = aPart('gcc', '13', { scope: 'excluded' });
  await take(tools, camera, aDocument([zlib, { name: '自社ライブラリ', version: '7' }, gcc]));
  told.length = 0;
  return { tools, camera, network, tls };
}

const list = async (tools: Tools, { id }: { id: string }, asked: object = {}) =>
  (await listReleaseComponents(tools, { id, sort: 'name', limit: 50, ...asked })).items;
const names = (items: ReleaseComponent[]) => items.map(({ name }) => name);
const said = (part: object) => HandPartInput.parse(part);

test('a release consists of its own parts and of those of its modules at any depth, each once, with its origin', async () => {
  const { tools, camera, tls } = await aStage();

  const items = await list(tools, camera);

  expect(names(items)).toEqual(['dnsmasq', 'openssl', 'zlib', '自社ライブラリ']);
  expect(items[2]).toMatchObject({ isOwn: true, modules: [{ id: tls.id }], licences: ['Zlib'], purpose: 'shipped' });
  expect(items[1]).toMatchObject({ isOwn: false, modules: [{ id: tls.id, version: '1.0' }], isIdentified: true });
});

test.each([
  [{ q: 'OPENSS' }, ['openssl']],
  [{ q: 'pkg:generic/zl' }, ['zlib']],
  [{ identified: 'no' }, ['自社ライブラリ']],
  [{ purpose: ['build'] }, ['gcc']],
  [{ purpose: ['build', 'shipped'], origin: ['own'] }, ['gcc', 'zlib', '自社ライブラリ']],
  [{ licence: 'Apache-2.0' }, ['openssl']],
  [{ origin: ['module'] }, ['dnsmasq', 'openssl', 'zlib']],
  [{ origin: ['hand'] }, []],
  [{ sort: '-name' }, ['自社ライブラリ', 'zlib', 'openssl', 'dnsmasq']],
  [{ sort: 'version' }, ['zlib', 'dnsmasq', 'openssl', '自社ライブラリ']],
])('asked for %j', async (asked, expected) => {
  const { tools, camera } = await aStage();

  expect(names(await list(tools, camera, asked))).toEqual(expected);
});

test.each(['name', '-name', 'version', '-version', 'supplier', '-supplier'] as const)(
  'page by page in the order of %s nothing is lost or doubled',
  async (sort) => {
    const { tools, camera } = await aStage();
    const whole = names(await list(tools, camera, { sort }));

    const pages: string[] = [];
    for (let after: string | null | undefined; after !== null; ) {
      const page = await listReleaseComponents(tools, { id: camera.id, sort, limit: 1, ...(after ? { after } : {}) });
      pages.push(...names(page.items));
      after = page.next;
    }

    expect(pages).toEqual(whole);
  },
);

test('the file has the same rows as the list', async () => {
  const { tools, camera } = await aStage();

  const file = await exportReleaseComponents(tools, { id: camera.id, sort: 'name', format: 'csv', language: 'ja' });

  const lines = (await file.text()).trim().split('\r\n');
  expect(lines).toHaveLength(1 + 4);
  expect(lines[3]).toContain('zlib,1.3,,Zlib,pkg:generic/zlib@1.3');
  expect(lines[3]).toContain('SBOM; モジュール');
});

test('a component shows the paths by which each document comes to it, and the modules between', async () => {
  const { tools, camera, network, tls } = await aStage();
  const found = (await list(tools, camera)).find(({ name }) => name === 'zlib') as ReleaseComponent;

  const page = await getReleaseComponent(tools, { id: camera.id, componentId: found.id });

  expect(page.releases).toBe(3);
  const byModule = page.found.find(({ release }) => release.id === tls.id);
  expect(byModule?.paths.map((path) => path.map(({ name }) => name))).toEqual([['camera', 'openssl', 'zlib']]);
  expect(byModule?.through.map((way) => way.map(({ id }) => id))).toEqual([[network.id]]);
  expect(page.found.find(({ release }) => release.id === camera.id)?.through).toEqual([[]]);
  expect(page.found.map(({ place }) => place)).toEqual(
    expect.arrayContaining(['$.components[0] (line 1)', '$.components[1] (line 1)']),
  );
});

test('a part entered by hand in a module shows every way by which the release comes to it', async () => {
  const { tools, camera, network, tls } = await aStage();
  const cloud = await aRelease(db);
  await contain(db, camera, cloud);
  await contain(db, cloud, tls);
  const { items } = await addHandParts(tools, { id: tls.id, parts: [said({ name: '自社暗号', version: '2' })] });
  const [part] = items as [(typeof items)[number]];

  const inCamera = await getReleaseComponent(tools, { id: camera.id, componentId: part.component.id });
  const inModule = await getReleaseComponent(tools, { id: tls.id, componentId: part.component.id });

  const step = { ref: part.id, componentId: part.component.id, name: '自社暗号', version: '2' };
  expect(inCamera.found).toMatchObject([
    { release: { id: tls.id }, origin: 'hand', place: '', hashes: {}, paths: [[step]] },
  ]);
  const ways = inCamera.found[0]?.through.map((way) => way.map(({ id }) => id));
  expect(ways).toHaveLength(2);
  expect(ways).toEqual(expect.arrayContaining([[network.id], [cloud.id]]));
  expect(inCamera.handPart).toBeNull();
  expect(inModule.found).toMatchObject([{ release: { id: tls.id }, through: [[]], origin: 'hand', paths: [[step]] }]);
  expect(inModule.handPart?.id).toBe(part.id);
});

test('a part entered by hand that a correction or a document names too is shown by both', async () => {
  const { tools, camera, network } = await aStage();
  const { items } = await addHandParts(tools, { id: network.id, parts: [said({ name: '社内TLS', version: '3' })] });
  const [{ component: entered }] = items as [(typeof items)[number]];
  await take(tools, network, aDocument([openssl]));
  const { component } = await correctComponent(tools, {
    ...{ id: entered.id, releaseId: network.id, reason: '同じもの' },
    ...{ name: null, version: null, supplier: null, purl: 'pkg:generic/openssl@3.0.3', cpe: null },
  });

  const page = await getReleaseComponent(tools, { id: camera.id, componentId: component.id });

  const inNetwork = page.found.filter(({ release }) => release.id === network.id);
  expect(inNetwork.map(({ origin, paths }) => [origin, paths.map((path) => path.at(-1)?.name)])).toEqual([
    ['document', ['openssl']],
    ['hand', ['社内TLS']],
  ]);
});

test.each([
  [{ purl: 'pkg:pypi/Django@5.0' }, { name: 'django', version: '5.0', isIdentified: true }],
  [
    { purl: 'pkg:npm/%40scope/lib', version: '2.0.0' },
    { name: '@scope/lib', purl: 'pkg:npm/%40scope/lib@2.0.0' },
  ],
  [{ cpe: 'cpe:/a:busybox:busybox:1.36.1' }, { name: 'busybox', version: '1.36.1', isIdentified: true }],
  [
    { name: '自社RTOS', version: '4' },
    { name: '自社RTOS', version: '4', isIdentified: false },
  ],
])('%j alone is enough to enter a part', async (part, expected) => {
  const { tools, network, camera } = await aStage();

  const { items } = await addHandParts(tools, { id: network.id, parts: [said(part)] });

  expect(items[0]?.component).toMatchObject(expected);
  expect(names(await list(tools, camera))).toContain(expected.name);
  expect((await list(tools, network, { origin: ['hand'] }))[0]).toMatchObject({ handPartId: items[0]?.id });
});

test.each([
  [{ purl: 'openssl' }, 'invalid', { reason: 'purl', at: 1 }],
  [{ cpe: 'openssl' }, 'invalid', { reason: 'cpe', at: 1 }],
  [{}, 'invalid', { reason: 'nameless', at: 1 }],
  [{ name: 'a', version: '1' }, 'conflict', { reason: 'entered-already', at: 1 }],
])('of many parts none is entered when one is wrong: %j', async (wrong, code, details) => {
  const { tools, camera } = await aStage();

  const attempt = addHandParts(tools, { id: camera.id, parts: [said({ name: 'a', version: '1' }), said(wrong)] });

  await expect(attempt).rejects.toMatchObject({ code, details });
  expect(await list(tools, camera, { origin: ['hand'] })).toEqual([]);
});

test('a part entered by hand is changed, removed and brought back', async () => {
  const { tools, camera } = await aStage();
  const { items } = await addHandParts(tools, { id: camera.id, parts: [said({ name: 'rtos', version: '4' })] });
  const { id, revision } = items[0] as { id: string; revision: number };

  const changed = await updateHandPart(tools, {
    id,
    revision,
    ...said({ name: 'rtos', version: '5', licence: 'MIT' }),
  });
  expect(changed).toMatchObject({ revision: 2, component: { version: '5' }, licence: 'MIT' });
  expect((await list(tools, camera, { origin: ['hand'] }))[0]).toMatchObject({ version: '5', licences: ['MIT'] });
  await expect(removeHandPart(tools, { id, revision })).rejects.toMatchObject({ details: { reason: 'changed-since' } });

  const removed = await removeHandPart(tools, { id, revision: 2 });
  expect(names(await list(tools, camera))).not.toContain('rtos');
  await restoreHandPart(tools, removed);
  expect(names(await list(tools, camera))).toContain('rtos');
});

const right = { name: null, version: null, supplier: null, purl: 'pkg:generic/vendor-lib@7', cpe: null };

test('a corrected identity counts in the release and in all above it, and for bills of materials that come later', async () => {
  const { tools, camera, network } = await aStage();
  await take(tools, network, aDocument([{ name: '自社ライブラリ', version: '7' }]));
  const wrong = (await list(tools, network, { identified: 'no' }))[0] as ReleaseComponent;
  told.length = 0;

  const made = await correctComponent(tools, { id: wrong.id, releaseId: network.id, reason: '社内名', ...right });

  expect(made).toMatchObject({ releases: 1, component: { name: 'vendor-lib', isIdentified: true } });
  expect(told).toEqual([{ event: 'components.changed', payload: { releaseIds: [network.id, camera.id] } }]);
  expect(names(await list(tools, network, { q: 'vendor' }))).toEqual(['vendor-lib']);
  expect((await list(tools, network, { q: 'vendor' }))[0]).toMatchObject({ isOwn: true, isCorrected: true });
  // The camera's own document names it too, and nobody has said anything of that.
  expect(names(await list(tools, camera))).toEqual(expect.arrayContaining(['vendor-lib', '自社ライブラリ']));
  await take(tools, network, aDocument([{ name: '自社ライブラリ', version: '7' }, zlib]));
  expect(names(await list(tools, network))).toEqual(['openssl', 'vendor-lib', 'zlib']);
});

test('a correction for the whole house reaches every release, and taken back leaves everything as documents say', async () => {
  const { tools, camera, network } = await aStage();
  const wrong = (await list(tools, camera, { identified: 'no' }))[0] as ReleaseComponent;
  await take(tools, network, aDocument([{ name: '自社ライブラリ', version: '7' }]));

  const made = await correctComponent(tools, { id: wrong.id, releaseId: null, reason: '', ...right });
  expect(made.releases).toBe(2);
  expect(await list(tools, camera, { identified: 'no' })).toEqual([]);

  expect(await revokeCorrection(tools, { id: made.id })).toMatchObject({ releases: 2, component: { id: wrong.id } });
  expect(names(await list(tools, camera, { identified: 'no' }))).toEqual(['自社ライブラリ']);
  expect(names(await list(tools, network, { identified: 'no' }))).toEqual(['自社ライブラリ']);
});

test('who corrects what was corrected corrects what the document says; back to that is no correction', async () => {
  const { tools, camera } = await aStage();
  const wrong = (await list(tools, camera, { identified: 'no' }))[0] as ReleaseComponent;
  const first = await correctComponent(tools, { id: wrong.id, releaseId: null, reason: '', ...right });

  const other = { ...right, purl: 'pkg:generic/vendor-lib@8' };
  const second = await correctComponent(tools, { id: first.component.id, releaseId: camera.id, reason: '', ...other });
  expect((await list(tools, camera, { q: 'vendor' })).map(({ version }) => version)).toEqual(['8']);

  const back = { ...right, purl: null, name: '自社ライブラリ', version: '7' };
  await correctComponent(tools, { id: second.component.id, releaseId: camera.id, reason: '', ...back });
  expect(names(await list(tools, camera, { q: 'vendor' }))).toEqual(['vendor-lib']);
});

test('what is corrected to something that is corrected itself is called as that is', async () => {
  const { tools, camera } = await aStage();
  const wrong = (await list(tools, camera, { identified: 'no' }))[0] as ReleaseComponent;
  const [dnsmasq] = (await list(tools, camera, { q: 'dnsmasq' })) as [ReleaseComponent];
  await correctComponent(tools, { id: dnsmasq.id, releaseId: null, reason: '', ...right });

  const { purl } = dnsmasq;
  const made = await correctComponent(tools, { id: wrong.id, releaseId: camera.id, reason: '', ...right, purl });

  expect(made.component).toMatchObject({ name: 'vendor-lib', version: '7' });
  expect(names(await list(tools, camera))).toEqual(['openssl', 'vendor-lib', 'zlib']);
});

test('what was corrected by somebody else in the same moment is corrected from there', async () => {
  const { tools, camera } = await aStage();
  const wrong = (await list(tools, camera, { identified: 'no' }))[0] as ReleaseComponent;
  const other = { ...right, purl: 'pkg:generic/vendor-lib@8' };

  const both = [right, other].map((said) =>
    correctComponent(tools, { id: wrong.id, releaseId: null, reason: '', ...said }),
  );
  expect((await Promise.all(both)).map(({ releases }) => releases)).toEqual([1, 1]);

  const standing = await db.selectFrom('identity_correction').select('to_id').where('revoked_at', 'is', null).execute();
  const shown = await list(tools, camera, { q: 'vendor' });
  expect(shown.map(({ id }) => id)).toEqual(standing.map(({ to_id }) => to_id));
});

test('a removed release comes back with what its parts are called by now', async () => {
  const { tools, camera } = await aStage();
  const elsewhere = await aRelease(db);
  await take(tools, elsewhere, aDocument([{ name: '自社ライブラリ', version: '7' }]));
  const wrong = (await list(tools, camera, { identified: 'no' }))[0] as ReleaseComponent;

  const removed = await removeEntry(tools, releases, { id: elsewhere.id, revision: 1 });
  await correctComponent(tools, { id: wrong.id, releaseId: null, reason: '', ...right });
  await restoreEntry(tools, releases, removed);

  expect(names(await list(tools, elsewhere))).toEqual(['vendor-lib']);
});

test('what a module brings is corrected in the module, or everywhere', async () => {
  const { tools, camera } = await aStage();
  const brought = (await list(tools, camera, { q: 'dnsmasq' }))[0] as ReleaseComponent;

  const attempt = correctComponent(tools, { id: brought.id, releaseId: camera.id, reason: '', ...right });

  await expect(attempt).rejects.toMatchObject({ code: 'conflict', details: { reason: 'not-own' } });
});

test('who may change the products of one division does not say what holds everywhere', async () => {
  const { tools, camera } = await aStage();
  const division = await createDivision(tools, { name: '家庭用機器事業部' });
  const { tools: theirs } = await aPerson([{ role: 'contact', divisionId: division.id }]);
  const [item] = await list(tools, camera);

  const attempt = correctComponent(theirs, { id: item?.id ?? 0, releaseId: null, reason: '', ...right });

  await expect(attempt).rejects.toMatchObject({ code: 'not-allowed', details: { reason: 'whole-company' } });
});

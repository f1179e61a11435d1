import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { beforeEach, expect, test } from 'vitest';
import type { Tools } from '#access';
import { freshDatabase } from '../../test/database.ts';
import { aModel, aRelease } from '../../test/products.ts';
import { aDocument, aPart, comingDocument, withFolder } from '../../test/sbom-bytes.ts';
import { runImport } from './run-import.ts';
import { findPresentSbom } from './store/sboms.ts';
import { storeSbom } from './store-sbom.ts';
import { takeSbom } from './take-sbom.ts';

const { db, aPerson, reset, told, system } = await freshDatabase();
const inFolder = withFolder();
beforeEach(reset);

async function aStage() {
  const { tools } = await aPerson();
  return { tools: inFolder(tools), release: await aRelease(db) };
}

const take = (tools: Tools, releaseId: string, document: object | string | Uint8Array, name = 'bom.json') =>
  takeSbom(tools, { releaseId, file: comingDocument(document, name), origin: 'page' });

/** Names of what is shipped in a release, with their versions. */
async function partsOf({ key }: { key: number }): Promise<string[]> {
  const rows = await db
    .selectFrom('release_component as rc')
    .innerJoin('component as c', 'c.id', 'rc.component_id')
    .select(['c.name', 'c.version'])
    .where('rc.release_key', '=', key)
    .orderBy('c.name')
    .execute();
  return rows.map(({ name, version }) => `${name} ${version}`);
}

const tallyOf = ({ key }: { key: number }) =>
  db.selectFrom('release_tally').selectAll().where('release_key', '=', key).executeTakeFirst();

// No text that packs well: an index packs what it keeps.
const hexOf = (bytes: number) => randomBytes(bytes).toString('hex');

const openssl = aPart('openssl', '3.0.3');
const busybox = aPart('busybox', '1.36.1');

test('what a document names is what is shipped in the release: without its subject, sources, tests and bare files', async () => {
  const { tools, release } = await aStage();
  const file = { name: '/etc/passwd', type: 'file' };
  const document = aDocument([openssl, busybox, { name: 'nameless' }, aPart('gcc', '13', { scope: 'excluded' }), file]);

  const taken = await take(tools, release.id, document);

  expect(taken).toMatchObject({ state: 'stored', isUnchanged: false, sbomId: taken.id, phase: null, problem: null });
  expect(taken.result).toMatchObject({ isAccepted: true, counts: { parts: 5 } });
  expect(await partsOf(release)).toEqual(['busybox 1.36.1', 'nameless null', 'openssl 3.0.3']);
  expect(await tallyOf(release)).toMatchObject({
    components: 3,
    unidentified: 1,
    quality: taken.result?.quality?.score,
  });
  expect(told).toEqual([{ event: 'components.changed', payload: { releaseIds: [release.id] } }]);
  const audit = await db.selectFrom('audit').select('action').orderBy('id').execute();
  expect(audit.map(({ action }) => action)).toEqual(['sbom.receive', 'sbom.store']);
});

test('a part that is named twice counts once', async () => {
  const { tools, release } = await aStage();
  const twice = {
    ...aDocument([openssl]),
    components: [0, 1].map((n) => ({ type: 'library', 'bom-ref': `${n}`, ...openssl })),
  };

  const { result } = await take(tools, release.id, twice);

  expect(result?.counts).toMatchObject({ parts: 2, distinct: 1, merged: 1 });
  expect(await partsOf(release)).toEqual(['openssl 3.0.3']);
});

test('components are shared by all releases that contain them', async () => {
  const { tools, release } = await aStage();
  const other = await aRelease(db);

  await take(tools, release.id, aDocument([openssl]));
  await take(tools, other.id, aDocument([openssl, busybox]));

  const components = await db.selectFrom('component').select(['name', 'scheme', 'version_key']).orderBy('id').execute();
  expect(components.map(({ name }) => name).sort()).toEqual(['busybox', 'camera', 'openssl']);
  expect(components.every(({ scheme, version_key }) => scheme === 'generic' && version_key !== null)).toBe(true);
});

test('a newer document replaces the older, which stays as history; only what differs is written and told', async () => {
  const { tools, release } = await aStage();
  const first = await take(tools, release.id, aDocument([openssl]));
  told.length = 0;

  const second = await take(tools, release.id, aDocument([openssl, busybox]));
  const third = await take(tools, release.id, { ...aDocument([openssl, busybox]), version: 2 });

  expect(await partsOf(release)).toEqual(['busybox 1.36.1', 'openssl 3.0.3']);
  expect(await findPresentSbom(db, release.id)).toMatchObject({ id: third.id });
  const kept = await db.selectFrom('sbom').select(['id', 'superseded_at']).orderBy('id').execute();
  expect(kept).toMatchObject([{ id: first.id }, { id: second.id }, { id: third.id, superseded_at: null }]);
  expect(await db.selectFrom('sbom_contents').select('sbom_id').execute()).toEqual([{ sbom_id: third.id }]);
  expect(told).toHaveLength(1);
});

test('the same bytes again are said to be so, and nothing is stored', async () => {
  const { tools, release } = await aStage();
  const first = await take(tools, release.id, aDocument([openssl]));

  const again = await take(tools, release.id, aDocument([openssl]));

  expect(again).toMatchObject({ state: 'stored', isUnchanged: true, sbomId: first.id });
  expect(await db.selectFrom('sbom').select('id').execute()).toHaveLength(1);
});

test.each([
  ['{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"type":"library"}]}', '$.components[0]'],
  ['{"bomFormat":"CycloneDX"', '$.bomFormat'],
  ['hello', 'bom.json'],
  [gzipSync('{"bomFormat":"CycloneDX","specVersion":"1.6"}').subarray(0, 30), 'bom.json'],
])('%.60s is refused with its place, and the release keeps what it has', async (document, place) => {
  const { tools, release } = await aStage();
  const good = await take(tools, release.id, aDocument([openssl]));

  const { state, result, sbomId } = await take(tools, release.id, document);

  expect({ state, sbomId, isAccepted: result?.isAccepted }).toEqual({
    state: 'refused',
    sbomId: null,
    isAccepted: false,
  });
  expect(result?.problems[0]).toMatchObject({ level: 'error', place: expect.stringContaining(place) });
  expect(await findPresentSbom(db, release.id)).toMatchObject({ id: good.id });
  expect(await partsOf(release)).toEqual(['openssl 3.0.3']);
});

test('what is too large is refused by its size alone, naming the limit', async () => {
  const { tools, release } = await aStage();
  const sizeBytes = 65 * 1024 * 1024;
  const content = () => {
    throw new Error('it was read');
  };

  const attempt = takeSbom(tools, {
    releaseId: release.id,
    file: { name: 'bom.json', sizeBytes, content },
    origin: 'page',
  });

  await expect(attempt).rejects.toMatchObject({ code: 'too-large', details: { limitBytes: 64 * 1024 * 1024 } });
});

test('a large document waits for the job, and a job that comes twice changes nothing', async () => {
  const { tools, release } = await aStage();
  const parts = Array.from({ length: 3_000 }, (_, n) =>
    aPart(`library-${n}`, '1.0', { licence: `LicenseRef-${'x'.repeat(1_500)}` }),
  );

  const taken = await take(tools, release.id, aDocument(parts));
  expect(taken).toMatchObject({ state: 'waiting', phase: 'waiting', result: null });
  expect(told).toEqual([{ event: 'sbom.received', payload: { importId: taken.id } }]);
  await Promise.all([runImport(inFolder(system), taken.id), runImport(inFolder(system), taken.id)]);
  await runImport(inFolder(system), taken.id);

  expect(await tallyOf(release)).toMatchObject({ components: 3_000 });
  expect(await db.selectFrom('sbom').select(['id', 'person_name']).execute()).toEqual([
    { id: taken.id, person_name: tools.viewer.name },
  ]);
}, 60_000);

test('an upload that was overtaken by a later one becomes history', async () => {
  const { tools, release } = await aStage();
  const early = await take(tools, release.id, `${JSON.stringify(aDocument([busybox]))}${' '.repeat(5 * 1024 * 1024)}`);
  const late = await take(tools, release.id, aDocument([openssl]));

  await runImport(tools, early.id);

  expect(await findPresentSbom(db, release.id)).toMatchObject({ id: late.id });
  expect(await partsOf(release)).toEqual(['openssl 3.0.3']);
}, 60_000);

test('who goes back to what counts while another is read has the last word', async () => {
  const { tools, release } = await aStage();
  await take(tools, release.id, aDocument([openssl]));
  const large = await take(tools, release.id, `${JSON.stringify(aDocument([busybox]))}${' '.repeat(5 * 1024 * 1024)}`);
  const back = await take(tools, release.id, aDocument([openssl]));

  await runImport(tools, large.id);

  expect(await findPresentSbom(db, release.id)).toMatchObject({ id: back.id });
  expect(await partsOf(release)).toEqual(['openssl 3.0.3']);
}, 60_000);

test('what a document states about vulnerabilities is kept while it counts', async () => {
  const { tools, release } = await aStage();
  const said = (state: string, ref: string) => ({
    id: 'CVE-2026-0001',
    affects: [{ ref }],
    analysis: { state, detail: '呼び出さない' },
  });
  const vulnerabilities = [said('not_affected', 'openssl'), said('exploitable', 'camera')];

  await take(tools, release.id, aDocument([openssl], {}, { vulnerabilities }));

  const statements = db.selectFrom('release_statement as s').leftJoin('component as c', 'c.id', 's.component_id');
  expect(
    await statements.select(['c.name', 's.status', 's.origin', 's.stated_by']).orderBy('c.name').execute(),
  ).toEqual([
    { name: 'openssl', status: 'not_affected', origin: 'sbom', stated_by: '港電機' },
    { name: null, status: 'exploitable', origin: 'sbom', stated_by: '港電機' },
  ]);
  await take(tools, release.id, aDocument([openssl]));
  expect(await statements.select('c.name').execute()).toEqual([]);
});

test('what goes wrong on our side ends the upload as failed, and says why', async () => {
  const { tools, release } = await aStage();
  const taken = await take(tools, release.id, `${JSON.stringify(aDocument([openssl]))}${' '.repeat(5 * 1024 * 1024)}`);
  const elsewhere = { ...tools, house: { ...tools.house, stateFolder: '/nonexistent' } };

  await runImport(elsewhere, taken.id);

  const row = await db.selectFrom('sbom_import').select(['state', 'problem']).executeTakeFirst();
  expect(row).toMatchObject({ state: 'failed', problem: expect.stringContaining('ENOENT') });
});

test('texts that a database cannot hold lose what it cannot, and nothing else', async () => {
  const { tools, release } = await aStage();

  const taken = await take(tools, release.id, aDocument([{ name: 'a\u0000b\ud800' }, { name: 'x'.repeat(20_000) }]));

  expect(taken.state).toBe('stored');
  expect((await partsOf(release))[0]).toBe('ab\ufffd null');
});

test.each([
  ['purl', { purl: `pkg:generic/${hexOf(5_000)}@1` }],
  ['purl that grows when it is written', { purl: `pkg:generic/${'漢字'.repeat(500)}@1` }],
  ['CPE', { cpe: `cpe:2.3:a:${hexOf(5_000)}:x:1:*:*:*:*:*:*:*` }],
])('a %s that is too long to be looked up is none, and the document is stored', async (_what, name) => {
  const { tools, release } = await aStage();

  const { state, result } = await take(tools, release.id, aDocument([openssl, { name: 'odd', version: '1', ...name }]));

  expect([state, result?.problems.length]).toEqual(['stored', 1]);
  expect(await tallyOf(release)).toMatchObject({ components: 2, unidentified: 1 });
});

test('only who may change the models of the division brings in', async () => {
  const { tools } = await aPerson([{ role: 'reader', divisionId: null }]);
  const { id } = await aRelease(db, { modelId: (await aModel(db)).id });

  await expect(take(inFolder(tools), id, aDocument([]))).rejects.toMatchObject({ code: 'not-allowed' });
  expect(await db.selectFrom('sbom_import').select('id').execute()).toEqual([]);
});

test('an upload ends once', async () => {
  const { tools, release } = await aStage();
  const taken = await take(tools, release.id, aDocument([openssl]));

  await storeSbom(tools, taken.id, {} as never);

  expect(await partsOf(release)).toEqual(['openssl 3.0.3']);
});

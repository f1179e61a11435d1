import { gzipSync } from 'node:zlib';
import { beforeEach, expect, test } from 'vitest';
import type { Tools } from '#access';
import { freshDatabase } from '../../test/database.ts';
import { aRelease } from '../../test/products.ts';
import { aDocument, aPart, comingDocument, withFolder } from '../../test/sbom-bytes.ts';
import { attachEvidence, removeEvidence, restoreEvidence } from './attach-evidence.ts';
import { getRelease } from './get-release.ts';
import { getReleaseSbom, getSbomFile } from './get-release-sbom.ts';
import { exportSbomImports, listSbomImports } from './list-sbom-imports.ts';
import { mapSbomColumns } from './map-sbom-columns.ts';
import { previewImport } from './preview-import.ts';
import { previewRows } from './register/preview-rows.ts';
import { removeSbom, restoreSbom } from './remove-sbom.ts';
import { resumeImports } from './resume-imports.ts';
import { runImport } from './run-import.ts';
import { takeSbom } from './take-sbom.ts';

const { db, aPerson, reset, system } = await freshDatabase();
const inFolder = withFolder();
beforeEach(reset);

async function aStage() {
  const { tools } = await aPerson();
  return { tools: inFolder(tools), release: await aRelease(db) };
}

const take = (tools: Tools, { id }: { id: string }, document: object | string | Uint8Array, name = 'bom.json') =>
  takeSbom(tools, { releaseId: id, file: comingDocument(document, name), origin: 'page' });

async function partsOf({ key }: { key: number }): Promise<string[]> {
  const rows = await db
    .selectFrom('release_component as rc')
    .innerJoin('component as c', 'c.id', 'rc.component_id')
    .select('c.name')
    .where('rc.release_key', '=', key)
    .orderBy('c.name')
    .execute();
  return rows.map(({ name }) => name);
}

test('the page of a release tells what counts, what came before, and what was refused', async () => {
  const { tools, release } = await aStage();
  const first = await take(tools, release, aDocument([aPart('a')]));
  const second = await take(tools, release, aDocument([aPart('b'), { name: 'nameless' }]));
  const refused = await take(tools, release, 'no document');

  const page = await getReleaseSbom(tools, { id: release.id });

  expect(page).toMatchObject({
    release: { id: release.id, version: '1.0' },
    mayChange: true,
    present: { id: second.id, by: tools.viewer.name, parts: 2, result: { withoutIdentity: { count: 1 } } },
    counts: { components: 2, unidentified: 1, byHand: 0, modules: 0 },
    earlier: [{ id: first.id, parts: 1 }],
    unstored: [{ id: refused.id, state: 'refused' }],
  });
  expect(page.present?.sha256).toMatch(/^[\da-f]{64}$/);
});

test('what was changed last of a release is told, whatever was brought in for it', async () => {
  const { tools, release } = await aStage();
  const later = (hours: number) => ({ ...tools, now: () => tools.now().add({ hours }) });
  const changed = async () => (await getRelease(tools, { id: release.id, depth: 1 })).changed;
  expect(await changed()).toBeNull();

  await take(tools, release, aDocument([aPart('a')]));
  expect(await changed()).toMatchObject({ what: 'sbom', by: tools.viewer.name });

  const file = new File(['CONFIG_NET=y\n'], 'config');
  await attachEvidence(later(1), { id: release.id, kind: 'kernel-config', file });
  expect(await changed()).toMatchObject({ what: 'evidence' });
  await take(later(2), release, aDocument([aPart('b')]));
  expect(await changed()).toMatchObject({ what: 'sbom' });
});

test('the bytes are kept as they came', async () => {
  const { tools, release } = await aStage();
  const bytes = gzipSync(JSON.stringify(aDocument([aPart('a')])));
  const { id } = await take(tools, release, bytes, '部品表.json.gz');

  const file = await getSbomFile(tools, { id });

  expect({ name: file.name, bytes: Buffer.from(await file.arrayBuffer()) }).toEqual({ name: '部品表.json.gz', bytes });
});

test('a removed document leaves the one before, and comes back', async () => {
  const { tools, release } = await aStage();
  const first = await take(tools, release, aDocument([aPart('a')]));
  const second = await take(tools, release, aDocument([aPart('b')]));

  const without = await removeSbom(tools, { id: second.id });
  expect(without.present?.id).toBe(first.id);
  expect(without.earlier).toMatchObject([{ id: second.id, removedAt: expect.any(String) }]);
  expect(await partsOf(release)).toEqual(['a']);

  expect((await removeSbom(tools, { id: first.id })).present).toBeNull();
  expect(await partsOf(release)).toEqual([]);
  await restoreSbom(tools, { id: second.id });
  expect(await partsOf(release)).toEqual(['b']);
  expect((await restoreSbom(tools, { id: first.id })).present?.id).toBe(second.id);
  expect(await partsOf(release)).toEqual(['b']);
});

test('what counts is not removed while an upload of before is read, which would count by itself afterwards', async () => {
  const { tools, release } = await aStage();
  const first = await take(tools, release, aDocument([aPart('a')]));
  const slow = await take(tools, release, `${JSON.stringify(aDocument([aPart('b')]))}${' '.repeat(5 * 1024 * 1024)}`);
  const last = await take(tools, release, aDocument([aPart('c')]));

  const early = removeSbom(tools, { id: last.id });
  await expect(early).rejects.toMatchObject({ code: 'conflict', details: { reason: 'still-reading' } });
  expect((await removeSbom(tools, { id: first.id })).present?.id).toBe(last.id);

  await runImport(tools, slow.id);
  expect(await partsOf(release)).toEqual(['c']);
  expect((await removeSbom(tools, { id: last.id })).present?.id).toBe(slow.id);
  expect(await partsOf(release)).toEqual(['b']);
}, 60_000);

test('history can be removed without a change to what counts', async () => {
  const { tools, release } = await aStage();
  const first = await take(tools, release, aDocument([aPart('a')]));
  const second = await take(tools, release, aDocument([aPart('b')]));

  await removeSbom(tools, { id: first.id });

  expect((await removeSbom(tools, { id: second.id })).present).toBeNull();
  await expect(removeSbom(tools, { id: second.id })).rejects.toMatchObject({ code: 'not-found' });
});

const sheet = ['OSSの名前,使用版,権利者', 'openssl,3.0.3,OpenSSL', 'busybox,1.36.1,BusyBox'].join('\r\n');

test('a list with columns of its own asks what they mean; the next one is read without asking', async () => {
  const { tools, release } = await aStage();

  const asking = await take(tools, release, sheet, 'oss.csv');
  expect(asking).toMatchObject({ state: 'needs-mapping', result: { unmapped: { rows: 2 } } });
  const wrong = mapSbomColumns(tools, { id: asking.id, mapping: { name: 7 } });
  await expect(wrong).rejects.toMatchObject({ details: { reason: 'no-column', column: 7 } });

  const mapped = await mapSbomColumns(tools, { id: asking.id, mapping: { name: 0, version: 1, supplier: 2 } });
  expect(mapped).toMatchObject({ state: 'stored', sbomId: asking.id });
  expect(await partsOf(release)).toEqual(['busybox', 'openssl']);
  const again = mapSbomColumns(tools, { id: asking.id, mapping: { name: 0 } });
  await expect(again).rejects.toMatchObject({ details: { reason: 'not-asked' } });

  const next = await take(tools, release, `${sheet}\r\nzlib,1.3,zlib`, 'oss.csv');
  expect(next.state).toBe('stored');
  await removeSbom(tools, { id: next.id });
  expect(await partsOf(release)).toEqual(['busybox', 'openssl']);
});

test('all uploads are listed, newest first, by page, by state and by name, and taken as a file', async () => {
  const { tools, release } = await aStage();
  const other = await aRelease(db);
  const ids: string[] = [];
  for (const [to, document] of [
    [release, aDocument([aPart('a')])],
    [other, 'nothing'],
    [release, 'nothing'],
  ] as const)
    ids.unshift((await take(tools, to, document, `${ids.length}.json`)).id);

  const page = await listSbomImports(tools, { limit: 2 });
  const rest = await listSbomImports(tools, { limit: 2, after: page.next ?? '' });
  expect([...page.items, ...rest.items].map(({ id }) => id)).toEqual(ids);
  expect(rest.items[0]).toMatchObject({ state: 'stored', parts: 1, release: { id: release.id }, error: null });
  const refused = await listSbomImports(tools, { limit: 50, state: ['refused'], q: '2.JSON' });
  expect(refused.items).toMatchObject([{ id: ids[0], error: { place: '2.json', rule: 'unknown-format' } }]);

  const file = await exportSbomImports(tools, { format: 'csv', language: 'ja' });
  expect((await file.text()).trim().split('\r\n')).toHaveLength(4);
});

test('what a stop has left behind is read, what has just come is not', async () => {
  const { tools, release } = await aStage();
  const large = `${JSON.stringify(aDocument([aPart('a')]))}${' '.repeat(5 * 1024 * 1024)}`;
  const before = { ...tools, now: () => tools.now().subtract({ hours: 1 }) };
  const left = await takeSbom(before, { releaseId: release.id, file: comingDocument(large), origin: 'page' });
  const fresh = await take(tools, release, `${large} `);

  await resumeImports(inFolder(system));

  const states = await db.selectFrom('sbom_import').select(['id', 'state']).orderBy('id').execute();
  expect(states).toEqual([
    { id: left.id, state: 'stored' },
    { id: fresh.id, state: 'waiting' },
  ]);
}, 60_000);

const config = '# Linux/arm64 6.1.38 Kernel Configuration\nCONFIG_NET=y\nCONFIG_TIPC=m\n';

test('kernel evidence is kept with what it says; another of its kind takes its place', async () => {
  const { tools, release } = await aStage();
  const attach = (text: string) =>
    attachEvidence(tools, { id: release.id, kind: 'kernel-config', file: new File([text], '.config') });
  const standing = async () => (await getReleaseSbom(tools, { id: release.id })).evidence;

  const first = await attach(config);
  expect(first).toMatchObject({ kind: 'kernel-config', summary: { kernelVersion: '6.1.38', builtIn: 1, modules: 1 } });
  const second = await attach(`${config}CONFIG_USB=y\n`);
  expect(await standing()).toMatchObject([{ id: second.id }]);

  await expect(restoreEvidence(tools, { id: first.id })).rejects.toMatchObject({
    details: { reason: 'evidence-taken' },
  });
  await removeEvidence(tools, { id: second.id });
  await restoreEvidence(tools, { id: first.id });
  expect(await standing()).toMatchObject([{ id: first.id }]);
  await expect(attach('hello')).rejects.toMatchObject({ code: 'invalid', details: { reason: 'no-evidence' } });
});

test('a file may be called anything: what a database cannot hold of its name is left out', async () => {
  const { tools, release } = await aStage();
  const name = `a\0b\ud800${'長'.repeat(400)}`;
  const kept = `ab\ufffd${'長'.repeat(297)}`;

  const evidence = { id: release.id, kind: 'kernel-config', file: new File([config], name) } as const;
  expect(await attachEvidence(tools, evidence)).toMatchObject({ fileName: kept });
  expect(await take(tools, release, aDocument([aPart('a')]), name)).toMatchObject({ fileName: kept });
  await previewImport(tools, { file: new File(['機種\r\n'], name) });
  await previewRows(tools, { register: 'partners', file: new File(['名前\r\n'], name) });
  expect(await db.selectFrom('inventory_import').select('file_name').execute()).toEqual([
    { file_name: kept },
    { file_name: kept },
  ]);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { contract } from '#contract';
import { openLog } from '#platform/log';
import { prepareServerRole } from '#platform/server-role';
import { freshDatabase } from './database.ts';
import { aHouse } from './house.ts';
import { importInChild } from './import-child.ts';
import { writeLargeSbom } from './large-sbom.ts';
import { aRelease } from './products.ts';
import { aDocument, aPart } from './sbom-bytes.ts';

const MIB = 1024 * 1024;
const folder = mkdtempSync(path.join(tmpdir(), 'mamori-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

const houseIn = (stateFolder: string) => ({
  ...{ baseUrl: null, version: 'test', log: openLog('silent'), secret: new Uint8Array(32).fill(7), stateFolder },
});

async function aServer() {
  const house = await aHouse({ house: houseIn(folder), maxBodyBytes: 66 * MIB });
  const { fetch, cookie } = await house.aSignedIn();
  const release = await aRelease(house.db);
  const upload = (bytes: Uint8Array | string, name = 'bom.json') => {
    const body = new FormData();
    body.set('file', new File([bytes as Uint8Array<ArrayBuffer>], name));
    return fetch(`/api/releases/${release.id}/sboms`, { method: 'POST', body });
  };
  return { house, release, upload, calls: house.callsOf(contract.inventory, cookie) };
}

test('a document comes in over HTTP, is asked after, and its components are listed', async () => {
  const { release, upload, calls, house } = await aServer();
  const small = await upload(JSON.stringify(aDocument([aPart('openssl')])));
  expect(await small.json()).toMatchObject({ state: 'stored', origin: 'page' });

  const document = aDocument([aPart('openssl'), aPart('zlib')]);
  const large = await upload(`${JSON.stringify(document)}${' '.repeat(3 * MIB)}`);
  const { id, state } = (await large.json()) as { id: string; state: string };
  expect(state).toBe('waiting');
  await house.drain();

  expect(await calls.getSbomImport({ id })).toMatchObject({ state: 'stored', result: { counts: { parts: 2 } } });
  const { items } = await calls.listReleaseComponents({ id: release.id });
  expect(items.map(({ name }) => name)).toEqual(['openssl', 'zlib']);
  expect(await calls.getReleaseSbom({ id: release.id })).toMatchObject({ present: { id }, counts: { components: 2 } });
  expect((await calls.listSbomImports({})).items).toHaveLength(2);
  expect(await (await calls.getSbomFile({ id })).text()).toContain('zlib');
}, 60_000);

test('65 MiB are refused, and the limit is named', async () => {
  const { upload } = await aServer();

  const refused = await upload(new Uint8Array(65 * MIB));

  expect([refused.status, await refused.json()]).toMatchObject([413, { details: { limitBytes: 64 * MIB } }]);
}, 60_000);

test('a large document is imported in a process that stays small', async () => {
  const { db, ownerUrl } = await freshDatabase();
  const file = path.join(folder, 'bom.json');
  const parts = writeLargeSbom(file, 'json', 6 * MIB);
  const release = await aRelease(db);

  const done = await importInChild(await prepareServerRole(ownerUrl), folder, release.id, file);

  expect(done).toMatchObject({ state: 'stored', problem: null, parts });
  expect(done.peakBytes).toBeLessThanOrEqual(400 * 1_000_000);
}, 120_000);

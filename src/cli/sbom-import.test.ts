import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { access } from '#access/contract';
import { inventory } from '#inventory/contract';
import { openLog } from '#platform/log';
import { aHouse } from '../../test/house.ts';
import { aModel, aRelease } from '../../test/products.ts';
import { aDocument, aPart } from '../../test/sbom-bytes.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'mamori-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

const house = await aHouse({
  house: {
    ...{ baseUrl: null, version: 'test', log: openLog('silent'), secret: new Uint8Array(32).fill(7) },
    stateFolder: folder,
  },
});

function write(name: string, content: object | string): string {
  const file = path.join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

/** `mamori sbom import` with these words. */
function run(...words: string[]): Promise<{ exitCode: number; output: string; complaint: string }> {
  return new Promise((resolve) => {
    const command = [path.join(root, 'src/cli/main.ts'), 'sbom', 'import', ...words];
    execFile(process.execPath, command, { cwd: root }, (problem, output, complaint) =>
      resolve({ exitCode: typeof problem?.code === 'number' ? problem.code : 0, output, complaint }),
    );
  });
}

test('files go to a running server by a key: exit 0, or 2 with the place of what is refused', async () => {
  const { cookie } = await house.aSignedIn(['developer']);
  const scopes = ['product:read', 'product:write'] as const;
  const { key } = await house.callsOf(access, cookie).makeKey({ name: 'CI', scopes: [...scopes], days: 30 });
  const model = await aModel(house.db, { name: 'MC-220' });
  await aRelease(house.db, { modelId: model.id, version: '1.2' });
  const to = ['--server', house.url, '--key-file', write('key', `${key}\n`), '--language', 'en'];

  const good = await run(write('good.json', aDocument([aPart('openssl')])), '--release', 'MC-220/1.2', ...to);
  const bad = await run(write('bad.json', '{"bomFormat":"CycloneDX"'), '--release', 'mc-220/1.2', ...to, '--json');
  const calls = house.callsOf(inventory, cookie);
  const onBoards: string[] = [];
  for (const name of ['A', 'B']) {
    const { id: hardwareId } = await calls.createHardware({ modelId: model.id, name });
    const release = { modelId: model.id, hardwareId, version: '2.0', state: 'shipped' as const };
    onBoards.push((await calls.createRelease(release)).id);
  }
  const several = await run(path.join(folder, 'good.json'), '--release', 'MC-220/2.0', ...to);
  const one = await run(path.join(folder, 'good.json'), '--release', 'MC-220/2.0@B', ...to);
  const nowhere = await run(path.join(folder, 'good.json'), '--release', 'MC-220/9', ...to);

  expect(good).toMatchObject({ exitCode: 0, output: expect.stringContaining('good.json: stored') });
  expect(bad.exitCode).toBe(2);
  expect(JSON.parse(bad.output)).toMatchObject([
    { state: 'refused', result: { problems: [{ place: expect.stringContaining('$.bomFormat') }] } },
  ]);
  expect(several).toMatchObject({
    exitCode: 78,
    complaint: expect.stringContaining('--release MC-220/2.0@A, --release MC-220/2.0@B'),
  });
  expect(one).toMatchObject({ exitCode: 0, output: expect.stringContaining('good.json: stored') });
  const sboms = await Promise.all(onBoards.map((id) => calls.getReleaseSbom({ id })));
  expect(sboms.map(({ present }) => present !== null)).toEqual([false, true]);
  expect(nowhere).toMatchObject({ exitCode: 78, complaint: expect.stringContaining('no release') });
}, 120_000);

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { beginImport, importRecords, readPaths } from '#intelligence';
import type { Statement } from '#intelligence/pure';
import { freshDatabase } from '../../test/database.ts';
import { aRecordOf, streamOf } from '../../test/incoming.ts';
import { shipReleases } from '../../test/intel-kills.ts';
import { aMatchingHouse } from '../../test/matching/house.ts';
import { randomOf } from '../../test/random.ts';
import { writeRecordFiles } from '../../test/record-files.ts';
import { withFolder } from '../../test/sbom-bytes.ts';
import { aCriterion, aStatement, cpeProduct, ranges } from '../../test/statements.ts';
import { logWrites } from '../../test/write-log.ts';
import { reactions } from './reactions.ts';

const house = await freshDatabase();
const writes = await logWrites(house.ownerUrl);
const tools = withFolder()(house.system);
const folder = mkdtempSync(path.join(tmpdir(), 'mamori-unchanged-'));
afterAll(() => rmSync(folder, { recursive: true }));

// Three releases with openssl 1.0.0, 1.1.0 and 2.0.0 among their parts.
const openssl = (to: string, facts: Partial<Statement> = {}): Statement =>
  aStatement({
    ...{ source: 'nvd', externalId: 'CVE-2026-1001', names: ['CVE-2026-1001'], title: { en: 'Flaw' } },
    criteria: [aCriterion({ product: cpeProduct('a', 'openssl:openssl'), ranges: ranges(`(,${to})`) })],
    ...facts,
  });

beforeEach(async () => {
  await house.reset();
  await shipReleases(tools);
  await settle();
  await writes();
});

/** Lets matching hear of what was told. @returns how often it told that places have changed */
async function settle(): Promise<number> {
  let changes = 0;
  while (house.told.length > 0)
    for (const { event, payload } of house.told.splice(0)) {
      if (event === 'exposure.changed') changes += 1;
      for (const reaction of reactions)
        if (reaction.kind === 'on' && reaction.event === event) await reaction.handle(tools, payload as never);
    }
  return changes;
}

async function bringIn(...statements: Statement[]): Promise<number> {
  const id = await beginImport(tools, { names: ['records'], fileSha256: null });
  await importRecords(tools, { id, incoming: streamOf(statements.map(aRecordOf)) });
  return settle();
}

/** Without the line of the run itself, and how fresh its sources are. */
async function written(): Promise<Record<string, number>> {
  const all = Object.entries(await writes());
  return Object.fromEntries(all.filter(([what]) => !/^(?:intelligence_import|source_state) /.test(what)));
}

test('everything that is known comes in once more: nothing is written, nobody is told', async () => {
  const records = writeRecordFiles(path.join(folder, 'records'), 300, randomOf(1));
  const importAll = async () => {
    const id = await beginImport(tools, { names: [records], fileSha256: null });
    return importRecords(tools, { id, incoming: readPaths([records]) });
  };
  await importAll();
  expect(await settle()).toBeGreaterThan(0);
  const first = await written();
  expect(first).toMatchObject({ 'record insert': expect.any(Number), 'exposure insert': expect.any(Number) });

  const { counts } = await importAll();

  expect(house.told).toEqual([]);
  // What cannot be read is told by each run.
  expect(await written()).toEqual({ 'intelligence_problem insert': counts.refused });
});

test('a record that changes writes what differs: the place that is gone, and what hangs on it', async () => {
  await bringIn(openssl('1.1.1'), openssl('0.1', { externalId: 'CVE-2026-1002', names: ['CVE-2026-1002'] }));
  await written();

  const told = await bringIn(openssl('1.0.9'));

  expect(told).toBe(1);
  expect(await written()).toEqual({
    ...{ 'record update': 1, 'record_revision insert': 1, 'record_original insert': 1, 'vulnerability update': 1 },
    ...{ 'match delete': 1, 'exposure delete': 1, 'exposure_batch insert': 1, 'exposure_change insert': 1 },
    ...{ 'exposure_count update': 1, 'vulnerability_count update': 1 },
  });
});

test('a record that changes in words alone writes itself, and no place of ours; nobody is told of places', async () => {
  await bringIn(openssl('1.1.1'));
  await written();

  const told = await bringIn(openssl('1.1.1', { title: { en: 'Another title' } }));

  expect(told).toBe(0);
  expect(await written()).toEqual({
    ...{ 'record update': 1, 'record_revision insert': 1, 'record_original insert': 1, 'vulnerability update': 1 },
  });
});

test('one run over many records tells once, and what is matched again says only when', async () => {
  const many = Array.from({ length: 50 }, (_, n) =>
    openssl('1.1.1', { externalId: `CVE-2026-${2000 + n}`, names: [`CVE-2026-${2000 + n}`] }),
  );
  expect(await bringIn(...many)).toBe(1);
  await written();

  const releases = await house.db.selectFrom('release').select('id').execute();
  house.told.push({ event: 'components.changed', payload: { releaseIds: releases.map(({ id }) => id) } });

  expect(await settle()).toBe(0);
  expect(await written()).toEqual({ 'exposed_release update': 3 });
});

test('the same bill of materials once more changes nothing', async () => {
  await bringIn(openssl('1.1.1'));
  const stage = aMatchingHouse(tools, house.told);
  await stage.make({ kind: 'model', name: 'MC-500', isModule: false, partNumbers: [], tags: [] });
  await stage.make({ kind: 'release', model: 0, hardware: null, state: 'shipped', tags: [] });
  const part = {
    name: 'openssl',
    version: '1.1.0',
    purl: null,
    cpes: ['cpe:2.3:a:openssl:openssl:1.1.0:*:*:*:*:*:*:*'],
  };
  const parts = { kind: 'parts' as const, release: 0, parts: [{ ...part, supplier: null }] };
  await stage.make(parts);
  expect(await settle()).toBe(1);
  await written();

  await stage.make(parts);

  expect(await settle()).toBe(0);
  expect(Object.keys(await written()).filter((what) => !/^(?:sbom_import|audit) /.test(what))).toEqual([]);
});

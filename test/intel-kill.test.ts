import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { beginImport, importRecords, readPaths } from '#intelligence';
import { cloneDatabase } from './database.ts';
import { aHouse } from './house.ts';
import { newestRun, readToTheEnd, shipReleases, startImport, untilItHasRead } from './intel-kills.ts';
import { differencesOf, knownContent } from './known-content.ts';
import { ask } from './processes.ts';
import { randomOf, seedOfRun } from './random.ts';
import { writeRecordFiles } from './record-files.ts';

const kills = 5;
const random = randomOf(seedOfRun(5));
const folder = mkdtempSync(path.join(tmpdir(), 'mamori-intel-'));
afterAll(() => rmSync(folder, { recursive: true }));
const records = writeRecordFiles(path.join(folder, 'records'), 800, random);

async function aHouseWithReleases() {
  const ownerUrl = await cloneDatabase();
  const house = await aHouse({ ownerUrl, now: () => Temporal.Now.instant() });
  await shipReleases(house.systemTools('test'));
  await house.drain();
  return { ...house, ownerUrl };
}

// ./mamori prove intel-kill: a hundred, of server and database too, on real records.
test(`an import that is killed ${kills} times comes to the same as one that was left in peace`, {
  timeout: 180_000,
}, async () => {
  const calm = await aHouseWithReleases();
  const tools = calm.systemTools('test');
  const id = await beginImport(tools, { names: [records], fileSha256: null });
  await importRecords(tools, { id, incoming: readPaths([records]) });
  await calm.drain();
  const expected = await knownContent(calm.ownerUrl);

  const { ownerUrl, drain } = await aHouseWithReleases();
  const readBefore: number[] = [];
  for (let n = 0; n < kills; n++) {
    const child = startImport(path.join(folder, 'state'), [records], ownerUrl);
    await untilItHasRead(ownerUrl, random.int(4) * 400, child);
    await sleep(random.int(200));
    child.process.kill('SIGKILL');
    await child.ended;
    readBefore.push((await newestRun(ownerUrl)).read);
    if (random.int(2) === 0) await drain();
  }
  const last = startImport(path.join(folder, 'state'), [records], ownerUrl);
  expect(await readToTheEnd(ownerUrl, last)).toBe(true);
  await drain();

  expect(differencesOf(expected, await knownContent(ownerUrl))).toEqual([]);
  expect(expected).toMatchObject({ exposure_change: [] });
  for (const table of ['exposure', 'version_phrase', 'alias_merge', 'intelligence_problem'])
    expect(expected[table]?.length, table).toBeGreaterThan(0);
  // Some were cut off with part of the work done, else nothing was resumed.
  expect(readBefore.filter((read) => read > 0 && read < 1_500).length).toBeGreaterThan(1);
});

test('a record that is lost, doubled in its history or matched otherwise would be seen', {
  timeout: 60_000,
}, async () => {
  const house = await aHouseWithReleases();
  const tools = house.systemTools('test');
  const small = writeRecordFiles(path.join(folder, 'small'), 60, random);
  const id = await beginImport(tools, { names: [small], fileSha256: null });
  await importRecords(tools, { id, incoming: readPaths([small]) });
  await house.drain();
  const before = await knownContent(house.ownerUrl);
  const after = async (statement: string) => {
    await ask(house.ownerUrl, statement);
    return differencesOf(before, await knownContent(house.ownerUrl)).map((line) =>
      line.split(' ').slice(0, 2).join(' '),
    );
  };

  expect(await after("update match set reason = 'technology' where ctid = (select min(ctid) from match)")).toEqual([
    '- match',
    '+ match',
  ]);
  expect(
    await after(
      'insert into record_revision select record_id, revision + 1, original_sha256, imported_at, wall_id from record_revision limit 1',
    ),
  ).toContain('+ record_revision');
  expect(await after('delete from exposure where ctid = (select min(ctid) from exposure)')).toEqual(
    expect.arrayContaining(['- exposure', '+ exposure_change']),
  );
});

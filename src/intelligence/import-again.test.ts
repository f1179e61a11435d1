import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { freshDatabase, noon } from '../../test/database.ts';
import { aRecordOf, streamOf } from '../../test/incoming.ts';
import { aStatement } from '../../test/statements.ts';
import { closeLeftBehind } from './close-left-behind.ts';
import { beginImport, type Incoming, importRecords } from './import-records.ts';
import { getImport, listImportProblems, listImports } from './list-imports.ts';
import { listSources } from './list-sources.ts';
import { reader } from './reader.ts';
import { readSource } from './reading/read-source.ts';
import type { Statement } from './statement.ts';
import { holdingRun } from './store/running.ts';
import { readUpload, takeRecords } from './take-records.ts';
import { lastOfEach, placeOf } from './which-stands.ts';

const house = await freshDatabase();
beforeEach(house.reset);
const stateFolder = mkdtempSync(path.join(tmpdir(), 'mamori-again-'));
afterAll(() => rmSync(stateFolder, { recursive: true }));
const tools = { ...house.system, house: { ...house.system.house, stateFolder } };

const id = 'CVE-2026-1001';
const cve = (title: string, modifiedAt: string | null): Statement =>
  aStatement({ source: 'nvd', externalId: id, names: [id], title: { en: title }, modifiedAt });
const [first, second] = ['2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z'];

/** One run over these, with as many others between them as make a batch each. */
async function bringIn(...statements: Statement[]) {
  const runId = await beginImport(tools, { names: ['records.json'], fileSha256: null });
  const others = Array.from({ length: 400 }, (_, n): Incoming => {
    const name = `CVE-2025-${2000 + n}`;
    return aRecordOf(aStatement({ source: 'cve', externalId: name, names: [name] }));
  });
  const items = statements.flatMap((statement) => [aRecordOf(statement), ...others]);
  return importRecords(tools, { id: runId, incoming: streamOf(items) });
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function kept() {
  const { statement, revision } = await house.db
    .selectFrom('record')
    .select(['statement', 'revision'])
    .where('external_id', '=', id)
    .executeTakeFirstOrThrow();
  return `${(statement as Statement).title.en} ${revision}`;
}

test.each<[string, (string | null)[]]>([
  ['dated', [first, second]],
  ['dated the same', [first, first]],
  ['not dated', [null, null]],
])('a set that holds two revisions of a record, %s, writes nothing when it comes once more', async (_, dates) => {
  const set = dates.map((date, place) => cve(`title ${place}`, date ?? null));
  await bringIn(...set);
  expect(await kept()).toBe('title 1 2');
  house.told.length = 0;

  const again = await bringIn(...set);

  expect(await kept()).toBe('title 1 2');
  expect(again.counts).toMatchObject({ created: 0, changed: 0, unchanged: 802 });
  expect(house.told).toEqual([]);
});

test('an older record does not replace a newer one, but one that its source has taken back does', async () => {
  await bringIn(cve('old', first), cve('new', second));
  await bringIn(cve('old', first));
  expect(await kept()).toBe('new 2');

  await bringIn(cve('old', '2026-11-03T00:00:00Z'));
  expect(await kept()).toBe('old 3');
});

test('a source without dates that takes its change back is believed when the run is over', async () => {
  await bringIn(cve('before', null), cve('after', null));

  const { counts } = await bringIn(cve('before', null));

  expect(await kept()).toBe('before 3');
  expect(counts).toMatchObject({ created: 0, changed: 1 });
});

test('of several revisions the newest stands, whatever order they come in', () => {
  const sha256 = Buffer.alloc(32);
  const came = (modifiedAt: string | null, name: string) => ({
    ...{ source: 'nvd' as const, externalId: name, modifiedAt },
    read: { statement: cve(name, modifiedAt), original: new Uint8Array(), sha256 },
  });
  const one = came(second, 'a');

  expect([...lastOfEach([one, came(first, 'a')]).values()]).toEqual([one]);
  expect([...lastOfEach([came(second, 'a'), { ...one, read: null }]).values()]).toEqual([{ ...one, read: null }]);
  expect(lastOfEach([one, came(null, 'b')]).size).toBe(2);
  expect(placeOf(one.read, undefined)).toBe('keep');
  const kept = { modifiedAt: second, originalSha256: sha256, isEarlier: false };
  expect(placeOf(one.read, { ...kept, reader })).toBe('known');
  expect(placeOf(one.read, { ...kept, reader: reader - 1 })).toBe('keep');
});

const broken: Incoming = {
  ...{ kind: 'refused', file: 'a.txt', place: '', rule: 'unknown-format', message: 'no records' },
};

test('an upload that is cut off and read again tells each problem once, and what it wrote at all', async () => {
  const bytes = (n: number) =>
    `{"cve":{"id":"CVE-2026-${1000 + n}","published":"2026-11-01T00:00:00.000","lastModified":"2026-11-01T00:00:00.000","descriptions":[{"lang":"en","value":"Flaw ${n}"}]}}`;
  const page = `{"resultsPerPage":1,"format":"NVD_CVE","vulnerabilities":[${Array.from({ length: 900 }, (_, n) => (n % 300 === 7 ? '{"cve":{"id":7}}' : bytes(n))).join(',')}]}`;
  const upload = () => takeRecords(tools, { file: new File([page], 'page.json') });
  const whole = await upload();
  await readUpload(tools, whole.id);
  const undisturbed = await getImport(tools, { id: whole.id });
  expect(undisturbed).toMatchObject({ state: 'done', counts: { created: 897, refused: 3 } });
  await house.reset();

  const { id: uploadId } = await upload();
  const cut = async function* () {
    const source = { name: 'page.json', sizeBytes: null, read: () => new Blob([page]).stream() };
    let left = 850;
    for await (const one of readSource(source)) {
      if (left-- === 0) throw new Error('cut off');
      yield one;
    }
  };
  await expect(importRecords(tools, { id: uploadId, incoming: cut() })).rejects.toThrow('cut off');
  await house.db.updateTable('intelligence_import').set({ state: 'running', problem: null }).execute();
  await readUpload(tools, uploadId);

  expect(await getImport(tools, { id: uploadId })).toMatchObject({ state: 'done', counts: undisturbed.counts });
  expect((await listImportProblems(tools, { id: uploadId, limit: 10 })).items.map(({ place }) => place)).toEqual([
    '/vulnerabilities/7/cve/id',
    '/vulnerabilities/307/cve/id',
    '/vulnerabilities/607/cve/id',
  ]);
});

test('how new a source is does not depend on how much of it was known already', async () => {
  await bringIn(cve('a', second));
  const fresh = await listSources(tools);
  await house.db.deleteFrom('source_state').execute();

  await bringIn(cve('a', second));

  expect(await listSources(tools)).toEqual(fresh);
  expect(fresh).toContainEqual(expect.objectContaining({ source: 'nvd', dataAt: second }));
});

test('a run whose process is gone is told as cut off; one that is read meanwhile is left alone', async () => {
  const begin = () => beginImport(tools, { names: ['records.json'], fileSha256: null });
  const [killed, alive] = [await begin(), await begin()];
  const later = { ...tools, now: () => noon.add({ minutes: 2 }) };
  await closeLeftBehind(tools);
  expect((await listImports(tools, { limit: 10 })).items.map(({ state }) => state)).toEqual(['running', 'running']);

  await holdingRun(tools.db, alive, () => closeLeftBehind(later));

  expect(await getImport(tools, { id: killed })).toMatchObject({ state: 'failed', problem: 'cut-off' });
  expect(await getImport(tools, { id: alive })).toMatchObject({ state: 'running' });
});

test('what two runs bring at once is written once', async () => {
  const both = await Promise.all([bringIn(cve('a', first)), bringIn(cve('a', first))]);

  expect(await kept()).toBe('a 1');
  expect(both.map(({ counts }) => counts.created).reduce((sum, count) => sum + count)).toBe(401);
  expect(both.map(({ counts }) => counts.changed)).toEqual([0, 0]);
});

test.each(['json', 'csv'] as const)(
  'an older catalogue of exploited vulnerabilities, as %s, replaces nothing of a newer one',
  async (form) => {
    const entry = (cveID: string, dateAdded: string, dueDate = '') => ({
      ...{ cveID, vendorProject: 'Example', product: 'Router', vulnerabilityName: 'Injection' },
      ...{ dateAdded, shortDescription: '', requiredAction: 'Update.', dueDate },
    });
    const [one, other] = [entry('CVE-2026-1001', '2026-11-01', '2026-11-22'), entry('CVE-2026-1002', '2026-11-02')];
    const newer = [{ ...one, dueDate: '2026-12-01' }, other, entry('CVE-2026-1003', '2026-11-20')];
    const write = {
      json: (entries: object[]) => JSON.stringify({ catalogVersion: '1', vulnerabilities: entries }),
      csv: (entries: object[]) => [Object.keys(one), ...entries.map(Object.values)].join('\r\n'),
    };

    for (const text of [write.json(newer), write[form]([one, other])]) {
      const bytes = new TextEncoder().encode(text);
      const source = { name: `kev.${form}`, sizeBytes: bytes.length, read: () => once(bytes) };
      const runId = await beginImport(tools, { names: [source.name], fileSha256: null });
      await importRecords(tools, { id: runId, incoming: readSource(source) });
    }

    const { statement } = await house.db
      .selectFrom('record')
      .select('statement')
      .where('external_id', '=', 'CISA KEV CVE-2026-1001')
      .executeTakeFirstOrThrow();
    expect(statement).toMatchObject({ exploitation: { dueOn: '2026-12-01' } });
  },
);

test('two processes do not read one run at once', async () => {
  const runId = await beginImport(tools, { names: ['records.json'], fileSha256: null });

  await holdingRun(tools.db, runId, async () => {
    const attempt = importRecords(tools, { id: runId, incoming: streamOf([broken]) });
    await expect(attempt).rejects.toThrow('another process');
  });

  expect((await listImportProblems(tools, { id: runId, limit: 10 })).items).toEqual([]);
});

test('a vulnerability with two scored names has the higher score, whichever comes last, and the same day writes nothing', async () => {
  const both = cve('a', first);
  await bringIn({ ...both, names: [id, 'CVE-2026-1002'] });
  const score = (name: string, probability: number): Incoming => ({
    ...{ kind: 'score', file: 'epss.csv', name, probability, percentile: probability, scoredOn: '2026-11-20' },
    model: 'v1',
  });
  const scored = async (...items: Incoming[]) => {
    const runId = await beginImport(tools, { names: ['epss.csv'], fileSha256: null });
    await importRecords(tools, { id: runId, incoming: streamOf(items) });
    return house.db.selectFrom('vulnerability').select('epss').where('name', '=', id).executeTakeFirst();
  };
  const places = () =>
    house.pool.query('select name, xmin::text from epss_score order by name').then(({ rows }) => rows as unknown[]);

  await scored(score(id, 0.5));
  expect(await scored(score('CVE-2026-1002', 0.25))).toEqual({ epss: 0.5 });
  const before = await places();
  await scored(score(id, 0.5), score('CVE-2026-1002', 0.25));

  expect(await places()).toEqual(before);
});

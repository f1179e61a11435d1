import { beforeEach, expect, test } from 'vitest';
import { freshDatabase, noon } from '../../test/database.ts';
import { aRecordOf, streamOf } from '../../test/incoming.ts';
import { aCriterion, aStatement, cpeProduct, ranges } from '../../test/statements.ts';
import { getVulnerability } from './get-vulnerability.ts';
import { beginImport, type Incoming, importRecords } from './import-records.ts';
import { getImport, listImportProblems } from './list-imports.ts';
import { listSources } from './list-sources.ts';
import { listVulnerabilities, searchVulnerabilities } from './list-vulnerabilities.ts';
import type { Statement } from './statement.ts';

const house = await freshDatabase();
beforeEach(house.reset);
const tools = house.system;

const cve = (n: number, facts: Partial<Statement> = {}): Statement =>
  aStatement({
    source: 'cve',
    externalId: `CVE-2026-${1000 + n}`,
    names: [`CVE-2026-${1000 + n}`],
    title: { en: `Flaw ${n}` },
    ...facts,
  });

async function bringIn(items: readonly Incoming[], failAfter?: number) {
  const id = await beginImport(tools, { names: ['records.json'], fileSha256: null });
  return importRecords(tools, { id, incoming: streamOf(items, failAfter) });
}

/** Everything that is kept, without what tells when and by which run. */
async function kept() {
  const rows = await house.db
    .selectFrom('record')
    .select(['source', 'external_id', 'revision', 'statement'])
    .orderBy('external_id')
    .execute();
  const groups = await house.db
    .selectFrom('vulnerability')
    .select(['name', 'title_en', 'severity', 'state', 'searched'])
    .orderBy('name')
    .execute();
  const names = await house.db
    .selectFrom('record_name')
    .innerJoin('record', 'record.id', 'record_name.record_id')
    .select(['record.external_id', 'record_name.name'])
    .orderBy('record_name.name')
    .orderBy('record.external_id')
    .execute();
  return { rows, groups, names };
}

test('what is known already is passed over, and a changed record is a new revision', async () => {
  const first = await bringIn([aRecordOf(cve(1)), aRecordOf(cve(2))]);
  const again = await bringIn([aRecordOf(cve(1)), aRecordOf(cve(2, { title: { en: 'Another title' } }))]);

  expect(first.counts).toMatchObject({ read: 2, created: 2, changed: 0, unchanged: 0 });
  expect(again.counts).toMatchObject({ read: 2, created: 0, changed: 1, unchanged: 1 });
  const page = await getVulnerability(tools, { name: 'cve-2026-1002' });
  expect(page).toMatchObject({ titleEn: 'Another title', statements: [{ revision: 2 }] });
});

test('a run that is cut off and run again leaves the same as one that went through', async () => {
  const items = Array.from({ length: 1_000 }, (_, n) => aRecordOf(cve(n)));
  await expect(bringIn(items, 700)).rejects.toThrow('cut off');
  expect((await kept()).rows).toHaveLength(400);
  await bringIn(items);
  const resumed = await kept();
  await house.reset();

  await bringIn(items);

  expect(resumed).toEqual(await kept());
});

test('a bad record is told with its place, and the others come in', async () => {
  const bad: Incoming = {
    ...{ kind: 'record', file: 'bad.json', place: '', source: 'cve', bytes: new TextEncoder().encode('{}') },
    read: () => ({ problems: [{ path: '/cveMetadata/cveId', rule: 'wrong-shape', message: 'expected a CVE id' }] }),
  };
  const { id, counts } = await bringIn([
    bad,
    aRecordOf(cve(1)),
    { kind: 'refused', file: 'x.txt', place: '', rule: 'unknown-format', message: 'no records' },
  ]);

  expect(counts).toMatchObject({ created: 1, refused: 2 });
  expect(await getImport(tools, { id })).toMatchObject({ state: 'done', counts: { refused: 2 } });
  expect(
    (await listImportProblems(tools, { id, limit: 10 })).items.map(({ file, place }) => `${file} ${place}`),
  ).toEqual(['bad.json /cveMetadata/cveId', 'x.txt ']);
});

test('a source of which nothing could be read is not fresh', async () => {
  const bad = (source: Statement['source']): Incoming => ({
    ...{ kind: 'record', file: 'bad.json', place: '', source, bytes: new TextEncoder().encode(source) },
    read: () => ({ problems: [{ path: '', rule: 'wrong-shape', message: 'expected a record' }] }),
  });
  await bringIn([bad('nvd'), bad('cve'), aRecordOf(cve(1))]);

  expect((await listSources(tools)).map(({ source }) => source)).toEqual(['cve']);
});

test('a file that somebody sends makes no feed fresher, and alone it is told as such', async () => {
  const upload = async (hours: number, items: Incoming[]) => {
    const later = { ...tools, now: () => noon.add({ hours }) };
    const id = await beginImport(later, { names: ['sample.json'], fileSha256: Buffer.alloc(32) });
    await importRecords(later, { id, incoming: streamOf(items) });
    const at = { ...tools, now: () => noon.add({ hours: 40 }) };
    return (await listSources(at)).map(({ source, how, ageHours, records }) => ({ source, how, ageHours, records }));
  };
  await bringIn([aRecordOf(cve(1))]);
  const nvd = cve(2, { source: 'nvd' });

  expect(await upload(10, [aRecordOf(cve(3)), aRecordOf(nvd)])).toEqual([
    { source: 'cve', how: 'feed', ageHours: 40, records: 2 },
    { source: 'nvd', how: 'upload', ageHours: 30, records: 1 },
  ]);
  expect(await upload(20, [aRecordOf(nvd)])).toContainEqual({ source: 'nvd', how: 'upload', ageHours: 20, records: 1 });
});

test('records that come to share a name become one vulnerability, and come apart again', async () => {
  const ghsa = (names: string[]) => cve(7, { source: 'osv', externalId: 'GHSA-xxxx', names });
  await bringIn([aRecordOf(cve(1)), aRecordOf(ghsa(['GHSA-xxxx']))]);
  expect((await listVulnerabilities(tools, { sort: 'urgency', limit: 10 })).items).toHaveLength(2);

  await bringIn([aRecordOf(ghsa(['GHSA-xxxx', 'CVE-2026-1001']))]);
  expect(await getVulnerability(tools, { name: 'GHSA-xxxx' })).toMatchObject({
    name: 'CVE-2026-1001',
    merges: [{ how: 'merge' }],
    statements: [{}, {}],
  });
  expect((await listVulnerabilities(tools, { sort: 'urgency', limit: 10 })).items).toHaveLength(1);

  await bringIn([aRecordOf(ghsa(['GHSA-xxxx', 'GHSA-yyyy']))]);
  expect(await getVulnerability(tools, { name: 'GHSA-xxxx' })).toMatchObject({ names: ['GHSA-xxxx', 'GHSA-yyyy'] });
  expect(await getVulnerability(tools, { name: 'CVE-2026-1001' })).toMatchObject({ names: ['CVE-2026-1001'] });
});

test('scores come to vulnerabilities that are there and to those that come later, and an older day does not replace a newer one', async () => {
  const score = (probability: number, scoredOn: string): Incoming => ({
    ...{ kind: 'score', file: 'epss.csv', name: 'CVE-2026-1001', probability, percentile: 0.9, scoredOn, model: 'v1' },
  });
  await bringIn([aRecordOf(cve(1)), score(0.5, '2026-11-20')]);
  await bringIn([score(0.1, '2026-11-10')]);

  expect(await getVulnerability(tools, { name: 'CVE-2026-1001' })).toMatchObject({ epss: 0.5 });
  expect(await listSources(tools)).toMatchObject([
    { source: 'cve', records: 1, isStale: false },
    { source: 'epss', records: 1 },
  ]);
});

test('words are found in names, titles and products, in any width', async () => {
  const jvn = cve(3, {
    source: 'jvn',
    externalId: 'JVNDB-2026-000001',
    names: ['JVNDB-2026-000001'],
    title: { ja: 'ルータの認証回避' },
    criteria: [aCriterion({ product: cpeProduct('a', 'openssl:openssl'), ranges: ranges('(,1.0)') })],
  });
  await bringIn([aRecordOf(jvn), aRecordOf(cve(1))]);
  const found = async (q: string) =>
    (await listVulnerabilities(tools, { q, sort: 'urgency', limit: 10 })).items.map(({ name }) => name);

  expect(await found('ﾙｰﾀの認証')).toEqual(['JVNDB-2026-000001']);
  expect(await found('ＯｐｅｎＳＳＬ')).toEqual(['JVNDB-2026-000001']);
  expect(await found('2026-1001')).toEqual(['CVE-2026-1001']);
});

test('a record between two CVEs stays alone, and goes with the one that is left', async () => {
  const ghsa = (n: number, names: string[]) => cve(n, { source: 'osv', externalId: names[0] as string, names });
  await bringIn([
    aRecordOf(ghsa(1, ['GHSA-aaaa', 'CVE-2026-1001', 'RHSA-1'])),
    aRecordOf(ghsa(2, ['GHSA-bbbb', 'CVE-2026-1002', 'RHSA-1'])),
    aRecordOf(ghsa(3, ['RHSA-1'])),
  ]);
  const groups = async () =>
    (await listVulnerabilities(tools, { sort: 'published', limit: 10 })).items.map(({ name }) => name).sort();
  expect(await groups()).toEqual(['CVE-2026-1001', 'CVE-2026-1002', 'RHSA-1']);

  await bringIn([aRecordOf(ghsa(2, ['GHSA-bbbb', 'CVE-2026-1002']))]);

  expect(await groups()).toEqual(['CVE-2026-1001', 'CVE-2026-1002']);
  expect(await getVulnerability(tools, { name: 'CVE-2026-1001' })).toMatchObject({ statements: [{}, {}] });
});

test('the number of an advisory finds every vulnerability that it is about, and a CVE comes before those that mention it', async () => {
  const jvn = (n: number, related: string[], score: number): Incoming =>
    aRecordOf(
      cve(n, {
        ...{
          source: 'jvn',
          externalId: `JVNDB-2026-00000${n}`,
          names: [`JVNDB-2026-00000${n}`, `CVE-2026-${1000 + n}`],
          related,
        },
        scores: [{ version: '3.1', vector: '', score, by: 'JVN' }],
      }),
    );
  await bringIn([jvn(1, ['JVNVU#90000001'], 5), jvn(2, ['JVNVU#90000001', 'CVE-2026-1001'], 9)]);
  const found = async (q: string) => (await searchVulnerabilities(tools, { q, limit: 5 })).items.map(({ id }) => id);

  expect(await found('JVNVU#90000001')).toEqual(['CVE-2026-1002', 'CVE-2026-1001']);
  expect(await found('jvnvu#90000001')).toHaveLength(2);
  expect(await found('CVE-2026-1001')).toEqual(['CVE-2026-1001', 'CVE-2026-1002']);
});

test('the sources of a vulnerability stand in one order, whichever came in first', async () => {
  const id = 'CVE-2026-1001';
  const of = (source: Statement['source'], externalId = id) =>
    aRecordOf(cve(1, { source, externalId, names: [id, externalId] }));
  await bringIn([of('jvn', 'JVNDB-2026-000001'), of('kev', `CISA KEV ${id}`)]);
  await bringIn([of('nvd')]);
  await bringIn([of('cve')]);

  const { statements } = await getVulnerability(tools, { name: id });

  expect(statements.map(({ source }) => source)).toEqual(['cve', 'nvd', 'jvn', 'kev']);
});

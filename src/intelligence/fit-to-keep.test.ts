import { beforeEach, expect, test } from 'vitest';
import { freshDatabase } from '../../test/database.ts';
import { aCriterion, aStatement } from '../../test/statements.ts';
import { fitToKeep } from './fit-to-keep.ts';
import { getVulnerability } from './get-vulnerability.ts';
import { beginImport, type Incoming, importRecords } from './import-records.ts';
import { listImportProblems } from './list-imports.ts';
import { readSource } from './reading/read-source.ts';

const house = await freshDatabase();
beforeEach(house.reset);
const tools = house.system;

async function bringIn(incoming: AsyncIterable<Incoming>) {
  const id = await beginImport(tools, { names: ['records'], fileSha256: null });
  return importRecords(tools, { id, incoming });
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
const fileOf = (name: string, text: string) => readSource({ name, sizeBytes: null, read: () => bytesOf(text) });

const vector = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
const kev = { catalogue: 'CISA KEV', dueOn: null, ransomware: 'unknown', action: null } as const;

test.each([
  [{ scores: [{ version: '3.1', vector, score: 99, by: 'x' }] }, { scores: [{ score: 9.8 }] }],
  [{ scores: [{ version: '3.1', vector: 'none', score: Number.NaN, by: 'x' }] }, { scores: [{ score: null }] }],
  [{ exploitation: { ...kev, addedOn: '2026-02-30' } }, { exploitation: null }],
  [
    { exploitation: { ...kev, addedOn: '2026-02-03T10:00:00Z', dueOn: 'soon' } },
    { exploitation: { addedOn: '2026-02-03', dueOn: null } },
  ],
  [{ criteria: [aCriterion({ unread: ['あ'.repeat(5_000)] })] }, { criteria: [{ unread: [`${'あ'.repeat(399)}…`] }] }],
] as const)('what does not fit is made to: %#', (facts, expected) => {
  expect(fitToKeep(aStatement(facts as never))).toMatchObject(expected);
});

const cve = (id: string, cna: object, metadata: object = {}) => ({
  ...{ dataType: 'CVE_RECORD', cveMetadata: { cveId: id, state: 'PUBLISHED', ...metadata } },
  containers: { cna },
});

test.each<[string, object]>([
  ['a NUL', cve('CVE-2026-1001', { title: 'a\0b', descriptions: [{ lang: 'en', value: '\ud800' }] })],
  ['a score of 99', cve('CVE-2026-1001', { metrics: [{ cvssV3_1: { vectorString: vector, baseScore: 99 } }] })],
  [
    'days of no calendar',
    cve(
      'CVE-2026-1001',
      { metrics: [{ other: { type: 'kev', content: { dateAdded: '2026-99-99' } } }] },
      { datePublished: '0000-01-01T00:00:00Z', dateUpdated: '+099999-01-01T00:00:00Z' },
    ),
  ],
  [
    'a long name and a long phrase',
    cve('CVE-2026-1001', {
      affected: [
        {
          vendor: '社'.repeat(2_000),
          product: '品'.repeat(2_000),
          versions: [{ version: 'x'.repeat(2_000), status: 'affected' }],
        },
      ],
    }),
  ],
])('a record with %s comes in, and nothing is cut off', async (_, record) => {
  const { counts } = await bringIn(fileOf('cve.json', JSON.stringify(record)));

  expect(counts).toMatchObject({ created: 1, refused: 0 });
  expect(await getVulnerability(tools, { name: 'CVE-2026-1001' })).toMatchObject({ name: 'CVE-2026-1001' });
});

test.each([
  [
    'an alias that is a book',
    'osv.json',
    { id: 'TEST-1', modified: '2026-11-01T00:00:00Z', aliases: ['x'.repeat(5_000)] },
    '/aliases/0',
  ],
  [
    'a million versions by a thousand products',
    'cve.json',
    cve('CVE-2026-1001', {
      affected: [
        { cpes: Array(1_500).fill('cpe:2.3:a:x:y:*:*:*:*:*:*:*:*'), versions: Array(1_500).fill({ version: '1' }) },
      ],
    }),
    '',
  ],
])('a record with %s is told with its place', async (_, name, record, place) => {
  const { id, counts } = await bringIn(fileOf(name, JSON.stringify(record)));

  expect(counts).toMatchObject({ created: 0, refused: 1 });
  expect((await listImportProblems(tools, { id, limit: 10 })).items).toMatchObject([{ file: name, place }]);
});

test('a problem is told whatever stands in the file', async () => {
  const { id } = await bringIn(
    fileOf(`\0\ud800${'x'.repeat(5_000)}.csv`, `cve,epss\n\0\ud800,1\n${'\0'.repeat(3_000)}`),
  );

  const { items } = await listImportProblems(tools, { id, limit: 10 });
  expect(items.map(({ place }) => place)).toEqual(['line 2', 'line 3']);
  expect(items[0]?.file).toHaveLength(501);
});

import { expect, test, vi } from 'vitest';
import { readCsv } from '#formats/csv';
import { readXlsx, tableOfSheet } from '#formats/xlsx';
import { aHouse } from '../../test/house.ts';
import { recordAudits } from './record-audit.ts';

// Much is written and read, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const house = await aHouse();
const { fetch } = await house.aSignedIn(['analyst']);
const tools = house.systemTools('test');
await house.db.transaction().execute((transaction) =>
  recordAudits(
    transaction,
    tools,
    Array.from({ length: 4_500 }, (_, index) => ({
      action: 'model.change',
      subjectKind: 'model',
      subjectId: String(index),
      subjectName: index === 0 ? '=1+1 髙橋🐟〜' : `機種${index}`,
      before: { name: 'a' },
      after: { name: 'b' },
    })),
  ),
);
const rows = 4_500;

test('the trail is taken along as CSV that Excel opens, all lines in order', async () => {
  const answer = await fetch('/api/audit/export?format=csv&subjectKinds=model');

  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain('text/csv');
  expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain('操作履歴_20261124.csv');
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const { document, problems } = readCsv(bytes);
  expect(problems).toEqual([]);
  expect(document.header).toContain('操作した人');
  const subjects = document.rows.map(({ cells }) => cells[document.header.indexOf('対象ID')]);
  expect(subjects).toEqual(Array.from({ length: rows }, (_, index) => String(rows - 1 - index)));
  expect(document.rows.at(-1)?.cells).toContain('=1+1 髙橋🐟〜');
});

test('a line is told in the words of the person who takes it along, and in codes beside them', async () => {
  await house.db.transaction().execute((transaction) =>
    recordAudits(transaction, tools, [
      {
        ...{ action: 'release.update', subjectKind: 'release', subjectId: 'told', subjectName: 'MR-1167 1.4.7' },
        before: { state: 'in-development', releasedOn: '2026-11-24' },
        after: { state: 'shipped', releasedOn: '2026-11-24' },
      },
    ]),
  );
  const english = await house.aSignedIn(['analyst'], { name: 'Anna' });
  await house.db.updateTable('person').set({ locale: 'en' }).where('name', '=', 'Anna').execute();
  const told = async (taking: typeof fetch) => {
    const answer = await taking('/api/audit/export?format=csv&subjectId=told');
    return readCsv(new Uint8Array(await answer.arrayBuffer())).document.rows[0]?.cells.slice(1, 9);
  };

  const same = ['MR-1167 1.4.7', 'release.update', 'release'];
  expect(await told(fetch)).toEqual([
    'Mamori',
    '自動 test',
    'リリースを変更',
    'リリース',
    same[0],
    '状態：開発中 → 出荷済み',
    ...same.slice(1),
  ]);
  expect(await told(english.fetch)).toEqual([
    'Mamori',
    'by itself test',
    'Release changed',
    'Release',
    same[0],
    'State: In development → Shipped',
    ...same.slice(1),
  ]);
});

test('CP932 marks what it cannot express', async () => {
  const answer = await fetch('/api/audit/export?format=csv-cp932&subjectId=0');

  const text = new TextDecoder('shift_jis').decode(await answer.arrayBuffer());
  expect(text).toContain('髙橋〓～');
});

test('XLSX has the narrowed lines', async () => {
  const answer = await fetch('/api/audit/export?format=xlsx&text=%E6%A9%9F%E7%A8%AE449');

  const { document, problems } = await readXlsx(new Uint8Array(await answer.arrayBuffer()));
  expect(problems).toEqual([]);
  const [sheet] = document.sheets;
  if (!sheet) throw new Error('no sheet');
  const table = tableOfSheet(sheet).document;
  const subject = table.header.indexOf('対象');
  // 449 and 4490 to 4499.
  expect(table.rows.map(({ cells }) => cells[subject])).toHaveLength(11);
  expect(table.rows.at(-1)?.cells[subject]).toBe('機種449');
  expect(table.rows[0]?.cells[table.header.indexOf('日時')]).toContain('2026');
});

test('who may not read the trail gets nothing, and a wrong query says which parameter', async () => {
  const { fetch: contact } = await house.aSignedIn(['contact']);

  expect((await contact('/api/audit/export?format=csv')).status).toBe(403);
  expect((await house.fetchWith()('/api/audit/export?format=csv')).status).toBe(401);
  const wrong = await fetch('/api/audit/export?format=pdf&from=yesterday');
  expect(wrong.status).toBe(400);
  expect(await wrong.json()).toMatchObject({
    code: 'invalid',
    details: { parameters: { format: expect.anything(), from: expect.anything() } },
  });
  const unknown = await fetch('/api/audit/export?format=csv&action=model.change');
  expect(unknown.status).toBe(400);
  expect(await unknown.json()).toMatchObject({ details: { unknown: [{ path: ['action'], near: 'actions' }] } });
});

test('who takes the trail or the people along stands in the trail, with the filter and without what was typed into that of the trail', async () => {
  const admin = await house.aSignedIn(['administrator'], { name: '書き出す人' });
  await (await admin.fetch('/api/audit/export?format=csv&subjectKinds=model&text=hidden-word')).arrayBuffer();
  await (await admin.fetch('/api/people/export?format=xlsx&state=active')).arrayBuffer();

  const lines = await house.db
    .selectFrom('audit')
    .select(['action', 'after', 'subject_name'])
    .where('actor_name', '=', '書き出す人')
    .orderBy('id')
    .execute();

  expect(lines).toMatchObject([
    { action: 'audit.export', after: { format: 'csv', subjectKinds: ['model'], searched: true } },
    { action: 'person.export', after: { format: 'xlsx', state: 'active' } },
  ]);
  expect(JSON.stringify(lines)).not.toContain('hidden-word');
});

import { beforeEach, expect, test } from 'vitest';
import { freshDatabase } from '../../test/database.ts';
import { aStatement } from '../../test/statements.ts';
import { exportImportProblems, exportImports } from './export-imports.ts';
import { beginImport, type Incoming, importRecords } from './import-records.ts';

const house = await freshDatabase();
beforeEach(house.reset);
const tools = house.system;

const linesOf = async (file: File) => (await file.text()).trim().split('\r\n');
const unread = (file: string, place: string): Incoming => ({
  ...{ kind: 'refused', file, place, rule: 'wrong-shape', message: 'expected a CVE id' },
});

async function bringIn(...items: Incoming[]): Promise<string> {
  const id = await beginImport(tools, { names: ['a.json', 'b.json'], fileSha256: null });
  const incoming = async function* () {
    yield* items;
  };
  await importRecords(tools, { id, incoming: incoming() });
  return id;
}

test('what was brought in is a file, with what became of it', async () => {
  const statement = aStatement({ source: 'cve', title: { en: 'A flaw' } });
  const bytes = new TextEncoder().encode(JSON.stringify(statement));
  await bringIn({ kind: 'record', file: 'a.json', place: '', source: 'cve', bytes, read: () => ({ statement }) });

  const file = await exportImports(tools, { format: 'csv', language: 'ja' });

  expect(file.name).toBe('脆弱性情報の取り込み_20261124.csv');
  expect((await linesOf(file)).join('\n')).toMatch(/^.*開始,終了,状態,.*\n.*,完了,"a\.json\nb\.json",1,1,0,0,0,0,/);
});

test('what could not be read is a file of its own', async () => {
  const id = await bringIn(unread('a.json', '/0'), unread('b.json', '/7'));
  await bringIn(unread('c.json', '/1'));

  const file = await exportImportProblems(tools, { id, format: 'csv', language: 'en' });

  expect((await linesOf(file)).slice(1)).toEqual([
    'a.json,/0,wrong-shape,expected a CVE id',
    'b.json,/7,wrong-shape,expected a CVE id',
  ]);
  const japanese = await exportImportProblems(tools, { id, format: 'csv', language: 'ja' });
  expect((await linesOf(japanese))[1]).toBe('a.json,/0,wrong-shape,記載が書式の仕様と合いません [expected a CVE id]');
  const unknown = { id: '00000000-0000-7000-8000-000000000000', format: 'csv', language: 'ja' } as const;
  await expect(exportImportProblems(tools, unknown)).rejects.toMatchObject({ code: 'not-found' });
});

import { beforeEach, expect, test } from 'vitest';
import { writeCsv } from '#formats/csv';
import { databaseFor } from '#platform/database';
import { freshDatabase } from '../../../test/database.ts';
import { aCatalogue } from '../../../test/registers.ts';
import { RegisterName } from '../model/registers.ts';
import { countries } from '../model.ts';
import { applyRows, undoRows } from './apply-rows.ts';
import * as exports from './export-lists.ts';
import { exportRegisterSample } from './export-sample.ts';
import { parts } from './parts.ts';
import { previewRows } from './preview-rows.ts';
import { releases } from './releases.ts';
import { shipments } from './shipments.ts';
import { createEntry, removeEntry, updateEntry } from './write-entry.ts';

const { aPerson, reset, db, pool } = await freshDatabase();
beforeEach(reset);

type Tools = Awaited<ReturnType<typeof aCatalogue>>['tools'];
const csv = (rows: (string | null)[][], encoding: 'cp932' | 'utf-8-bom' = 'cp932') =>
  new File([writeCsv(rows, { encoding }) as Uint8Array<ArrayBuffer>], '台帳.csv');
const taken = { format: 'csv', language: 'ja' } as const;
const textOf = async (file: Promise<File>) => (await (await file).text()).replace(/^\ufeff/, '');

async function imported(tools: Tools, register: RegisterName, rows: string[][]) {
  const seen = await previewRows(tools, { register, file: csv(rows) });
  expect(seen.preview.errors).toEqual([]);
  expect(seen.preview.problems).toEqual([]);
  return { ...seen, done: await applyRows(tools, { register, id: seen.id }) };
}

test('releases come from a Japanese file, and the file that is exported changes nothing', async () => {
  const { tools } = await aCatalogue(aPerson);
  await imported(tools, 'hardware', [
    ['機種', 'ハードウェア', 'チップ'],
    ['MC-220', 'Rev.A', 'RTL8735B'],
  ]);

  const { preview } = await imported(tools, 'releases', [
    ['機種名', 'ファームウェア', 'HW', '状態', '出荷日', 'タグ', '備考'],
    ['ＭＣ－２２０', '1.0', '', '出荷停止', '令和8年4月1日', 'wpa2、UPnP', ''],
    ['MC-220', '1.1', 'rev.a', '出荷中', '2026/11/23', '', '量産'],
  ]);

  expect(preview.counts).toEqual({ rows: 2, created: 1, changed: 1, unchanged: 0, errors: 0 });
  expect(preview.entries).toMatchObject([
    {
      what: 'change',
      title: 'MC-220 1.0',
      row: 2,
      facts: expect.arrayContaining([{ fact: 'state', before: 'shipped', after: 'shipment-stopped' }]),
    },
    { what: 'create', title: 'MC-220 1.1 Rev.A', row: 3 },
  ]);
  expect(await textOf(exports.exportReleases(tools, taken))).toBe(
    [
      '機種,版,ハードウェア版,状態,リリース日,終了日,ファームウェアのファイル名,ファームウェアのSHA-256,技術タグ,備考',
      'MC-220,1.0,,出荷停止中,2026/04/01,,,,"UPnP, WPA2",',
      'MC-220,1.1,Rev.A,出荷済み,2026/11/23,,,,,量産',
      'NetStack,5.1,,出荷済み,,,,,,',
      '',
    ].join('\r\n'),
  );
  for (const format of ['csv', 'csv-cp932', 'xlsx'] as const) {
    const file = await exports.exportReleases(tools, { format, language: 'en' });
    const again = await previewRows(tools, { register: 'releases', file });
    expect([again.preview.counts, again.canApply]).toEqual([
      { rows: 3, created: 0, changed: 0, unchanged: 3, errors: 0 },
      false,
    ]);
  }
});

test('shipments come with Japanese months, thousands and regions, are applied as previewed, and undone', async () => {
  const { tools, camera, release } = await aCatalogue(aPerson);
  await createEntry(tools, shipments, { releaseId: release.id, month: '2026-10', region: 'JP', units: 5 });
  const units = async () =>
    (await db.selectFrom('model_tally').select('units').where('model_id', '=', camera.id).executeTakeFirst())?.units;

  const { id, preview, done } = await imported(tools, 'shipments', [
    ['機種', 'バージョン', '年月', '仕向地', '台数'],
    ['MC-220', '1.0', '2026年10月', '国内', '1,200台'],
    ['MC-220', '1.0', '2026/11', '欧州', '３００'],
    ['MC-220', '1.0', 'R8.11', '19', '7'],
  ]);
  expect(preview.counts).toMatchObject({ created: 2, changed: 1 });
  expect(done.entries).toBe(3);
  expect(await units()).toBe(1507);
  const twice = applyRows(tools, { register: 'shipments', id });
  await expect(twice).rejects.toMatchObject({ details: { reason: 'applied-already' } });

  await undoRows(tools, { register: 'shipments', id });

  expect(await units()).toBe(5);
  expect(await textOf(exports.exportShipments(tools, taken))).toBe(
    '機種,版,ハードウェア版,年月,仕向地,台数\r\nMC-220,1.0,,2026/10,JP,5\r\n',
  );
});

test('every cell that is wrong is named with its row, column and what to write', async () => {
  const { tools } = await aCatalogue(aPerson);

  const { preview, canApply } = await previewRows(tools, {
    register: 'shipments',
    file: csv([
      ['機種', '版', '年月', '仕向地', '台数'],
      ['MC-999', '1.0', '2026/11', 'JP', '1'],
      ['MC-220', '9.9', '2026/11', 'JP', '1'],
      ['MC-220', '1.0', '11月', '火星', '1.5'],
      ['MC-220', '1.0', '', 'JP', '1'],
      ['MC-220', '1.0', '2026/12', 'JP', '1'],
      ['MC-220', '1.0', '2026年12月', '日本', '2'],
    ]),
  });

  expect(canApply).toBe(false);
  expect(preview.errors.map(({ line, column, rule }) => `${line} ${column} ${rule}`)).toEqual([
    '2 機種 model-unknown',
    '3 版 release-unknown',
    '4 年月 month-unreadable',
    '4 仕向地 region-unknown',
    '4 台数 units-unreadable',
    '5 年月 cell-empty',
    '7 年月 row-twice',
  ]);
  expect(preview.counts.rows).toBe(6);
});

test('a file that would let releases contain each other in a circle is refused with the rows that do', async () => {
  const { tools, module, part, aRelease } = await aCatalogue(aPerson);
  const inner = await aRelease(module.id, '4.0');
  await createEntry(tools, parts, { releaseId: part.id, partId: inner.id, note: '' });
  await aRelease(module.id, '3.0');

  const { preview } = await previewRows(tools, {
    register: 'parts',
    file: csv([
      ['機種', '版', 'モジュール', 'モジュール版'],
      ['MC-220', '1.0', 'NetStack', '5.1'],
      ['NetStack', '4.0', 'NetStack', '3.0'],
      ['NetStack', '3.0', 'NetStack', '5.1'],
      ['MC-220', '1.0', 'みはりクラウド', '1'],
    ]),
  });

  expect(preview.errors.map(({ line, rule }) => `${line} ${rule}`)).toEqual([
    '3 part-circle',
    '4 part-circle',
    '5 release-unknown',
  ]);
});

test('what was changed after the preview, or after the import, is not overwritten', async () => {
  const { tools, release } = await aCatalogue(aPerson);
  const file = () =>
    csv([
      ['機種', '版', '状態'],
      ['MC-220', '1.0', 'サポート中'],
    ]);
  const early = await previewRows(tools, { register: 'releases', file: file() });
  const changed = await updateEntry(tools, releases, release, { note: '変更' });
  const late = applyRows(tools, { register: 'releases', id: early.id });
  await expect(late).rejects.toMatchObject({ details: { reason: 'changed-since', names: ['MC-220 1.0'], count: 1 } });

  const { id } = await previewRows(tools, { register: 'releases', file: file() });
  await applyRows(tools, { register: 'releases', id });
  await updateEntry(tools, releases, { ...changed, revision: 3 }, { note: 'もう一度' });

  const undo = undoRows(tools, { register: 'releases', id });
  await expect(undo).rejects.toMatchObject({ details: { reason: 'changed-since', names: ['MC-220 1.0'] } });
});

test('an import of releases is not undone when something stands in them by now', async () => {
  const { tools } = await aCatalogue(aPerson);
  const { id } = await imported(tools, 'releases', [
    ['機種', '版', '状態'],
    ['MC-220', '2.0', '出荷済み'],
  ]);
  const made = await db.selectFrom('release').select('id').where('version', '=', '2.0').executeTakeFirstOrThrow();
  const shipped = await createEntry(tools, shipments, { releaseId: made.id, month: '2026-10', region: 'JP', units: 5 });

  const early = undoRows(tools, { register: 'releases', id });
  await expect(early).rejects.toMatchObject({ details: { reason: 'in-use', names: ['MC-220 2.0'] } });

  await removeEntry(tools, shipments, shipped);
  expect(await undoRows(tools, { register: 'releases', id })).toEqual({ id, entries: 1 });
});

test.each(RegisterName.options)(
  'the sample of %s is understood, in both languages and every form',
  async (register) => {
    const { tools } = await aCatalogue(aPerson);

    for (const language of ['ja', 'en'] as const)
      for (const format of ['csv', 'csv-cp932', 'xlsx'] as const) {
        const file = await exportRegisterSample({ register, format, language });
        const { preview } = await previewRows(tools, { register, file });
        expect(preview.problems).toEqual([]);
        expect(preview.columns.every(({ key }) => key !== null)).toBe(true);
        const unknown = ['model-unknown', 'release-unknown', 'hardware-unknown', 'partner-unknown'];
        expect(preview.errors.filter(({ rule }) => !unknown.includes(rule))).toEqual([]);
      }
  },
);

test('50,000 shipments take as many statements as five', async () => {
  const { tools, camera, aRelease } = await aCatalogue(aPerson);
  for (const version of ['2', '3', '4', '5', '6']) await aRelease(camera.id, version);
  const rowsOf = (count: number, region: number) =>
    Array.from({ length: count }, (_, n) => {
      const month = `${2000 + (Math.floor(n / 60) % 25)}/${1 + (Math.floor(n / 5) % 12)}`;
      return ['MC-220', String(2 + (n % 5)), month, countries[region + Math.floor(n / 1500)] ?? '', '1,000'];
    });
  const statementsOf = async (count: number, region: number) => {
    const seen: string[] = [];
    const counting = { ...tools, db: databaseFor(countingPool(pool, seen), 'system') } as Tools;
    const file = csv([['機種', '版', '年月', '仕向地', '台数'], ...rowsOf(count, region)]);
    const { id, preview } = await previewRows(counting, { register: 'shipments', file });
    expect(preview.counts).toMatchObject({ created: count, errors: 0 });
    await applyRows(counting, { register: 'shipments', id });
    return seen.length;
  };

  const few = await statementsOf(5, 200);
  const many = await statementsOf(50_000, 0);

  expect(many).toBe(few);
}, 180_000);

function countingPool(of: typeof pool, seen: string[]): typeof pool {
  return Object.assign(Object.create(of) as typeof pool, {
    connect: async () => {
      const client = await of.connect();
      return new Proxy(client, {
        get(target, key) {
          const value = Reflect.get(target, key);
          if (key !== 'query') return typeof value === 'function' ? value.bind(target) : value;
          return (...args: unknown[]) => {
            seen.push(String(args[0]));
            return (value as (...all: unknown[]) => unknown).apply(target, args);
          };
        },
      });
    },
  });
}

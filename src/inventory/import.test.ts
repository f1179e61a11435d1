import { beforeEach, expect, test } from 'vitest';
import { writeCsv } from '#formats/csv';
import { createDivision, createPost } from '#organization';
import { databaseFor } from '#platform/database';
import { freshDatabase } from '../../test/database.ts';
import { applyImport } from './apply-import.ts';
import { createLine } from './create-line.ts';
import { exportProducts } from './export-products.ts';
import { previewImport } from './preview-import.ts';
import { setSupportDate } from './set-support-date.ts';
import { listStanding } from './store/models.ts';
import { undoImport } from './undo-import.ts';

const { db, aPerson, reset, pool, toolsOf } = await freshDatabase();
beforeEach(reset);

type Row = (string | null)[];
const header = [
  '製品シリーズ',
  '機種',
  '種別',
  '型番',
  '仕向地',
  '担当事業部',
  '主担当',
  'セキュリティサポート終了',
  '後継機種',
];

const csv = (rows: Row[], encoding: 'cp932' | 'utf-8-bom' = 'cp932') =>
  new File([writeCsv(rows, { encoding }) as Uint8Array<ArrayBuffer>], '製品台帳.csv');

async function aMaker() {
  const { tools, person } = await aPerson();
  const division = await createDivision(tools, { name: '家庭用機器事業部' });
  const post = await createPost(tools, { divisionId: division.id, name: 'カメラ主担当', duties: '', role: null });
  return { tools, person, division, post };
}

const full: Row[] = [
  header,
  [
    '家庭用カメラ',
    'MC-220',
    '機器',
    'MC-220-W',
    '日本、ドイツ',
    '家庭用機器事業部',
    'カメラ主担当',
    '令和10年3月31日',
    'MC-230',
  ],
  ['家庭用カメラ', 'MC-220', '', 'MC-220-K', '', '', '', '', ''],
  [
    '家庭用カメラ',
    'MC-230',
    '機器',
    'MC-230-W',
    'JP',
    '家庭用機器事業部',
    '家庭用機器事業部／カメラ主担当',
    '2030/9/30',
    '',
  ],
  ['家庭用カメラ', 'みはりアプリ', 'アプリ', '', 'JP', '', '', '', ''],
];

const nameOfAll = async () =>
  (
    await db
      .selectFrom('model')
      .select(['name', 'part_numbers'])
      .where('removed_at', 'is', null)
      .orderBy('name_folded')
      .execute()
  ).map(({ name, part_numbers }) => `${name} ${part_numbers}`);

const textOf = async (tools: Parameters<typeof exportProducts>[0]) =>
  Buffer.from(await (await exportProducts(tools, { format: 'csv', language: 'ja' })).arrayBuffer()).toString('utf8');

test('a CP932 file is previewed, applied as previewed, and undone', async () => {
  const { tools, post, division } = await aMaker();

  const { id, canApply, preview } = await previewImport(tools, { file: csv(full) });
  expect(canApply).toBe(true);
  expect(preview).toMatchObject({
    encoding: 'cp932',
    errors: [],
    newLines: ['家庭用カメラ'],
    counts: { rows: 4, lines: 1, created: 3, changed: 0, unchanged: 0, numbersAdded: 3 },
  });
  expect(await nameOfAll()).toEqual([]);

  expect(await applyImport(tools, { id })).toEqual({ id, lines: 1, models: 3 });
  expect(await nameOfAll()).toEqual(['MC-220 2', 'MC-230 1', 'みはりアプリ 0']);
  const models = await db.selectFrom('model').select(['id', 'name', 'successor_id']).execute();
  const idOf = (name: string) => models.find((model) => model.name === name)?.id ?? '';
  expect((await listStanding(db, [idOf('MC-220')]))[0]?.facts).toMatchObject({
    markets: ['DE', 'JP'],
    ownerPostId: post.id,
    divisionId: division.id,
    securityEndsOn: '2028-03-31',
    successorId: idOf('MC-230'),
  });

  await undoImport(tools, { id });
  expect(await nameOfAll()).toEqual([]);
  const actions = await db
    .selectFrom('audit')
    .select('action')
    .where('subject_kind', 'in', ['model', 'product-line', 'inventory-import'])
    .orderBy('id')
    .execute();
  expect(actions.map(({ action }) => action)).toEqual([
    ...Array(3).fill('model.create'),
    'product-line.create',
    'inventory-import.apply',
    ...Array(3).fill('model.undo'),
    'product-line.remove',
    'inventory-import.undo',
  ]);
});

test('what changes is said field by field, what does not is counted', async () => {
  const { tools } = await aMaker();
  await applyImport(tools, await previewImport(tools, { file: csv(full) }));
  const changed = full.map((row) => [...row]);
  (changed[3] as Row)[4] = 'JP, FR';
  (changed[3] as Row)[3] = 'MC-220-K';
  (changed[2] as Row)[3] = 'MC-220-B';

  const { preview } = await previewImport(tools, { file: csv(changed, 'utf-8-bom') });

  expect(preview.counts).toMatchObject({ created: 0, changed: 2, unchanged: 1 });
  expect(preview.models).toMatchObject([
    { name: 'MC-220', rows: [2, 3], facts: [], numbersAdded: ['MC-220-B'], numbersTakenAway: ['MC-220-K'] },
    {
      name: 'MC-230',
      rows: [4],
      facts: [{ key: 'markets', before: 'JP', after: 'FR, JP' }],
      numbersAdded: ['MC-220-K'],
      numbersTakenAway: [],
    },
  ]);
});

test('undo restores exactly what an import has changed', async () => {
  const { tools } = await aMaker();
  await applyImport(tools, await previewImport(tools, { file: csv(full) }));
  const before = await textOf(tools);
  const changed = full.map((row) => [...row]);
  (changed[1] as Row)[0] = '見守りカメラ';
  (changed[2] as Row)[0] = '見守りカメラ';
  (changed[3] as Row)[3] = 'MC-220-K';
  (changed[2] as Row)[3] = 'MC-220-B';
  (changed[3] as Row)[7] = '2031/9/30';

  const { id } = await previewImport(tools, { file: csv(changed) });
  await applyImport(tools, { id });
  expect(await textOf(tools)).not.toBe(before);
  await undoImport(tools, { id });

  expect(await textOf(tools)).toBe(before);
});

test('every wrong cell is named with its row, its column, its value and what to write', async () => {
  const { tools } = await aMaker();
  const { tools: other } = await aPerson();
  const line = await createLine(other, { name: '産業ゲートウェイ' });
  expect(line.revision).toBe(1);

  const { canApply, preview } = await previewImport(tools, {
    file: csv([
      header,
      ['', 'MC-220', 'カメラ', 'MC-220-W', '日本、火星', '本社', '佐藤', '2028/3', 'MC-999'],
      ['家庭用カメラ', 'MC-230', '機器', 'MC-230-W', 'JP', '', '', '2030/9/30', 'MC-230'],
      ['家庭用カメラ', 'MC-230', '機器', 'ｍｃ－２３０－ｗ', 'DE', '', '', '2030/9/30', ''],
    ]),
  });

  expect(canApply).toBe(false);
  const named = preview.errors.map(({ line: row, column, value, rule }) => [row, column, value, rule]);
  expect(named).toEqual([
    [2, '製品シリーズ', '', 'line-empty'],
    [2, '種別', 'カメラ', 'kind-unknown'],
    [2, '仕向地', '日本、火星', 'market-unknown'],
    [2, '担当事業部', '本社', 'division-unknown'],
    [2, '主担当', '佐藤', 'owner-unknown'],
    [2, 'セキュリティサポート終了', '2028/3', 'day-unreadable'],
    [3, '後継機種', 'MC-230', 'successor-itself'],
    [4, '型番', 'ｍｃ－２３０－ｗ', 'number-twice'],
    [4, '仕向地', 'DE', 'rows-disagree'],
  ]);
});

test('unknown columns are listed, a missing or doubled one is a problem of the file', async () => {
  const { tools } = await aMaker();

  const { preview: some } = await previewImport(tools, {
    file: csv([
      ['シリーズ', 'Model', '色味', 'ＪＡＮコード'],
      ['カメラ', 'MC-1', '赤', '49'],
    ]),
  });
  const { preview: bad } = await previewImport(tools, {
    file: csv([
      ['機種', '機種名', '型番'],
      ['MC-1', 'MC-1', 'X'],
    ]),
  });

  expect(some.columns).toEqual([
    { name: 'シリーズ', key: 'line' },
    { name: 'Model', key: 'model' },
    { name: '色味', key: null },
    { name: 'ＪＡＮコード', key: null },
  ]);
  expect(bad.problems.map(({ rule }) => rule)).toEqual(['column-missing', 'column-twice']);
});

test('an end date that moves earlier needs a reason in its row', async () => {
  const { tools } = await aMaker();
  await applyImport(tools, await previewImport(tools, { file: csv(full) }));
  const earlier: Row[] = [
    ['シリーズ', '機種', 'サポート終了日', '変更理由'],
    ['家庭用カメラ', 'MC-230', '2029/9/30', ''],
  ];

  const without = await previewImport(tools, { file: csv(earlier) });
  (earlier[1] as Row)[3] = '部品の供給終了';
  const withReason = await previewImport(tools, { file: csv(earlier) });
  await applyImport(tools, withReason);

  expect(without.preview.errors).toMatchObject([
    { line: 2, column: 'サポート終了日', rule: 'reason-missing', details: { from: '2030/09/30' } },
  ]);
  const kept = await db.selectFrom('support_date_change').select('reason').where('reason', '<>', '').execute();
  expect(kept).toEqual([{ reason: '部品の供給終了' }]);
});

test('what changed after the preview is not overwritten, and what changed after the import is not undone', async () => {
  const { tools } = await aMaker();
  await applyImport(tools, await previewImport(tools, { file: csv(full) }));
  const later: Row[] = [
    ['シリーズ', '機種', '仕向地'],
    ['家庭用カメラ', 'MC-230', 'FR'],
    ['家庭用カメラ', 'MC-220', 'FR'],
  ];
  const { id } = await previewImport(tools, { file: csv(later) });
  const { id: model } = await db
    .selectFrom('model')
    .select('id')
    .where('name', '=', 'MC-230')
    .executeTakeFirstOrThrow();
  const at = await setSupportDate(tools, { id: model, revision: 1, kind: 'repair', endsOn: '2031-01-01', reason: '' });

  await expect(applyImport(tools, { id })).rejects.toMatchObject({
    code: 'conflict',
    details: { reason: 'changed-since', names: ['MC-230'] },
  });
  const again = await previewImport(tools, { file: csv(later) });
  await applyImport(tools, again);
  await setSupportDate(tools, {
    id: model,
    revision: at.revision + 1,
    kind: 'sales',
    endsOn: '2031-01-01',
    reason: '',
  });
  await expect(undoImport(tools, again)).rejects.toMatchObject({
    code: 'conflict',
    details: { reason: 'changed-since', names: ['MC-230'] },
  });
});

test('a preview is applied once, within its hour, by who made it', async () => {
  const { tools } = await aMaker();
  const { tools: other } = await aPerson();
  const { id } = await previewImport(tools, { file: csv(full) });
  const late = { ...tools, now: () => tools.now().add({ minutes: 61 }) };

  await expect(applyImport(other, { id })).rejects.toMatchObject({ code: 'not-found' });
  await expect(applyImport(late, { id })).rejects.toMatchObject({ details: { reason: 'expired' } });
  await applyImport(tools, { id });
  await expect(applyImport(tools, { id })).rejects.toMatchObject({ details: { reason: 'applied-already' } });
});

test('who writes for one division cannot import models of another', async () => {
  const { tools, division } = await aMaker();
  await applyImport(tools, await previewImport(tools, { file: csv(full) }));
  const { tools: contact } = await aPerson([{ role: 'contact', divisionId: division.id }]);

  const { preview } = await previewImport(contact, {
    file: csv([
      ['シリーズ', '機種', '型番'],
      ['家庭用カメラ', 'MC-220', 'MC-220-R'],
      ['家庭用カメラ', 'みはりアプリ', 'APP-1'],
    ]),
  });

  expect(preview.errors).toMatchObject([{ line: 3, rule: 'not-allowed', value: 'みはりアプリ' }]);
});

test('1,000 products from a CP932 file take under three seconds and no more statements than three', async () => {
  const { person } = await aMaker();
  const { viewer } = (await aPerson()) as { viewer: Parameters<typeof toolsOf>[0] };
  let statements = 0;
  const counting = {
    options: pool.options,
    async connect() {
      const client = await pool.connect();
      return new Proxy(client, {
        get(target, key) {
          if (key === 'query') statements += 1;
          const value = Reflect.get(target, key);
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
    },
  } as unknown as typeof pool;
  const tools = { ...toolsOf(viewer), db: databaseFor(counting, `person:${person.id}`) };
  const many = (from: number, count: number): Row[] => [
    header,
    ...Array.from({ length: count }, (_, n): Row => {
      const name = `MX-${String(from + n).padStart(5, '0')}`;
      return ['量産品', name, '機器', `${name}-W`, '日本', '家庭用機器事業部', 'カメラ主担当', '2030/3/31', ''];
    }),
  ];
  const run = async (rows: Row[]) => {
    const file = csv(rows);
    statements = 0;
    const started = performance.now();
    const { id } = await previewImport(tools, { file });
    const { models } = await applyImport(tools, { id });
    return { models, statements, ms: performance.now() - started };
  };

  await run(many(90_000, 3));
  const three = await run(many(0, 3));
  const thousand = await run(many(100, 1_000));

  expect(thousand).toMatchObject({ models: 1_000, statements: three.statements });
  expect(thousand.ms).toBeLessThan(3_000);
});

test('of a file with everything wrong the first 1,000 errors are kept, and all are counted', async () => {
  const { tools } = await aMaker();
  const wrong = Array.from({ length: 1_200 }, (_, n): Row => {
    return ['量産品', `MX-${n}`, 'x'.repeat(5_000), '', '', '', '', '', ''];
  });

  const { id, preview } = await previewImport(tools, { file: csv([header, ...wrong]) });

  expect(preview.counts.errors).toBe(1_200);
  expect(preview.errors.length).toBe(1_000);
  expect(preview.errors[0]).toMatchObject({ line: 2, value: 'x'.repeat(200) });
  const kept = await db.selectFrom('inventory_import').select('preview').where('id', '=', id).executeTakeFirstOrThrow();
  expect(JSON.stringify(kept.preview).length).toBeLessThan(1_000_000);
});

test('a CSV file beyond 32 MiB is not read, as a workbook is not', async () => {
  const { tools } = await aMaker();
  const file = new File([new Uint8Array(32 * 1024 * 1024 + 1).fill(0x61)], '製品台帳.csv');

  const { preview, canApply } = await previewImport(tools, { file });

  expect(canApply).toBe(false);
  expect(preview.problems[0]).toMatchObject({ rule: 'file-too-large', details: { limit: 32 * 1024 * 1024 } });
});

import { expect, test } from 'vitest';
import { freshDatabase } from '../../test/database.ts';
import { loadOrganization } from '../demo/organization.ts';
import { loadProducts } from '../demo/products.ts';
import { countProducts } from './count-products.ts';
import { duties } from './duties.ts';
import { ProductFilter } from './filter.ts';
import { getModel } from './get-model.ts';
import { listLines } from './list-lines.ts';
import { listModels, listPartNumbers } from './list-models.ts';
import { searchProducts } from './search-products.ts';

// The clock of the tests stands on 24 November 2026.
const { system } = await freshDatabase();
const organization = await loadOrganization(system, 'kamera-mimamori-24');
await loadProducts(system, organization);

const namesOf = async (
  words: Record<string, string>,
  sort: 'name' | '-security-end' | 'security-end' | '-part-numbers' = 'name',
) => (await listModels(system, { ...ProductFilter.parse(words), sort, limit: 50 })).items.map(({ name }) => name);

test.each<[Record<string, string>, string[]]>([
  [{ q: 'ｍｃ－２２' }, ['MC-220']],
  [{ q: 'mr-300-k' }, ['MR-300']],
  [{ q: 'ﾙｰﾀｰ' }, ['MR-1167', 'MR-1900', 'MR-300', 'みはりルーター基盤']],
  [{ q: 'くらうど' }, ['みはりクラウド中継']],
  [{ q: '%' }, []],
  // Shorter than three signs: in names alone.
  [{ q: '中継' }, ['みはりクラウド中継']],
  [{ q: 'tk' }, []],
  [{ q: 'tkc' }, ['MC-220']],
  [
    { kind: 'app,service' },
    ['みはりあぷり', 'みはりくらうど中継'].map((name) =>
      name.replace('あぷり', 'アプリ').replace('くらうど', 'クラウド'),
    ),
  ],
  [{ market: 'DE', kind: 'device' }, ['MC-230']],
  [{ missing: 'owner,support' }, ['MR-300']],
  [{ support: 'ended' }, ['MR-300']],
  [{ support: 'within-6' }, ['MC-210']],
  [{ support: 'within-3' }, []],
  [{ owner: organization.postIds.get('産業機器事業部 事業部窓口') ?? '' }, ['MG-10']],
  [{ keeper: organization.postIds.get('クラウドサービス部 事業部窓口') ?? '' }, ['みはりアプリ', 'みはりクラウド中継']],
  [{ tag: 'ｕｐｎｐ,modbus' }, ['MC-210', 'MG-10', 'MR-1167', 'MR-1900', 'MR-300']],
  [{ tag: 'nobody speaks this' }, []],
  [{ safety: 'yes,unknown' }, ['MG-10']],
  [{ build: 'cannot' }, ['MR-300']],
  [{ build: 'can', kind: 'device', market: 'DE' }, ['MC-230']],
])('%j finds %j', async (words, names) => {
  expect(await namesOf(words)).toEqual(names);
});

test('a line counts what the filter leaves of it and names who answers today', async () => {
  const { items } = await listLines(system, { sort: 'name', limit: 50 });
  const { items: german } = await listLines(system, {
    ...ProductFilter.parse({ market: 'DE' }),
    sort: 'name',
    limit: 50,
  });

  expect(items).toMatchObject([
    { name: 'Wi-Fiルーター', models: 4, partNumbers: 7, nextSecurityEndOn: '2029-03-31', ended: 1, lacking: 1 },
    {
      name: '家庭用カメラ',
      models: 5,
      others: 2,
      partNumbers: 12,
      nextSecurityEndOn: '2027-03-31',
      ended: 0,
      lacking: 0,
      owners: expect.arrayContaining([
        expect.objectContaining({ holder: '小野 真理', acting: '松本 葵', because: 'holder-absent' }),
      ]),
    },
    { name: '産業ゲートウェイ', models: 1, partNumbers: 2 },
  ]);
  expect(german).toMatchObject([{ name: '家庭用カメラ', models: 3, partNumbers: 3 }]);
});

test('counts are those of the sentence and the tabs', async () => {
  const { all, filtered, today } = await countProducts(system, ProductFilter.parse({ kind: 'device' }));

  expect(today).toBe('2026-11-24');
  expect(all).toEqual({
    lines: 3,
    device: 7,
    module: 1,
    app: 1,
    service: 1,
    partNumbers: 21,
    ended: 1,
    soon: 1,
    lacking: 1,
    releases: 0,
    withoutSbom: 0,
    units: 0,
  });
  expect(filtered).toEqual({ ...all, module: 0, app: 0, service: 0 });
});

test.each(['name', 'security-end', '-security-end', '-part-numbers'] as const)(
  'pages of models ordered by %s hold each model once, in the order of the whole list',
  async (sort) => {
    const whole = await namesOf({}, sort);
    const paged: string[] = [];
    let after: string | undefined;
    do {
      const page = await listModels(system, { sort, limit: 2, after });
      paged.push(...page.items.map(({ name }) => name));
      after = page.next ?? undefined;
    } while (after);

    expect(paged).toEqual(whole);
    expect(new Set(paged).size).toBe(10);
  },
);

test.each(['name', '-name', 'security-end', '-part-numbers'] as const)(
  'pages of lines ordered by %s too',
  async (sort) => {
    const whole = await listLines(system, { sort, limit: 50 });
    const first = await listLines(system, { sort, limit: 2 });
    const second = await listLines(system, { sort, limit: 2, after: first.next ?? '' });

    expect([...first.items, ...second.items]).toEqual(whole.items);
  },
);

test('a model says whether it can still be built', async () => {
  const { items } = await listModels(system, { ...ProductFilter.parse({ q: 'm' }), sort: 'name', limit: 50 });
  const gapsOf = Object.fromEntries(items.map(({ name, buildGaps }) => [name, buildGaps]));

  expect(gapsOf).toMatchObject({
    'MC-220': [],
    'MG-10': ['key-holder'],
    'MR-300': ['toolchain', 'key', 'people'],
  });
  expect(await getModel(system, { id: 'mr-300' })).toMatchObject({ rebuiltOn: '2021-06-04', buildKeyKeeper: null });
  expect(await getModel(system, { id: 'mg-10' })).toMatchObject({
    safety: 'yes',
    buildKeyKeeper: { name: '部品表の管理', acting: null },
  });
});

test('no end of support comes after every end', async () => {
  expect((await namesOf({}, 'security-end')).slice(-2)).toEqual(['みはりクラウド中継', 'みはりルーター基盤']);
  expect((await namesOf({}, '-security-end'))[0]).toBe('みはりルーター基盤');
});

test('a part number leads to its model, however it is written', async () => {
  const { items } = await listPartNumbers(system, { q: 'ｔｋｃ', limit: 50 });

  expect(items).toMatchObject([
    { number: 'TKC-T2', note: 'TokoCam T2（OEM）', model: { name: 'MC-220' }, line: { name: '家庭用カメラ' } },
  ]);
});

test('the search of the palette finds the closest first and leads to its page', async () => {
  const { items } = await searchProducts(system, { q: 'mr-1167', limit: 3 });
  const { items: kana } = await searchProducts(system, { q: 'わいふぁい', limit: 3 });
  const { items: line } = await searchProducts(system, { q: '産業', limit: 3 });

  expect(items).toMatchObject([
    { kind: 'model', title: 'MR-1167', sub: 'Wi-Fiルーター', path: '/products/mr-1167' },
    { kind: 'part-number', title: 'MR-1167-B', path: '/products/mr-1167' },
    { kind: 'part-number', title: 'MR-1167-K' },
  ]);
  expect(kana).toEqual([]);
  expect(line).toMatchObject([
    { kind: 'line', title: '産業ゲートウェイ', path: expect.stringMatching(/^\/products\?line=/) },
  ]);
});

test('a model is told with everything around it, by its address or its id', async () => {
  const model = await getModel(system, { id: 'mr-300' });
  const { id } = model;

  expect(await getModel(system, { id })).toEqual(model);
  expect(model).toMatchObject({
    name: 'MR-300',
    line: { name: 'Wi-Fiルーター' },
    division: { name: 'ネットワーク事業部' },
    owner: null,
    successor: { name: 'MR-1167', slug: 'mr-1167' },
    updateHow: 'by-user',
  });
  expect(model.supportDates.find(({ kind }) => kind === 'security')).toMatchObject({
    endsOn: '2023-03-31',
    history: [
      {
        from: '2024-03-31',
        to: '2023-03-31',
        reason: '使用しているチップの開発元がSDKの提供を終了',
        how: 'support-date',
      },
      { from: null, to: '2024-03-31', reason: '', how: 'create' },
    ],
  });
  expect((await getModel(system, { id: 'mr-1167' })).predecessors).toMatchObject([{ name: 'MR-300' }]);
  await expect(getModel(system, { id: 'mr-301' })).rejects.toMatchObject({ code: 'not-found' });
});

test('a post that is handed over shows the models that hang on it', async () => {
  const postId = organization.postIds.get('カメラ事業部 事業部窓口') ?? '';

  const keeperId = organization.postIds.get('品質保証部 リリース判定') ?? '';

  expect(await duties(system, [postId])).toMatchObject([{ postId, count: 3, text: { ja: '3機種の主担当' } }]);
  expect(await duties(system, [keeperId])).toMatchObject([{ count: 6, path: `/products?keeper=${keeperId}` }]);
});

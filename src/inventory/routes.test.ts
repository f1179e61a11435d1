import { expect, test } from 'vitest';
import { aHouse } from '../../test/house.ts';
import { inventory } from './contract.ts';

const house = await aHouse();
const { cookie, fetch } = await house.aSignedIn(['analyst']);
const products = house.callsOf(inventory, cookie);

test('a product is registered, changed, found, taken along and imported over HTTP', async () => {
  const line = await products.createLine({ name: '家庭用カメラ' });
  const model = await products.createModel({
    lineId: line.id,
    name: 'MC-220',
    kind: 'device',
    markets: ['JP'],
    partNumbers: [{ number: 'MC-220-W' }],
    securityEndsOn: '2028-03-31',
  });
  await products.setSupportDate({ id: model.id, revision: model.revision, kind: 'repair', endsOn: '2031-12-31' });

  expect(await products.getModel({ id: model.slug })).toMatchObject({ name: 'MC-220', revision: 2, mayChange: true });
  expect((await products.listModels({ kind: 'device', missing: 'owner' })).items).toMatchObject([{ name: 'MC-220' }]);
  expect((await products.search({ q: 'ＭＣ' })).items).toHaveLength(2);

  const file = await fetch('/api/products/export?format=csv-cp932');
  expect(file.headers.get('content-disposition')).toContain(
    `filename*=utf-8''${encodeURIComponent('製品_20261124.csv')}`,
  );
  const bytes = await file.arrayBuffer();
  const preview = await products.previewImport({ file: new File([bytes], '製品.csv') });
  expect(preview).toMatchObject({
    canApply: false,
    preview: { encoding: 'cp932', counts: { rows: 1, unchanged: 1, errors: 0 } },
  });
});

test('a row that cannot be taken is told to programs in the same words', async () => {
  const { preview } = await products.previewImport({
    file: new File(['製品シリーズ,機種,種別\r\n家庭用カメラ,MC-230,冷蔵庫\r\n'], 'x.csv'),
  });

  expect(preview.errors).toEqual([
    {
      line: 2,
      key: 'kind',
      column: '種別',
      value: '冷蔵庫',
      rule: 'kind-unknown',
      details: {},
      message: 'Write Device, Module, App or Service.',
    },
  ]);
});

test('what cannot be done is a problem document with its reason', async () => {
  const response = await fetch('/api/products/lines', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: '家庭用ｶﾒﾗ' }),
  });

  expect(response.status).toBe(409);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(await response.json()).toMatchObject({
    code: 'conflict',
    details: { reason: 'name-taken', name: '家庭用カメラ' },
  });
});

test.each([
  ['an outsider', [], 401, 401],
  ['a reader', ['reader'], 200, 403],
] as const)('%s may read or write as their role says', async (_, roles, read, write) => {
  const one = roles.length > 0 ? (await house.aSignedIn([...roles])).fetch : house.fetchWith();

  expect((await one('/api/products/models')).status).toBe(read);
  expect((await one('/api/products/lines', { method: 'POST', body: '{}' })).status).toBe(write);
  expect((await one('/api/products/imports')).status).toBe(write);
});

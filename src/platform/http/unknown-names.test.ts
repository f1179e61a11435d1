import { expect, test } from 'vitest';
import { z } from 'zod';
import { inventory } from '#inventory/contract';
import { aHouse } from '../../../test/house.ts';
import { aRelease } from '../../../test/products.ts';
import { nearestName } from './nearest-name.ts';
import { refuseUnknownNames } from './unknown-names.ts';

const house = await aHouse();
const { cookie, fetch } = await house.aSignedIn(['analyst']);
const calls = house.callsOf(inventory, cookie);

const json = (body: object, method = 'POST') => ({
  method,
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json', origin: house.url },
});
const problem = async (answer: Response) => ({ status: answer.status, ...((await answer.json()) as object) });

test('a filter that is written wrongly is refused with the right name, and does not answer about everything', async () => {
  const { id: releaseId, modelId } = await aRelease(house.db);
  await calls.createShipment({ releaseId, month: '2026-10', region: 'JP', units: 7 });

  const wrong = await fetch(`/api/shipments/totals?modelId=${modelId}`);
  const right = await fetch(`/api/shipments/totals?model=${modelId}`);

  expect(await problem(wrong)).toMatchObject({
    status: 400,
    code: 'invalid',
    detail: 'Nothing is called so here: "modelId" (is it "model"?).',
    details: { reason: 'unknown-names', unknown: [{ path: ['modelId'], near: 'model' }] },
  });
  expect(await right.json()).toMatchObject({ units: 7 });
});

test.each([
  ['/api/products/tags?limit=5&page=2', ['page'], null],
  ['/api/products/tags/export?format=csv&langauge=en', ['langauge'], 'language'],
  ['/api/products/tags/counts?used=yes', ['used'], null],
  ['/api/releases?state=shipped&model[0]=x&Kind=device', ['Kind'], 'kind'],
])('%s is refused', async (path, name, near) => {
  expect(await problem(await fetch(path))).toMatchObject({
    status: 400,
    details: { unknown: [{ path: name, near }] },
  });
});

test('a field of a body that nobody reads is refused with its place, and so is a query beside a body', async () => {
  const { id } = await aRelease(house.db);
  const parts = [
    { name: 'openssl', version: '3.0.3' },
    { name: 'zlib', verison: '1.3' },
  ];

  const inside = await fetch(`/api/releases/${id}/hand-parts`, json({ parts }));
  const beside = await fetch(`/api/releases/${id}/hand-parts?dryRun=true`, json({ parts: [{ name: 'zlib' }] }));
  const form = new FormData();
  form.append('file', new File(['name\r\n'], 'a.csv'));
  form.append('encoding', 'cp932');
  const upload = await fetch('/api/registers/tags/imports', {
    method: 'POST',
    body: form,
    headers: { origin: house.url },
  });

  expect(await problem(inside)).toMatchObject({
    status: 400,
    details: { unknown: [{ path: ['parts', 1, 'verison'], near: 'version' }] },
  });
  expect(await problem(beside)).toMatchObject({
    status: 400,
    details: { unknown: [{ path: ['dryRun'], near: null }] },
  });
  expect(await problem(upload)).toMatchObject({ status: 400, details: { unknown: [{ path: ['encoding'] }] } });
  expect((await calls.listReleaseComponents({ id })).items).toEqual([]);
});

test('who may not call learns nothing of names', async () => {
  const answer = await house.fetchWith()('/api/shipments/totals?modelId=1');

  expect(answer.status).toBe(401);
});

test('what comes by an edge is read as its protocol has it', async () => {
  const answer = await fetch('/api/version?whatever=1');

  expect(answer.status).toBe(200);
});

const shape = z.object({
  kept: z.record(z.string(), z.object({ a: z.string() })).optional(),
  either: z
    .union([z.object({ is: z.literal('one'), a: z.int() }), z.object({ is: z.literal('two'), b: z.int() }), z.null()])
    .nullish(),
  any: z.unknown(),
  text: z
    .string()
    .transform((said) => said.split(','))
    .pipe(z.array(z.string()))
    .default([]),
});
test.each([
  [{ any: { what: ['ever'] }, text: 'a' }, null],
  [{ either: { is: 'one', a: 1 }, kept: { x: { a: '' } } }, null],
  [{ either: null }, null],
  [{ either: { is: 'two', b: 1, a: 1 } }, ['either', 'a']],
  [{ kept: { x: { a: '', b: '' } } }, ['kept', 'x', 'b']],
  [JSON.parse('{"__proto__":1}'), ['__proto__']],
  [{ constructor: 1 }, ['constructor']],
  [{ ['x'.repeat(1_000_000)]: 1 }, ['x'.repeat(100)]],
])('%.60j', (said, path) => {
  expect(unknownIn(said).map((name) => name.path)).toEqual(path === null ? [] : [path]);
});

test('of many wrong names the first are told', () => {
  const said = Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`name${at}`, 1]));

  expect(unknownIn(said)).toHaveLength(20);
});

function unknownIn(said: unknown): { path: unknown[] }[] {
  try {
    refuseUnknownNames(shape, said);
    return [];
  } catch (thrown) {
    return (thrown as { details: { unknown: { path: unknown[] }[] } }).details.unknown;
  }
}

test.each([
  ['modelId', ['line', 'model', 'release'], 'model'],
  ['releases', ['model', 'release'], 'release'],
  ['line', ['lineId', 'name'], 'lineId'],
  ['product_line', ['productLine'], 'productLine'],
  ['formt', ['format', 'from'], 'format'],
  ['page', ['after', 'limit', 'q'], null],
  ['id', ['q', 'to'], null],
])('%s among %j is %s', (said, known, near) => {
  expect(nearestName(said, known)).toBe(near);
});

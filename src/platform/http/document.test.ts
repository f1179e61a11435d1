import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { permissions } from '#access/model';
import { accessOf } from '#platform/browser/contract';
import { aHouse } from '../../../test/house.ts';
import { edges, steps } from '../../steps.ts';
import type { ApiDocument } from './document.ts';

const house = await aHouse();
const document = (await (await house.fetchWith()('/api/openapi.json')).json()) as ApiDocument;
const operations = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
);

test('the document is valid OpenAPI 3.1', async () => {
  const validator = new Validator();

  const { valid, errors } = await validator.validate(structuredClone(document));

  expect(errors ?? []).toEqual([]);
  expect(valid).toBe(true);
  expect(document.openapi).toMatch(/^3\.1\./);
});

test('every endpoint, and every edge below the API, is in it with who may call it', () => {
  const declared = Object.entries(steps).flatMap(([step, { contract }]) =>
    Object.entries(contract).map(([name, endpoint]) => [`${step}.${name}`, accessOf(endpoint)]),
  );
  const outside = edges.filter(({ path }) => path.startsWith('/api/')).map(({ name, access }) => [name, access]);

  const told = operations.map((operation) => [operation.operationId, operation['x-mamori-access']]);
  expect(told.sort()).toEqual([...declared, ...outside].sort());
  const known = ['public', 'signed-in', ...permissions];
  expect(told.filter(([, access]) => !known.includes(String(access)))).toEqual([]);
});

test('what is public needs no sign-in, and only that', () => {
  for (const operation of operations)
    expect([operation.operationId, operation.security?.length === 0]).toEqual([
      operation.operationId,
      operation['x-mamori-access'] === 'public',
    ]);
});

test('every refusal is a problem document, and a real one fits the shape', async () => {
  const problem = { $ref: '#/components/responses/problem' };
  const without = operations.filter(({ responses }) => JSON.stringify(responses?.['4XX']) !== JSON.stringify(problem));
  expect(without.map(({ operationId }) => operationId)).toEqual([]);

  const shape = document.components?.schemas?.Problem as { required: string[]; properties: Record<string, unknown> };
  for (const path of ['/api/audit', '/api/nothing', '/api/audit/lines/x']) {
    const answer = await house.fetchWith()(path);
    const body = (await answer.json()) as Record<string, unknown>;
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(shape.required.filter((key) => !(key in body))).toEqual([]);
    expect(Object.keys(body).filter((key) => !(key in shape.properties))).toEqual([]);
    expect(body.status).toBe(answer.status);
  }
});

test('every operation has one line that says what it does, and an answer with a type', () => {
  const bare = operations.filter(({ summary }) => typeof summary !== 'string' || summary === '');
  expect(bare.map(({ operationId }) => operationId)).toEqual([]);
  const untyped = operations.filter(({ responses }) => {
    const { content } = responses?.['200'] ?? {};
    return content !== undefined && Object.keys(content).length === 0;
  });
  expect(untyped.map(({ operationId }) => operationId)).toEqual([]);
});

test('a body that can be sent is asked for: a file comes as a form, and nothing is asked for that no value is', () => {
  const bodies = operations.map(({ operationId, requestBody }) => [operationId, requestBody] as const);
  const withFile = bodies.filter(([, body]) => JSON.stringify(body ?? {}).includes('contentMediaType'));

  expect(bodies.filter(([, body]) => JSON.stringify(body ?? {}).includes('"not":{}'))).toEqual([]);
  expect(withFile.map(([id]) => id)).toContain('inventory.uploadSbom');
  for (const [, body] of withFile) expect(Object.keys(body?.content ?? {})).toEqual(['multipart/form-data']);
});

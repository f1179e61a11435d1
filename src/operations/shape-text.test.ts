import { expect, test } from 'vitest';
import { type Schema, sampleOf, shapeText } from './shape-text.ts';

const shapes: [Schema, string][] = [
  [{ type: 'string' }, 'string'],
  [{ type: 'string', format: 'uuid' }, 'uuid'],
  [{}, 'anything'],
  [{ enum: ['a', 'b'], type: 'string' }, '"a" | "b"'],
  [{ anyOf: [{ type: 'integer' }, { type: 'null' }] }, 'integer | null'],
  [{ type: ['string', 'null'] }, 'string | null'],
  [{ type: 'array', items: { type: 'string', format: 'uuid' } }, 'uuid[]'],
  [{ type: 'array', items: { enum: ['a', 'b'] } }, '("a" | "b")[]'],
  [
    { type: 'object', properties: { ids: { type: 'array', items: {} }, note: { type: 'string' } }, required: ['ids'] },
    '{ ids: anything[]; note?: string }',
  ],
  [{ type: 'object', additionalProperties: { type: 'string' } }, '{ [name]: string }'],
  [{ type: 'object' }, '{}'],
  [{ $ref: '#/components/schemas/Problem' }, 'Problem'],
  [{ type: 'string', contentMediaType: 'application/octet-stream' }, 'file'],
  [{ type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }] }, '[string, integer]'],
];

test.each(shapes)('%j', (schema, text) => {
  expect(shapeText(schema)).toBe(text);
});

test('a long shape goes over several lines, inner ones further in', () => {
  const item: Schema = {
    type: 'object',
    properties: { identifier: { type: 'string' }, description: { type: 'string' }, whenItWasMade: { type: 'string' } },
    required: ['identifier'],
  };
  const list: Schema = { type: 'object', properties: { items: { type: 'array', items: item } }, required: ['items'] };

  expect(shapeText(list)).toBe(
    '{\n  items: {\n    identifier: string\n    description?: string\n    whenItWasMade?: string\n  }[]\n}',
  );
});

test('a sample has what is required, with its default where there is one', () => {
  const schema: Schema = {
    type: 'object',
    properties: {
      ids: { type: 'array', items: { type: 'string', format: 'uuid' } },
      read: { type: 'boolean' },
      kind: { enum: ['device', 'app'] },
      on: { type: 'string', format: 'date' },
      limit: { type: 'integer', minimum: 1, default: 50 },
      note: { type: 'string' },
    },
    required: ['ids', 'read', 'kind', 'on', 'limit'],
  };

  expect(sampleOf(schema)).toEqual({
    ids: ['01a209c0-727f-709b-b194-1121636b4b97'],
    read: true,
    kind: 'device',
    on: '2026-11-24',
    limit: 50,
  });
});

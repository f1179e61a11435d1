/** A JSON Schema as it stands in the OpenAPI document; what is not named here is not shown. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  format?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  items?: Schema;
  prefixItems?: Schema[];
  contentMediaType?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  default?: unknown;
};

const indent = '  ';

/** A shape as programmers write it: `{ ids: uuid[]; note?: string | null }`, over several lines where it is long. */
export function shapeText(schema: Schema, depth = 0): string {
  if (schema.$ref) return schema.$ref.split('/').at(-1) ?? '';
  if ('const' in schema) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((word) => JSON.stringify(word)).join(' | ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return [...new Set(choices.map((choice) => shapeText(choice, depth)))].join(' | ');
  if (schema.allOf) return schema.allOf.map((part) => shapeText(part, depth)).join(' & ');
  if (Array.isArray(schema.type)) return schema.type.join(' | ');
  if (schema.type === 'object') return objectText(schema, depth);
  if (schema.type === 'array') return listText(schema, depth);
  if (schema.contentMediaType) return 'file';
  return schema.format ?? schema.type ?? 'anything';
}

function objectText({ properties = {}, required = [], additionalProperties }: Schema, depth: number): string {
  const fields = Object.entries(properties).map(
    ([name, one]) => `${name}${required.includes(name) ? '' : '?'}: ${shapeText(one, depth + 1)}`,
  );
  if (typeof additionalProperties === 'object') fields.push(`[name]: ${shapeText(additionalProperties, depth + 1)}`);
  if (fields.length === 0) return '{}';
  const one = `{ ${fields.join('; ')} }`;
  if (one.length <= 60 && !one.includes('\n')) return one;
  const inner = indent.repeat(depth + 1);
  return `{\n${fields.map((field) => `${inner}${field}`).join('\n')}\n${indent.repeat(depth)}}`;
}

function listText({ items = {}, prefixItems }: Schema, depth: number): string {
  if (prefixItems) return `[${prefixItems.map((one) => shapeText(one, depth)).join(', ')}]`;
  const item = shapeText(items, depth);
  return / [|&] /.test(item.split('\n')[0] ?? '') && !item.startsWith('{') ? `(${item})[]` : `${item}[]`;
}

/** A value of the shape with what is required, to begin with. */
export function sampleOf(schema: Schema): unknown {
  if ('const' in schema) return schema.const;
  if ('default' in schema) return schema.default;
  if (schema.enum) return schema.enum[0];
  const choice = (schema.anyOf ?? schema.oneOf ?? schema.allOf)?.[0];
  if (choice) return sampleOf(choice);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'object') {
    const wanted = Object.entries(schema.properties ?? {}).filter(([name]) => schema.required?.includes(name));
    return Object.fromEntries(wanted.map(([name, one]) => [name, sampleOf(one)]));
  }
  if (type === 'array') return schema.items ? [sampleOf(schema.items)] : [];
  if (type === 'integer' || type === 'number') return schema.minimum ?? 0;
  if (type === 'boolean') return true;
  if (type === 'null') return null;
  return sampleWords[schema.format ?? ''] ?? '…';
}

const sampleWords: Record<string, string> = {
  uuid: '01a209c0-727f-709b-b194-1121636b4b97',
  date: '2026-11-24',
  'date-time': '2026-11-24T03:00:00Z',
  email: 'name@example.jp',
  uri: 'https://example.jp',
};

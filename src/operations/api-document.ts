import { fold } from '#platform/browser/fold';
import { type Schema, sampleOf } from './shape-text.ts';

type Content = Record<string, { schema?: Schema }>;
type Parameter = { name: string; in: string; required?: boolean; schema?: Schema };
type RawOperation = {
  operationId?: string;
  summary?: string;
  tags?: string[];
  parameters?: Parameter[];
  requestBody?: { content?: Content };
  responses?: Record<string, { content?: Content }>;
  'x-mamori-access'?: string;
};

/** What the page reads of the OpenAPI document. */
export type ApiDocument = {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, RawOperation>>;
};

/** One operation as the page shows it. */
export type ApiOperation = {
  id: string;
  step: string;
  method: string;
  path: string;
  summary: string;
  access: string;
  parameters: Parameter[];
  body: { mediaType: string; schema: Schema } | null;
  answer: { mediaType: string; schema: Schema } | null;
};

/** Every operation of the document, by step in the order of the document. */
export function operationsOf(document: ApiDocument): ApiOperation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      id: operation.operationId ?? `${method} ${path}`,
      step: operation.tags?.[0] ?? '',
      method: method.toUpperCase(),
      path,
      summary: operation.summary ?? '',
      access: operation['x-mamori-access'] ?? '',
      parameters: operation.parameters ?? [],
      body: firstOf(operation.requestBody?.content),
      answer: firstOf(operation.responses?.['200']?.content),
    })),
  );
}

function firstOf(content: Content | undefined): { mediaType: string; schema: Schema } | null {
  const [first] = Object.entries(content ?? {});
  return first ? { mediaType: first[0], schema: first[1].schema ?? {} } : null;
}

/** Whether all words are in an operation's path, name, summary, step or access. */
export function matches(operation: ApiOperation, query: string): boolean {
  const { id, path, summary, access, method } = operation;
  const text = fold([id, path, summary, access, method].join(' '));
  return fold(query)
    .split(' ')
    .every((word) => text.includes(word));
}

/** The operations of each step, in the order of the document. */
export const bySteps = (operations: ApiOperation[]): Map<string, ApiOperation[]> =>
  Map.groupBy(operations, ({ step }) => step);

/**
 * The call as a line for a terminal; the key stands in the variable MAMORI_KEY.
 * @param base  where the API is, e.g. "https://mamori.example.jp/api"
 */
export function curlOf({ method, path, access, parameters, body }: ApiOperation, base: string): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const parameter = parameters.find((one) => one.in === 'path' && one.name === name);
    return String(sampleOf(parameter?.schema ?? {}));
  });
  const query = parameters
    .filter((one) => one.in === 'query' && one.required)
    .map(({ name, schema }) => `${name}=${encodeURIComponent(String(sampleOf(schema ?? {})))}`);
  const url = `${base}${filled}${query.length > 0 ? `?${query.join('&')}` : ''}`;
  return [
    'curl',
    method === 'GET' ? '' : `-X ${method}`,
    access === 'public' ? '' : '-H "Authorization: Bearer $MAMORI_KEY"',
    body ? bodyOf(body) : '',
    `'${url}'`,
  ]
    .filter(Boolean)
    .join(' ');
}

function bodyOf({ mediaType, schema }: { mediaType: string; schema: Schema }): string {
  if (mediaType !== 'multipart/form-data')
    return `-H 'content-type: ${mediaType}' -d '${JSON.stringify(sampleOf(schema)).replaceAll("'", "'\\''")}'`;
  const fields = Object.entries(schema.properties ?? {});
  return fields
    .map(([name, field]) => `-F '${name}=${field.contentMediaType === undefined ? sampleOf(field) : '@FILE'}'`)
    .join(' ');
}

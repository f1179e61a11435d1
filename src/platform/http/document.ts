import { accessOf } from '../browser/contract.ts';
import type { Routes } from './api.ts';
import type { Edge } from './edges.ts';

type Operation = {
  operationId?: string;
  summary?: string;
  parameters?: { name: string; in: string }[];
  requestBody?: { content?: Record<string, unknown> };
  responses?: Record<string, { content?: Record<string, unknown> }>;
  security?: object[];
  /** Who may call: 'public', 'signed-in' or a permission. */
  'x-mamori-access'?: string;
};
export type ApiDocument = {
  openapi: string;
  paths?: Record<string, Record<string, Operation>>;
  components?: Record<string, Record<string, unknown>>;
  tags?: { name: string }[];
};

const problem = { $ref: '#/components/responses/problem' };

/**
 * Completes what the generator makes of the contracts: who may call (x-mamori-access, and no security for the public),
 * what a refusal looks like, what a file is, and the routes below the prefix that stand outside the contracts.
 */
export function completeDocument<Tools>(
  document: ApiDocument,
  steps: Record<string, Routes<Tools>>,
  { edges, prefix }: { edges: readonly Edge<Tools>[]; prefix: string },
): ApiDocument {
  const accessById = new Map(
    Object.entries(steps).flatMap(([step, { contract }]) =>
      Object.entries(contract).map(([name, endpoint]) => [`${step}.${name}`, accessOf(endpoint) ?? '']),
    ),
  );
  const paths = document.paths ?? {};
  for (const operation of Object.values(paths).flatMap((methods) => Object.values(methods)))
    complete(operation, accessById.get(operation.operationId ?? '') ?? '');
  for (const edge of edges) if (edge.path.startsWith(`${prefix}/`)) addEdge(paths, edge, prefix);
  document.tags = Object.keys(steps).map((name) => ({ name }));
  document.components = { ...document.components, ...problems };
  return document;
}

function complete(operation: Operation, access: string): void {
  operation['x-mamori-access'] = access;
  if (access === 'public') operation.security = [];
  // What is a person's own is for their browser; a key reaches its scopes.
  if (access === 'signed-in') operation.security = [{ session: [] }];
  operation.responses = { ...operation.responses, '4XX': problem as object, '5XX': problem as object };
  // The generator offers JSON beside the form, but a file does not fit into it.
  const body = operation.requestBody?.content;
  if (body?.['multipart/form-data']) operation.requestBody = { ...operation.requestBody, content: onlyForm(body) };
  // A file is the one answer that the generator leaves without a type.
  const { '200': fine } = operation.responses;
  if (fine?.content && Object.keys(fine.content).length === 0) fine.content = file;
}

const onlyForm = ({ 'multipart/form-data': form }: Record<string, unknown>) => ({ 'multipart/form-data': form });

const file = {
  'application/octet-stream': { schema: { type: 'string', contentMediaType: 'application/octet-stream' } },
};

function addEdge<Tools>(paths: NonNullable<ApiDocument['paths']>, edge: Edge<Tools>, prefix: string): void {
  const names = [...edge.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  const path = edge.path.slice(prefix.length).replace(/:(\w+)/g, '{$1}');
  const operation = {
    operationId: edge.name,
    tags: [edge.name.split('.')[0] ?? ''],
    ...(edge.summary ? { summary: edge.summary } : {}),
    parameters: [
      ...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
      ...queryOf(edge.examples).map((name) => ({ name, in: 'query', schema: { type: 'string' } })),
    ],
    responses: { '200': { description: 'OK', content: { ...file } } },
  };
  complete(operation, edge.access);
  paths[path] = { ...paths[path], [edge.method.toLowerCase()]: operation };
}

/** The parameters that the examples of an edge use. */
const queryOf = (examples: readonly string[]) => [
  ...new Set(examples.flatMap((example) => [...new URL(example, 'http://localhost').searchParams.keys()])),
];

const codes = [
  'invalid',
  'not-signed-in',
  'not-allowed',
  'not-found',
  'conflict',
  'too-large',
  'too-many',
  'unavailable',
  'internal',
];

const problems = {
  responses: {
    problem: {
      description: 'Refused, or failed inside. The code says which; each code has one status.',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  },
  schemas: {
    Problem: {
      description: 'Problem details (RFC 9457).',
      type: 'object',
      required: ['type', 'title', 'status', 'detail', 'code', 'requestId'],
      properties: {
        type: { type: 'string', const: 'about:blank' },
        title: { type: 'string' },
        status: { type: 'integer', minimum: 400, maximum: 599 },
        detail: { type: 'string', description: 'One English sentence for developers.' },
        code: { type: 'string', enum: codes },
        requestId: { type: 'string', format: 'uuid', description: 'Quote it; the log knows it.' },
        details: { type: 'object', description: 'What the code is about, for programs.' },
        issues: {
          type: 'array',
          description: 'Where the input has the wrong shape.',
          items: {
            type: 'object',
            required: ['path', 'message'],
            properties: {
              path: { type: 'array', items: { type: ['string', 'integer'] } },
              message: { type: 'string' },
            },
          },
        },
      },
    },
  },
};

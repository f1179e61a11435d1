import { z } from 'zod';
import { accessOf } from '#platform/browser/contract';
import type { Routes } from '#platform/http/api';
import type { Edge } from '#platform/http/edges';
import { type Input, meantInputs } from './meant-inputs.ts';
import { collectionOf, FileRef, IdRef, idsFor, type Pool, type Schema, samplesOf } from './samples.ts';

/** One way to call something, the same in both worlds but for the random ids of each. */
export type Call = {
  /** "messages.listNotices", "edge access.export-audit" */
  name: string;
  access: string;
  method: string;
  /** With "{id}" where a parameter stands. */
  path: string;
  input: Input;
  /** Parameters of the query, for the methods that have no body. */
  pages: boolean;
  /** Not drawn from the shape: it is always made. */
  isMeant?: boolean;
};

type Procedure = {
  '~orpc': { route: { method?: string; path?: string }; inputSchema?: z.ZodType; meta: { access?: string } };
};

/** Whether a call cannot change anything. */
export const isReading = ({ method }: Call): boolean => method === 'GET' || method === 'HEAD';

/** All calls of an endpoint, the plainest first. */
function callsOf(name: string, procedure: Procedure, pool: Pool): Call[] {
  const { route, inputSchema } = procedure['~orpc'];
  const schema = inputSchema ? schemaOf(inputSchema) : { type: 'object' };
  const drawn = samplesOf(schema, { ...pool, at: collectionOf(`/api${route.path?.split('/{id}')[0]}`) }) as Input[];
  const meant = meantInputs(name, pool);
  const beside = meant.flatMap((input) => drawn.map((more) => ({ ...more, ...input })));
  const all = new Map([...meant, ...drawn, ...beside].map((input) => [JSON.stringify(input), input]));
  return [...all.values()].map((input, place) => ({
    isMeant: place < meant.length,
    name,
    access: accessOf(procedure as never) ?? 'nobody',
    method: route.method ?? 'POST',
    path: `/api${route.path}`,
    input,
    pages: 'after' in (schema.properties ?? {}),
  }));
}

function schemaOf(schema: z.ZodType): Schema {
  return z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      if (isFile(zodSchema as unknown as z.ZodType)) Object.assign(jsonSchema, { type: 'string', format: 'binary' });
      // Before it is coerced a number is anything to zod; what it becomes says more.
      const { type, coerce } = zodSchema._zod.def as { type: string; coerce?: boolean };
      if (coerce && type === 'number') Object.assign(jsonSchema, { type: 'number' });
    },
  }) as Schema;
}

const isFile = (schema: z.ZodType) =>
  schema instanceof z.ZodFile ||
  (schema instanceof z.ZodCustom && schema.safeParse(new File([], 'a.csv')).success && !schema.safeParse(1).success);

/** Every endpoint of these steps. */
export function callsOfSteps<Tools>(steps: Record<string, Routes<Tools>>, pool: Pool): Call[] {
  return Object.entries(steps).flatMap(([step, { contract }]) =>
    Object.entries(contract).flatMap(([name, procedure]) =>
      callsOf(`${step}.${name}`, procedure as unknown as Procedure, pool),
    ),
  );
}

/** Every edge: its examples, and its path with each id and word in the place of its parameters, those that are meant first. */
export function callsOfEdges<Tools>(edges: readonly Edge<Tools>[], pool: Pool): Call[] {
  return edges.flatMap(({ name, access, method, path, examples }) => {
    const shared = { name: `edge ${name}`, access, method, pages: false };
    const pattern = path.replaceAll(/:(\w+)(?:\{[^}]*\})?\??/g, '{$1}');
    const parameters = [...pattern.matchAll(/\{(\w+)\}/g)].map(([, parameter = '']) => parameter);
    const [first] = parameters;
    const drawn = first === undefined ? [] : [...idsFor(first, pool), ...pool.words];
    return [
      ...examples.map((example) => ({ ...shared, path: example, input: {} })),
      ...drawn.map((value) => ({
        ...shared,
        path: pattern,
        input: Object.fromEntries(parameters.map((parameter) => [parameter, value])),
      })),
    ];
  });
}

/** What lies beside both registries. */
export const otherCalls: Call[] = [
  '/health/live',
  '/health/ready',
  '/api/openapi.json',
  '/api/docs',
  '/api/nothing',
  '/metrics',
  '/',
].map((path) => ({ name: path, access: 'public', method: 'GET', path, input: {}, pages: false }));

const small = 'name,value\r\none,1\r\n';

/**
 * The request that a call is in one world.
 * @param idOf  the world's own id at a place in the list of random ids
 */
export function requestOf(call: Call, base: string, idOf: (index: number) => string): Request {
  const rest = { ...call.input };
  const filled = call.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = resolved(rest[name] ?? 'missing', idOf);
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  const url = new URL(filled, base);
  if (isReading(call) || call.method === 'DELETE') {
    for (const [name, value] of Object.entries(rest)) {
      const list = Array.isArray(value) ? value : [value];
      list.forEach((one, index) => {
        url.searchParams.append(Array.isArray(value) ? `${name}[${index}]` : name, String(resolved(one, idOf)));
      });
    }
    return new Request(url, { method: call.method });
  }
  if (Object.values(rest).some((value) => value instanceof FileRef)) {
    const form = new FormData();
    for (const [name, value] of Object.entries(rest)) {
      const one = resolved(value, idOf);
      form.append(name, one instanceof File ? one : String(one));
    }
    return new Request(url, { method: call.method, body: form });
  }
  return new Request(url, {
    method: call.method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(resolved(rest, idOf)),
  });
}

function resolved(value: unknown, idOf: (index: number) => string): unknown {
  if (value instanceof IdRef) return idOf(value.index);
  if (value instanceof FileRef) return new File([small], 'small.csv', { type: 'text/csv' });
  if (Array.isArray(value)) return value.map((one) => resolved(one, idOf));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, resolved(one, idOf)]));
}

/** The call of the next page, or null when there is none. */
export function nextPage(call: Call, body: Uint8Array): Call | null {
  if (!call.pages || !isReading(call)) return null;
  try {
    const { next } = JSON.parse(Buffer.from(body).toString('utf8')) as { next?: string | null };
    return next ? { ...call, input: { ...call.input, after: next } } : null;
  } catch {
    return null;
  }
}

/** The n-th random id of a world; each world puts its own in. */
export class IdRef {
  readonly index: number;
  constructor(index: number) {
    this.index = index;
  }
}

/** A small file for endpoints that take one. */
export class FileRef {}

export type Schema = {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  minLength?: number;
  minItems?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  additionalProperties?: unknown;
  $ref?: string;
  $defs?: Record<string, Schema>;
};

/** The words and ids that parameters are drawn from; the same list is used in both worlds. */
export type Pool = {
  /** Ids of things: behind the wall, public, of nobody. */
  ids: readonly (string | IdRef)[];
  /** Ids that calls have shown, by the path of the collection in which they were, e.g. "/api/products/models". */
  shown: ReadonlyMap<string, readonly (string | IdRef)[]>;
  /** Texts: words from behind the wall, public words, places in lists. */
  words: readonly string[];
  numbers: readonly number[];
  /** The collection that the endpoint at hand is about. */
  at?: string;
};

const irregular: Record<string, string> = { people: 'person', deliveries: 'delivery' };
const singular = (collection: string) => irregular[collection] ?? collection.replace(/s$/, '');

/** The ids that a parameter may mean: "ownerPostId" one of the posts, "id" one of those at its own path, then all others. */
export function idsFor(name: string, { ids, shown, at }: Pool): (string | IdRef)[] {
  const byName = [...shown.keys()].filter((path) =>
    name.toLowerCase().endsWith(`${singular(path.slice(path.lastIndexOf('/') + 1))}id`),
  );
  const byPath = [...shown.keys()]
    .filter((path) => `${at ?? ''}/`.startsWith(`${path}/`))
    .sort((a, b) => b.length - a.length);
  // What "/api/sboms" is about, "/api/releases/sbom" has shown.
  const segments = new Set((at ?? '').split('/').map(singular));
  const byKin = [...shown.keys()].filter((path) => segments.has(singular(path.slice(path.lastIndexOf('/') + 1))));
  const meant = [...new Set(name === 'id' ? [...byPath, ...byKin, ...byName] : [...byName, ...byPath])];
  return [...meant.flatMap((path) => shown.get(path) ?? []), ...ids];
}

/** The path of a collection: that of a call without its parameters. */
export const collectionOf = (path: string): string => path.replaceAll(/\/\{\w+\}/g, '');

/**
 * Values of this shape: the first is the plainest, the others differ from it in one place each.
 * @param name  of the parameter, which tells what an id is of
 * @param root  where its references lead
 */
export function samplesOf(schema: Schema, pool: Pool, name = '', root: Schema = schema): unknown[] {
  if (schema.$ref) return samplesOf(root.$defs?.[schema.$ref.replace('#/$defs/', '')] ?? {}, pool, name, root);
  if (schema.const !== undefined) return [schema.const];
  if (schema.enum) return [...schema.enum];
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.flatMap((choice) => samplesOf(choice, pool, name, root));
  if (schema.allOf) return samplesOf(Object.assign({}, ...schema.allOf) as Schema, pool, name, root);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'object' || schema.properties) return objectsOf(schema, pool, root);
  if (type === 'array') return arraysOf(schema, pool, name, root);
  if (type === 'string') return stringsOf(schema, pool, name);
  if (type === 'boolean') return [true, false];
  if (type === 'null') return [null];
  if (type === 'integer' || type === 'number') return numbersOf(schema, pool);
  return [{}];
}

function objectsOf(schema: Schema, pool: Pool, root: Schema): unknown[] {
  const properties = Object.entries(schema.properties ?? {});
  const required = new Set(schema.required ?? []);
  const base: Record<string, unknown> = {};
  for (const [name, part] of properties) if (required.has(name)) base[name] = samplesOf(part, pool, name, root)[0];
  const others = properties.flatMap(([name, part]) =>
    samplesOf(part, pool, name, root)
      .slice(required.has(name) ? 1 : 0)
      .map((value) => ({ ...base, [name]: value })),
  );
  return [base, ...others];
}

/** One of each, and all of them together: a number of hits tells of those that a caller may not see. */
function arraysOf({ items = {}, minItems = 0 }: Schema, pool: Pool, name: string, root: Schema): unknown[] {
  const each = samplesOf(items, pool, name.replace(/s$/, ''), root);
  const lists = [...each.map((one) => [one]), each];
  return minItems > 1 ? [each.slice(0, Math.max(minItems, 3)), each] : lists;
}

function stringsOf({ format, pattern, minLength = 0, default: usual }: Schema, pool: Pool, name: string): unknown[] {
  const { ids, words } = pool;
  if (format === 'uuid') return idsFor(name, pool);
  if (format === 'binary') return [new FileRef()];
  if (format === 'date') return ['2026-11-24', '2000-01-01'];
  if (format === 'date-time') return ['2026-11-24T03:00:00Z', '2000-01-01T00:00:00Z'];
  if (format === 'email') return ['somebody@example.jp', ...words.map((word) => `${word.slice(0, 40)}@example.jp`)];
  if (format === 'uri') return ['https://idp.example.jp'];
  const known = [...(typeof usual === 'string' ? [usual] : []), ...words, ...ids];
  const shape = pattern === undefined ? null : new RegExp(pattern, 'u');
  const fitting = known.filter(
    (one) => one instanceof IdRef || (one.length >= minLength && (shape?.test(one) ?? true)),
  );
  return fitting.length > 0 ? fitting : [pattern?.includes('\\d{4}') ? '2026-11-24' : '123456'];
}

function numbersOf({ minimum, exclusiveMinimum, maximum }: Schema, { numbers }: Pool): unknown[] {
  const least = minimum ?? (exclusiveMinimum === undefined ? 0 : exclusiveMinimum + 1);
  const usable = [least, ...numbers].filter((one) => one >= least && one <= (maximum ?? Number.POSITIVE_INFINITY));
  return [...new Set(usable)];
}

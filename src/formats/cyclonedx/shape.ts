import type { CdxRule } from './fault.ts';

/** The minor number of a version of the specification: 6 is 1.6. */
export type Minor = 2 | 3 | 4 | 5 | 6 | 7;
export const minors: readonly Minor[] = [2, 3, 4, 5, 6, 7];

/** What a value must be like. A small language, so that the rules of the specification stand as a table (shapes.ts). */
export type Shape =
  | { is: 'anything' }
  | { is: 'boolean' }
  | { is: 'integer'; from: number }
  | { is: 'text'; notEmpty?: boolean; like?: RegExp; rule?: CdxRule }
  /** Each word with the version that brought it. */
  | { is: 'word'; since: ReadonlyMap<string, Minor> }
  | { is: 'list'; of: Shape; also?: Also }
  | { is: 'object'; fields: () => [string, Shape][]; required: readonly string[]; also?: Also };

/** A rule that no table can say. Tells what breaks it, at a path within the value. */
export type Also = (value: never, tell: (path: string, rule: CdxRule, message: string) => void, minor: Minor) => void;

/** One break of a rule; `path` continues the place of the element, e.g. ".hashes[0].alg". */
export type Broken = { path: string; rule: CdxRule; message: string; owner: object };

export function checkShape(value: unknown, shape: Shape, minor: Minor): Broken[] {
  const broken: Broken[] = [];
  check(value, shape, '', Object(value), { minor, broken });
  return broken;
}

type State = { minor: Minor; broken: Broken[] };

function check(value: unknown, shape: Shape, path: string, owner: object, state: State): void {
  const tell = (rule: CdxRule, message: string, at = path) => state.broken.push({ path: at, rule, message, owner });
  switch (shape.is) {
    case 'anything':
      return;
    case 'boolean':
      if (typeof value !== 'boolean') tell('type', 'must be true or false');
      return;
    case 'integer':
      if (!Number.isInteger(value) || (value as number) < shape.from)
        tell('type', `must be a whole number from ${shape.from}`);
      return;
    case 'text':
      if (typeof value !== 'string') tell('type', 'must be a text');
      else if (shape.notEmpty && value === '') tell('empty', 'must not be empty');
      else if (shape.like && !shape.like.test(value))
        tell(shape.rule ?? 'pattern', `${quoted(value)} has not the form that is asked for`);
      return;
    case 'word':
      checkWord(value, shape.since, state.minor, tell);
      return;
    case 'list':
      if (!Array.isArray(value)) return void tell('type', 'must be a list');
      for (const [index, item] of value.entries())
        check(item, shape.of, `${path}[${index}]`, isObject(item) ? item : owner, state);
      shape.also?.(value as never, (at, rule, message) => tell(rule, message, path + at), state.minor);
      return;
    case 'object':
      if (!isObject(value)) return void tell('type', 'must be an object');
      checkObject(value, shape, path, state);
  }
}

function checkObject(
  value: Record<string, unknown>,
  shape: Shape & { is: 'object' },
  path: string,
  state: State,
): void {
  const tell = (rule: CdxRule, message: string, at: string) =>
    state.broken.push({ path: at, rule, message, owner: value });
  for (const name of shape.required) {
    if (value[name] === undefined) tell('required', `"${name}" is missing`, path);
  }
  for (const [name, field] of shape.fields()) {
    if (value[name] !== undefined) check(value[name], field, path + member(name), value, state);
  }
  shape.also?.(value as never, (at, rule, message) => tell(rule, message, path + at), state.minor);
}

function checkWord(
  value: unknown,
  since: ReadonlyMap<string, Minor>,
  minor: Minor,
  tell: (rule: CdxRule, message: string) => void,
): void {
  const first = typeof value === 'string' ? since.get(value) : undefined;
  if (first === undefined) tell('word', `${quoted(value)} is none of the words that are allowed here`);
  else if (first > minor) tell('word', `${quoted(value)} is allowed from version 1.${first} on`);
}

const member = (name: string) => (/^[A-Za-z_$][\w$-]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`);

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const quoted = (value: unknown) => JSON.stringify(String(value).slice(0, 80));

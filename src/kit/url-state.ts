/** How one part of a page's state stands in the address. What equals the default is left out of it. */
export interface Param<Value> {
  /** Reads what an address says; anything that cannot be read is the default, so that no address breaks a page. */
  read(raw: string | undefined): Value;
  write(value: Value): string | undefined;
  /** It stands there by the way, like the row that is open: no condition, so no part of a saved view. */
  passing?: true;
}

export type Params = Record<string, Param<unknown>>;

/** The state that a set of params describes. */
export type StateOf<P> = { [Key in keyof P]: P[Key] extends Param<infer Value> ? Value : never };

/** An order of rows: `name` is ascending, `-name` descending. */
export interface Sort<Key extends string = string> {
  key: Key;
  direction: 'ascending' | 'descending';
}

/** Free text; '' when absent. */
export function word(): Param<string> {
  return { read: (raw) => raw ?? '', write: (value) => value.trim() || undefined };
}

/** One of a few words. */
export function oneOf<const Word extends string>(words: readonly Word[], standard: NoInfer<Word>): Param<Word> {
  return {
    read: (raw) => words.find((one) => one === raw) ?? standard,
    write: (value) => (value === standard ? undefined : value),
  };
}

/** Any of a few words, kept in their own order: a filter. */
export function someOf<const Word extends string>(words: readonly Word[]): Param<Word[]> {
  return {
    read: (raw) => words.filter((one) => raw?.split(',').includes(one)),
    write: (value) => words.filter((one) => value.includes(one)).join(',') || undefined,
  };
}

/** Ids, in the order given: what is open, what a filter names. */
export function ids(): Param<string[]> {
  return {
    read: (raw) => [...new Set((raw ?? '').split(',').filter(Boolean))],
    write: (value) => value.join(',') || undefined,
  };
}

/** What stands in the address by the way: no condition, so no part of a saved view. */
export function passing<Value>(param: Param<Value>): Param<Value> {
  return { ...param, passing: true };
}

/** The id of the row whose panel is open, or null. */
export function row(): Param<string | null> {
  return passing({ read: (raw) => raw || null, write: (value) => value ?? undefined });
}

/** The order of a table. */
export function sort<const Key extends string>(
  keys: readonly Key[],
  standard: NoInfer<Key> | `-${NoInfer<Key>}`,
): Param<Sort<Key>> {
  const parse = (raw: string): Sort<Key> | undefined => {
    const key = keys.find((one) => one === raw.replace(/^-/, ''));
    return key && { key, direction: raw.startsWith('-') ? 'descending' : 'ascending' };
  };
  const fallback = parse(standard) as Sort<Key>;
  return {
    read: (raw) => parse(raw ?? '') ?? fallback,
    write: (value) => (printSort(value) === standard ? undefined : printSort(value)),
  };
}

/** An order as the address and the API write it. */
export function printSort(value: Sort): string {
  return value.direction === 'descending' ? `-${value.key}` : value.key;
}

/** The state of a page, read from the words of its address. */
export function readState<P extends Params>(params: P, search: Record<string, unknown>): StateOf<P> {
  const entries = Object.entries(params).map(([key, param]) => {
    const raw = search[key];
    return [key, param.read(raw === undefined ? undefined : String(raw))];
  });
  return Object.fromEntries(entries) as StateOf<P>;
}

/** The conditions that an address holds, in their shortest form and always in the same order. */
export function conditionsOf(params: Params, search: Record<string, unknown>): Record<string, string> {
  const state = readState(params, search);
  const entries = Object.entries(params).flatMap(([key, param]) => {
    const said = param.passing ? undefined : param.write(state[key]);
    return said === undefined ? [] : [[key, said] as const];
  });
  return Object.fromEntries(entries);
}

/** The words of the address after a change; what other parts keep there stays. */
export function changeSearch<P extends Params>(
  params: P,
  search: Record<string, unknown>,
  change: Partial<StateOf<P>>,
): Record<string, unknown> {
  const changed = Object.entries(change).map(([key, value]) => [key, params[key]?.write(value)]);
  return { ...search, ...Object.fromEntries(changed) };
}

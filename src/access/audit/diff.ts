/** A field that differs; `path` are the keys that lead to it. undefined: the field was not there. */
export type FieldDifference = { path: string[]; before: unknown; after: unknown };

/**
 * What changed between two values of the trail, field by field: objects are walked into, everything else is compared
 * as a whole. Fields in their order, first those of before.
 */
export function differencesOf(before: unknown, after: unknown): FieldDifference[] {
  return walk([], before ?? undefined, after ?? undefined);
}

function walk(path: string[], before: unknown, after: unknown): FieldDifference[] {
  if (isObject(before) || isObject(after)) {
    // An object against a plain value is one difference; an object that came or went shows its fields.
    if ((before !== undefined && !isObject(before)) || (after !== undefined && !isObject(after)))
      return [{ path, before, after }];
    const [left, right] = [before ?? {}, after ?? {}] as Record<string, unknown>[];
    const keys = [...new Set([...Object.keys(left ?? {}), ...Object.keys(right ?? {})])];
    return keys.flatMap((key) => walk([...path, key], left?.[key], right?.[key]));
  }
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  return [{ path, before, after }];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

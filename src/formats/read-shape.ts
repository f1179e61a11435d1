import type { z } from 'zod';
import { faultOfJson, isSuspectJson, type JsonFault, type JsonRule, jsonLimits } from './json/index.ts';
import type { Problem } from './problem.ts';

export type RecordRule = JsonRule | 'wrong-shape';
export type Read<Document> = { document: Document } | { problems: Problem<RecordRule>[] };

/** The bytes as JSON of a shape; else every place that is wrong, as JSON pointers, at most ten. */
export function readShape<Shape extends z.ZodType>(bytes: Uint8Array, shape: Shape): Read<z.output<Shape>> {
  const json = parseJson(bytes);
  if ('problems' in json) return json;
  return shapeOf(json.document, shape);
}

/**
 * JSON as it stands, within the limits of the strict reader and refused with the place where it would be: also for a key that
 * stands twice. Characters that no database keeps (NUL, half a character) are replaced by U+FFFD.
 */
export function parseJson(bytes: Uint8Array): Read<unknown> {
  if (isSuspectJson(bytes, jsonLimits)) {
    const fault = faultOfJson(bytes, jsonLimits);
    if (fault) return refusedBy(fault);
  }
  try {
    return { document: parseText(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch (thrown) {
    const fault = faultOfJson(bytes, jsonLimits);
    return fault ? refusedBy(fault) : refused('', 'malformed', String(thrown));
  }
}

function parseText(text: string): unknown {
  if (!text.includes('\\u') || !/\\u(?:0000|d[89a-f])/i.test(text)) return JSON.parse(text);
  return JSON.parse(text, (_key, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\ufffd') : value,
  );
}

function refusedBy({ rule, message, path, line }: JsonFault): { problems: Problem<RecordRule>[] } {
  return { problems: [{ path: pointerOf(path), rule, message: `${message} (line ${line})`, details: { line } }] };
}

/** "$.a[3]" as "/a/3". */
function pointerOf(path: string): string {
  const steps = path.matchAll(/\.([^.[]+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/g);
  return pointer([...steps].map(([, name, index, quoted]) => name ?? index ?? (JSON.parse(quoted ?? '""') as string)));
}

const pointer = (steps: readonly PropertyKey[]) =>
  steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** A value of a shape. */
export function shapeOf<Shape extends z.ZodType>(value: unknown, shape: Shape): Read<z.output<Shape>> {
  const read = shape.safeParse(value);
  if (read.success) return { document: read.data };
  const problems = read.error.issues.slice(0, 10).map(
    ({ path, message }): Problem<RecordRule> => ({
      path: pointer(path),
      ...{ rule: 'wrong-shape', message, details: {} },
    }),
  );
  return { problems };
}

/** One problem, at a place. */
export function refused(path: string, rule: RecordRule, message: string): { problems: Problem<RecordRule>[] } {
  return { problems: [{ path, rule, message, details: {} }] };
}

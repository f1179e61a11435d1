import type { z } from 'zod';
import type { Problem } from './problem.ts';

export type RecordRule = 'not-json' | 'not-utf8' | 'wrong-shape' | 'wrong-kind' | 'too-large';
export type Read<Document> = { document: Document } | { problems: Problem<RecordRule>[] };

/** The bytes as JSON of a shape; else every place that is wrong, as JSON pointers, at most ten. */
export function readShape<Shape extends z.ZodType>(bytes: Uint8Array, shape: Shape): Read<z.output<Shape>> {
  const json = parseJson(bytes);
  if ('problems' in json) return json;
  return shapeOf(json.document, shape);
}

/** JSON as it stands. */
export function parseJson(bytes: Uint8Array): Read<unknown> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refused('', 'not-utf8', 'The bytes are no UTF-8');
  }
  try {
    return { document: JSON.parse(text) };
  } catch (fault) {
    return refused('', 'not-json', fault instanceof Error ? fault.message : String(fault));
  }
}

/** A value of a shape. */
export function shapeOf<Shape extends z.ZodType>(value: unknown, shape: Shape): Read<z.output<Shape>> {
  const read = shape.safeParse(value);
  if (read.success) return { document: read.data };
  const problems = read.error.issues.slice(0, 10).map(
    ({ path, message }): Problem<RecordRule> => ({
      path: path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
      ...{ rule: 'wrong-shape', message, details: {} },
    }),
  );
  return { problems };
}

/** One problem, at a place. */
export function refused(path: string, rule: RecordRule, message: string): { problems: Problem<RecordRule>[] } {
  return { problems: [{ path, rule, message, details: {} }] };
}

/**
 * One text for one value: keys in code-unit order, no blanks, numbers as PostgreSQL's jsonb writes them.
 * (RFC 8785 writes numbers as JavaScript does, which would let two different stored numbers look the same.)
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string' || value === null) return JSON.stringify(value);
  return JSON.stringify(sorted(value)) ?? 'null';
}

/** Parses a jsonb text so that canonicalJson writes its numbers as they stood. */
export function parseWritten(text: string): unknown {
  return JSON.parse(text, (_key, value, context?: { source?: string }) =>
    typeof value === 'number' && context?.source !== undefined ? rawJson(context.source) : value,
  );
}

// In the language since ES2026; TypeScript's library does not name it yet.
const { rawJSON: rawJson, isRawJSON: isRawJson } = JSON as unknown as {
  rawJSON: (text: string) => object;
  isRawJSON: (value: unknown) => boolean;
};

/** Whether parseWritten made this of a number. */
export const isWrittenNumber = (value: unknown): boolean => isRawJson(value);

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object' || isRawJson(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries.map(([key, one]) => [key, sorted(one)]));
}

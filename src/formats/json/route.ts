/**
 * What of a document is handed out as it closes, and what is not kept. Where no route leads, values are kept in their parent.
 * A handed-out value is missing from its parent, so memory holds one of them at a time.
 */
export type JsonRoute = {
  /** Hand the value out under this name. */
  yields?: string;
  /** Read it, judge it as JSON, keep nothing of it. */
  skip?: true;
  members?: Record<string, JsonRoute>;
  /** For members that `members` does not name. */
  others?: JsonRoute;
  elements?: JsonRoute;
};

/** Of one reading. `values` counts what one handed-out value may consist of, so that a text of "[[],[],…" stays small. */
export type JsonLimits = { bytes: number; depth: number; values: number };

export const jsonLimits: JsonLimits = { bytes: 64 * 1024 * 1024, depth: 200, values: 1_000_000 };

/** A value that a route asked for. The whole document comes last, with the path "$". */
export type JsonYield = { name: string; value: unknown; path: string; line: number };

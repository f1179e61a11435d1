import type { SbomEdge, SbomHead, SbomItem, SbomPart, SbomStatement } from './parts.ts';

/** A bill of materials as a tree, for formats that nest, with everything that no tree can say beside it. */
export type Outline = {
  head: SbomHead | null;
  /** The part that the document describes. */
  subject: SbomPart | null;
  /** Its ref, or one that is free for it. */
  subjectRef: string;
  /** The others by ref, in the order of the document; the first of two with one ref. */
  parts: ReadonlyMap<string, SbomPart>;
  /** Refs that stand in no other part. */
  roots: readonly string[];
  /** Ref → refs that stand in it; each part stands in one place. */
  inside: ReadonlyMap<string, readonly string[]>;
  /** Ref → the part that it stands in. */
  parents: ReadonlyMap<string, string>;
  /** Between known parts, each once, those of the tree included; the subject contains what nothing else leads to. */
  edges: readonly SbomEdge[];
  statements: readonly SbomStatement[];
};

/** Deeper nesting is refused by many readers; what stands deeper becomes a root. */
const deepest = 32;

/**
 * Puts a stream of parts in order. Where several parts contain one, it stands in that nearest to the top;
 * circles are cut where they close.
 */
export function outlineOf(items: Iterable<SbomItem>): Outline {
  const parts = new Map<string, SbomPart>();
  const statements: SbomStatement[] = [];
  const named: SbomEdge[] = [];
  let head: SbomHead | null = null;
  for (const item of items) {
    if (item.is === 'head') head = item.head;
    else if (item.is === 'part' && !parts.has(item.part.ref)) parts.set(item.part.ref, item.part);
    else if (item.is === 'edge') named.push(item.edge);
    else if (item.is === 'statement') statements.push(item.statement);
  }
  const edges = knownOnce(named, parts);
  const subject = parts.get(head?.subject ?? '') ?? null;
  const subjectRef = subject?.ref ?? freeRef(parts);
  parts.delete(subjectRef);
  const tree = nested(parts, edges);
  const reached = new Set(edges.map(({ to }) => to));
  for (const to of tree.roots) if (!reached.has(to)) edges.push({ from: subjectRef, to, kind: 'contains' });
  return { head, subject, subjectRef, parts, ...tree, edges, statements };
}

function freeRef(parts: ReadonlyMap<string, SbomPart>): string {
  let ref = 'release';
  while (parts.has(ref)) ref += '-';
  return ref;
}

function knownOnce(edges: readonly SbomEdge[], parts: ReadonlyMap<string, SbomPart>): SbomEdge[] {
  const seen = { contains: new Map<string, Set<string>>(), 'depends-on': new Map<string, Set<string>>() };
  return edges.filter(({ from, to, kind }) => {
    if (from === to || !parts.has(from) || !parts.has(to)) return false;
    const known = seen[kind].get(from) ?? new Set();
    seen[kind].set(from, known);
    return known.size < known.add(to).size;
  });
}

/** From the top, level by level, so that long chains and circles cost no more than their length. */
function nested(parts: ReadonlyMap<string, SbomPart>, edges: readonly SbomEdge[]) {
  const contained = new Map<string, string[]>();
  const inner = new Set<string>();
  for (const { from, to, kind } of edges) {
    // What the subject contains stands at the top, unless another part says more.
    if (kind !== 'contains' || !parts.has(from) || !parts.has(to)) continue;
    inner.add(to);
    into(contained, from, to);
  }
  const depths = new Map<string, number>();
  const parents = new Map<string, string>();
  const inside = new Map<string, string[]>();
  const roots: string[] = [];
  const place = (start: Iterable<string>) => {
    const waiting: string[] = [];
    for (const ref of start) {
      roots.push(ref);
      depths.set(ref, 1);
      waiting.push(ref);
    }
    for (let next = 0; next < waiting.length; next++) {
      const ref = waiting[next] as string;
      const depth = depths.get(ref) as number;
      for (const to of contained.get(ref) ?? []) {
        if (depths.has(to)) continue;
        const isTooDeep = depth === deepest;
        depths.set(to, isTooDeep ? 1 : depth + 1);
        waiting.push(to);
        if (isTooDeep) roots.push(to);
        else {
          parents.set(to, ref);
          into(inside, ref, to);
        }
      }
    }
  };
  place([...parts.keys()].filter((ref) => !inner.has(ref)));
  // What is left stands in circles only.
  for (const ref of parts.keys()) if (!depths.has(ref)) place([ref]);
  return { roots, inside, parents };
}

function into(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

import { setImmediate } from 'node:timers/promises';
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
 * circles are cut where they close. Others are answered meanwhile.
 */
export async function outlineOf(items: Iterable<SbomItem>): Promise<Outline> {
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
  await setImmediate();
  const edges = knownOnce(named, parts);
  await setImmediate();
  const subject = parts.get(head?.subject ?? '') ?? null;
  const subjectRef = subject?.ref ?? freeRef(parts);
  parts.delete(subjectRef);
  const { roots, inside, parents } = nested(parts, edges);
  await setImmediate();
  const reached = new Set(edges.map(({ to }) => to));
  for (const to of roots) if (!reached.has(to)) edges.push({ from: subjectRef, to, kind: 'contains' });
  return { head, subject, subjectRef, parts, roots, inside, parents, edges, statements };
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

function nested(parts: ReadonlyMap<string, SbomPart>, edges: readonly SbomEdge[]) {
  const contained = new Map<string, string[]>();
  const inner = new Set<string>();
  for (const { from, to, kind } of edges) {
    // What the subject contains stands at the top, unless another part says more.
    if (kind !== 'contains' || !parts.has(from) || !parts.has(to)) continue;
    inner.add(to);
    into(contained, from, to);
  }
  const tree = new Tree(contained);
  tree.grow([...parts.keys()].filter((ref) => !inner.has(ref)));
  // What is left stands in circles only.
  for (const ref of parts.keys()) tree.grow([ref]);
  return tree;
}

/** Grows from the top, level by level, so that long chains and circles cost no more than their length. */
class Tree {
  readonly roots: string[] = [];
  readonly inside = new Map<string, string[]>();
  readonly parents = new Map<string, string>();
  readonly #depths = new Map<string, number>();
  readonly #contained: ReadonlyMap<string, string[]>;

  constructor(contained: ReadonlyMap<string, string[]>) {
    this.#contained = contained;
  }

  grow(roots: string[]): void {
    const waiting = roots.filter((ref) => this.#place(ref, null));
    for (const ref of waiting) {
      for (const to of this.#contained.get(ref) ?? []) if (this.#place(to, ref)) waiting.push(to);
    }
  }

  /** Whether it stood nowhere yet. */
  #place(ref: string, within: string | null): boolean {
    if (this.#depths.has(ref)) return false;
    const above = within === null ? 0 : (this.#depths.get(within) ?? 0);
    if (within === null || above === deepest) {
      this.roots.push(ref);
      this.#depths.set(ref, 1);
    } else {
      this.parents.set(ref, within);
      into(this.inside, within, ref);
      this.#depths.set(ref, above + 1);
    }
    return true;
  }
}

function into(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

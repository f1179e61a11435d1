import type { SbomEdge, SbomLimits, SbomPart, SbomProblem } from './parts.ts';
import type { SbomRule } from './rules.ts';

/** One relation of a document in our direction: `from` contains or depends on `to`. Keys are the collector's own. */
export type Link = {
  from: string;
  to: string;
  kind: SbomEdge['kind'];
  /** What the relation says of `to`: null where it is a part like any other. */
  marks: Exclude<SbomPart['purpose'], 'shipped'> | null;
  place: string;
};

/** How keys become what leaves the graph: one thing can have a local and a foreign name. */
export type Naming = { canonical: (key: string) => string; refOf: (key: string) => string };

export type Settled = { parts: SbomPart[]; edges: SbomEdge[]; subject: string | null; problems: SbomProblem[] };

// A part that can still reach a customer is called so; what it was made from tells more than what made it.
const strongest = ['optional', 'source', 'build', 'test'] as const;
const listedProblems = 100;

/**
 * Collects the parts and relations of a document in any order, and settles at its end what depends on both:
 * - a file that a package holds is no part of its own, and its relations are those of its package;
 * - what is only built from, built with or tested with is not shipped;
 * - a part without identity, made from exactly one source of the same version, carries the CPE names of that source:
 *   Yocto (2.2) and Zephyr write them there.
 */
export class PartGraph {
  readonly #limits: SbomLimits;
  readonly #parts = new Map<string, SbomPart>();
  readonly #files = new Set<string>();
  readonly #keys = new Map<string, string>();
  readonly #links: Link[] = [];
  readonly #others = new Set<string>();
  readonly #described = new Set<string>();

  constructor(limits: SbomLimits) {
    this.#limits = limits;
  }

  /** Adds a part; what is wrong with that, or null. The first of two with one key stays. */
  add(key: string, part: SbomPart, as: 'package' | 'file'): SbomProblem | null {
    if (this.#parts.has(key)) {
      return problem('warning', part.place, 'duplicate-ref', `"${part.ref}" already names another part`);
    }
    if (this.#parts.size >= this.#limits.parts) {
      return problem('error', part.place, 'too-many-parts', `At most ${this.#limits.parts} parts are read`);
    }
    if (part.supplier !== null) part.supplier = this.#one(part.supplier);
    part.licences = part.licences.map((licence) => this.#one(licence));
    this.#parts.set(this.#one(key), part);
    if (as === 'file') this.#files.add(this.#one(key));
    return null;
  }

  /** Names something that is no part: relations with it are passed over, and what was added under its key goes. */
  pass(key: string): void {
    this.#others.add(this.#one(key));
    this.#parts.delete(key);
    this.#files.delete(key);
  }

  link(link: Link): void {
    this.#links.push({ ...link, from: this.#one(link.from), to: this.#one(link.to) });
  }

  /** The document says that it is about this. */
  describe(key: string): void {
    this.#described.add(this.#one(key));
  }

  settle({ canonical, refOf }: Naming): Settled {
    const links = this.#links;
    for (const link of links) {
      link.from = canonical(link.from);
      link.to = canonical(link.to);
    }
    const holders = this.#holders();
    const { edges, marks, shipped, sources, problems } = this.#connect(holders);
    const parts = [...this.#parts].filter(([key]) => !holders.has(key));
    for (const [key, part] of parts) {
      part.purpose = purposeOf(part, marks.get(key), shipped.has(key));
      part.ref = refOf(key);
    }
    for (const [key, part] of parts) this.#nameLikeSource(part, sources.get(key));
    const subject = this.#subject(new Set(edges.map(({ to }) => to)), holders, canonical);
    for (const edge of edges) {
      edge.from = refOf(edge.from);
      edge.to = refOf(edge.to);
    }
    return { parts: parts.map(([, part]) => part), edges, subject: subject === null ? null : refOf(subject), problems };
  }

  // One string object for a ref, a supplier or a licence, however often it stands in the document.
  #one(key: string): string {
    const known = this.#keys.get(key);
    if (known !== undefined) return known;
    this.#keys.set(key, key);
    return key;
  }

  /** File → the first package that contains it. */
  #holders(): Map<string, string> {
    const holders = new Map<string, string>();
    for (const { from, to, kind } of this.#links) {
      if (kind !== 'contains' || !this.#files.has(to) || holders.has(to)) continue;
      if (this.#parts.has(from) && !this.#files.has(from)) holders.set(to, from);
    }
    return holders;
  }

  #connect(holders: Map<string, string>) {
    const edges = new EdgeSet([...this.#parts.keys()]);
    const unknown = new Map<string, string>();
    const marks = new Map<string, Set<string>>();
    const shipped = new Set<string>();
    const sources = new Map<string, Set<string>>();
    for (const link of this.#links) {
      // That a package holds a file is no relation of parts; that a file of one is linked into a file of another is.
      if (link.kind === 'contains' && holders.has(link.to) && !this.#files.has(link.from)) continue;
      const from = holders.get(link.from) ?? link.from;
      const to = holders.get(link.to) ?? link.to;
      for (const end of [from, to]) this.#noteUnknown(end, link.place, unknown);
      if (from === to || !this.#parts.has(from) || !this.#parts.has(to)) continue;
      edges.add(from, to, link.kind);
      // A file made from another's file makes no source of the package that ships both.
      const isLifted = to !== link.to || from !== link.from;
      if (link.marks === null) shipped.add(to);
      else if (!isLifted) into(marks, to, link.marks);
      if (link.marks === 'source' && !isLifted) into(sources, from, to);
    }
    return { edges: edges.list, marks, shipped, sources, problems: unknownProblems(unknown) };
  }

  /** Of another document one name is enough. */
  #noteUnknown(key: string, place: string, unknown: Map<string, string>): void {
    if (this.#parts.has(key) || this.#others.has(key)) return;
    const name = key.slice(key.indexOf(keySeparator) + 1);
    const document = /^(DocumentRef-[^:]+):/.exec(name)?.[1];
    if (!unknown.has(document ?? name)) unknown.set(document ?? name, place);
  }

  #nameLikeSource(part: SbomPart, sources: Set<string> | undefined): void {
    if (part.purl !== null || part.cpes.length > 0 || part.purpose !== 'shipped' || sources?.size !== 1) return;
    const [only] = sources;
    const source = this.#parts.get(only ?? '');
    if (source && (part.version === null || part.version === source.version)) part.cpes = [...source.cpes];
  }

  /** The one package that the document describes; of several, the one at the top; or the one file. */
  #subject(inner: Set<string>, holders: Map<string, string>, canonical: Naming['canonical']): string | null {
    const described = [...new Set([...this.#described].map(canonical))];
    const known = described.filter((key) => this.#parts.has(key) && !holders.has(key));
    const packages = known.filter((key) => !this.#files.has(key));
    const atTop = packages.filter((key) => !inner.has(key) && this.#parts.get(key)?.purpose === 'shipped');
    const choice = [packages, atTop, packages.length === 0 ? known : []].find(({ length }) => length === 1);
    return choice?.[0] ?? null;
  }
}

/** Edges without repetition. Two positions and a kind make one number, which is small to remember. */
class EdgeSet {
  readonly list: SbomEdge[] = [];
  readonly #positions: Map<string, number>;
  readonly #seen = new Set<number>();

  constructor(keys: readonly string[]) {
    this.#positions = new Map(keys.map((key, position) => [key, position]));
  }

  add(from: string, to: string, kind: SbomEdge['kind']): void {
    const of = (key: string) => this.#positions.get(key) ?? 0;
    const edge = (of(from) * this.#positions.size + of(to)) * 2 + (kind === 'contains' ? 1 : 0);
    if (this.#seen.has(edge)) return;
    this.#seen.add(edge);
    this.list.push({ from, to, kind });
  }
}

function purposeOf(part: SbomPart, marks: Set<string> | undefined, isShipped: boolean): SbomPart['purpose'] {
  if (part.purpose !== 'shipped' || isShipped) return part.purpose;
  return strongest.find((purpose) => marks?.has(purpose)) ?? 'shipped';
}

function unknownProblems(unknown: Map<string, string>): SbomProblem[] {
  const listed = [...unknown].slice(0, listedProblems).map(([name, place]) => {
    if (name.startsWith('DocumentRef-')) {
      return problem('warning', place, 'other-document', `Relations with ${name}, another document, are left out`);
    }
    return problem('warning', place, 'unknown-ref', `Nothing in this document is called "${name}"`);
  });
  const [, place] = [...unknown][listedProblems] ?? [];
  if (place === undefined) return listed;
  const message = `${unknown.size - listedProblems} more names in relations stand for nothing in this document`;
  return [...listed, problem('warning', place, 'unknown-ref', message)];
}

function into(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set([value]));
}

/** Stands between the document and the name in a key. */
export const keySeparator = '\n';

export function problem(level: SbomProblem['level'], place: string, rule: SbomRule, message: string): SbomProblem {
  return { level, place, rule, message };
}

import { type Identity, identityOf, isUsable, keyOf } from './identity.ts';
import { isShipped, type SbomEdge, type SbomHead, type SbomPart, type SbomProblem } from './parts.ts';
import type { UnmappedParts } from './parts-mapping.ts';

/** A part named in the result, so that a person finds it in the document. */
export type NamedPart = { ref: string; place: string; name: string; version: string | null };

/** How many parts lack something, with the first of them. */
export type Lacking = { count: number; examples: NamedPart[] };

const MOST_EXAMPLES = 20;
const MOST_PROBLEMS = 200;

const lackable = ['identity', 'name', 'version', 'supplier', 'uniqueId', 'licence', 'hash'] as const;
type Lackable = (typeof lackable)[number];
const purposes = ['shipped', 'source', 'build', 'test', 'optional'] as const;

/**
 * Everything that is counted of one document. Holds refs and keys, never the parts.
 * The thing that the document describes is no part of itself, but owes the minimum elements too;
 * which one that is may be said last.
 */
export class Tally {
  head: SbomHead | null = null;
  unmapped: UnmappedParts | null = null;
  parts = 0;
  statements = 0;
  edges: Record<SbomEdge['kind'], number> = { contains: 0, 'depends-on': 0 };
  purposes = Object.fromEntries(purposes.map((purpose) => [purpose, 0])) as Record<SbomPart['purpose'], number>;
  errors = 0;
  warnings = 0;
  readonly problems: SbomProblem[] = [];
  readonly lacking = Object.fromEntries(lackable.map((name) => [name, nobody()])) as Record<Lackable, Lacking>;
  /** The same without the thing that the document describes; known when everything is read. */
  readonly lackingParts = Object.fromEntries(lackable.map((name) => [name, 0])) as Record<Lackable, number>;
  merged = 0;
  /** Parts that stand in a relation, whatever its direction. */
  related = 0;
  #keys = new Set<string>();
  /** What each part lacks, as bits, and above them the position of its purpose. */
  #facts = new Map<string, number>();
  #related = new Set<string>();

  addPart(part: SbomPart): void {
    const identity = identityOf(part);
    for (const text of identity.unreadable) {
      const message = `"${text.slice(0, 100)}" is no ${text.startsWith('cpe') ? 'CPE' : 'purl'}, and says nothing`;
      this.addProblem({ level: 'warning', place: part.place, rule: 'unreadable-identity', message });
    }
    let lacks = 0;
    for (const [bit, name] of lackable.entries()) {
      if (!isLacking[name](part, identity)) continue;
      lacks |= 1 << bit;
      note(this.lacking[name], part);
      this.lackingParts[name]++;
    }
    this.parts++;
    this.purposes[part.purpose]++;
    this.#facts.set(part.ref, lacks | (purposes.indexOf(part.purpose) << lackable.length));
    this.#keys.add(keyOf(part, identity));
  }

  addEdge({ from, to, kind }: SbomEdge): void {
    this.edges[kind]++;
    this.#related.add(from);
    this.#related.add(to);
  }

  addProblem(problem: SbomProblem): void {
    if (problem.level === 'error') this.errors++;
    else this.warnings++;
    // Errors are what the reader looks for: warnings leave room for them.
    if (this.problems.length < MOST_PROBLEMS * (problem.level === 'error' ? 2 : 1)) this.problems.push(problem);
  }

  /** When everything is read. */
  settle(): void {
    this.merged = this.parts - this.#keys.size;
    this.#leaveOut(this.head?.subject ?? null);
    const missing = [...this.#related].filter((ref) => !this.#facts.has(ref) && ref !== this.head?.subject);
    this.related = [...this.#facts.keys()].filter((ref) => this.#related.has(ref)).length;
    const [example] = missing;
    if (example === undefined) return;
    const message = `${missing.length} refs of relations name parts that are not there, e.g. "${example.slice(0, 100)}"`;
    this.addProblem({ level: 'warning', place: example.slice(0, 100) || 'relations', rule: 'unknown-ref', message });
  }

  #leaveOut(subject: string | null): void {
    const facts = subject === null ? undefined : this.#facts.get(subject);
    if (subject === null || facts === undefined) return;
    this.#facts.delete(subject);
    this.parts--;
    this.purposes[purposes[facts >> lackable.length] ?? 'shipped']--;
    for (const [bit, name] of lackable.entries()) {
      if ((facts & (1 << bit)) !== 0) this.lackingParts[name]--;
    }
    const { identity } = this.lacking;
    identity.count = this.lackingParts.identity;
    identity.examples = identity.examples.filter(({ ref }) => ref !== subject);
  }
}

type Judgement = (part: SbomPart, identity: Identity) => boolean;

// A file is known by its hash; it has no maker and no version of its own.
const isFile = ({ kind }: SbomPart) => kind === 'file';
// A ref that is its own place was made by us, because the document gives none.
const hasOwnRef = ({ ref, place }: SbomPart) => ref !== '' && ref !== place;
const hasHash = ({ hashes }: SbomPart) => Object.keys(hashes).length > 0;

const isLacking: Record<Lackable, Judgement> = {
  // What is not shipped is never looked up.
  identity: (part, identity) => isShipped(part) && !isFile(part) && !isUsable(part, identity),
  name: ({ name }) => name === '',
  version: (part) => !isFile(part) && part.version === null,
  supplier: (part) => !isFile(part) && part.supplier === null,
  uniqueId: (part) => !hasOwnRef(part) && part.purl === null && part.cpes.length === 0 && !hasHash(part),
  licence: ({ licences }) => licences.length === 0,
  hash: (part) => !hasHash(part),
};

function nobody(): Lacking {
  return { count: 0, examples: [] };
}

function note(lacking: Lacking, { ref, place, name, version }: SbomPart): void {
  lacking.count++;
  if (lacking.examples.length < MOST_EXAMPLES) lacking.examples.push({ ref, place, name, version });
}

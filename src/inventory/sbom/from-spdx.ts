import type { SpdxFacts, SpdxFile, SpdxItem, SpdxPackage, SpdxProblem, SpdxRelationship } from '#formats/spdx';
import { keySeparator, PartGraph, problem } from './part-graph.ts';
import type { SbomHead, SbomItem, SbomLimits, SbomPart, SbomProblem } from './parts.ts';
import { relationships2 } from './spdx-relationships.ts';
import { hashesOf, instantOf, nameOfAgent, purposeSays } from './spdx-words.ts';

/** Documents of one bill of materials; several name each other by DocumentRef. */
export type SpdxDocuments = AsyncIterable<{ name: string; items: AsyncIterable<SpdxItem> | Iterable<SpdxItem> }>;

/**
 * One SPDX 2 document as a stream of parts. Everything comes at its end, because relations decide what is a part:
 * a file is one only where no package holds it; what a package was generated from is its source.
 * @source SPDX 2.3, 7, 8 and 11
 */
export async function* fromSpdx(
  items: AsyncIterable<SpdxItem> | Iterable<SpdxItem>,
  limits: SbomLimits,
): AsyncGenerator<SbomItem> {
  async function* one() {
    yield { name: '', items };
  }
  yield* fromDocuments(one(), limits, 'one');
}

/**
 * Several SPDX 2 documents that link to each other (Yocto's archive, Zephyr) as one bill of materials.
 * Refs are `namespace#SPDXRef-…`, which is how SPDX calls an element from outside.
 * @source SPDX 2.3, 6.6 (external document references)
 */
export function fromLinkedSpdx(documents: SpdxDocuments, limits: SbomLimits): AsyncGenerator<SbomItem> {
  return fromDocuments(documents, limits, 'linked');
}

async function* fromDocuments(
  documents: SpdxDocuments,
  limits: SbomLimits,
  how: 'one' | 'linked',
): AsyncGenerator<SbomItem> {
  const set = new DocumentSet(limits);
  for await (const { name, items } of documents) {
    for await (const item of items) {
      const found = set.take(name, item);
      if (!found) continue;
      yield { is: 'problem', problem: found };
      if (found.level === 'error') return;
    }
  }
  yield* set.settle(how);
}

class DocumentSet {
  readonly #graph: PartGraph;
  readonly #facts = new Map<string, SpdxFacts>();

  constructor(limits: SbomLimits) {
    this.#graph = new PartGraph(limits);
  }

  /** Takes an item of the named document; returns what is wrong with it. */
  take(document: string, item: SpdxItem): SbomProblem | null {
    const place = (at: string) => (document === '' ? at : `${document}: ${at}`);
    if (item.is === 'problem') return { ...problemOf(item.problem), place: place(item.problem.path) };
    if (item.is === 'facts') this.#facts.set(document, item.facts);
    else if (item.is === 'relationship') this.#relate(document, item.relationship, place(item.place));
    else {
      const part = item.is === 'package' ? partOfPackage(item.package) : partOfFile(item.file);
      return this.#graph.add(keyOf(document, part.ref), { ...part, place: place(item.place) }, item.is);
    }
    return null;
  }

  *settle(how: 'one' | 'linked'): Generator<SbomItem> {
    for (const [document, { documentDescribes }] of this.#facts) {
      for (const ref of documentDescribes ?? []) this.#graph.describe(keyOf(document, ref));
    }
    const { parts, edges, subject, problems } = this.#graph.settle(this.#naming(how));
    yield { is: 'head', head: headOf([...this.#facts.values()], how, subject) };
    for (const part of parts) yield { is: 'part', part };
    for (const edge of edges) yield { is: 'edge', edge };
    for (const problem of problems) yield { is: 'problem', problem };
  }

  #relate(document: string, relationship: SpdxRelationship, place: string): void {
    const { spdxElementId: a, relationshipType: type, relatedSpdxElement: b } = relationship;
    if (isNobody(a) || isNobody(b)) return;
    const [left, right] = [keyOf(document, a), keyOf(document, b)];
    if (type === 'DESCRIBES') this.#graph.describe(right);
    if (type === 'DESCRIBED_BY') this.#graph.describe(left);
    const meaning = relationships2.get(type);
    // The document itself is no part: that it contains a package says no more than that the package stands in it.
    if (!meaning || a.endsWith('SPDXRef-DOCUMENT') || b.endsWith('SPDXRef-DOCUMENT')) return;
    const [from, to] = meaning.direction === 'forward' ? [left, right] : [right, left];
    this.#graph.link({ from, to, kind: meaning.kind, marks: meaning.marks, place });
  }

  #naming(how: 'one' | 'linked') {
    const documentByNamespace = new Map<string, string>();
    const namespaceByRef = new Map<string, string>();
    for (const [document, { documentNamespace, externalDocumentRefs = [] }] of this.#facts) {
      if (documentNamespace !== undefined) documentByNamespace.set(documentNamespace, document);
      for (const { externalDocumentId, spdxDocument } of externalDocumentRefs) {
        namespaceByRef.set(keyOf(document, externalDocumentId), spdxDocument);
      }
    }
    const canonical = (key: string) => {
      const colon = key.indexOf(':', key.indexOf(keySeparator));
      if (colon < 0) return key;
      const document = documentByNamespace.get(namespaceByRef.get(key.slice(0, colon)) ?? '');
      return document === undefined ? key : keyOf(document, key.slice(colon + 1));
    };
    const refOf = (key: string) => {
      const at = key.indexOf(keySeparator);
      const namespace = this.#facts.get(key.slice(0, at))?.documentNamespace ?? key.slice(0, at);
      return how === 'one' ? key.slice(at + 1) : `${namespace}#${key.slice(at + 1)}`;
    };
    return { canonical, refOf };
  }
}

const keyOf = (document: string, id: string) => `${document}${keySeparator}${id}`;
const isNobody = (id: string) => id === 'NOASSERTION' || id === 'NONE' || id === '';

function partOfPackage(found: SpdxPackage): Omit<SbomPart, 'place'> {
  const purls = found.externalRefs.filter(({ referenceType }) => referenceType === 'purl');
  const cpes = found.externalRefs.filter(({ referenceType }) => /^cpe2[23]type$/i.test(referenceType));
  const licence = found.licenseConcluded ?? found.licenseDeclared;
  return {
    ref: found.SPDXID,
    name: found.name ?? '',
    version: found.versionInfo,
    purl: purls[0]?.referenceLocator ?? null,
    cpes: [...new Set(cpes.map(({ referenceLocator }) => referenceLocator))],
    supplier: nameOfAgent(found.supplier),
    licences: licence === null ? [] : [licence],
    hashes: hashesOf(found.checksums.map(({ algorithm, checksumValue: value }) => ({ algorithm, value }))),
    ...purposeSays(found.primaryPackagePurpose),
  };
}

function partOfFile(file: SpdxFile): Omit<SbomPart, 'place'> {
  return {
    ref: file.SPDXID,
    name: file.fileName ?? '',
    version: null,
    purl: null,
    cpes: [],
    supplier: null,
    licences: file.licenseConcluded === null ? [] : [file.licenseConcluded],
    hashes: hashesOf(file.checksums.map(({ algorithm, checksumValue: value }) => ({ algorithm, value }))),
    kind: 'file',
    purpose: 'shipped',
  };
}

// Of linked documents the newest tells when the set was made; it has no one name.
function headOf(facts: SpdxFacts[], how: 'one' | 'linked', subject: string | null): SbomHead {
  const creators = [...new Set(facts.flatMap(({ creators = [] }) => creators))];
  const times = facts.map(({ created }) => instantOf(created)).filter((time) => time !== null);
  const named = (of: RegExp) => creators.filter((creator) => of.test(creator)).map(nameOfAgent);
  return {
    format: 'spdx',
    formatVersion: facts[0]?.spdxVersion ?? null,
    serialNumber: how === 'one' ? (facts[0]?.documentNamespace ?? null) : null,
    createdAt: times.sort().at(-1) ?? null,
    authors: named(/^(?:Person|Organization)\s*:/i).filter((name) => name !== null),
    tools: named(/^Tool\s*:/i).filter((name) => name !== null),
    subject,
  };
}

/** A problem of the SPDX readers in the words of the stream. */
export function problemOf({ path, rule, message, refuses }: SpdxProblem): SbomProblem {
  return problem(refuses ? 'error' : 'warning', path, `spdx-${rule}`, message);
}

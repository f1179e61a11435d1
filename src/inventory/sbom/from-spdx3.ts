import { idOf, isFields, type Spdx3Element, type Spdx3Item } from '#formats/spdx';
import { problemOf } from './from-spdx.ts';
import { keySeparator, type Link, PartGraph, problem } from './part-graph.ts';
import type { SbomHead, SbomItem, SbomLimits, SbomPart, SbomProblem, SbomStatement } from './parts.ts';
import { relationships3 } from './spdx-relationships.ts';
import { hashesOf, instantOf, nameOfAgent, purposeSays } from './spdx-words.ts';

/**
 * An SPDX 3 document as a stream of parts: packages, and files that no package contains; what builds took in and gave out;
 * VEX assessments as statements. Everything comes at its end, because elements stand in any order.
 * @source SPDX 3.0.1: profiles Core, Software, Build, SimpleLicensing, Security
 */
export async function* fromSpdx3(
  items: AsyncIterable<Spdx3Item> | Iterable<Spdx3Item>,
  limits: SbomLimits,
): AsyncGenerator<SbomItem> {
  const elements = new Elements(limits);
  for await (const item of items) {
    const found = item.is === 'problem' ? problemOf(item.problem) : elements.take(item);
    if (!found) continue;
    yield { is: 'problem', problem: found };
    if (found.level === 'error') return;
  }
  yield* elements.settle();
}

type Element = Extract<Spdx3Item, { is: 'element' }>;
type Creation = { created: string | null; createdBy: string[]; createdUsing: string[]; specVersion: string | null };
type Build = { inputs: string[]; outputs: string[]; place: string };

const packages = new Set(['software_Package', 'ai_AIPackage', 'dataset_DatasetPackage']);
const agents = new Set(['Agent', 'Organization', 'Person', 'SoftwareAgent', 'Tool']);
const scopable = new Set(['dependsOn', 'hasOptionalDependency', 'hasProvidedDependency', 'hasPrerequisite']);
/** Edges that one build may make: outputs times inputs could be the square of a document's size. */
const edgesOfBuild = 250_000;

class Elements {
  readonly #graph: PartGraph;
  readonly #parts = new Map<string, SbomPart>();
  readonly #files = new Set<string>();
  readonly #names = new Map<string, string>();
  readonly #licences = new Map<string, string>();
  readonly #licenceOf = { concluded: new Map<string, string>(), declared: new Map<string, string>() };
  readonly #suppliers = new Map<string, string>();
  readonly #creations = new Map<string, Creation>();
  readonly #builds = new Map<string, Build>();
  readonly #statements: SbomStatement[] = [];
  readonly #roots = new Set<string>();
  #document: { id: string | null; creation: string | Creation | null } | null = null;

  constructor(limits: SbomLimits) {
    this.#graph = new PartGraph(limits);
  }

  take({ id, element, place }: Element): SbomProblem | null {
    const { type } = element;
    if (packages.has(type) || type === 'software_File') return this.#addPart(id, element, place);
    if (type.endsWith('VulnAssessmentRelationship')) this.#assess(element);
    else if (type === 'Relationship' || type === 'LifecycleScopedRelationship') return this.#relate(element, place);
    else if (type === 'SpdxDocument' || type === 'software_Sbom' || type === 'Bom') this.#addDocument(id, element);
    else if (type === 'CreationInfo') {
      if (id !== null) this.#creations.set(id, creationOf(element));
    } else if (id !== null) this.#addNamed(id, element);
    if (id !== null) this.#graph.pass(keyOf(id));
    return null;
  }

  *settle(): Generator<SbomItem> {
    const build = [...this.#buildProblems()];
    for (const root of this.#roots) this.#graph.describe(keyOf(root));
    for (const [ref, part] of this.#parts) this.#dress(ref, part);
    const { parts, edges, subject, problems } = this.#graph.settle({ canonical: (key) => key, refOf: refOf });
    yield { is: 'head', head: this.#head(subject) };
    for (const part of parts) yield { is: 'part', part };
    for (const edge of edges) yield { is: 'edge', edge };
    for (const statement of this.#statements) {
      const vulnerability = this.#names.get(statement.vulnerability) ?? statement.vulnerability;
      yield { is: 'statement', statement: { ...statement, vulnerability } };
    }
    for (const problem of [...build, ...problems]) yield { is: 'problem', problem };
    if (!this.#document) {
      yield { is: 'problem', problem: problem('warning', '$', 'spdx-document-missing', 'There is no SpdxDocument') };
    }
  }

  #addPart(id: string | null, element: Spdx3Element, place: string): SbomProblem | null {
    if (id === null) return problem('error', place, 'spdx-id-missing', 'A package or file needs an spdxId');
    const part = partOf(id, element, place);
    const isFile = element.type === 'software_File';
    if (isFile) this.#files.add(id);
    if (isFile) part.kind = part.kind === 'other' ? 'file' : part.kind;
    const fault = this.#graph.add(keyOf(id), part, isFile ? 'file' : 'package');
    if (fault) return fault;
    this.#parts.set(id, part);
    const supplier = idOf(element.suppliedBy);
    if (supplier !== null) this.#suppliers.set(id, supplier);
    if (isFields(element.suppliedBy)) this.#names.set(supplier ?? id, textOf(element.suppliedBy.name) ?? '');
    if (part.name !== '') return null;
    return problem('warning', place, 'spdx-name-missing', `${id} has no name`);
  }

  #relate(element: Spdx3Element, place: string): SbomProblem | null {
    const from = idOf(element.from);
    const to = idsOf(element.to);
    const type = textOf(element.relationshipType);
    if (from === null || type === null) {
      return problem('warning', place, 'spdx-relationship-unreadable', 'A relationship needs "from" and a type');
    }
    if (type === 'hasConcludedLicense' && to[0] !== undefined) this.#licenceOf.concluded.set(from, to[0]);
    else if (type === 'hasDeclaredLicense' && to[0] !== undefined) this.#licenceOf.declared.set(from, to[0]);
    else if (type === 'describes') for (const ref of to) this.#roots.add(ref);
    else if (type === 'hasInput') this.#build(from, place).inputs.push(...to);
    else if (type === 'hasOutput') this.#build(from, place).outputs.push(...to);
    else this.#link(from, to, { type, scope: textOf(element.scope), place });
    return null;
  }

  #link(from: string, to: string[], { type, scope, place }: { type: string; scope: string | null; place: string }) {
    const meaning = relationships3.get(type);
    if (!meaning) return;
    // A library that is linked at build time is shipped; a dependency of the build is not.
    if (!scopable.has(type)) scope = null;
    const scoped = scope === 'test' ? 'test' : scope === 'build' || scope === 'development' ? 'build' : null;
    for (const other of to.filter((ref) => !isNobody(ref))) {
      const [whole, part] = meaning.direction === 'forward' ? [from, other] : [other, from];
      const link: Link = {
        from: keyOf(whole),
        to: keyOf(part),
        kind: meaning.kind,
        marks: meaning.marks ?? scoped,
        place,
      };
      this.#graph.link(link);
    }
  }

  #build(id: string, place: string): Build {
    const build = this.#builds.get(id) ?? { inputs: [], outputs: [], place };
    this.#builds.set(id, build);
    return build;
  }

  /**
   * What a build gave out contains the packages it took in (an image), or was made from them (a recipe's sources).
   * Single files that only went in, patches above all, are no parts: what came out stands for them.
   */
  *#buildProblems(): Generator<SbomProblem> {
    for (const { inputs, outputs, place } of this.#builds.values()) {
      if (inputs.length * outputs.length > edgesOfBuild) {
        const message = `${outputs.length} outputs of ${inputs.length} inputs: relations of this build are left out`;
        yield problem('warning', place, 'spdx-build-too-large', message);
        continue;
      }
      for (const output of outputs) for (const input of inputs) this.#made(output, input, place);
    }
    const outputs = new Set([...this.#builds.values()].flatMap(({ outputs }) => outputs));
    for (const input of [...this.#builds.values()].flatMap(({ inputs }) => inputs)) {
      if (this.#files.has(input) && !outputs.has(input)) this.#graph.pass(keyOf(input));
    }
  }

  #made(output: string, input: string, place: string): void {
    const part = this.#parts.get(input);
    if (!part || !this.#parts.has(output)) return;
    if (this.#files.has(input)) return;
    const isSource = part.purpose === 'source';
    const meaning = isSource ? ({ kind: 'depends-on', marks: 'source' } as const) : ({ kind: 'contains' } as const);
    this.#graph.link({ marks: null, ...meaning, from: keyOf(output), to: keyOf(input), place });
  }

  #assess(element: Spdx3Element): void {
    const [, word] = /^security_Vex(\w+)VulnAssessmentRelationship$/.exec(element.type) ?? [];
    const vulnerability = idOf(element.from);
    // CVSS, EPSS, SSVC and catalogue entries judge the vulnerability, not the part.
    if (word === undefined || vulnerability === null) return;
    const detail = ['security_impactStatement', 'security_actionStatement', 'security_statusNotes'];
    this.#statements.push({
      vulnerability,
      refs: idsOf(element.to),
      status: statuses.get(word) ?? word,
      justification: textOf(element.security_justificationType),
      detail: detail.map((key) => textOf(element[key])).find((text) => text !== null) ?? null,
    });
  }

  #addDocument(id: string | null, element: Spdx3Element): void {
    for (const ref of idsOf(element.rootElement)) this.#roots.add(ref);
    if (element.type !== 'SpdxDocument') return;
    const { creationInfo } = element;
    const creation = isFields(creationInfo) && creationInfo.created ? creationOf(creationInfo) : idOf(creationInfo);
    this.#document ??= { id, creation };
  }

  #addNamed(id: string, element: Spdx3Element): void {
    const { type } = element;
    if (type === 'simplelicensing_LicenseExpression') {
      const expression = textOf(element.simplelicensing_licenseExpression);
      if (expression !== null) this.#licences.set(id, expression);
    } else if (type.startsWith('expandedlicensing_') || type === 'simplelicensing_SimpleLicensingText') {
      this.#licences.set(id, textOf(element.name) ?? id);
    } else if (type === 'security_Vulnerability') {
      const cve = identifiersOf(element, /^cve$/)[0] ?? textOf(element.name);
      if (cve) this.#names.set(id, cve);
    } else if (agents.has(type)) this.#names.set(id, textOf(element.name) ?? '');
  }

  #dress(ref: string, part: SbomPart): void {
    const supplier = this.#suppliers.get(ref) ?? (this.#names.has(ref) ? ref : null);
    part.supplier = nameOfAgent(supplier === null ? null : (this.#names.get(supplier) ?? null));
    for (const by of [this.#licenceOf.concluded, this.#licenceOf.declared]) {
      const licence = this.#licenceText(by.get(ref));
      if (licence === null) continue;
      part.licences = [licence];
      return;
    }
  }

  /** An expression, the name of a licence text, or the short name in the address of a listed licence. */
  #licenceText(id: string | undefined): string | null {
    if (id === undefined || isNobody(id)) return null;
    const text = this.#licences.get(id) ?? /spdx\.org\/licenses\/([\w.+-]+)$/.exec(id)?.[1] ?? id;
    return text === 'NOASSERTION' || text === 'NONE' ? null : text;
  }

  #head(subject: string | null): SbomHead {
    const named = this.#document?.creation;
    const [any] = this.#creations.values();
    const creation = (typeof named === 'string' ? this.#creations.get(named) : named) ?? any;
    const named_ = (ids: string[]) => ids.map((id) => nameOfAgent(this.#names.get(id) ?? null) ?? id);
    return {
      format: 'spdx',
      formatVersion: creation?.specVersion ?? null,
      serialNumber: this.#document?.id ?? null,
      createdAt: instantOf(creation?.created),
      authors: named_(creation?.createdBy ?? []),
      tools: named_(creation?.createdUsing ?? []),
      subject,
    };
  }
}

/** @source SPDX 3.0.1, Security: VEX assessments; status words of OpenVEX and CSAF */
const statuses: ReadonlyMap<string, string> = new Map([
  ['NotAffected', 'not_affected'],
  ['Affected', 'affected'],
  ['Fixed', 'fixed'],
  ['UnderInvestigation', 'under_investigation'],
]);

// An IRI can hold anything but a line break; the separator keeps the form of keys that the graph expects.
const keyOf = (id: string) => `${keySeparator}${id}`;
const refOf = (key: string) => key.slice(keySeparator.length);

const isNobody = (id: string) =>
  /(?:^|[/#])(?:NoAssertion|NoAssertionElement|NoAssertionLicense|None|NoneElement|NoneLicense)$/.test(id);

function partOf(ref: string, element: Spdx3Element, place: string): SbomPart {
  const hashes = listOf(element.verifiedUsing).flatMap((entry) => {
    const { algorithm, hashValue } = isFields(entry) ? entry : {};
    return typeof algorithm === 'string' && typeof hashValue === 'string' ? [{ algorithm, value: hashValue }] : [];
  });
  return {
    ref,
    name: textOf(element.name) ?? '',
    version: textOf(element.software_packageVersion),
    purl: textOf(element.software_packageUrl) ?? identifiersOf(element, /^packageUrl$/)[0] ?? null,
    cpes: [...new Set(identifiersOf(element, /^cpe2[23]$/))],
    supplier: null,
    licences: [],
    hashes: hashesOf(hashes),
    ...purposeSays(textOf(element.software_primaryPurpose)),
    place,
  };
}

function identifiersOf(element: Spdx3Element, type: RegExp): string[] {
  return listOf(element.externalIdentifier).flatMap((entry) => {
    const { externalIdentifierType, identifier } = isFields(entry) ? entry : {};
    if (typeof externalIdentifierType !== 'string' || typeof identifier !== 'string') return [];
    return type.test(externalIdentifierType) ? [identifier] : [];
  });
}

function creationOf(value: Record<string, unknown>): Creation {
  return {
    created: textOf(value.created),
    createdBy: idsOf(value.createdBy),
    createdUsing: idsOf(value.createdUsing),
    specVersion: textOf(value.specVersion),
  };
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
const idsOf = (value: unknown): string[] => listOf(value).flatMap((entry) => idOf(entry) ?? []);

function textOf(value: unknown): string | null {
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' || text === 'NOASSERTION' || text === 'NONE' ? null : text;
}

import {
  hashAlgorithms,
  isCpeOfSchema,
  isHashContent,
  type WritableBom,
  type WritableComponent,
  type WritableLicence,
  type WritableVulnerability,
  writeCycloneDxJson,
  writeCycloneDxXml,
} from '#formats/cyclonedx';
import { type Purl, parsePurl } from '#formats/purl';
import { kindOfLicence } from '#formats/spdx';
import { analysisOf } from './cyclonedx-words.ts';
import { type ExportedRelease, type ReleaseFacts, subjectOf, toolName } from './exported-release.ts';
import type { Outline } from './outline.ts';
import type { SbomPart } from './parts.ts';
import { UniqueNames } from './unique-names.ts';

export type CycloneDxForm = { specVersion: WritableBom['specVersion']; as: 'json' | 'xml' };

/**
 * A release as a CycloneDX document, in pieces of text. Parts stand in the part that contains them.
 *
 * What CycloneDX cannot say: a second part that contains the same, and the subject what stands at the top (they depend on
 * it then); a purpose of source, build or test beyond "excluded"; a kind that is not known (a library, as the
 * specification recommends); hashes of other algorithms.
 */
export function toCycloneDx(exported: ExportedRelease, { specVersion, as }: CycloneDxForm): Generator<string> {
  const { outline } = exported;
  const names = new UniqueNames(cleanRef);
  const subject = subjectOf(exported);
  const bom: WritableBom = {
    specVersion,
    serialNumber: `urn:uuid:${exported.documentId}`,
    timestamp: exported.createdAt,
    tools: [{ type: 'application', name: toolName }],
    // Named first, so that no part takes its name.
    subject: { ...componentOf(subject, names, specVersion), properties: propertiesOf(exported.release) },
    ...(exported.release.maker !== null && { supplier: exported.release.maker }),
    components: componentsOf(outline.roots, { outline, names, specVersion }),
    dependencies: dependenciesOf(outline, names),
    vulnerabilities: vulnerabilitiesOf(outline, names),
  };
  return as === 'json' ? writeCycloneDxJson(bom) : writeCycloneDxXml(bom);
}

// XML forbids some characters and its readers trim; both forms have the same refs.
const cleanRef = (ref: string): string => ref.replace(/^\s+|\s+$|[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '_') || 'part';

type Writing = { outline: Outline; names: UniqueNames; specVersion: WritableBom['specVersion'] };

function* componentsOf(refs: readonly string[], writing: Writing): Generator<WritableComponent> {
  const { outline, names, specVersion } = writing;
  for (const ref of refs) {
    const part = outline.parts.get(ref) as SbomPart;
    const inside = outline.inside.get(ref);
    const component = componentOf(part, names, specVersion);
    yield inside ? { ...component, components: () => componentsOf(inside, writing) } : component;
  }
}

function componentOf(part: SbomPart, names: UniqueNames, specVersion: Writing['specVersion']): WritableComponent {
  const purl = part.purl === null ? null : readPurl(part.purl);
  const [cpe] = part.cpes.filter(isCpeOfSchema);
  const otherCpes = part.cpes.filter((other) => other !== cpe);
  return {
    bomRef: names.nameOf(part.ref),
    type: part.kind === 'other' ? 'library' : part.kind,
    ...(part.supplier !== null && { supplier: part.supplier }),
    ...groupAndName(part.name, purl),
    ...(part.version !== null && { version: part.version }),
    ...(part.purpose !== 'shipped' && { scope: part.purpose === 'optional' ? 'optional' : 'excluded' }),
    hashes: hashesOf(part),
    licences: licencesOf(part.licences, specVersion),
    ...(cpe !== undefined && { cpe }),
    ...(part.purl !== null && purl && { purl: part.purl }),
    identities: [
      ...(part.purl !== null && !purl ? [{ field: 'purl' as const, value: part.purl }] : []),
      ...otherCpes.map((value) => ({ field: 'cpe' as const, value })),
    ],
  };
}

/** What stands as purl has to be one, and a URI as the XML schema asks for. */
function readPurl(text: string): Purl | null {
  if (!/^pkg:[\w.~:/?#@!$&'()*+,;=%-]+$/.test(text)) return null;
  try {
    return parsePurl(text);
  } catch {
    return null;
  }
}

// Readers put the group before the name; it can be told from the name only where the purl says so.
function groupAndName(name: string, purl: Purl | null): { group?: string; name: string } {
  const group = purl?.namespace;
  return group && name.startsWith(`${group}/`) ? { group, name: name.slice(group.length + 1) } : { name };
}

function hashesOf({ hashes }: SbomPart) {
  return Object.entries(hashes).flatMap(([name, content]) => {
    const algorithm = name.replace(/^SHA(?=\d+$)/, 'SHA-');
    return hashAlgorithms.includes(algorithm) && isHashContent(content) ? [{ algorithm, content }] : [];
  });
}

function licencesOf(licences: readonly string[], specVersion: Writing['specVersion']): WritableLicence[] {
  const mayMix = specVersion === '1.7' || licences.length === 1;
  return licences.map((text) => {
    const kind = kindOfLicence(text);
    if (kind === 'id') return { id: text };
    return kind === 'expression' && mayMix ? { expression: text } : { name: text };
  });
}

const propertiesOf = ({ line, hardware, releasedOn }: ReleaseFacts) => [
  { name: 'mamori:line', value: line },
  ...(hardware === null ? [] : [{ name: 'mamori:hardware', value: hardware }]),
  ...(releasedOn === null ? [] : [{ name: 'mamori:releasedOn', value: releasedOn }]),
];

function* dependenciesOf({ subjectRef, parents, parts, edges }: Outline, names: UniqueNames) {
  // What a part contains beside its place in the tree it needs at least.
  const dependsOn = new Map<string, Set<string>>();
  for (const { from, to, kind } of edges) {
    if (to === subjectRef || (kind === 'contains' && parents.get(to) === from)) continue;
    const known = dependsOn.get(from);
    if (known) known.add(names.nameOf(to));
    else dependsOn.set(from, new Set([names.nameOf(to)]));
  }
  for (const ref of [subjectRef, ...parts.keys()]) {
    const refs = dependsOn.get(ref);
    if (refs) yield { ref: names.nameOf(ref), dependsOn: [...refs] };
  }
}

function* vulnerabilitiesOf({ statements, subjectRef }: Outline, names: UniqueNames): Generator<WritableVulnerability> {
  const seen = new Set<string>();
  for (const statement of statements) {
    const about = statement.refs.length > 0 ? statement.refs : [subjectRef];
    const refs = [...new Set(about.map((ref) => names.nameOf(ref)))];
    const vulnerability = { id: statement.vulnerability, ...analysisOf(statement), refs };
    const text = JSON.stringify(vulnerability);
    if (seen.has(text)) continue;
    seen.add(text);
    yield vulnerability;
  }
}

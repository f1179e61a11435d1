import { spdxAlgorithms, type WritablePackage, type WritableRelationship, writeSpdxJson } from '#formats/spdx';
import { type ExportedRelease, type ReleaseFacts, subjectOf, toolName } from './exported-release.ts';
import type { Outline } from './outline.ts';
import type { SbomEdge, SbomPart } from './parts.ts';
import { SpdxLicences } from './spdx-licences.ts';
import { UniqueNames } from './unique-names.ts';

/**
 * A release as an SPDX 2.3 document in JSON, in pieces of text. Every part is a package, a file as well, because files of
 * SPDX must have a SHA-1.
 *
 * What SPDX 2.3 cannot say: refs in other letters than its own; several licences other than as one expression, and names
 * of licences other than as LicenseRef-…; the kind of what is a source; a purpose of build or test beside "contains" (the
 * container then depends on it); statements about vulnerabilities; hashes of other algorithms.
 */
export function toSpdx(exported: ExportedRelease): Generator<string> {
  const { release, outline, documentId, createdAt } = exported;
  const names = new UniqueNames(idOf);
  // Not free for a part: the document itself is called so.
  names.nameOf('DOCUMENT');
  const licences = new SpdxLicences();
  const subject = subjectOf(exported);
  return writeSpdxJson({
    name: `${release.model} ${release.version}`,
    documentNamespace: `urn:uuid:${documentId}`,
    created: createdAt,
    creators: [...(release.maker === null ? [] : [organization(release.maker)]), `Tool: ${toolName}`],
    packages: packagesOf({ ...packageOf(subject, names, licences), ...factsOf(release) }, outline, { names, licences }),
    relationships: relationshipsOf(outline, names),
    licences: () => licences.list(),
  });
}

const idOf = (ref: string): string =>
  `SPDXRef-${ref.replace(/^SPDXRef-/, '').replace(/[^A-Za-z0-9.-]+/g, '-') || 'part'}`;

function* packagesOf(
  subject: WritablePackage,
  { parts }: Outline,
  { names, licences }: { names: UniqueNames; licences: SpdxLicences },
): Generator<WritablePackage> {
  yield subject;
  for (const part of parts.values()) yield packageOf(part, names, licences);
}

function packageOf(part: SbomPart, names: UniqueNames, licences: SpdxLicences): WritablePackage {
  const licence = licences.expressionOf(part.licences);
  const purpose = part.purpose === 'source' ? 'SOURCE' : part.kind.toUpperCase().replace('-', '_');
  return {
    SPDXID: names.nameOf(part.ref),
    name: part.name,
    ...(part.version !== null && { versionInfo: part.version }),
    ...(part.supplier !== null && { supplier: organization(part.supplier) }),
    ...(licence !== null && { licenseDeclared: licence }),
    ...(purpose !== 'OTHER' && { primaryPackagePurpose: purpose }),
    ...checksumsOf(part),
    ...externalRefsOf(part),
  };
}

// What stands in brackets at the end is an address, so a name that ends so is followed by an empty one.
const organization = (name: string): string => `Organization: ${name}${name.endsWith(')') ? ' ()' : ''}`;

function checksumsOf({ hashes }: SbomPart): Pick<WritablePackage, 'checksums'> {
  const checksums = Object.entries(hashes).flatMap(([algorithm, checksumValue]) =>
    spdxAlgorithms.includes(algorithm) && /^[\da-f]+$/.test(checksumValue) ? [{ algorithm, checksumValue }] : [],
  );
  return checksums.length > 0 ? { checksums } : {};
}

function externalRefsOf({ purl, cpes }: SbomPart): Pick<WritablePackage, 'externalRefs'> {
  const externalRefs = [
    ...(purl === null ? [] : [externalRef('PACKAGE-MANAGER', 'purl', purl)]),
    ...cpes.map((cpe) => externalRef('SECURITY', cpe.startsWith('cpe:2.3:') ? 'cpe23Type' : 'cpe22Type', cpe)),
  ];
  return externalRefs.length > 0 ? { externalRefs } : {};
}

const externalRef = (referenceCategory: string, referenceType: string, referenceLocator: string) => ({
  referenceCategory,
  referenceType,
  referenceLocator,
});

function factsOf({ line, hardware, releasedOn }: ReleaseFacts): Pick<WritablePackage, 'releaseDate' | 'comment'> {
  return {
    ...(releasedOn !== null && { releaseDate: `${releasedOn}T00:00:00Z` }),
    comment: [`Line: ${line}`, ...(hardware === null ? [] : [`Hardware: ${hardware}`])].join('\n'),
  };
}

function* relationshipsOf({ subjectRef, parts, edges }: Outline, names: UniqueNames): Generator<WritableRelationship> {
  yield relationship('SPDXRef-DOCUMENT', 'DESCRIBES', names.nameOf(subjectRef));
  for (const edge of edges) {
    const [from, to] = [names.nameOf(edge.from), names.nameOf(edge.to)];
    const { type, direction } = meaningOf(edge, parts.get(edge.to)?.purpose ?? 'shipped');
    yield direction === 'forward' ? relationship(from, type, to) : relationship(to, type, from);
  }
}

const relationship = (spdxElementId: string, relationshipType: string, relatedSpdxElement: string) => ({
  spdxElementId,
  relationshipType,
  relatedSpdxElement,
});

/** The relationship that says both: what `to` is for `from`, and what it is for at all. */
function meaningOf(
  { kind }: SbomEdge,
  purpose: SbomPart['purpose'],
): { type: string; direction: 'forward' | 'backward' } {
  switch (purpose) {
    case 'shipped':
      return { type: kind === 'contains' ? 'CONTAINS' : 'DEPENDS_ON', direction: 'forward' };
    case 'source':
      return { type: kind === 'contains' ? 'CONTAINS' : 'GENERATED_FROM', direction: 'forward' };
    case 'optional':
      return {
        type: kind === 'contains' ? 'OPTIONAL_COMPONENT_OF' : 'OPTIONAL_DEPENDENCY_OF',
        direction: 'backward',
      };
    case 'build':
      return { type: 'BUILD_DEPENDENCY_OF', direction: 'backward' };
    case 'test':
      return { type: 'TEST_DEPENDENCY_OF', direction: 'backward' };
  }
}

import {
  doubt,
  known,
  refusal,
  type SpdxFacts,
  type SpdxFile,
  type SpdxItem,
  type SpdxPackage,
  type SpdxRelationship,
} from './model.ts';

/** The lists of a document whose members are items of their own. */
export const spdxLists = ['packages', 'files', 'relationships'] as const;
export type SpdxList = (typeof spdxLists)[number];

type Fields = Record<string, unknown>;

/** Items of one member of a list; `value` is what JSON or YAML made of it. */
export function* itemsOfMember(list: SpdxList, value: unknown, place: string): Generator<SpdxItem> {
  if (!isFields(value)) yield refusal(place, 'wrong-type', 'An object is expected here');
  else if (list === 'packages') yield* packageItems(value, place);
  else if (list === 'files') yield* fileItems(value, place);
  else yield relationshipItem(value, place);
}

/** The facts that the document itself holds beside its lists. */
export function factsOf(document: Fields): SpdxFacts {
  const creation = isFields(document.creationInfo) ? document.creationInfo : {};
  const externals = fieldsOf(document.externalDocumentRefs).flatMap(({ externalDocumentId, spdxDocument }) => {
    return typeof externalDocumentId === 'string' && typeof spdxDocument === 'string'
      ? [{ externalDocumentId, spdxDocument }]
      : [];
  });
  return {
    ...textFact('spdxVersion', document.spdxVersion),
    ...textFact('SPDXID', document.SPDXID),
    ...textFact('name', document.name),
    ...textFact('documentNamespace', document.documentNamespace),
    ...textFact('created', creation.created),
    creators: textsOf(creation.creators),
    documentDescribes: textsOf(document.documentDescribes),
    externalDocumentRefs: externals,
  };
}

function* packageItems(value: Fields, place: string): Generator<SpdxItem> {
  const id = known(textOf(value.SPDXID));
  if (id === null) return yield refusal(place, 'id-missing', 'A package needs an SPDXID');
  const checksums = checksumsOf(value.checksums);
  const found: SpdxPackage = {
    SPDXID: id,
    name: known(textOf(value.name)),
    versionInfo: known(textOf(value.versionInfo)),
    // Yocto before 4.1 wrote packageSupplier.
    supplier: known(textOf(value.supplier) ?? textOf(value.packageSupplier)),
    licenseConcluded: known(textOf(value.licenseConcluded)),
    licenseDeclared: known(textOf(value.licenseDeclared)),
    primaryPackagePurpose: purposeWord(textOf(value.primaryPackagePurpose)),
    checksums,
    externalRefs: [],
  };
  for (const [index, entry] of listOf(value.externalRefs).entries()) {
    const reference = externalRefOf(entry);
    if (reference) found.externalRefs.push(reference);
    else yield doubt(`${place}.externalRefs[${index}]`, 'external-ref-unreadable', 'A type and a locator are needed');
  }
  if (found.name === null) yield doubt(place, 'name-missing', `${id} has no name`);
  if (checksums.length < listOf(value.checksums).length) yield badChecksum(`${place}.checksums`);
  yield { is: 'package', package: found, place };
  yield* heldFiles(id, value.hasFiles, place);
}

function* heldFiles(id: string, hasFiles: unknown, place: string): Generator<SpdxItem> {
  for (const [index, file] of textsOf(hasFiles).entries()) {
    const relationship = { spdxElementId: id, relationshipType: 'CONTAINS', relatedSpdxElement: file };
    yield { is: 'relationship', relationship, place: `${place}.hasFiles[${index}]` };
  }
}

function* fileItems(value: Fields, place: string): Generator<SpdxItem> {
  const id = known(textOf(value.SPDXID));
  if (id === null) return yield refusal(place, 'id-missing', 'A file needs an SPDXID');
  const checksums = checksumsOf(value.checksums);
  if (checksums.length < listOf(value.checksums).length) yield badChecksum(`${place}.checksums`);
  const file: SpdxFile = {
    SPDXID: id,
    fileName: known(textOf(value.fileName)),
    licenseConcluded: known(textOf(value.licenseConcluded)),
    checksums,
  };
  yield { is: 'file', file, place };
}

function relationshipItem(value: Fields, place: string): SpdxItem {
  const { spdxElementId, relationshipType, relatedSpdxElement } = value;
  if (
    typeof spdxElementId !== 'string' ||
    typeof relationshipType !== 'string' ||
    typeof relatedSpdxElement !== 'string'
  ) {
    return doubt(place, 'relationship-unreadable', 'A relationship needs two elements and a type');
  }
  const relationship: SpdxRelationship = {
    spdxElementId: spdxElementId.trim(),
    relationshipType: relationshipType.trim().toUpperCase(),
    relatedSpdxElement: relatedSpdxElement.trim(),
  };
  return { is: 'relationship', relationship, place };
}

function externalRefOf(value: unknown): SpdxPackage['externalRefs'][number] | null {
  if (!isFields(value)) return null;
  const type = known(textOf(value.referenceType));
  const locator = known(textOf(value.referenceLocator));
  return type === null || locator === null ? null : { referenceType: typeWord(type), referenceLocator: locator };
}

/** "http://spdx.org/rdf/references/cpe23Type" → "cpe23Type". */
export function typeWord(type: string): string {
  return type.replace(/^https?:\/\/(www\.)?spdx\.org\/rdf\/(v[\d.]+\/)?references\//, '');
}

/** "OPERATING-SYSTEM" (tag-value) and "OPERATING_SYSTEM" (JSON) are one word. */
export function purposeWord(purpose: string | null): string | null {
  return known(purpose)?.toUpperCase().replaceAll('-', '_') ?? null;
}

function checksumsOf(value: unknown): SpdxPackage['checksums'] {
  return fieldsOf(value).flatMap(({ algorithm, checksumValue }) => {
    return typeof algorithm === 'string' && typeof checksumValue === 'string' && /^[0-9a-f]+$/i.test(checksumValue)
      ? [{ algorithm: algorithm.replace(/^checksumAlgorithm_/, '').toUpperCase(), checksumValue }]
      : [];
  });
}

function badChecksum(place: string): SpdxItem {
  return doubt(place, 'checksum-unreadable', 'A checksum needs an algorithm and hexadecimal digits');
}

function textFact<Key extends string>(key: Key, value: unknown): Partial<Record<Key, string>> {
  return typeof value === 'string' && value.trim() !== '' ? ({ [key]: value.trim() } as Record<Key, string>) : {};
}

// YAML reads a version like 1.10 or a day as something else than text; the reader asks it not to, but null stays null.
function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null;
}

function textsOf(value: unknown): string[] {
  return listOf(value).filter((entry) => typeof entry === 'string');
}

function fieldsOf(value: unknown): Fields[] {
  return listOf(value).filter(isFields);
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import type { JsonRule } from '../json/index.ts';
import type { Problem } from '../problem.ts';

/**
 * What SPDX 2 documents say, the same for JSON, YAML and tag-value; names are those of the JSON schema.
 * "NOASSERTION", "NONE" and blank text are null or left out of lists. Annotations, snippets and licence texts are not read.
 * @source SPDX 2.2.2 (ISO/IEC 5962) and 2.3, clauses 6–11
 */
export type SpdxPackage = {
  SPDXID: string;
  name: string | null;
  versionInfo: string | null;
  /** "Organization: …", "Person: …" as written. */
  supplier: string | null;
  licenseConcluded: string | null;
  licenseDeclared: string | null;
  /** 2.3 only, in the spelling of the schema: "OPERATING_SYSTEM". */
  primaryPackagePurpose: string | null;
  checksums: { algorithm: string; checksumValue: string }[];
  /** referenceType without the address that some tools write before it: "purl", "cpe23Type". */
  externalRefs: { referenceType: string; referenceLocator: string }[];
};

export type SpdxFile = Pick<SpdxPackage, 'SPDXID' | 'licenseConcluded' | 'checksums'> & { fileName: string | null };

export type SpdxRelationship = { spdxElementId: string; relationshipType: string; relatedSpdxElement: string };

/** Facts of the document itself, as they come; lists add up. */
export type SpdxFacts = Partial<{
  spdxVersion: string;
  SPDXID: string;
  name: string;
  documentNamespace: string;
  created: string;
  creators: string[];
  documentDescribes: string[];
  externalDocumentRefs: { externalDocumentId: string; spdxDocument: string }[];
}>;

export type SpdxRule =
  | 'not-spdx'
  | 'rdf-xml'
  | 'xml'
  | 'older-shape'
  | 'version-unsupported'
  | 'version-missing'
  | 'wrong-type'
  | 'id-missing'
  | 'name-missing'
  | 'namespace-missing'
  | 'created-missing'
  | 'creators-missing'
  | 'relationship-unreadable'
  | 'external-ref-unreadable'
  | 'checksum-unreadable'
  | 'not-tag-value'
  | 'text-not-closed'
  | 'line-too-long'
  | 'second-document'
  | 'file-too-large'
  | 'invalid-encoding'
  | 'not-yaml'
  | JsonRule
  | 'yaml-alias';

/** A refusing problem ends the reading; any other leaves its item out or bare. */
export type SpdxProblem = Problem<SpdxRule> & { refuses: boolean };

/** `place` is a JSON path or "line 12". */
export type SpdxItem =
  | { is: 'facts'; facts: SpdxFacts; place: string }
  | { is: 'package'; package: SpdxPackage; place: string }
  | { is: 'file'; file: SpdxFile; place: string }
  | { is: 'relationship'; relationship: SpdxRelationship; place: string }
  | { is: 'problem'; problem: SpdxProblem };

/** Text, or null for what says that nothing is known or there is none. */
export function known(value: string | null | undefined): string | null {
  const text = value?.trim() ?? '';
  return text === '' || text === 'NOASSERTION' || text === 'NONE' ? null : text;
}

export function refusal(path: string, rule: SpdxRule, message: string): { is: 'problem'; problem: SpdxProblem } {
  return { is: 'problem', problem: { path, rule, message, details: {}, refuses: true } };
}

export function doubt(path: string, rule: SpdxRule, message: string): { is: 'problem'; problem: SpdxProblem } {
  return { is: 'problem', problem: { path, rule, message, details: {}, refuses: false } };
}

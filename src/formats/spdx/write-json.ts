/** What our writer can say of a package. */
export type WritablePackage = {
  SPDXID: string;
  name: string;
  versionInfo?: string;
  /** "Organization: …" */
  supplier?: string;
  licenseDeclared?: string;
  /** As in the schema: "OPERATING_SYSTEM". */
  primaryPackagePurpose?: string;
  /** YYYY-MM-DDThh:mm:ssZ */
  releaseDate?: string;
  comment?: string;
  checksums?: { algorithm: string; checksumValue: string }[];
  externalRefs?: { referenceCategory: string; referenceType: string; referenceLocator: string }[];
};

export type WritableRelationship = { spdxElementId: string; relationshipType: string; relatedSpdxElement: string };

/** A whole document, which describes its first package. */
export type WritableSpdx = {
  name: string;
  documentNamespace: string;
  /** YYYY-MM-DDThh:mm:ssZ */
  created: string;
  creators: string[];
  packages: Iterable<WritablePackage>;
  relationships: Iterable<WritableRelationship>;
  /** Asked for last. */
  licences: () => Iterable<{ licenseId: string; name: string; extractedText: string }>;
};

/** The algorithms that 2.3 knows. */
export const spdxAlgorithms: readonly string[] = [
  'ADLER32',
  'BLAKE2b-256',
  'BLAKE2b-384',
  'BLAKE2b-512',
  'BLAKE3',
  'MD2',
  'MD4',
  'MD5',
  'MD6',
  'SHA1',
  'SHA224',
  'SHA256',
  'SHA384',
  'SHA512',
  'SHA3-256',
  'SHA3-384',
  'SHA3-512',
];

/**
 * An SPDX 2.3 document as JSON, in pieces: one package or relationship a line.
 * @source SPDX 2.3, spdx-schema.json
 */
export function* writeSpdxJson(spdx: WritableSpdx): Generator<string> {
  const { name, documentNamespace, created, creators } = spdx;
  const head = {
    spdxVersion: 'SPDX-2.3',
    dataLicense: 'CC0-1.0',
    SPDXID: 'SPDXRef-DOCUMENT',
    name,
    documentNamespace,
    creationInfo: { created, creators },
  };
  yield `${JSON.stringify(head).slice(0, -1)},\n"packages":[`;
  yield* separated(spdx.packages, packageOf);
  yield '],\n"relationships":[';
  yield* separated(spdx.relationships, (relationship) => relationship);
  yield '],\n"hasExtractedLicensingInfos":[';
  yield* separated(spdx.licences(), (licence) => licence);
  yield ']}\n';
}

function* separated<T>(items: Iterable<T>, toValue: (item: T) => object): Generator<string> {
  let before = '\n';
  for (const item of items) {
    yield `${before}${JSON.stringify(toValue(item))}`;
    before = ',\n';
  }
}

// Since 2.3 what is left out is not known; only this has to be said.
function packageOf({ SPDXID, name, versionInfo, ...rest }: WritablePackage): object {
  return { SPDXID, name, versionInfo, downloadLocation: 'NOASSERTION', filesAnalyzed: false, ...rest };
}

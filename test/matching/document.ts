import type { WrittenPart } from './present.ts';

/** An SPDX 2.3 document of these parts, since it can give a package several CPE names. */
export function aPackageDocument(parts: readonly WrittenPart[]): object {
  const packages = parts.map(({ name, version, purl, cpes, supplier }, place) => ({
    ...{ SPDXID: `SPDXRef-${place}`, name, downloadLocation: 'NOASSERTION', filesAnalyzed: false },
    ...(version === null ? {} : { versionInfo: version }),
    ...(supplier === null ? {} : { supplier: `Organization: ${supplier}` }),
    externalRefs: [
      ...cpes.map((cpe) => ({ referenceCategory: 'SECURITY', referenceType: 'cpe23Type', referenceLocator: cpe })),
      ...(purl === null
        ? []
        : [{ referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: purl }]),
    ],
  }));
  const firmware = {
    SPDXID: 'SPDXRef-firmware',
    name: 'firmware',
    downloadLocation: 'NOASSERTION',
    filesAnalyzed: false,
  };
  return {
    ...{ spdxVersion: 'SPDX-2.3', dataLicense: 'CC0-1.0', SPDXID: 'SPDXRef-DOCUMENT', name: 'firmware' },
    documentNamespace: 'https://maker.example/firmware',
    creationInfo: { created: '2026-11-01T00:00:00Z', creators: ['Organization: Maker'] },
    packages: [{ ...firmware, primaryPackagePurpose: 'FIRMWARE' }, ...packages],
    relationships: [
      { spdxElementId: 'SPDXRef-DOCUMENT', relationshipType: 'DESCRIBES', relatedSpdxElement: 'SPDXRef-firmware' },
      ...packages.map(({ SPDXID }) => ({
        ...{ spdxElementId: 'SPDXRef-firmware', relationshipType: 'CONTAINS', relatedSpdxElement: SPDXID },
      })),
    ],
  };
}

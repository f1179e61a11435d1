import { closeSync, openSync, writeSync } from 'node:fs';

const MIB = 1024 * 1024;
const hash = (n: number) => n.toString(16).padStart(64, '0');

/** CycloneDX 1.6 in JSON and XML, SPDX 2.3 in JSON and tag-value, SPDX 3.0.1 in JSON-LD. */
export type LargeForm = keyof typeof forms;

/**
 * Writes a document of exactly the given size, with as many components as fit (about 1,600 a MiB), each of which
 * another depends on.
 * @returns how many components it has
 */
export function writeLargeSbom(file: string, form: LargeForm, sizeBytes: number): number {
  const { head, component, between, middle, dependency, tail } = forms[form];
  const out = openSync(file, 'w');
  const count = Math.floor(
    (sizeBytes - 1_024) / (component(100_000).length + dependency(100_000).length + 2 * between.length),
  );
  let text = head;
  let written = 0;
  const flush = () => {
    written += writeSync(out, text);
    text = '';
  };
  const list = (one: (n: number) => string) => {
    for (let n = 0; n < count; n++) {
      text += (n === 0 ? '' : between) + one(n);
      if (text.length > MIB) flush();
    }
  };
  list(component);
  text += middle;
  list(dependency);
  flush();
  // White space before the end makes it exact.
  text = ' '.repeat(sizeBytes - written - tail.length) + tail;
  flush();
  closeSync(out);
  return count;
}

const forms = {
  json: {
    head: `{"bomFormat":"CycloneDX","specVersion":"1.6","version":1,"serialNumber":"urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79","metadata":{"timestamp":"2026-11-01T00:00:00Z","authors":[{"name":"Minato Denki"}],"component":{"type":"firmware","bom-ref":"firmware","name":"camera","version":"1.2"}},"components":[\n`,
    component: (n: number) =>
      `{"type":"library","bom-ref":"part-${n}","supplier":{"name":"Supplier ${n % 100}"},"name":"library-${n}","version":"1.${n}.0","hashes":[{"alg":"SHA-256","content":"${hash(n)}"}],"licenses":[{"license":{"id":"Apache-2.0"}}],"cpe":"cpe:2.3:a:supplier${n % 100}:library-${n}:1.${n}.0:*:*:*:*:*:*:*","purl":"pkg:generic/library-${n}@1.${n}.0","externalReferences":[{"type":"website","url":"https://example.com/library-${n}"}]}`,
    between: ',\n',
    middle: '],"dependencies":[\n',
    dependency: (n: number) => `{"ref":"part-${n}","dependsOn":["part-${n + (n % 2 ? -1 : 1)}"]}`,
    tail: ']}',
  },
  xml: {
    head: '<?xml version="1.0" encoding="UTF-8"?>\n<bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1"><metadata><timestamp>2026-11-01T00:00:00Z</timestamp><authors><author><name>Minato Denki</name></author></authors><component type="firmware" bom-ref="firmware"><name>camera</name><version>1.2</version></component></metadata><components>\n',
    component: (n: number) =>
      `<component type="library" bom-ref="part-${n}"><supplier><name>Supplier ${n % 100}</name></supplier><name>library-${n}</name><version>1.${n}.0</version><hashes><hash alg="SHA-256">${hash(n)}</hash></hashes><licenses><license><id>Apache-2.0</id></license></licenses><cpe>cpe:2.3:a:supplier${n % 100}:library-${n}:1.${n}.0:*:*:*:*:*:*:*</cpe><purl>pkg:generic/library-${n}@1.${n}.0</purl></component>`,
    between: '\n',
    middle: '</components><dependencies>\n',
    dependency: (n: number) =>
      `<dependency ref="part-${n}"><dependency ref="part-${n + (n % 2 ? -1 : 1)}"/></dependency>`,
    tail: '</dependencies></bom>',
  },
  spdx: {
    head: `{"spdxVersion":"SPDX-2.3","dataLicense":"CC0-1.0","SPDXID":"SPDXRef-DOCUMENT","name":"camera","documentNamespace":"https://example.com/camera-1.2","creationInfo":{"created":"2026-11-01T00:00:00Z","creators":["Organization: Minato Denki"]},"packages":[\n`,
    component: (n: number) =>
      `{"SPDXID":"SPDXRef-part-${n}","name":"library-${n}","versionInfo":"1.${n}.0","supplier":"Organization: Supplier ${n % 100}","downloadLocation":"NOASSERTION","filesAnalyzed":false,"licenseConcluded":"Apache-2.0","checksums":[{"algorithm":"SHA256","checksumValue":"${hash(n)}"}],"externalRefs":[{"referenceCategory":"PACKAGE-MANAGER","referenceType":"purl","referenceLocator":"pkg:generic/library-${n}@1.${n}.0"}]}`,
    between: ',\n',
    middle: '],"relationships":[\n',
    dependency: (n: number) =>
      `{"spdxElementId":"SPDXRef-part-${n}","relationshipType":"DEPENDS_ON","relatedSpdxElement":"SPDXRef-part-${n + (n % 2 ? -1 : 1)}"}`,
    tail: ']}',
  },
  'spdx-tags': {
    head: 'SPDXVersion: SPDX-2.3\nDataLicense: CC0-1.0\nSPDXID: SPDXRef-DOCUMENT\nDocumentName: camera\nDocumentNamespace: https://example.com/camera-1.2\nCreator: Organization: Minato Denki\nCreated: 2026-11-01T00:00:00Z\n',
    component: (n: number) =>
      `PackageName: library-${n}\nSPDXID: SPDXRef-part-${n}\nPackageVersion: 1.${n}.0\nPackageSupplier: Organization: Supplier ${n % 100}\nPackageDownloadLocation: NOASSERTION\nFilesAnalyzed: false\nPackageLicenseConcluded: Apache-2.0\nPackageChecksum: SHA256: ${hash(n)}\nExternalRef: PACKAGE-MANAGER purl pkg:generic/library-${n}@1.${n}.0`,
    between: '\n',
    middle: '\n',
    dependency: (n: number) => `Relationship: SPDXRef-part-${n} DEPENDS_ON SPDXRef-part-${n + (n % 2 ? -1 : 1)}`,
    tail: '\n',
  },
  spdx3: {
    head: `{"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld","@graph":[\n{"type":"CreationInfo","@id":"_:creation","specVersion":"3.0.1","created":"2026-11-01T00:00:00Z","createdBy":["https://example.com/maker"]},{"type":"Organization","spdxId":"https://example.com/maker","creationInfo":"_:creation","name":"Minato Denki"},{"type":"SpdxDocument","spdxId":"https://example.com/camera-1.2","creationInfo":"_:creation","rootElement":[]},\n`,
    component: (n: number) =>
      `{"type":"software_Package","spdxId":"https://example.com/camera-1.2/part-${n}","creationInfo":"_:creation","name":"library-${n}","software_packageVersion":"1.${n}.0","suppliedBy":"https://example.com/maker","verifiedUsing":[{"type":"Hash","algorithm":"sha256","hashValue":"${hash(n)}"}],"software_packageUrl":"pkg:generic/library-${n}@1.${n}.0"}`,
    between: ',\n',
    middle: ',\n',
    dependency: (n: number) =>
      `{"type":"Relationship","spdxId":"https://example.com/camera-1.2/relation-${n}","creationInfo":"_:creation","from":"https://example.com/camera-1.2/part-${n}","relationshipType":"dependsOn","to":["https://example.com/camera-1.2/part-${n + (n % 2 ? -1 : 1)}"]}`,
    tail: ']}',
  },
};

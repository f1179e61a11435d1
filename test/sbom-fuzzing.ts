import { writeTar } from '../src/formats/tar/index.ts';
import { readers } from '../src/inventory/sbom/readers.ts';
import { ruleWords } from '../src/inventory/sbom/rule-text.ts';
import type { Random } from './random.ts';

const spdx2 = JSON.stringify({
  spdxVersion: 'SPDX-2.3',
  SPDXID: 'SPDXRef-DOCUMENT',
  packages: [
    {
      SPDXID: 'SPDXRef-a',
      name: 'a',
      hasFiles: ['SPDXRef-f'],
      externalRefs: [{ referenceType: 'purl', referenceLocator: 'pkg:a/b' }],
    },
    { SPDXID: 'SPDXRef-b', name: 'b', checksums: [{ algorithm: 'SHA1', checksumValue: 'ab' }] },
  ],
  files: [{ SPDXID: 'SPDXRef-f', fileName: './f' }],
  relationships: [{ spdxElementId: 'SPDXRef-a', relationshipType: 'GENERATED_FROM', relatedSpdxElement: 'SPDXRef-b' }],
});

const spdx3 = JSON.stringify({
  '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld',
  '@graph': [
    { type: 'CreationInfo', '@id': '_:c', created: '2026-11-23T00:00:00Z', createdBy: ['x:o'], specVersion: '3.0.1' },
    { type: 'SpdxDocument', spdxId: 'x:d', creationInfo: '_:c', rootElement: ['x:a'] },
    {
      type: 'software_Package',
      spdxId: 'x:a',
      name: 'a',
      suppliedBy: 'x:o',
      verifiedUsing: [{ algorithm: 'sha256', hashValue: 'ab' }],
    },
    { type: 'software_Package', spdxId: 'x:b', name: 'b', software_primaryPurpose: 'source' },
    { type: 'Relationship', spdxId: 'x:r', from: 'x:build', relationshipType: 'hasInput', to: ['x:b'] },
    { type: 'Relationship', spdxId: 'x:s', from: 'x:build', relationshipType: 'hasOutput', to: ['x:a'] },
    {
      type: 'security_VexFixedVulnAssessmentRelationship',
      spdxId: 'x:v',
      from: 'x:cve',
      to: ['x:a'],
      relationshipType: 'fixedIn',
    },
  ],
});

const cyclonedx = JSON.stringify({
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  metadata: { timestamp: '2026-11-01T00:00:00Z', component: { type: 'firmware', 'bom-ref': 'fw', name: 'カメラ' } },
  components: [
    {
      type: 'library',
      'bom-ref': 'a',
      name: 'a',
      version: '1',
      hashes: [{ alg: 'MD5', content: 'a'.repeat(32) }],
      licenses: [{ license: { id: 'MIT' } }],
      components: [{ type: 'file', name: 'b' }],
    },
  ],
  dependencies: [{ ref: 'fw', dependsOn: ['a'] }],
  vulnerabilities: [{ id: 'CVE-2022-1', analysis: { state: 'not_affected' }, affects: [{ ref: 'a' }] }],
});

const cyclonedxXml = `<?xml version="1.0"?>
<bom xmlns="http://cyclonedx.org/schema/bom/1.6" xmlns:own="https://example.com/own" version="1">
 <metadata><component type="firmware" bom-ref="fw"><name>カメラ</name></component></metadata>
 <components><component type="library" bom-ref="a"><name>a</name><version>1</version><hashes><hash alg="MD5">${'a'.repeat(32)}</hash></hashes>
  <licenses><license><id>MIT</id></license></licenses><own:x/><components><component type="file"><name>b</name></component></components></component></components>
 <dependencies><dependency ref="fw"><dependency ref="a"/></dependency></dependencies>
</bom>`;

const linked = (name: string) =>
  `{"spdxVersion":"SPDX-2.2","SPDXID":"SPDXRef-DOCUMENT","documentNamespace":"x:${name}","externalDocumentRefs":[{"externalDocumentId":"DocumentRef-b","spdxDocument":"x:b"}],"packages":[{"SPDXID":"SPDXRef-p","name":"${name}"}]}`;

const members = ['a', 'b'].map((name) => {
  const bytes = new TextEncoder().encode(linked(name));
  return { name: `${name}.spdx.json`, sizeBytes: bytes.length, content: source(bytes) };
});
const archive = new TextDecoder('latin1').decode(Buffer.concat(await Array.fromAsync(writeTar(members))));

/** A small document of every format that is read as text, by the id of its reader. */
export const fuzzed: Readonly<Record<string, string>> = {
  'cyclonedx-json': cyclonedx,
  'cyclonedx-xml': cyclonedxXml,
  'spdx-json': spdx2,
  'spdx-3-json': spdx3,
  'spdx-tag-value':
    'SPDXVersion: SPDX-2.3\nSPDXID: SPDXRef-DOCUMENT\nPackageName: a\nSPDXID: SPDXRef-a\nPackageComment: <text>x\ny</text>\n' +
    'ExternalRef: SECURITY cpe23Type cpe:2.3:a:b:c:1:*\nFileName: f\nSPDXID: SPDXRef-f\nRelationship: SPDXRef-a CONTAINS SPDXRef-f\n',
  'spdx-yaml':
    'spdxVersion: SPDX-2.3\nSPDXID: d\npackages:\n- SPDXID: a\n  name: "a"\n  hasFiles: [f, &x g]\nfiles:\n- SPDXID: *x\n',
  buildroot:
    '"PACKAGE","VERSION","LICENSE","DEPENDENCIES WITH LICENSES"\n"a","1","MIT","b [MIT]"\n"b","2","unknown",""\n',
  'yocto-licence-manifest': 'PACKAGE NAME: a\nPACKAGE VERSION: 1\nRECIPE NAME: b\nLICENSE: MIT\n\nPACKAGE NAME: c\n',
  'esp-idf':
    'manifests:\n- dest: a/b\n  manifest:\n    version: 1\n    cpe: cpe:{}\n    cve-exclude-list:\n    - cve: C\n',
  'spdx-archive': archive,
  'parts-list': 'Component name,Component version name,License names,Usage\na,1,MIT,SOURCE\n"b, c",2,,DEV_TOOL\n',
};

const snippets = [
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\n',
  '- ',
  '&a ',
  '*a',
  '<text>',
  '</text>',
  '\u0000',
  '\ud800',
  '\\u',
  'null',
  '1e999',
  'SPDXRef-',
  '#',
  '\t',
  '? ',
  '|\n',
  '!!js ',
];
/** What became of changed documents: parts that were read, problems without a place or without words, the slowest. */
export type Fuzzing = { parts: number; placeless: number; wordless: string[]; slowestMs: number };

/** Changes a document `rounds` times in one to three places and reads each. A reader that falls over throws here. */
export async function fuzz(id: string, { rounds, random }: { rounds: number; random: Random }): Promise<Fuzzing> {
  const reader = readers.find((candidate) => candidate.id === id);
  const text = fuzzed[id];
  if (!reader || text === undefined) throw new Error(`There is nothing to change for ${id}`);
  const found = { parts: 0, placeless: 0, slowestMs: 0 };
  const wordless = new Set<string>();
  for (let round = 0; round < rounds; round++) {
    const changed = changedOnce(text, random);
    const begun = performance.now();
    for await (const item of reader.read(source(changed), { unpackedBytes: 1e6, parts: 1_000, depth: 50 })) {
      if (item.is === 'part') found.parts++;
      if (item.is !== 'problem') continue;
      if (item.problem.place === '') found.placeless++;
      if (ruleWords(item.problem, 'ja') === item.problem.message) wordless.add(item.problem.rule);
    }
    found.slowestMs = Math.max(found.slowestMs, performance.now() - begun);
  }
  return { ...found, wordless: [...wordless] };
}

function changedOnce(text: string, random: Random): Uint8Array {
  let changed = text;
  for (let edits = 1 + random.int(3); edits > 0; edits--) {
    const at = random.int(changed.length + 1);
    const piece =
      random.int(3) === 0 ? changed.slice(random.int(changed.length + 1)).slice(0, 40) : random.pick(snippets);
    // Half of them are overwritten and keep their length, which an archive needs to be read any further.
    const gap = random.int(2) === 0 ? piece.length : random.int(12);
    changed = changed.slice(0, at) + piece + changed.slice(at + gap);
  }
  const bytes = new TextEncoder().encode(changed);
  // One in ten has a byte that text would not have, one in ten ends early.
  const how = random.int(10);
  if (how === 0) bytes[random.int(bytes.length)] = random.int(256);
  return how === 1 ? bytes.subarray(0, random.int(bytes.length)) : bytes;
}

async function* source(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

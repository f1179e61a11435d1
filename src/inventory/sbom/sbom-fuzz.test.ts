import { expect, test } from 'vitest';
import { randomOf, seedOfRun } from '../../../test/random.ts';
import { readSbom } from '../../../test/sbom-reading.ts';
import { readers } from './readers.ts';
import { ruleWords } from './rule-text.ts';

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

const documents: Record<string, string> = {
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
const rounds = Number(process.env.MAMORI_FUZZ ?? 20_000);

test.each(Object.entries(documents))(
  `${rounds} changed documents of %s are read or refused, never more`,
  async (id, text) => {
    const reader = readers.find((candidate) => candidate.id === id);
    const random = randomOf(seedOfRun(7));
    let read = 0;
    let placeless = 0;
    const wordless = new Set<string>();
    let slowestMs = 0;

    for (let round = 0; round < rounds; round++) {
      let changed = text;
      for (let edits = 1 + random.int(3); edits > 0; edits--) {
        const at = random.int(changed.length + 1);
        const piece =
          random.int(3) === 0 ? changed.slice(random.int(changed.length + 1)).slice(0, 40) : random.pick(snippets);
        changed = changed.slice(0, at) + piece + changed.slice(at + random.int(12));
      }
      const begun = performance.now();
      const bytes = new TextEncoder().encode(changed);
      async function* source() {
        yield bytes;
      }
      for await (const item of reader?.read(source(), { unpackedBytes: 1e6, parts: 1_000, depth: 50 }) ?? []) {
        if (item.is === 'part') read++;
        if (item.is !== 'problem') continue;
        if (item.problem.place === '') placeless++;
        if (ruleWords(item.problem, 'ja') === item.problem.message) wordless.add(item.problem.rule);
      }
      slowestMs = Math.max(slowestMs, performance.now() - begun);
    }

    expect(read).toBeGreaterThan(rounds / 20);
    expect(placeless).toBe(0);
    expect([...wordless]).toEqual([]);
    expect(slowestMs).toBeLessThan(5_000);
  },
  120_000,
);

test('a reader knows each of these by its first bytes', async () => {
  for (const [id, text] of Object.entries(documents)) expect((await readSbom(text)).reader).toBe(id);
});

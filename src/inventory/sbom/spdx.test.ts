import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { modelOf, readSbom } from '../../../test/sbom-reading.ts';

const head = {
  spdxVersion: 'SPDX-2.3',
  SPDXID: 'SPDXRef-DOCUMENT',
  name: 'camera',
  documentNamespace: 'https://example.jp/spdx/camera',
  creationInfo: {
    created: '2026-11-23T09:00:00Z',
    creators: ['Tool: maker-1.0', 'Organization: 例示電機 (a@example.jp)'],
  },
};

const aDocument = (packages: object[], relationships: [string, string, string][] = [], more: object = {}) => ({
  ...head,
  packages,
  relationships: relationships.map(([spdxElementId, relationshipType, relatedSpdxElement]) => {
    return { spdxElementId, relationshipType, relatedSpdxElement };
  }),
  ...more,
});

const aPackage = (id: string, more: object = {}) => ({ SPDXID: `SPDXRef-${id}`, name: id, ...more });
const read = (document: object) => readSbom(JSON.stringify(document));

test('a package says what it is; what nobody asserts is null', async () => {
  const openssl = aPackage('openssl', {
    versionInfo: '3.0.13',
    supplier: 'Organization: OpenSSL (openssl@example.org)',
    licenseConcluded: 'NOASSERTION',
    licenseDeclared: 'Apache-2.0',
    primaryPackagePurpose: 'LIBRARY',
    checksums: [{ algorithm: 'SHA256', checksumValue: 'ABCD' }],
    externalRefs: [
      { referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: 'pkg:generic/openssl@3.0.13' },
      {
        referenceCategory: 'SECURITY',
        referenceType: 'http://spdx.org/rdf/references/cpe23Type',
        referenceLocator: 'cpe:2.3:a:openssl:openssl:3.0.13:*:*:*:*:*:*:*',
      },
      { referenceCategory: 'SECURITY', referenceType: 'cpe22Type', referenceLocator: 'cpe:/a:openssl:openssl:3.0.13' },
    ],
    annotations: [{ comment: 'not read' }],
  });

  const { parts, head, problems } = await read(
    aDocument([
      openssl,
      aPackage('bare', { versionInfo: 'NOASSERTION', supplier: 'NOASSERTION', licenseDeclared: 'NONE' }),
    ]),
  );

  expect(problems).toEqual([]);
  expect(parts).toMatchObject([
    {
      ref: 'SPDXRef-openssl',
      version: '3.0.13',
      supplier: 'OpenSSL',
      licences: ['Apache-2.0'],
      kind: 'library',
      purpose: 'shipped',
      hashes: { SHA256: 'abcd' },
      purl: 'pkg:generic/openssl@3.0.13',
      cpes: ['cpe:2.3:a:openssl:openssl:3.0.13:*:*:*:*:*:*:*', 'cpe:/a:openssl:openssl:3.0.13'],
      place: '$.packages[0]',
    },
    { version: null, supplier: null, licences: [], kind: 'other', purl: null, cpes: [] },
  ]);
  expect(head).toMatchObject({ formatVersion: 'SPDX-2.3', authors: ['例示電機'], tools: ['maker-1.0'] });
});

test.each([
  ['CONTAINS', 'a', 'b', 'contains', 'shipped'],
  ['CONTAINED_BY', 'b', 'a', 'contains', 'shipped'],
  ['PACKAGE_OF', 'b', 'a', 'contains', 'shipped'],
  ['STATIC_LINK', 'a', 'b', 'contains', 'shipped'],
  ['DYNAMIC_LINK', 'a', 'b', 'depends-on', 'shipped'],
  ['DEPENDS_ON', 'a', 'b', 'depends-on', 'shipped'],
  ['DEPENDENCY_OF', 'b', 'a', 'depends-on', 'shipped'],
  ['RUNTIME_DEPENDENCY_OF', 'b', 'a', 'depends-on', 'shipped'],
  ['GENERATED_FROM', 'a', 'b', 'depends-on', 'source'],
  ['GENERATES', 'b', 'a', 'depends-on', 'source'],
  ['BUILD_TOOL_OF', 'b', 'a', 'depends-on', 'build'],
  ['BUILD_DEPENDENCY_OF', 'b', 'a', 'depends-on', 'build'],
  ['TEST_TOOL_OF', 'b', 'a', 'depends-on', 'test'],
  ['OPTIONAL_COMPONENT_OF', 'b', 'a', 'contains', 'optional'],
])('%s is an edge from the whole to its part', async (type, left, right, kind, purpose) => {
  const sbom = await read(aDocument([aPackage('a'), aPackage('b')], [[`SPDXRef-${left}`, type, `SPDXRef-${right}`]]));

  expect(sbom.edges).toEqual([{ from: 'SPDXRef-a', to: 'SPDXRef-b', kind }]);
  expect(sbom.parts.map((part) => part.purpose)).toEqual(['shipped', purpose]);
});

test('what is built with and also shipped is shipped; a source by its own word stays one', async () => {
  const { parts } = await read(
    aDocument(
      [aPackage('a'), aPackage('b'), aPackage('c', { primaryPackagePurpose: 'SOURCE' })],
      [
        ['SPDXRef-b', 'BUILD_DEPENDENCY_OF', 'SPDXRef-a'],
        ['SPDXRef-a', 'CONTAINS', 'SPDXRef-b'],
        ['SPDXRef-a', 'CONTAINS', 'SPDXRef-c'],
      ],
    ),
  );

  expect(parts.map(({ purpose }) => purpose)).toEqual(['shipped', 'shipped', 'source']);
});

test('a file is a part only where no package holds it; relations of a held file are those of its package', async () => {
  const files = ['held', 'inner', 'loose'].map((id) => ({ SPDXID: `SPDXRef-${id}`, fileName: `./${id}` }));
  const { parts, edges } = await read(
    aDocument(
      [aPackage('a', { hasFiles: ['SPDXRef-held'] }), aPackage('b')],
      [
        ['SPDXRef-b', 'CONTAINS', 'SPDXRef-inner'],
        ['SPDXRef-held', 'DYNAMIC_LINK', 'SPDXRef-inner'],
      ],
      { files },
    ),
  );

  expect(parts.map(({ ref, kind }) => [ref, kind])).toEqual([
    ['SPDXRef-a', 'other'],
    ['SPDXRef-b', 'other'],
    ['SPDXRef-loose', 'file'],
  ]);
  expect(edges).toEqual([{ from: 'SPDXRef-a', to: 'SPDXRef-b', kind: 'depends-on' }]);
});

test('a part without identity carries the CPE names of the one source of its version', async () => {
  const cpe = 'cpe:2.3:a:*:time:1.9:*:*:*:*:*:*:*';
  const externalRefs = [{ referenceCategory: 'SECURITY', referenceType: 'cpe23Type', referenceLocator: cpe }];
  const { parts } = await read(
    aDocument(
      [
        aPackage('time', { versionInfo: '1.9' }),
        aPackage('other', { versionInfo: '2' }),
        aPackage('recipe', { versionInfo: '1.9', externalRefs }),
      ],
      [
        ['SPDXRef-time', 'GENERATED_FROM', 'SPDXRef-recipe'],
        ['SPDXRef-other', 'GENERATED_FROM', 'SPDXRef-recipe'],
      ],
    ),
  );

  expect(parts.map(({ cpes }) => cpes)).toEqual([[cpe], [], [cpe]]);
});

test('the subject is the one package that is described', async () => {
  const described = { documentDescribes: ['SPDXRef-a'] };

  expect((await read(aDocument([aPackage('a'), aPackage('b')], [], described))).head?.subject).toBe('SPDXRef-a');
  expect((await read(aDocument([aPackage('a'), aPackage('b')]))).head?.subject).toBeNull();
});

test('JSON, YAML and tag-value of one document are one model', async () => {
  const document = aDocument(
    [
      aPackage('a', { versionInfo: '1.10', supplier: 'Person: 山田' }),
      aPackage('b', { primaryPackagePurpose: 'SOURCE' }),
    ],
    [
      ['SPDXRef-DOCUMENT', 'DESCRIBES', 'SPDXRef-a'],
      ['SPDXRef-a', 'GENERATED_FROM', 'SPDXRef-b'],
    ],
  );
  const tags = `SPDXVersion: SPDX-2.3
DocumentName: camera
SPDXID: SPDXRef-DOCUMENT
DocumentNamespace: https://example.jp/spdx/camera
Creator: Tool: maker-1.0
Creator: Organization: 例示電機 (a@example.jp)
Created: 2026-11-23T09:00:00Z
CreatorComment: <text>over
two: lines</text>
Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-a

# a package
PackageName: a
SPDXID: SPDXRef-a
PackageVersion: <text>1.10</text>
PackageSupplier: Person: 山田
Relationship: SPDXRef-a GENERATED_FROM SPDXRef-b
FileName: ./held.c
SPDXID: SPDXRef-held
PackageName: b\r
SPDXID: SPDXRef-b\r
PrimaryPackagePurpose: SOURCE
`;

  const json = await read(document);

  expect(json.parts).toHaveLength(2);
  expect(modelOf(await readSbom(stringify(document)))).toEqual(modelOf(json));
  expect(modelOf(await readSbom(tags))).toEqual(modelOf(json));
});

test.each([
  [JSON.stringify({ ...head, spdxVersion: 'SPDX-9.9' }), 'spdx-version-unsupported', '$.spdxVersion'],
  [JSON.stringify(aDocument([{ name: 'x' }])), 'spdx-id-missing', '$.packages[0]'],
  [JSON.stringify({ ...head, packages: {} }), 'spdx-wrong-type', '$.packages'],
  [JSON.stringify({ ...head, packages: [7] }), 'spdx-wrong-type', '$.packages[0]'],
  ['{"spdxVersion":"SPDX-2.3","SPDXID":"a","SPDXID":"b"}', 'spdx-duplicate-key', '$.SPDXID (line 1)'],
  ['SPDXVersion: SPDX-2.3\nPackageName: a\n', 'spdx-id-missing', 'line 2'],
  ['SPDXVersion: SPDX-2.3\nsomething else\n', 'spdx-not-tag-value', 'line 2'],
  ['SPDXVersion: SPDX-2.3\nPackageComment: <text>open\n', 'spdx-text-not-closed', 'line 2'],
  ['SPDXVersion: SPDX-2.3\nSPDXVersion: SPDX-2.3\n', 'spdx-second-document', 'line 2'],
  ['spdxVersion: "SPDX-2.3\n', 'spdx-not-yaml', 'line 2'],
  [`spdxVersion: ${'['.repeat(10_000)}`, 'spdx-not-yaml', 'line 1'],
  [
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:spdx="http://spdx.org/rdf/terms#"/>',
    'spdx-rdf-xml',
    'line 1',
  ],
])('%.60s is refused with its rule and place', async (text, rule, place) => {
  const { errors, parts } = await readSbom(text);

  expect(errors).toMatchObject([{ rule, place }]);
  expect(parts).toEqual([]);
});

test('aliases that multiply are refused', async () => {
  const levels = Array.from({ length: 9 }, (_, n) => `l${n + 1}: &l${n + 1} [${Array(9).fill(`*l${n}`).join(', ')}]`);
  const bomb = ['spdxVersion: SPDX-2.3', 'l0: &l0 [x]', ...levels].join('\n');

  expect((await readSbom(bomb)).errors).toMatchObject([{ rule: 'spdx-yaml-alias' }]);
});

test('names that stand for nothing are told once, other documents by their name', async () => {
  const { problems, edges } = await read(
    aDocument(
      [aPackage('a')],
      [
        ['SPDXRef-a', 'DEPENDS_ON', 'SPDXRef-gone'],
        ['SPDXRef-a', 'CONTAINS', 'SPDXRef-gone'],
        ['SPDXRef-a', 'DEPENDS_ON', 'DocumentRef-x:SPDXRef-1'],
        ['SPDXRef-a', 'DEPENDS_ON', 'DocumentRef-x:SPDXRef-2'],
        ['SPDXRef-a', 'DEPENDS_ON', 'NOASSERTION'],
      ],
    ),
  );

  expect(edges).toEqual([]);
  expect(problems).toMatchObject([
    { level: 'warning', rule: 'unknown-ref', place: '$.relationships[0]' },
    { level: 'warning', rule: 'other-document', place: '$.relationships[2]' },
  ]);
});

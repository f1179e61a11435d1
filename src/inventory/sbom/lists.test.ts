import { expect, test } from 'vitest';
import { writeTar } from '#platform/backup/tar';
import { readSbom } from '../../../test/sbom-reading.ts';
import { writeXlsx } from '../../formats/xlsx/index.ts';

const utf8 = new TextEncoder();

test('Buildroot: rows are parts, dependencies that are listed are edges', async () => {
  const csv = `"PACKAGE","VERSION","LICENSE","LICENSE FILES","SOURCE ARCHIVE","SOURCE SITE","DEPENDENCIES WITH LICENSES"
"busybox","1.36.1","GPL-2.0","LICENSE","b.tar.bz2","https://example.org","zlib [Zlib, (and) more] skeleton [unknown]"
"zlib","1.3","unknown","","","",""`;

  const { reader, parts, edges, problems } = await readSbom(csv);

  expect({ reader, problems }).toEqual({ reader: 'buildroot', problems: [] });
  expect(parts).toMatchObject([
    { ref: 'busybox', version: '1.36.1', licences: ['GPL-2.0'], place: 'line 2' },
    { ref: 'zlib', version: '1.3', licences: [], place: 'line 3' },
  ]);
  expect(edges).toEqual([{ from: 'busybox', to: 'zlib', kind: 'depends-on' }]);
});

test('Yocto license.manifest: a recipe of another name is the source', async () => {
  const text = `PACKAGE NAME: libcrypto3
PACKAGE VERSION: 3.0.13
RECIPE NAME: openssl
LICENSE: Apache-2.0

PACKAGE NAME: busybox
PACKAGE VERSION: 1.36.1
RECIPE NAME: busybox
LICENSE: GPL-2.0-only & bzip2-1.0.4
`;

  const { parts, edges } = await readSbom(text, 'license.manifest');

  expect(parts.map(({ name, version, purpose }) => [name, version, purpose])).toEqual([
    ['libcrypto3', '3.0.13', 'shipped'],
    ['openssl', '3.0.13', 'source'],
    ['busybox', '1.36.1', 'shipped'],
  ]);
  expect(edges).toEqual([{ from: 'libcrypto3', to: 'recipe:openssl@3.0.13', kind: 'depends-on' }]);
  expect((await readSbom('PACKAGE NAME: a\nwhatever\n')).errors).toMatchObject([{ place: 'line 2' }]);
});

test('ESP-IDF: manifests within a manifest are contained; {} is the version; excluded CVEs are statements', async () => {
  const text = `name: app
version: 0.1.0
supplier: 'Organization: 例示電機'
manifests:
  - dest: components/json/cJSON
    manifest:
      version: 1.7.18
      cpe: cpe:2.3:a:cjson_project:cjson:{}:*:*:*:*:*:*:*
      purl: pkg:github/DaveGamble/cJSON@{}
      cve-exclude-list:
        - cve: CVE-2024-31755
          reason: fixed
  - path: other.yml
    dest: x
`;

  const { head, parts, edges, statements, problems } = await readSbom(text, 'sbom.yml');

  expect(head?.subject).toBe('$');
  expect(parts).toMatchObject([
    { ref: '$', name: 'app', supplier: '例示電機' },
    {
      name: 'cJSON',
      version: '1.7.18',
      purl: 'pkg:github/DaveGamble/cJSON@1.7.18',
      cpes: ['cpe:2.3:a:cjson_project:cjson:1.7.18:*:*:*:*:*:*:*'],
    },
  ]);
  expect(edges).toEqual([{ from: '$', to: '$.manifests[0].manifest', kind: 'contains' }]);
  expect(statements).toMatchObject([{ vulnerability: 'CVE-2024-31755', status: 'not_affected', detail: 'fixed' }]);
  expect(problems).toMatchObject([{ level: 'warning', rule: 'file-elsewhere', place: '$.manifests[1]' }]);
});

test.each([
  [
    'black-duck',
    'Component id,Component name,Component version name,License names,Usage\n1,zlib,1.3,zlib License,DYNAMICALLY_LINKED\n2,gcc,13,,DEV_TOOL_EXCLUDED\n',
    ['zlib', 'gcc'],
    ['shipped', 'build'],
  ],
  ['fossid', 'Component,Version,License,PURL\nzlib,1.3,Zlib,pkg:generic/zlib@1.3\n', ['zlib'], ['shipped']],
  [
    'parts-list',
    '部品表,,\n\nソフトウェア名,バージョン,ライセンス\nzlib,1.3,Zlib\nbusybox,不明,-\n',
    ['zlib', 'busybox'],
    ['shipped', 'shipped'],
  ],
])('%s is known by its header', async (format, csv, names, purposes) => {
  const { head, parts, problems } = await readSbom(csv, 'list.csv');

  expect(problems).toEqual([]);
  expect(head?.format).toBe(format);
  expect(parts.map(({ name }) => name)).toEqual(names);
  expect(parts.map(({ purpose }) => purpose)).toEqual(purposes);
});

test.each([
  ['a,b\n1,2\n', 'line 1'],
  ['nothing but text\n', 'file'],
])('a list without a known header is refused: %j', async (csv, place) => {
  expect((await readSbom(csv, 'list.csv')).errors).toMatchObject([{ rule: 'no-known-header', place }]);
});

test('an SPDX Lite sheet tells who made it and what it lists', async () => {
  const header = ['Document Name', 'camera', ' ', '  '];
  const rows = [
    ['Creator', 'Organization: 例示電機', null, null],
    ['3.1 Package Name', '3.3 Package Version', '3.15 Declared License', '3.21 External Reference'],
    ['openssl', '3.0.13', 'Apache-2.0', 'PACKAGE-MANAGER purl pkg:generic/openssl@3.0.13'],
  ];
  const bytes = writeXlsx({
    sheets: [{ name: 'SPDX Lite', columns: header.map((cell) => ({ title: cell, kind: 'text' as const })), rows }],
  });

  const { head, parts } = await readSbom(bytes, 'lite.xlsx');

  expect(head).toMatchObject({ format: 'spdx-lite', authors: ['例示電機'] });
  expect(parts).toMatchObject([
    { name: 'openssl', version: '3.0.13', licences: ['Apache-2.0'], purl: 'pkg:generic/openssl@3.0.13' },
  ]);
});

async function aTar(files: Record<string, string>): Promise<Buffer> {
  const members = Object.entries(files).map(([name, text]) => ({
    name,
    sizeBytes: utf8.encode(text).length,
    content: [utf8.encode(text)],
  }));
  async function* all() {
    yield* members;
  }
  return Buffer.concat(await Array.fromAsync(writeTar(all(), Temporal.Instant.from('2026-11-23T00:00:00Z'))));
}

const linked = (name: string, packages: object[], relationships: string[][], refs: Record<string, string> = {}) =>
  JSON.stringify({
    SPDXID: 'SPDXRef-DOCUMENT',
    creationInfo: { created: '2026-11-23T09:00:00Z', creators: ['Tool: oe'] },
    documentNamespace: `https://example.jp/${name}`,
    externalDocumentRefs: Object.entries(refs).map(([externalDocumentId, spdxDocument]) => ({
      externalDocumentId,
      spdxDocument,
    })),
    packages,
    relationships: relationships.map(([spdxElementId, relationshipType, relatedSpdxElement]) => ({
      spdxElementId,
      relationshipType,
      relatedSpdxElement,
    })),
    spdxVersion: 'SPDX-2.2',
  });

const archive = {
  'index.json': '{"documents":[]}',
  './image.spdx.json': linked(
    'image',
    [{ SPDXID: 'SPDXRef-image', name: 'image' }],
    [
      ['SPDXRef-DOCUMENT', 'DESCRIBES', 'SPDXRef-image'],
      ['SPDXRef-image', 'CONTAINS', 'DocumentRef-p:SPDXRef-time'],
    ],
    { 'DocumentRef-p': 'https://example.jp/time' },
  ),
  'packages/time.spdx.json': linked(
    'time',
    [{ SPDXID: 'SPDXRef-time', name: 'time', versionInfo: '1.9' }],
    [
      ['SPDXRef-DOCUMENT', 'DESCRIBES', 'SPDXRef-time'],
      ['SPDXRef-time', 'GENERATED_FROM', 'DocumentRef-r:SPDXRef-Recipe'],
    ],
    { 'DocumentRef-r': 'https://example.jp/recipe' },
  ),
  'recipe.spdx.json': linked(
    'recipe',
    [
      {
        SPDXID: 'SPDXRef-Recipe',
        name: 'time',
        versionInfo: '1.9',
        externalRefs: [{ referenceType: 'cpe23Type', referenceLocator: 'cpe:2.3:a:gnu:time:1.9:*:*:*:*:*:*:*' }],
      },
    ],
    [],
  ),
  'notes.txt': 'x',
};

test('an archive of linked documents is one bill of materials', async () => {
  const { reader, head, parts, edges, problems } = await readSbom(await aTar(archive));

  expect(reader).toBe('spdx-archive');
  expect(head?.subject).toBe('https://example.jp/image#SPDXRef-image');
  expect(parts.map(({ ref, purpose, cpes }) => [ref, purpose, cpes.length])).toEqual([
    ['https://example.jp/image#SPDXRef-image', 'shipped', 0],
    ['https://example.jp/time#SPDXRef-time', 'shipped', 1],
    ['https://example.jp/recipe#SPDXRef-Recipe', 'source', 1],
  ]);
  expect(edges.map(({ kind }) => kind)).toEqual(['contains', 'depends-on']);
  expect(problems).toMatchObject([{ level: 'warning', rule: 'member-left-out', place: 'notes.txt' }]);
});

test.each([
  ['../out.spdx.json', 'tar-unsafe-name'],
  ['/etc/out.spdx.json', 'tar-unsafe-name'],
  ['a/../../out.spdx.json', 'tar-unsafe-name'],
  ['C:\\out.spdx.json', 'tar-unsafe-name'],
])('%s in an archive is refused', async (name, rule) => {
  expect((await readSbom(await aTar({ [name]: '{}' }))).errors).toMatchObject([{ rule }]);
});

test('links, devices, a wrong sum, an early end and what is too large are refused', async () => {
  const tar = await aTar({ 'a.spdx.json': archive['recipe.spdx.json'] });
  const typed = (type: string) => {
    const changed = Buffer.from(tar);
    const sum = Number.parseInt(changed.toString('latin1', 148, 154), 8) - changed.readUInt8(156) + type.charCodeAt(0);
    changed.write(type, 156);
    changed.write(sum.toString(8).padStart(6, '0'), 148);
    return changed;
  };
  const rules = async (bytes: Buffer, limits?: Parameters<typeof readSbom>[2]) =>
    (await readSbom(bytes, 'a.tar', limits)).errors.map(({ rule }) => rule);

  expect(await rules(typed('2'))).toEqual(['tar-link']);
  expect(await rules(typed('1'))).toEqual(['tar-link']);
  expect(await rules(typed('3'))).toEqual(['tar-special-file']);
  expect(await rules(tar.subarray(0, 700))).toEqual(['tar-truncated']);
  expect(await rules(Buffer.concat([Buffer.from('x'), tar.subarray(1)]))).toEqual(['tar-not-tar']);
  expect(await rules(tar, { unpackedBytes: 100, parts: 10, depth: 10 })).toEqual(['tar-too-large']);
});

import { expect, test } from 'vitest';
import { readSbom } from '../../../test/sbom-reading.ts';
import { writeXlsx } from '../../formats/xlsx/index.ts';

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
  ['sbom.yml', 'cpe: cpe:2.3:a:cjson_project:cjson:{}:*:*:*:*:*:*:*\nversion: 1.7.18\n', 'cjson'],
  [
    'idf_component.yml',
    'version: "2.1.0"\nsbom:\n  version: 1.7.18\n  purl: pkg:github/DaveGamble/cJSON@{}\n',
    'cjson',
  ],
  ['sbom.yml', 'name: cJSON\nversion: 1.7.18\n', 'cJSON'],
])('ESP-IDF: a manifest that stands alone is itself what is shipped: %s %j', async (file, text, name) => {
  const { head, parts, problems } = await readSbom(text, file);

  expect(problems).toEqual([]);
  expect(head?.subject).toBeNull();
  expect(parts).toMatchObject([{ name, version: '1.7.18', purpose: 'shipped' }]);
});

test('ESP-IDF: a manifest that names dependencies alone is refused, and says what to bring', async () => {
  const text = 'dependencies:\n  idf: ">=5.0"\n  espressif/mdns: "^1.2.0"\n';

  const { errors } = await readSbom(text, 'idf_component.yml');

  expect(errors).toMatchObject([
    { rule: 'not-esp-idf', place: '$', message: expect.stringContaining('esp-idf-sbom create') },
  ]);
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

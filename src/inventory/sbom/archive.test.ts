import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { inPieces, modelOf, readSbom } from '../../../test/sbom-reading.ts';
import { sharedData } from '../../../test/shared.ts';
import { unpack } from '../../formats/packing/index.ts';
import { writeTar } from '../../formats/tar/index.ts';
import { sbomLimits } from './parts.ts';

const utf8 = new TextEncoder();

async function aTar(files: Record<string, string>): Promise<Buffer> {
  const members = Object.entries(files).map(([name, text]) => {
    const bytes = utf8.encode(text);
    return { name, sizeBytes: bytes.length, content: inPieces(bytes) };
  });
  return Buffer.concat(await Array.fromAsync(writeTar(members)));
}

const aZip = (files: Record<string, string>) =>
  zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name.replace(/^\.\//, ''), utf8.encode(text)])),
  );

/** Unpacks and reads, as the house does with an upload. */
async function readPacked(bytes: Uint8Array, name: string) {
  const source = await unpack({ name, sizeBytes: bytes.length, read: () => inPieces(bytes) }, sbomLimits.unpackedBytes);
  return readSbom(Buffer.concat(await Array.fromAsync(source.read())), source.name);
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

test('a file or link without a name is refused with the archive as its place', async () => {
  const tar = await aTar({ a: '{}' });
  const nameless = (type: string) => {
    const changed = Buffer.from(tar);
    const sum = Number.parseInt(changed.toString('latin1', 148, 154), 8) - 'a'.charCodeAt(0);
    changed.write('\0', 0);
    changed.write(type, 156);
    changed.write((sum - tar.readUInt8(156) + type.charCodeAt(0)).toString(8).padStart(6, '0'), 148);
    return changed;
  };
  expect((await readSbom(nameless('0'))).errors).toMatchObject([{ rule: 'tar-unsafe-name', place: 'archive' }]);
  expect((await readSbom(nameless('2'))).errors).toMatchObject([{ rule: 'tar-link', place: 'archive' }]);
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

test.each<[string, (tar: Buffer) => Uint8Array]>([
  ['image.spdx.tar.zst', zstdCompressSync],
  ['image.spdx.tar.gz', gzipSync],
  ['image.spdx.zip', () => aZip(archive)],
])('%s is the same bill of materials', async (name, pack) => {
  const tar = await aTar(archive);

  expect(modelOf(await readPacked(pack(tar), name))).toEqual(modelOf(await readSbom(tar)));
});

const cyclonedx = '{"bomFormat":"CycloneDX","specVersion":"1.6","version":1}';
const { 'recipe.spdx.json': recipe, 'packages/time.spdx.json': time } = archive;
test.each<[string, Record<string, string>, string]>([
  ['two CycloneDX documents', { 'a.json': cyclonedx, 'b.json': cyclonedx }, 'a.json'],
  ['documents of two formats', { 'a.spdx.json': recipe, 'b.json': cyclonedx }, 'b.json'],
  [
    'SPDX documents that do not link',
    { 'a.spdx.json': recipe, 'b.spdx.json': recipe.replace('/recipe', '/r2') },
    'b.spdx.json',
  ],
  ['no document at all', { 'readme.txt': 'x', 'notes.txt': 'x' }, 'archive'],
])('an archive of %s is refused, and says what to do', async (_what, files, place) => {
  for (const bytes of [aZip(files), await aTar(files)]) {
    const { errors, parts } = await readPacked(bytes, 'upload');

    expect(errors).toMatchObject([
      { rule: 'several-documents', place, message: expect.stringContaining('one by one') },
    ]);
    expect(parts).toEqual([]);
  }
});

test('a fault in one document of an archive is told with its name', async () => {
  const files = { 'time.spdx.json': time, 'recipe.spdx.json': recipe.replace('"SPDXRef-Recipe"', 'null') };

  const { errors } = await readPacked(aZip(files), 'image.zip');

  expect(errors).toMatchObject([{ rule: 'spdx-id-missing', place: 'recipe.spdx.json: $.packages[0]' }]);
});

test('a name that stands twice in an archive is refused', async () => {
  const once = await aTar({ 'a.spdx.json': recipe });
  const twice = Buffer.concat([once.subarray(0, -1024), once]);

  expect((await readSbom(twice)).errors).toMatchObject([{ rule: 'tar-duplicate-name', place: 'a.spdx.json' }]);
});

// As `west spdx` writes them: one document for the sources of Zephyr, one for what was built of them.
const zephyr = {
  'zephyr.spdx': `SPDXVersion: SPDX-2.3
DataLicense: CC0-1.0
SPDXID: SPDXRef-DOCUMENT
DocumentName: zephyr-sources
DocumentNamespace: https://example.jp/zephyr
Creator: Tool: Zephyr SPDX builder
Created: 2026-11-23T09:00:00Z
Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-zephyr-sources
PackageName: zephyr-sources
SPDXID: SPDXRef-zephyr-sources
PackageVersion: 3.7.0
ExternalRef: SECURITY cpe23Type cpe:2.3:o:zephyrproject:zephyr:3.7.0:*:*:*:*:*:*:*
FilesAnalyzed: true
FileName: ./kernel/sched.c
SPDXID: SPDXRef-File-sched.c
FileChecksum: SHA1: 0000000000000000000000000000000000000001
LicenseConcluded: Apache-2.0
`,
  'build.spdx': `SPDXVersion: SPDX-2.3
SPDXID: SPDXRef-DOCUMENT
DocumentName: build
DocumentNamespace: https://example.jp/build
ExternalDocumentRef: DocumentRef-zephyr https://example.jp/zephyr SHA1: 0000000000000000000000000000000000000002
Creator: Tool: Zephyr SPDX builder
Created: 2026-11-23T09:00:01Z
Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-zephyr-final
PackageName: zephyr_final
SPDXID: SPDXRef-zephyr-final
PrimaryPackagePurpose: APPLICATION
FileName: ./zephyr/zephyr.elf
SPDXID: SPDXRef-File-zephyr.elf
FileChecksum: SHA1: 0000000000000000000000000000000000000003
Relationship: SPDXRef-File-zephyr.elf STATIC_LINK SPDXRef-File-libkernel.a
PackageName: kernel
SPDXID: SPDXRef-kernel
FileName: ./zephyr/kernel/libkernel.a
SPDXID: SPDXRef-File-libkernel.a
FileChecksum: SHA1: 0000000000000000000000000000000000000004
Relationship: SPDXRef-File-libkernel.a GENERATED_FROM DocumentRef-zephyr:SPDXRef-File-sched.c
Relationship: SPDXRef-kernel GENERATED_FROM DocumentRef-zephyr:SPDXRef-zephyr-sources
`,
};

test('the documents of a Zephyr build, zipped, are one bill of materials that ships nothing but what was built', async () => {
  const { head, parts, edges, errors } = await readPacked(aZip(zephyr), 'spdx.zip');

  expect(errors).toEqual([]);
  expect(head?.subject).toBe('https://example.jp/build#SPDXRef-zephyr-final');
  expect(parts.map(({ name, purpose, cpes }) => [name, purpose, cpes.length])).toEqual([
    ['zephyr-sources', 'source', 1],
    ['zephyr_final', 'shipped', 0],
    ['kernel', 'shipped', 1],
  ]);
  expect(edges).toContainEqual({
    from: 'https://example.jp/build#SPDXRef-zephyr-final',
    to: 'https://example.jp/build#SPDXRef-kernel',
    kind: 'contains',
  });
});

const folder = sharedData('sbom/docfest/doc_fest/OpenEmbedded');
if (folder) {
  test('the real documents of two OpenEmbedded recipes, packed in any way, have as many parts as packages', async () => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
    const texts = Object.fromEntries(names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
    const packages = Object.values(texts).flatMap((text) => JSON.parse(text).packages ?? []);

    const zipped = await readPacked(aZip(texts), 'two-recipes.spdx.zip');
    const tarred = await readPacked(zstdCompressSync(await aTar(texts)), 'two-recipes.spdx.tar.zst');

    expect(packages.length).toBeGreaterThan(10);
    expect(zipped.errors).toEqual([]);
    expect(zipped.parts.map(({ name }) => name).toSorted()).toEqual(packages.map(({ name }) => name).toSorted());
    expect(zipped.parts.filter(({ purpose }) => purpose === 'source')).toHaveLength(2);
    expect(modelOf(tarred)).toEqual(modelOf(zipped));
  });
}

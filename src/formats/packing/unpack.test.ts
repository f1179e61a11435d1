import { gzipSync, zstdCompressSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readTar, writeTar } from '../tar/index.ts';
import { type ByteSource, unpack } from './index.ts';

const bytes = new TextEncoder().encode('{"bomFormat":"CycloneDX"}');
const sourceOf = (content: Uint8Array, name = 'bom.json'): ByteSource => ({
  name,
  sizeBytes: content.length,
  read: () => inChunks([content]),
});

async function* inChunks(chunks: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

async function textOf(source: ByteSource): Promise<string> {
  return Buffer.concat(await Array.fromAsync(source.read())).toString();
}

test.each([
  ['plain', bytes, 'bom.json'],
  ['gzip', gzipSync(bytes), 'bom.json.gz'],
  ['zstd', zstdCompressSync(bytes), 'bom.json.zst'],
  ['zip', zipSync({ 'bom.json': bytes, '__MACOSX/._bom.json': bytes }), 'bom.zip'],
])('%s is read, more than once', async (_packing, content, name) => {
  const source = await unpack(sourceOf(content, name), 1_000);

  expect([source.name, source.sizeBytes]).toEqual(['bom.json', bytes.length]);
  expect([await textOf(source), await textOf(source)]).toEqual(Array(2).fill(new TextDecoder().decode(bytes)));
});

const bomb = new Uint8Array(1_000_000);
test.each([
  ['gzip', gzipSync(bomb)],
  ['zstd', zstdCompressSync(bomb)],
  ['zip', zipSync({ 'bom.json': bomb })],
])('a %s bomb is refused, naming the limit', async (_packing, content) => {
  await expect(unpack(sourceOf(content), 999_999)).rejects.toMatchObject({
    rule: 'too-large',
    details: { limit: 999_999 },
  });
});

test('what cannot be unpacked is refused', async () => {
  await expect(unpack(sourceOf(gzipSync(bytes).subarray(0, 20)), 1_000)).rejects.toMatchObject({
    rule: 'broken-archive',
  });
  await expect(unpack(sourceOf(zipSync({ a: bytes }).subarray(0, 40)), 1_000)).rejects.toMatchObject({
    rule: 'broken-archive',
  });
  await expect(unpack(sourceOf(zipSync({})), 1_000)).rejects.toMatchObject({ name: 'PackingFault' });
});

test.each(['parts.xlsx', 'upload.bin'])('a workbook is left as it is, also as %s', async (name) => {
  const workbook = sourceOf(zipSync({ 'xl/workbook.xml': bytes, b: bytes }), name);

  expect(await unpack(workbook, 1_000)).toBe(workbook);
});

async function aTar(files: Record<string, Uint8Array>): Promise<Uint8Array> {
  const members = Object.entries(files).map(([name, content]) => ({
    name,
    sizeBytes: content.length,
    content: inChunks([content]),
  }));
  return Buffer.concat(await Array.fromAsync(writeTar(members)));
}

const longName = `deploy/${'a'.repeat(120)}.json`;
const several = { 'b.json': bytes, [longName]: new Uint8Array(513) };

test('several files are one tar archive, whether they came as zip, tar or tar.gz', async () => {
  const tar = await aTar(several);
  for (const [content, name] of [
    [zipSync({ ...several, '._b.json': bytes }), 'bom.zip'],
    [tar, 'bom.tar'],
    [gzipSync(tar), 'bom.tgz'],
  ] as const) {
    const source = await unpack(sourceOf(content, name), 100_000);
    const files: [string, number][] = [];
    for await (const { name: member, content } of readTar(source.read())) {
      files.push([member, Buffer.concat(await Array.fromAsync(content)).length]);
    }

    expect(source.name).toBe('bom.tar');
    expect(files).toEqual([
      ['b.json', bytes.length],
      [longName, 513],
    ]);
  }
});

test('the one file of a tar is read, more than once', async () => {
  const tar = await aTar({ 'out/bom.json': bytes, '._bom.json': bytes });

  const source = await unpack(sourceOf(zstdCompressSync(tar), 'bom.tar.zst'), 100_000);

  expect([source.name, source.sizeBytes]).toEqual(['out/bom.json', bytes.length]);
  expect([await textOf(source), await textOf(source)]).toEqual(Array(2).fill(new TextDecoder().decode(bytes)));
});

test.each(['../out.json', 'a/../../out.json', '/etc/out.json', 'C:/out.json', 'a\\..\\..\\out.json'])(
  '%s in a zip is refused',
  async (name) => {
    await expect(unpack(sourceOf(zipSync({ [name]: bytes })), 1_000)).rejects.toMatchObject({ rule: 'unsafe-name' });
  },
);

test('a link and a password in a zip are refused, and files that are too large together', async () => {
  const link = zipSync({ a: [bytes, { os: 3, attrs: 0o120777 << 16 }] });
  const locked = Buffer.from(zipSync({ a: bytes }));
  const central = locked.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  locked[6] = (locked[6] ?? 0) | 1;
  locked[central + 8] = (locked[central + 8] ?? 0) | 1;

  await expect(unpack(sourceOf(link), 1_000)).rejects.toMatchObject({ rule: 'link' });
  await expect(unpack(sourceOf(locked), 1_000)).rejects.toMatchObject({ rule: 'password-protected' });
  await expect(unpack(sourceOf(zipSync({ a: bomb, b: bomb })), 1_500_000)).rejects.toMatchObject({ rule: 'too-large' });
});

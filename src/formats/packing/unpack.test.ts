import { gzipSync, zstdCompressSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
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
  await expect(unpack(sourceOf(zipSync({ a: bytes, b: bytes })), 1_000)).rejects.toMatchObject({
    rule: 'several-files',
  });
  await expect(unpack(sourceOf(zipSync({})), 1_000)).rejects.toMatchObject({ name: 'PackingFault' });
});

test('a workbook is left as it is', async () => {
  const workbook = sourceOf(zipSync({ 'xl/workbook.xml': bytes, b: bytes }), 'parts.xlsx');

  expect(await unpack(workbook, 1_000)).toBe(workbook);
});

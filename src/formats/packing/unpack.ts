import { createGunzip, createZstdDecompress } from 'node:zlib';
import { type Decompressor, decompressed } from './decompressed.ts';
import { type ByteSource, headOf } from './source.ts';
import { untarOne } from './untar.ts';
import { unzip } from './zip.ts';

/**
 * What is inside a gzip, zstd, zip or tar of one file; anything else as it is. Several files are one tar archive, in whatever
 * they came. An Excel workbook is a zip that stays one.
 * Compressed bytes are counted once before they are read, so that what is too large is refused at once.
 * @throws PackingFault when it cannot be unpacked, or more than `mostBytes` come out
 */
export async function unpack(source: ByteSource, mostBytes: number): Promise<ByteSource> {
  const plain = await decompress(source, mostBytes);
  const head = await headOf(plain, 512);
  const isTar = new TextDecoder('latin1').decode(head.subarray(257, 262)) === 'ustar';
  return isTar ? untarOne(plain, mostBytes) : plain;
}

async function decompress(source: ByteSource, mostBytes: number): Promise<ByteSource> {
  const head = await headOf(source, 64);
  const starts = (...bytes: number[]) => bytes.every((byte, at) => head[at] === byte);
  if (starts(0x1f, 0x8b)) return counted(source, createGunzip, mostBytes);
  if (starts(0x28, 0xb5, 0x2f, 0xfd)) return counted(source, createZstdDecompress, mostBytes);
  const isZip = starts(0x50, 0x4b, 3, 4) || starts(0x50, 0x4b, 5, 6);
  return isZip && !/\.xls[xm]$/i.test(source.name) ? unzip(source, mostBytes) : source;
}

async function counted(source: ByteSource, decompressor: Decompressor, mostBytes: number): Promise<ByteSource> {
  const read = () => decompressed(source, decompressor, mostBytes);
  let sizeBytes = 0;
  for await (const chunk of read()) sizeBytes += chunk.length;
  return { name: source.name.replace(/\.(?:gz|zst|zstd)$/i, '').replace(/\.tgz$/i, '.tar'), sizeBytes, read };
}

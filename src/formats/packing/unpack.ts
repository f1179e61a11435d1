import { Readable } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { PackingFault } from './fault.ts';
import { type ByteSource, headOf } from './source.ts';
import { unzipOne } from './zip.ts';

/**
 * What is inside a gzip, zstd or zip of one file; anything else as it is. An Excel workbook is a zip that stays one.
 * Compressed bytes are counted once before they are read, so that what is too large is refused at once.
 * @throws PackingFault when it cannot be unpacked, or more than `mostBytes` come out
 */
export async function unpack(source: ByteSource, mostBytes: number): Promise<ByteSource> {
  const head = await headOf(source, 64);
  const starts = (...bytes: number[]) => bytes.every((byte, at) => head[at] === byte);
  if (starts(0x1f, 0x8b)) return counted(source, createGunzip, mostBytes);
  if (starts(0x28, 0xb5, 0x2f, 0xfd)) return counted(source, createZstdDecompress, mostBytes);
  if ((starts(0x50, 0x4b, 3, 4) || starts(0x50, 0x4b, 5, 6)) && !/\.xls[xm]$/i.test(source.name))
    return unzipOne(source, mostBytes);
  return source;
}

type Decompressor = typeof createGunzip | typeof createZstdDecompress;

async function counted(source: ByteSource, decompressor: Decompressor, mostBytes: number): Promise<ByteSource> {
  const read = () => decompressed(source, decompressor, mostBytes);
  let sizeBytes = 0;
  for await (const chunk of read()) sizeBytes += chunk.length;
  return { name: source.name.replace(/\.(?:gz|zst|zstd)$/i, ''), sizeBytes, read };
}

async function* decompressed(
  source: ByteSource,
  decompressor: Decompressor,
  mostBytes: number,
): AsyncGenerator<Uint8Array> {
  const input = Readable.from(source.read());
  const output = decompressor();
  input.once('error', (error) => output.destroy(error));
  let length = 0;
  try {
    for await (const chunk of input.pipe(output)) {
      length += chunk.length;
      if (length > mostBytes)
        throw new PackingFault('too-large', `Unpacked larger than ${mostBytes} bytes`, { limit: mostBytes });
      yield chunk;
    }
  } catch (error) {
    if (error instanceof PackingFault) throw error;
    throw new PackingFault('broken-archive', error instanceof Error ? error.message : String(error));
  } finally {
    input.destroy();
    output.destroy();
  }
}

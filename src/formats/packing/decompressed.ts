import { Readable } from 'node:stream';
import type { createGunzip, createZstdDecompress } from 'node:zlib';
import { PackingFault } from './fault.ts';
import type { ByteSource } from './source.ts';

export type Decompressor = typeof createGunzip | typeof createZstdDecompress;

/** What gzip or zstd packed, as it is read. @throws PackingFault when it is broken, or more than `mostBytes` come out */
export async function* decompressed(
  source: ByteSource,
  decompressor: Decompressor,
  mostBytes: number,
): AsyncGenerator<Uint8Array> {
  const input = Readable.from(source.read());
  // In larger pieces than the 16 KiB that zlib gives unasked: each costs a turn.
  const output = decompressor({ chunkSize: 256 * 1024 });
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

import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { PackingFault } from './fault.ts';
import type { ByteSource } from './source.ts';

const MOST_ENTRIES = 10_000;

/**
 * The one file of a zip. What macOS adds beside it does not count.
 * @throws PackingFault when there is none, or more than one, or more than `mostBytes` come out
 */
export async function unzipOne(source: ByteSource, mostBytes: number): Promise<ByteSource> {
  const zip = await fromBufferPromise(await wholeOf(source, mostBytes), { lazyEntries: true, autoClose: false }).catch(
    broken,
  );
  const [first, second] = await filesOf(zip);
  if (!first) throw new PackingFault('no-file', 'There is no file in the zip');
  if (second) throw new PackingFault('several-files', 'There is more than one file in the zip');
  const found = first.uncompressedSize;
  if (found > mostBytes)
    throw new PackingFault('too-large', `Unpacked larger than ${mostBytes} bytes`, { found, limit: mostBytes });
  if (first.isEncrypted()) throw new PackingFault('password-protected', 'The zip has a password');
  return { name: first.fileName, sizeBytes: first.uncompressedSize, read: () => readEntry(zip, first) };
}

async function wholeOf(source: ByteSource, mostBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source.read()) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > mostBytes) throw new PackingFault('too-large', `Larger than ${mostBytes} bytes`, { limit: mostBytes });
  }
  return Buffer.concat(chunks);
}

async function filesOf(zip: ZipFile): Promise<Entry[]> {
  const files: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      const isFile = !entry.fileName.endsWith('/') && !entry.fileName.startsWith('__MACOSX/');
      if (isFile) files.push(entry);
      if (files.length > MOST_ENTRIES) throw new PackingFault('several-files', `More than ${MOST_ENTRIES} files`);
    }
  } catch (error) {
    broken(error);
  }
  return files;
}

async function* readEntry(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  let checksum = 0;
  try {
    // yauzl holds the entry to the size that it promises.
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
  } catch (error) {
    broken(error);
  }
  if (checksum !== entry.crc32) throw new PackingFault('broken-archive', 'The checksum differs');
}

function broken(error: unknown): never {
  if (error instanceof PackingFault) throw error;
  throw new PackingFault('broken-archive', error instanceof Error ? error.message : String(error));
}

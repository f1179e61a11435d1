import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { writeTar } from '../tar/index.ts';
import { PackingFault } from './fault.ts';
import { isLeftOver } from './left-over.ts';
import type { ByteSource } from './source.ts';

const MOST_ENTRIES = 10_000;

/**
 * The one file of a zip; several as a tar archive, so that what is read from many files has one form.
 * What macOS adds beside them does not count; a workbook, whatever its name, stays what it is.
 * @throws PackingFault when there is none, a name leads out, a link stands among them, or more than `mostBytes` come out
 */
export async function unzip(source: ByteSource, mostBytes: number): Promise<ByteSource> {
  const zip = await fromBufferPromise(await wholeOf(source, mostBytes), { lazyEntries: true, autoClose: false }).catch(
    broken,
  );
  const files = await filesOf(zip);
  if (files.some(({ fileName }) => fileName === 'xl/workbook.xml')) return source;
  const [first] = files;
  if (!first) throw new PackingFault('no-file', 'There is no file in the zip');
  refuse(files, mostBytes);
  // Read once to its end before it is used, so that what is broken is refused at once.
  for (const entry of files) for await (const _chunk of readEntry(zip, entry));
  if (files.length === 1) {
    return { name: first.fileName, sizeBytes: first.uncompressedSize, read: () => readEntry(zip, first) };
  }
  const members = () =>
    files.map((entry) => ({ name: entry.fileName, sizeBytes: entry.uncompressedSize, content: readEntry(zip, entry) }));
  return { name: source.name.replace(/(?:\.zip)?$/i, '.tar'), sizeBytes: null, read: () => writeTar(members()) };
}

function refuse(files: readonly Entry[], mostBytes: number): void {
  const found = files.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (found > mostBytes)
    throw new PackingFault('too-large', `Unpacked larger than ${mostBytes} bytes`, { found, limit: mostBytes });
  for (const entry of files) {
    const name = entry.fileName.slice(0, 200);
    if (entry.isEncrypted()) throw new PackingFault('password-protected', `${name} in the zip has a password`);
    if (isLink(entry)) throw new PackingFault('link', `${name} in the zip is a link; links are not read`);
  }
}

// The upper half of these bits is the mode of Unix, where 0o12 is a symbolic link.
const isLink = ({ externalFileAttributes }: Entry) => externalFileAttributes >>> 28 === 0o12;

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
      if (!entry.fileName.endsWith('/') && !isLeftOver(entry.fileName)) files.push(entry);
      if (files.length > MOST_ENTRIES) throw new PackingFault('too-many-files', `More than ${MOST_ENTRIES} files`);
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
  const message = error instanceof Error ? error.message : String(error);
  // yauzl refuses names that lead out of the archive in these words.
  const isUnsafe = /^(?:absolute path|invalid relative path|invalid characters in fileName)/.test(message);
  throw new PackingFault(isUnsafe ? 'unsafe-name' : 'broken-archive', message.slice(0, 300));
}

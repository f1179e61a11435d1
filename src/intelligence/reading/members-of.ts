import { createGunzip, createZstdDecompress } from 'node:zlib';
import { fromBufferPromise } from 'yauzl';
import { type ByteSource, type Decompressor, decompressed, headOf, PackingFault } from '#formats/packing';
import { readTar, TarFault } from '#formats/tar';

/** One file, out of whatever archive it stood in. */
export type Member = { name: string; read: () => AsyncIterable<Uint8Array> };
export type MemberOrFault = Member | { name: string; fault: { rule: string; message: string } };

const mostFiles = 1_000_000;
/** What one archive may hold unpacked; larger sets come as several. */
const mostBytes = 20 * 1024 ** 3;
/** A file within a tar is held in memory, since it passes by only once. */
const mostBytesInTar = 512 * 1024 ** 2;
/** Compressed archives are read from memory. */
const mostPackedBytes = 2 * 1024 ** 3 - 1;

/**
 * The files of an archive (zip, tar, packed by gzip or zstd or not), one after the other; anything else is itself.
 * Reading one may end in a PackingFault.
 */
export async function* membersOf(source: ByteSource): AsyncGenerator<MemberOrFault> {
  const head = await headOf(source, 512);
  const starts = (...bytes: number[]) => bytes.every((byte, at) => head[at] === byte);
  try {
    if (starts(0x1f, 0x8b)) yield* membersOf(unpacked(source, createGunzip, /\.gz$/i));
    else if (starts(0x28, 0xb5, 0x2f, 0xfd)) yield* membersOf(unpacked(source, createZstdDecompress, /\.zst$/i));
    else if (starts(0x50, 0x4b, 3, 4)) yield* ofZip(source);
    else if (new TextDecoder('latin1').decode(head.subarray(257, 262)) === 'ustar') yield* ofTar(source);
    else yield source;
  } catch (fault) {
    if (!(fault instanceof PackingFault || fault instanceof TarFault)) throw fault;
    yield { name: source.name, fault: { rule: fault.rule, message: fault.message } };
  }
}

function unpacked(source: ByteSource, decompressor: Decompressor, ending: RegExp): ByteSource {
  const read = () => decompressed(source, decompressor, mostBytes);
  return { name: source.name.replace(ending, ''), sizeBytes: null, read };
}

async function* ofZip(source: ByteSource): AsyncGenerator<MemberOrFault> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source.read()) {
    length += chunk.length;
    if (length > mostPackedBytes) throw new PackingFault('too-large', `Larger than ${mostPackedBytes} bytes`);
    chunks.push(chunk);
  }
  try {
    const zip = await fromBufferPromise(Buffer.concat(chunks), { lazyEntries: true, autoClose: false });
    let files = 0;
    let bytes = 0;
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      bytes += entry.uncompressedSize;
      if (++files > mostFiles || bytes > mostBytes) throw new PackingFault('too-large', 'The archive holds too much');
      const name = `${source.name}/${entry.fileName}`;
      // yauzl holds an entry to the size that it promises.
      yield* inner({ name, sizeBytes: entry.uncompressedSize, read: () => entryOf(zip, entry) });
    }
  } catch (error) {
    if (error instanceof PackingFault) throw error;
    throw new PackingFault('broken-archive', error instanceof Error ? error.message : String(error));
  }
}

async function* entryOf(
  zip: Awaited<ReturnType<typeof fromBufferPromise>>,
  entry: Parameters<typeof zip.openReadStreamPromise>[0],
) {
  try {
    yield* (await zip.openReadStreamPromise(entry)) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw new PackingFault('broken-archive', error instanceof Error ? error.message : String(error));
  }
}

async function* ofTar(source: ByteSource): AsyncGenerator<MemberOrFault> {
  for await (const { name, content } of readTar(source.read(), { members: mostFiles, bytes: mostBytes })) {
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of content) {
      length += chunk.length;
      if (length <= mostBytesInTar) chunks.push(chunk);
    }
    const inside = `${source.name}/${name}`;
    if (length > mostBytesInTar) {
      const message = `A file in an archive has ${length} bytes, at most ${mostBytesInTar} are read`;
      yield { name: inside, fault: { rule: 'too-large', message } };
      continue;
    }
    yield {
      name: inside,
      read: async function* () {
        yield* chunks;
      },
    };
  }
}

/** An entry may be packed itself, but holds no further archive of many. */
async function* inner(source: ByteSource): AsyncGenerator<MemberOrFault> {
  if (/\.gz$/i.test(source.name)) yield unpacked(source, createGunzip, /\.gz$/i);
  else if (/\.zst$/i.test(source.name)) yield unpacked(source, createZstdDecompress, /\.zst$/i);
  else yield source;
}

import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import type { XlsxLimits } from './limits.ts';
import { Unreadable } from './problems.ts';

/** The parts of a package by name; names are compared without case, as the packaging standard (ISO 29500-2) does. */
export type Archive = {
  has: (name: string) => boolean;
  /** @throws Unreadable when there is no such part or its bytes are not what the package promises */
  read: (name: string) => AsyncGenerator<Uint8Array>;
};

const OLE_HEADER = 'd0cf11e0a1b11ae1';
const RATIO_ASKED_ABOVE_BYTES = 1024 * 1024;

/**
 * Opens a zip whose promises are within the limits; each part is held to its promise while it is read.
 * @throws Unreadable for whatever is no such zip
 */
export async function openArchive(bytes: Uint8Array, limits: XlsxLimits): Promise<Archive> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length > limits.bytes) {
    const details = { found: buffer.length, limit: limits.bytes };
    throw new Unreadable(
      'file-too-large',
      `${details.found} bytes, at most ${details.limit} are read`,
      'file',
      details,
    );
  }
  refuseOldFormats(buffer);
  const zip = await fromBufferPromise(buffer, { lazyEntries: true, autoClose: false }).catch(brokenArchive);
  const entries = await listEntries(zip, limits);
  return {
    has: (name) => entries.has(name.toLowerCase()),
    read: (name) => readEntry(zip, entries.get(name.toLowerCase()), name),
  };
}

function refuseOldFormats(buffer: Buffer): void {
  if (buffer.toString('hex', 0, 8) !== OLE_HEADER) {
    if (buffer.toString('latin1', 0, 2) === 'PK') return;
    throw new Unreadable('not-a-workbook', 'This is no Excel workbook: save the table as .xlsx or .csv');
  }
  // Excel hides an encrypted workbook in the container of the old format, under this name.
  if (buffer.includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    throw new Unreadable('password-protected', 'The workbook has a password: save it again as .xlsx without one');
  }
  throw new Unreadable('old-format', 'The workbook has the old format .xls: open it in Excel and save it as .xlsx');
}

async function listEntries(zip: ZipFile, limits: XlsxLimits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.toLowerCase();
      if (entries.has(name)) throw new Unreadable('unsafe-name', 'Two parts have the same name', entry.fileName);
      if (entries.size >= limits.entries) {
        const details = { limit: limits.entries };
        throw new Unreadable('too-many-entries', `More than ${limits.entries} parts`, 'file', details);
      }
      unpacked += entry.uncompressedSize;
      refuseBomb(entry, unpacked, limits);
      entries.set(name, entry);
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    brokenArchive(error);
  }
  return entries;
}

function refuseBomb(entry: Entry, unpacked: number, limits: XlsxLimits): void {
  const { uncompressedSize, compressedSize, fileName } = entry;
  const ratio = uncompressedSize / Math.max(1, compressedSize);
  if (unpacked > limits.unpackedBytes) {
    const details = { found: unpacked, limit: limits.unpackedBytes };
    throw new Unreadable('unpacked-too-large', `Unpacked more than ${details.limit} bytes`, fileName, details);
  }
  if (uncompressedSize > RATIO_ASKED_ABOVE_BYTES && ratio > limits.ratio) {
    const details = { found: Math.round(ratio), limit: limits.ratio };
    throw new Unreadable('unpacked-too-large', `Packed ${details.found} to 1`, fileName, details);
  }
  if (entry.isEncrypted()) throw new Unreadable('password-protected', 'This part is encrypted', fileName);
}

async function* readEntry(zip: ZipFile, entry: Entry | undefined, name: string): AsyncGenerator<Uint8Array> {
  if (!entry) throw new Unreadable('malformed', 'This part is missing', name);
  let checksum = 0;
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
  } catch (error) {
    brokenArchive(error, name);
  }
  if (checksum !== entry.crc32) throw new Unreadable('broken-archive', 'The checksum differs', name);
}

function brokenArchive(error: unknown, name = 'file'): never {
  const message = error instanceof Error ? error.message : String(error);
  const isName = /^(invalid relative path|absolute path|invalid characters in fileName)/.test(message);
  throw new Unreadable(isName ? 'unsafe-name' : 'broken-archive', message, name);
}

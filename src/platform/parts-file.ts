import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** A part of a file, as chunks of bytes. */
export type Part = { name: string; chunks: Iterable<Uint8Array> };
type Place = { name: string; at: number; bytes: number; crc: number };
type Contents = { kind: string; parts: Place[] };

/** Why a file is not read: it is damaged or cut off, or of another kind or version than what is asked for. */
export type PartsRefusal = { refused: 'damaged' | 'other-kind' };

export type PartsFile = {
  /** All of a part in memory that threads can share; null when its bytes are not those that were written. */
  whole: (name: string) => SharedArrayBuffer | null;
  /** Some bytes of a part, which is not checked as a whole. */
  some: (name: string, stretch: { at: number; bytes: number }) => Uint8Array;
  close: () => void;
};

/** The last bytes: length and checksum of the table of contents, and what tells such a file. */
const tailBytes = 12;
const mark = 0x4d50_4631;
/** Far more than any table of contents has. */
const longestContents = 65_536;

/** Writes named parts, each with its checksum. The file stands under its name only once it is whole. */
export function writeParts(file: string, kind: string, parts: Iterable<Part>): void {
  const temporary = `${file}.${process.pid}.part`;
  const descriptor = openSync(temporary, 'w', 0o600);
  try {
    const contents: Contents = { kind, parts: [] };
    let at = 0;
    for (const { name, chunks } of parts) {
      const place: Place = { name, at, bytes: 0, crc: 0 };
      for (const chunk of chunks) {
        writeAll(descriptor, chunk);
        place.bytes += chunk.byteLength;
        place.crc = crc32(chunk, place.crc);
      }
      at += place.bytes;
      contents.parts.push(place);
    }
    const table = Buffer.from(JSON.stringify(contents));
    writeAll(descriptor, table);
    const tail = Buffer.alloc(tailBytes);
    for (const [place, number] of [table.length, crc32(table), mark].entries()) tail.writeUInt32LE(number, place * 4);
    writeAll(descriptor, tail);
    fsyncSync(descriptor);
  } catch (problem) {
    closeSync(descriptor);
    rmSync(temporary, { force: true });
    throw problem;
  }
  closeSync(descriptor);
  renameSync(temporary, file);
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.byteLength; )
    written += writeSync(descriptor, bytes, written, bytes.byteLength - written);
}

/** @throws when the file cannot be opened */
export function openParts(file: string, kind: string): PartsFile | PartsRefusal {
  const descriptor = openSync(file, 'r');
  const contents = contentsOf(descriptor, statSync(file).size);
  if (contents?.kind !== kind) {
    closeSync(descriptor);
    return { refused: contents ? 'other-kind' : 'damaged' };
  }
  const placeOf = (name: string): Place => {
    const place = contents.parts.find((one) => one.name === name);
    if (!place) throw new Error(`A ${kind} has a part ${name}`);
    return place;
  };
  return {
    whole: (name) => {
      const { at, bytes, crc } = placeOf(name);
      const buffer = new SharedArrayBuffer(bytes);
      const into = new Uint8Array(buffer);
      return readAll(descriptor, into, at) && crc32(into) === crc ? buffer : null;
    },
    some: (name, { at, bytes }) => {
      const into = new Uint8Array(bytes);
      readAll(descriptor, into, placeOf(name).at + at);
      return into;
    },
    close: () => closeSync(descriptor),
  };
}

function contentsOf(descriptor: number, size: number): Contents | null {
  const tail = Buffer.alloc(tailBytes);
  if (size < tailBytes || !readAll(descriptor, tail, size - tailBytes)) return null;
  const [length, crc] = [tail.readUInt32LE(0), tail.readUInt32LE(4)];
  if (tail.readUInt32LE(8) !== mark || length > Math.min(longestContents, size - tailBytes)) return null;
  const table = Buffer.alloc(length);
  if (!readAll(descriptor, table, size - tailBytes - length) || crc32(table) !== crc) return null;
  return JSON.parse(table.toString());
}

/** Whether there were so many bytes. */
function readAll(descriptor: number, into: Uint8Array, at: number): boolean {
  for (let got = 0; got < into.byteLength; ) {
    const more = readSync(descriptor, into, got, into.byteLength - got, at + got);
    if (more === 0) return false;
    got += more;
  }
  return true;
}

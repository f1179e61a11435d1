/** Numbers of 8, 16 or 32 bits, none below 0. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array;

const headerWords = 64;

/**
 * Arrays one after the other in one piece of memory, which threads can share and a file can hold.
 * @param kind  tells one use and version of this from others
 */
export function pack(kind: number, arrays: readonly Numbers[]): SharedArrayBuffer {
  const buffer = new SharedArrayBuffer(sizeOf(arrays));
  const header = new Uint32Array(buffer, 0, headerWords);
  header.set([kind, arrays.length]);
  let at = headerWords * 4;
  for (const [place, array] of arrays.entries()) {
    header.set([array.BYTES_PER_ELEMENT, array.length], 2 + place * 2);
    new Uint8Array(buffer, at).set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    at += padded(array.byteLength);
  }
  return buffer;
}

/** The arrays of a packed buffer, in their order, without a copy; null when it is of another kind or cut off. */
export function unpack(kind: number, buffer: SharedArrayBuffer): Numbers[] | null {
  if (buffer.byteLength < headerWords * 4) return null;
  const header = new Uint32Array(buffer, 0, headerWords);
  const [found, count = 0] = header;
  if (found !== kind || count * 2 + 2 > headerWords) return null;
  const arrays: Numbers[] = [];
  let at = headerWords * 4;
  for (let place = 0; place < count; place++) {
    const [width = 0, length = 0] = header.subarray(2 + place * 2);
    if (at + width * length > buffer.byteLength) return null;
    arrays.push(viewOf(width, buffer, { at, length }));
    at += padded(width * length);
  }
  return at === buffer.byteLength ? arrays : null;
}

function viewOf(width: number, buffer: SharedArrayBuffer, { at, length }: { at: number; length: number }): Numbers {
  if (width === 1) return new Uint8Array(buffer, at, length);
  return width === 2 ? new Uint16Array(buffer, at, length) : new Uint32Array(buffer, at, length);
}

const padded = (bytes: number) => Math.ceil(bytes / 8) * 8;
const sizeOf = (arrays: readonly Numbers[]) =>
  arrays.reduce((sum, { byteLength }) => sum + padded(byteLength), headerWords * 4);

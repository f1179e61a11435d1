import type { VersionKey } from './version-keys.ts';

/** Strings of bytes one behind the other: number n reaches from start[n] to before start[n + 1]. */
export type ByteStrings = { bytes: Uint8Array; start: Uint32Array };

/** The same with a table to find a number by: open addressing, a slot holds the number plus one. */
export type Interned = ByteStrings & { slots: Uint32Array };

/** Each once and in their order; `rank` says for each given one which number it has now. */
export function inKeyOrder(given: readonly VersionKey[]): { sorted: VersionKey[]; rank: Uint32Array } {
  // Signs up to 255 compare as their bytes do.
  const sorted = [...new Set(given)].sort();
  const numbers = new Map(sorted.map((key, number) => [key, number]));
  return { sorted, rank: Uint32Array.from(given, (key) => numbers.get(key) as number) };
}

/** Keys in their order, one byte for each sign. */
export function joined(sorted: readonly VersionKey[]): ByteStrings {
  const start = new Uint32Array(sorted.length + 1);
  for (const [number, { length }] of sorted.entries()) start[number + 1] = (start[number] as number) + length;
  const bytes = new Uint8Array(start[sorted.length] as number);
  let at = 0;
  for (const key of sorted) for (let sign = 0; sign < key.length; sign++) bytes[at++] = key.charCodeAt(sign);
  return { bytes, start };
}

const encoder = new TextEncoder();
// Keys of products are shorter (identity/keys.ts), also where a sign takes three bytes.
const scratch = new Uint8Array(4_096);

/**
 * Names, each once, as UTF-8.
 * @returns them by their hash, which depends on nothing but which names there are; `rank` says which number each has
 */
export function intern(names: readonly string[]): { interned: Interned; rank: Uint32Array } {
  const hashes = Uint32Array.from(names, (name) => hash(scratch, encoder.encodeInto(name, scratch).written));
  const order = Array.from(names.keys()).sort((a, b) => {
    const difference = (hashes[a] as number) - (hashes[b] as number);
    return difference || ((names[a] as string) < (names[b] as string) ? -1 : 1);
  });
  const rank = new Uint32Array(names.length);
  const start = new Uint32Array(names.length + 1);
  const bytes = new Uint8Array(names.reduce((sum, { length }) => sum + length * 3, 0));
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(4, names.length * 1.5))));
  for (const [number, place] of order.entries()) {
    const from = start[number] as number;
    start[number + 1] = from + encoder.encodeInto(names[place] as string, bytes.subarray(from)).written;
    rank[place] = number;
    let slot = (hashes[place] as number) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = number + 1;
  }
  return { interned: { bytes: bytes.slice(0, start[names.length]), start, slots }, rank };
}

/** The number of a name, or -1. */
export function numberOf({ bytes, start, slots }: Interned, name: string): number {
  const { read, written } = encoder.encodeInto(name, scratch);
  if (read < name.length) return -1;
  for (let slot = hash(scratch, written) & (slots.length - 1); ; slot = (slot + 1) & (slots.length - 1)) {
    const number = (slots[slot] as number) - 1;
    if (number < 0) return -1;
    const from = start[number] as number;
    if ((start[number + 1] as number) - from !== written) continue;
    let at = 0;
    while (at < written && bytes[from + at] === scratch[at]) at += 1;
    if (at === written) return number;
  }
}

/** @source FNV-1a, 32 bits (Fowler, Noll, Vo), with a last mixing since only the low bits choose the slot */
function hash(bytes: Uint8Array, length: number): number {
  let mixed = 0x811c9dc5;
  for (let at = 0; at < length; at++) mixed = Math.imul(mixed ^ (bytes[at] as number), 0x01000193);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** Where a key stands among others in their order: 2n + 1 when it is number n, 2n when it stands before that and after n - 1. */
export function positionAmong({ bytes, start }: ByteStrings, wanted: VersionKey, from = 0): number {
  let [low, high] = [from, start.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const first = start[middle] as number;
    const length = (start[middle + 1] as number) - first;
    const least = Math.min(length, wanted.length);
    let at = 0;
    while (at < least && bytes[first + at] === wanted.charCodeAt(at)) at += 1;
    if (at === length && at === wanted.length) return middle * 2 + 1;
    const isBefore = at < least ? (bytes[first + at] as number) < wanted.charCodeAt(at) : length < wanted.length;
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return low * 2;
}

export const keyAt = ({ bytes, start }: ByteStrings, number: number): VersionKey =>
  String.fromCharCode(...bytes.subarray(start[number] as number, start[number + 1] as number));

const decoder = new TextDecoder();
export const nameAt = ({ bytes, start }: ByteStrings, number: number): string =>
  decoder.decode(bytes.slice(start[number] as number, start[number + 1] as number));

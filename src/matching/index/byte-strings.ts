import { compareBytes } from '../evaluate/bytes.ts';

/** Strings of bytes one behind the other, in their order, each once: number n reaches from start[n] to start[n + 1]. */
export type ByteStrings = { bytes: Uint8Array; start: Uint32Array };

/** The same with a table to find a number by: open addressing, a slot holds the number plus one. */
export type Interned = ByteStrings & { slots: Uint32Array };

/** Puts strings into their order; `rank` says for each given one which number it has now. */
export function inByteOrder(given: readonly Uint8Array[]): { sorted: Uint8Array[]; rank: Uint32Array } {
  const order = Uint32Array.from(given, (_, place) => place);
  sortByBytes(given, order, { from: 0, to: order.length, depth: 0 });
  const sorted: Uint8Array[] = [];
  const rank = new Uint32Array(given.length);
  for (const place of order) {
    const bytes = given[place] as Uint8Array;
    const last = sorted.at(-1);
    if (last === undefined || compareBytes(last, bytes) !== 0) sorted.push(bytes);
    rank[place] = sorted.length - 1;
  }
  return { sorted, rank };
}

type Stretch = { from: number; to: number; depth: number };
const fewEnough = 24;

/** Byte after byte, each into its bucket: a comparison for each pair would take several times as long. */
function sortByBytes(given: readonly Uint8Array[], order: Uint32Array, { from, to, depth }: Stretch): void {
  if (to - from <= fewEnough) {
    sortFew(given, order, { from, to, depth });
    return;
  }
  const ends = new Uint32Array(258);
  const bucketOf = (place: number) => ((given[place] as Uint8Array)[depth] ?? -1) + 1;
  const part = order.slice(from, to);
  for (const place of part) (ends[bucketOf(place) + 1] as number) += 1;
  for (let bucket = 1; bucket < ends.length; bucket++) (ends[bucket] as number) += ends[bucket - 1] as number;
  const starts = ends.slice();
  for (const place of part) {
    const bucket = bucketOf(place);
    order[from + (ends[bucket] as number)] = place;
    (ends[bucket] as number) += 1;
  }
  // Those of bucket 0 end here: they are all the same.
  for (let bucket = 1; bucket < 257; bucket++) {
    const [first, next] = [from + (starts[bucket] as number), from + (starts[bucket + 1] as number)];
    if (next - first > 1) sortByBytes(given, order, { from: first, to: next, depth: depth + 1 });
  }
}

function sortFew(given: readonly Uint8Array[], order: Uint32Array, { from, to }: Stretch): void {
  for (let next = from + 1; next < to; next++) {
    const place = order[next] as number;
    const bytes = given[place] as Uint8Array;
    let at = next;
    while (at > from && compareBytes(given[order[at - 1] as number] as Uint8Array, bytes) > 0) {
      order[at] = order[at - 1] as number;
      at -= 1;
    }
    order[at] = place;
  }
}

/** Strings that are in their order already. */
export function joined(sorted: readonly Uint8Array[]): ByteStrings {
  const start = new Uint32Array(sorted.length + 1);
  for (const [place, { length }] of sorted.entries()) start[place + 1] = (start[place] as number) + length;
  const bytes = new Uint8Array(start[sorted.length] as number);
  for (const [place, string] of sorted.entries()) bytes.set(string, start[place] as number);
  return { bytes, start };
}

export function intern(sorted: readonly Uint8Array[]): Interned {
  const strings = joined(sorted);
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(4, sorted.length * 1.5))));
  for (const [place, string] of sorted.entries()) {
    let slot = hash(string, string.length) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = place + 1;
  }
  return { ...strings, slots };
}

/** The number of the string that the first `length` bytes of `wanted` are, or -1. */
export function numberOf({ bytes, start, slots }: Interned, wanted: Uint8Array, length: number): number {
  for (let slot = hash(wanted, length) & (slots.length - 1); ; slot = (slot + 1) & (slots.length - 1)) {
    const number = (slots[slot] as number) - 1;
    if (number < 0) return -1;
    const from = start[number] as number;
    if ((start[number + 1] as number) - from !== length) continue;
    let at = 0;
    while (at < length && bytes[from + at] === wanted[at]) at += 1;
    if (at === length) return number;
  }
}

/** @source FNV-1a, 32 bits (Fowler, Noll, Vo), with a last mixing since only the low bits choose the slot */
function hash(bytes: Uint8Array, length: number): number {
  let mixed = 0x811c9dc5;
  for (let at = 0; at < length; at++) mixed = Math.imul(mixed ^ (bytes[at] as number), 0x01000193);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** Where a string stands among others: 2n + 1 when it is number n, 2n when it stands before that and after n - 1. */
export function positionAmong({ bytes, start }: ByteStrings, wanted: Uint8Array, from = 0): number {
  let [low, high] = [from, start.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const sign = compareAt(bytes, start[middle] as number, { end: start[middle + 1] as number, wanted });
    if (sign === 0) return middle * 2 + 1;
    if (sign < 0) low = middle + 1;
    else high = middle;
  }
  return low * 2;
}

function compareAt(bytes: Uint8Array, from: number, { end, wanted }: { end: number; wanted: Uint8Array }): number {
  const length = Math.min(end - from, wanted.length);
  for (let at = 0; at < length; at++) {
    const difference = (bytes[from + at] as number) - (wanted[at] as number);
    if (difference !== 0) return difference;
  }
  return end - from - wanted.length;
}

export const stringAt = ({ bytes, start }: ByteStrings, number: number): Uint8Array =>
  bytes.slice(start[number] as number, start[number + 1] as number);

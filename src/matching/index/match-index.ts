import type { ByteStrings, Interned } from './byte-strings.ts';
import { type Numbers, pack, unpack } from './packed.ts';

/**
 * What is said of versions, by product, as arrays in one shared buffer; a lookup touches no object for each key, and no
 * version is parsed. A block holds what is said of one product in one scheme.
 */
export type MatchIndex = {
  buffer: SharedArrayBuffer;
  /** Keys of products; key k leads to the blocks keyBlocks[keyFirst[k]] to before keyBlocks[keyFirst[k + 1]]. */
  keys: Interned;
  keyFirst: Uint32Array;
  keyBlocks: Uint32Array;
  /** Keys of versions, of all schemes. */
  versions: ByteStrings;
  /** The first key of the product of a block, and its scheme with the count of its keys. */
  blockHome: Uint32Array;
  blockShape: Uint8Array;
  blockRows: Uint32Array;
  /** Where the distinct bounds of a block begin in `bounds`, which names them as versions, in their order. */
  blockBounds: Uint32Array;
  bounds: Uint32Array;
  /**
   * Rows of a block in the order of `low`. Positions of a block: 2i + 1 is its bound i, 2i what lies before it. A version
   * at q meets the row when low ≤ q ≤ high. `most` is the highest `high` of each 32 rows.
   */
  low: Numbers;
  high: Numbers;
  most: Numbers;
  vulnerability: Uint32Array;
  /** Which criterion of the vulnerability, counted over all its statements; the last number stands for all after it. */
  criterion: Uint16Array;
  /** A place in `rowKinds`. */
  kind: Uint8Array;
};

/** Rows to one maximum, as a shift. */
export const mostShift = 5;
export const lastCriterion = 0xffff;

/** "MI" and the version of this shape: what was packed by another is built anew. */
const packKind = 0x4d49_0001;

/** An index of which another one speaks for some blocks instead. */
export type Layer = { index: MatchIndex; isReplaced: Uint8Array | null };

export type IndexParts = Omit<MatchIndex, 'buffer'>;

export function packIndex(parts: IndexParts): MatchIndex {
  const { keys, versions } = parts;
  const buffer = pack(packKind, [
    ...[keys.bytes, keys.start, keys.slots, parts.keyFirst, parts.keyBlocks, versions.bytes, versions.start],
    ...[parts.blockHome, parts.blockShape, parts.blockRows, parts.blockBounds, parts.bounds],
    ...[parts.low, parts.high, parts.most, parts.vulnerability, parts.criterion, parts.kind],
  ]);
  const opened = openIndex(buffer);
  if (!opened) throw new Error('What was packed cannot be opened');
  return opened;
}

/** The index in a buffer that another thread or a file gave; null when it is none of this version. */
export function openIndex(buffer: SharedArrayBuffer): MatchIndex | null {
  const arrays = unpack(packKind, buffer);
  if (!arrays) return null;
  let at = 0;
  const next = <Kind extends Numbers>() => arrays[at++] as Kind;
  return {
    buffer,
    keys: { bytes: next(), start: next(), slots: next() },
    ...{ keyFirst: next(), keyBlocks: next() },
    versions: { bytes: next(), start: next() },
    ...{ blockHome: next(), blockShape: next(), blockRows: next(), blockBounds: next(), bounds: next() },
    ...{ low: next(), high: next(), most: next(), vulnerability: next(), criterion: next(), kind: next() },
  };
}

/** A scheme and how many keys a product has, in one number; with the first key they tell a block. */
export const shapeOfBlock = (scheme: number, keys: number): number => scheme | (keys << 4);
export const schemeOfBlock = (shape: number): number => shape & 0xf;

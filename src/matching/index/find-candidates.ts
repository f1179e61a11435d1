import { numberOf, positionAmong } from './byte-strings.ts';
import { type Column, column, push } from './columns.ts';
import { lowerBound } from './lower-bound.ts';
import { type Layer, type MatchIndex, mostShift, schemeOfBlock } from './match-index.ts';
import { rowKinds } from './rows-of.ts';
import type { Asked, Spot } from './spot-of.ts';

/**
 * Rows that are met: vulnerability and (criterion << 8) | kind of row, the same one now and then twice.
 * Each is a criterion that must be evaluated; every other criterion says for sure that it does not apply.
 */
export type Candidates = { vulnerability: Column; which: Column };

export const noCandidates = (): Candidates => ({ vulnerability: column(), which: column() });

/** The rows that a component meets are added to `found`. */
export function findCandidates(layers: readonly Layer[], asked: readonly Asked[], found: Candidates): void {
  for (const layer of layers) findInLayer(layer, asked, found);
}

function findInLayer({ index, isReplaced }: Layer, asked: readonly Asked[], found: Candidates): void {
  for (const { keys, spot } of asked) {
    const places = placesOf(index, spot);
    for (const key of keys) {
      const number = numberOf(index.keys, key);
      if (number < 0) continue;
      const [from, to] = [index.keyFirst[number] as number, index.keyFirst[number + 1] as number];
      for (let at = from; at < to; at++) {
        const block = index.keyBlocks[at] as number;
        if (isReplaced?.[block] !== 1) findInBlock(index, { block, spot, places }, found);
      }
    }
  }
}

/** Stretches of positions among all versions of the index: [first, last], where an even number lies between two versions. */
export type Places = { first: number; last: number }[];

export function placesOf({ versions }: MatchIndex, { points, patches }: Spot): Places {
  return [
    ...points.map((point) => {
      const place = positionAmong(versions, point);
      return { first: place, last: place };
    }),
    ...patches.map(({ from, before }) => ({
      first: positionAmong(versions, from),
      last: (positionAmong(versions, before) >>> 1) * 2,
    })),
  ];
}

type At = { block: number; spot: Pick<Spot, 'scheme' | 'patches' | 'isCarriedBack'>; places: Places };

/** What a version in another order than the block's, or in none, may meet is all of it. */
export function findInBlock(index: MatchIndex, { block, spot, places }: At, found: Candidates): void {
  if (places.length === 0 || spot.scheme !== schemeOfBlock(index.blockShape[block] as number)) {
    takeAll(index, block, found);
    return;
  }
  for (const { first, last } of places) {
    const within = { first: positionIn(index, block, first), last: positionIn(index, block, last) };
    takeMet(index, { block, spot, ...within }, found);
  }
}

/** A position among all versions as one among the bounds of a block. */
export function positionIn({ blockBounds, bounds }: MatchIndex, block: number, place: number): number {
  const [from, to] = [blockBounds[block] as number, blockBounds[block + 1] as number];
  const at = lowerBound(bounds, place >>> 1, { from, to });
  const isBound = (place & 1) === 1 && at < to && bounds[at] === place >>> 1;
  return (at - from) * 2 + (isBound ? 1 : 0);
}

function takeAll(index: MatchIndex, block: number, found: Candidates): void {
  for (let row = index.blockRows[block] as number; row < (index.blockRows[block + 1] as number); row++)
    take(index, row, found);
}

function take({ vulnerability, criterion, kind }: MatchIndex, row: number, found: Candidates): void {
  push(found.vulnerability, vulnerability[row] as number);
  push(found.which, ((criterion[row] as number) << 8) | (kind[row] as number));
}

const unaffected = rowKinds.indexOf('unaffected');
type Within = { block: number; spot: Pick<Spot, 'patches' | 'isCarriedBack'>; first: number; last: number };

export function takeMet(index: MatchIndex, { block, spot, first, last }: Within, found: Candidates): void {
  const { low, high, most, kind } = index;
  const [from, to] = [index.blockRows[block] as number, index.blockRows[block + 1] as number];
  const end = spot.isCarriedBack ? to : lowerBound(low, last + 1, { from, to });
  const isOpen = spot.patches.length > 0;
  for (let row = from; row < end; ) {
    const chunkEnd = Math.min(end, ((row >> mostShift) + 1) << mostShift);
    if ((most[row >> mostShift] as number) < first) {
      row = chunkEnd;
      continue;
    }
    for (; row < chunkEnd; row++)
      if ((high[row] as number) >= first && (isOpen || kind[row] !== unaffected)) take(index, row, found);
  }
}

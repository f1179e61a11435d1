import { inKeyOrder, intern, joined } from './byte-strings.ts';
import { type Column, column, filled, push } from './columns.ts';
import { type Gathered, open, type Product } from './gather-rows.ts';
import { lowerBound } from './lower-bound.ts';
import { type IndexParts, lastCriterion, type MatchIndex, mostShift, packIndex, shapeOfBlock } from './match-index.ts';
import type { Numbers } from './packed.ts';
import { rowKinds } from './rows-of.ts';
import { sortByColumns } from './sort-by-columns.ts';
import type { VersionKey } from './version-keys.ts';

/** Puts rows into an index. The same rows give the same bytes, in whatever order they came. */
export function freeze(rows: Gathered): MatchIndex {
  const versions = inKeyOrder(rows.versions);
  const named = nameBlocks(rows.products);
  const { order, blockRows } = byBlock(rows, named.blockOf);
  const bounds = boundsOf(rows, { order, blockRows, rank: versions.rank });
  const used = onlyUsed(versions.sorted, bounds.numbers);
  const placed = placeRows(rows, { order, blockRows, rank: versions.rank, ...bounds });
  for (let block = 0; block + 1 < blockRows.length; block++)
    sortByColumns(order, { from: blockRows[block] as number, to: blockRows[block + 1] as number }, [
      ...[placed.low, filled(rows.vulnerability), filled(rows.which), placed.high],
    ]);
  const { keys, keyFirst, keyBlocks, blockHome, blockShape } = named;
  return packIndex({
    ...{ keys, keyFirst, keyBlocks, blockHome, blockShape, blockRows },
    ...{ versions: joined(used.sorted), blockBounds: bounds.blockBounds, bounds: used.numbers },
    ...inOrder(rows, order, placed),
  });
}

type Named = Pick<IndexParts, 'keys' | 'keyFirst' | 'keyBlocks' | 'blockHome' | 'blockShape'> & {
  /** The block of each product. */
  blockOf: Uint32Array;
};

function nameBlocks(products: readonly Product[]): Named {
  const names = [...new Set(products.flatMap(({ keys }) => keys))];
  const { interned, rank: rankOfName } = intern(names);
  const place = new Map(names.map((name, at) => [name, rankOfName[at] as number]));
  const rank = Uint32Array.from(products.flatMap(({ keys }) => keys.map((key) => place.get(key) as number)));
  const first = new Uint32Array(products.length + 1);
  for (const [place, { keys }] of products.entries()) first[place + 1] = (first[place] as number) + keys.length;
  const home = Uint32Array.from(products, (_, place) => rank[first[place] as number] as number);
  const shape = Uint32Array.from(products, ({ keys, scheme }) => shapeOfBlock(scheme, keys.length));
  const order = Uint32Array.from(products, (_, place) => place);
  sortByColumns(order, { from: 0, to: order.length }, [home, shape]);
  const blockOf = new Uint32Array(products.length);
  for (const [block, place] of order.entries()) blockOf[place] = block;
  const keyFirst = new Uint32Array(names.length + 1);
  for (const key of rank) (keyFirst[key + 1] as number) += 1;
  for (let key = 0; key < names.length; key++) (keyFirst[key + 1] as number) += keyFirst[key] as number;
  const keyBlocks = new Uint32Array(rank.length);
  const next = keyFirst.slice();
  for (const [block, place] of order.entries())
    for (let at = first[place] as number; at < (first[place + 1] as number); at++) {
      const key = rank[at] as number;
      keyBlocks[next[key] as number] = block;
      (next[key] as number) += 1;
    }
  return {
    ...{ keys: interned, keyFirst, keyBlocks, blockOf },
    blockHome: order.map((place) => home[place] as number),
    blockShape: Uint8Array.from(order, (place) => shape[place] as number),
  };
}

/** Rows by their block, each where it came. */
function byBlock({ product, products }: Gathered, blockOf: Uint32Array) {
  const blockRows = new Uint32Array(products.length + 1);
  const of = filled(product);
  for (const one of of) (blockRows[(blockOf[one] as number) + 1] as number) += 1;
  for (let block = 0; block < products.length; block++) (blockRows[block + 1] as number) += blockRows[block] as number;
  const next = blockRows.slice();
  const order = new Uint32Array(of.length);
  for (let row = 0; row < of.length; row++) {
    const block = blockOf[of[row] as number] as number;
    order[next[block] as number] = row;
    (next[block] as number) += 1;
  }
  return { order, blockRows };
}

type Ordered = { order: Uint32Array; blockRows: Uint32Array; rank: Uint32Array };

/** The distinct bounds of each block, as numbers of versions. */
function boundsOf({ from, before }: Gathered, { order, blockRows, rank }: Ordered) {
  const blockBounds = new Uint32Array(blockRows.length);
  const numbers: Column = column();
  let all = new Uint32Array(64);
  for (let block = 0; block + 1 < blockRows.length; block++) {
    const [start, end] = [blockRows[block] as number, blockRows[block + 1] as number];
    if (all.length < (end - start) * 2) all = new Uint32Array((end - start) * 4);
    let count = 0;
    for (let at = start; at < end; at++)
      for (const { numbers: side } of [from, before]) {
        const version = side[order[at] as number] as number;
        if (version === open) continue;
        all[count] = rank[version] as number;
        count += 1;
      }
    const sorted = all.subarray(0, count).sort();
    for (let at = 0; at < count; at++)
      if (at === 0 || sorted[at] !== sorted[at - 1]) push(numbers, sorted[at] as number);
    blockBounds[block + 1] = numbers.count;
  }
  return { blockBounds, numbers: filled(numbers) };
}

/** Versions that are a bound of a block, numbered anew; others are left from rows that are no more. */
function onlyUsed(sorted: readonly VersionKey[], bounds: Uint32Array) {
  const isUsed = new Uint8Array(sorted.length);
  for (const version of bounds) isUsed[version] = 1;
  const number = new Uint32Array(sorted.length);
  const kept: VersionKey[] = [];
  for (const [version, bytes] of sorted.entries()) if (isUsed[version] === 1) number[version] = kept.push(bytes) - 1;
  return { sorted: kept, numbers: bounds.map((version) => number[version] as number) };
}

const unplaced = rowKinds.indexOf('unplaced');

function placeRows(
  { from, before, which }: Gathered,
  { order, blockRows, rank, blockBounds, numbers }: Ordered & ReturnType<typeof boundsOf>,
) {
  const [low, high] = [new Uint32Array(order.length), new Uint32Array(order.length)];
  for (let block = 0; block + 1 < blockRows.length; block++) {
    const [start, to] = [blockBounds[block] as number, blockBounds[block + 1] as number];
    const within = { from: start, to };
    for (let at = blockRows[block] as number; at < (blockRows[block + 1] as number); at++) {
      const row = order[at] as number;
      const [lowest, end] = [from.numbers[row] as number, before.numbers[row] as number];
      const placeOf = (version: number) => lowerBound(numbers, rank[version] as number, within) - start;
      if (((which.numbers[row] as number) & 0xff) === unplaced) low[row] = open;
      else low[row] = lowest === open ? 0 : placeOf(lowest) * 2 + 1;
      high[row] = end === open ? open : placeOf(end) * 2;
    }
  }
  return { low, high, isNarrow: isNarrow(blockBounds) };
}

/** Half the room where no block has more bounds than 16 bits can place. */
function isNarrow(blockBounds: Uint32Array): boolean {
  let most = 0;
  for (let block = 1; block < blockBounds.length; block++)
    most = Math.max(most, (blockBounds[block] as number) - (blockBounds[block - 1] as number));
  return most * 2 + 1 < 0xffff;
}

function inOrder({ vulnerability, which }: Gathered, order: Uint32Array, placed: ReturnType<typeof placeRows>) {
  const numbers = (count: number): Numbers => (placed.isNarrow ? new Uint16Array(count) : new Uint32Array(count));
  const [low, high] = [numbers(order.length), numbers(order.length)];
  const most = numbers(Math.ceil(order.length / 2 ** mostShift));
  const criterion = new Uint16Array(order.length);
  const kind = new Uint8Array(order.length);
  for (let at = 0; at < order.length; at++) {
    const row = order[at] as number;
    // An open end becomes the highest number of either width.
    low[at] = placed.low[row] as number;
    high[at] = placed.high[row] as number;
    most[at >> mostShift] = Math.max(most[at >> mostShift] as number, high[at] as number);
    criterion[at] = Math.min((which.numbers[row] as number) >>> 8, lastCriterion);
    kind[at] = (which.numbers[row] as number) & 0xff;
  }
  return { low, high, most, criterion, kind, vulnerability: order.map((row) => vulnerability.numbers[row] as number) };
}

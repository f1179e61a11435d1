import { type ByteStrings, type Interned, inKeyOrder, intern, joined } from './byte-strings.ts';
import { type Column, column, filled, push } from './columns.ts';
import { pack, unpack } from './packed.ts';
import { sortByColumns } from './sort-by-columns.ts';
import type { Asked, Spot } from './spot-of.ts';

/**
 * Distinct components by the products that they may be, sorted once: asked of an index together, or asked which of them a
 * new record meets. A group holds what is asked for one key in one scheme.
 */
export type Portfolio = {
  buffer: SharedArrayBuffer;
  keys: Interned;
  keyFirst: Uint32Array;
  groupScheme: Uint8Array;
  versions: ByteStrings;
  /** Versions that are one key, in their order: `version` is a number of `versions`, `component` whose it is. */
  groupPoints: Uint32Array;
  version: Uint32Array;
  component: Uint32Array;
  /** Other ways to stand, which are looked at one by one: from a version to before another, and what else holds (`ways`). */
  groupOthers: Uint32Array;
  otherFrom: Uint32Array;
  otherBefore: Uint32Array;
  otherWay: Uint8Array;
  otherComponent: Uint32Array;
};

/** Whatever is said of the product; from its version to before another; a patch level that is open; what is carried back. */
export const ways = { any: 1, span: 2, open: 4, carriedBack: 8 } as const;

const packKind = 0x4d50_0001;

type Entry = { key: Column; scheme: Column; version: Column; component: Column };
type Others = Entry & { before: Column; way: Column };

/** @param asked  what is asked of each component, which is numbered by its place */
export function portfolioOf(asked: readonly (readonly Asked[])[]): Portfolio {
  const names = numbering();
  const versions = numbering();
  const points: Entry = { key: column(), scheme: column(), version: column(), component: column() };
  const others: Others = { ...entry(), before: column(), way: column() };
  for (const [component, all] of asked.entries())
    for (const { keys, spot } of all)
      for (const key of keys) {
        const at = { key: names.numberOf(key), scheme: spot.scheme, component };
        if (isPlain(spot))
          for (const point of spot.points) pushAll(points, { ...at, version: versions.numberOf(point) });
        else for (const way of waysOf(spot, versions.numberOf)) pushAll(others, { ...at, ...way });
      }
  return packed(names.all, versions.all, { points, others });
}

const entry = (): Entry => ({ key: column(), scheme: column(), version: column(), component: column() });
const isPlain = ({ points, patches, isCarriedBack }: Spot) =>
  points.length > 0 && patches.length === 0 && !isCarriedBack;

function* waysOf({ points, patches, isCarriedBack }: Spot, numberOf: (key: string) => number) {
  if (points.length === 0) yield { version: 0, before: 0, way: ways.any };
  const also = (isCarriedBack ? ways.carriedBack : 0) | (patches.length > 0 ? ways.open : 0);
  for (const point of points) yield { version: numberOf(point), before: 0, way: also };
  for (const span of patches)
    yield { version: numberOf(span.from), before: numberOf(span.before), way: also | ways.span };
}

function pushAll<Row extends Record<string, number>>(into: { [Name in keyof Row]: Column }, row: Row): void {
  for (const name in row) push(into[name], row[name] as number);
}

function numbering(): { all: string[]; numberOf: (key: string) => number } {
  const known = new Map<string, number>();
  const all: string[] = [];
  const numberOf = (key: string): number => {
    const number = known.get(key) ?? all.push(key) - 1;
    known.set(key, number);
    return number;
  };
  return { all, numberOf };
}

function packed(names: string[], given: string[], { points, others }: { points: Entry; others: Others }): Portfolio {
  const keys = intern(names);
  const versions = inKeyOrder(given);
  const [plain, special] = [points, others].map((one) => ({
    key: renumbered(one.key, keys.rank),
    scheme: filled(one.scheme),
    version: renumbered(one.version, versions.rank),
    order: Uint32Array.from({ length: one.key.count }, (_, place) => place),
  })) as [Sorted, Sorted];
  for (const { key, scheme, version, order } of [plain, special])
    sortByColumns(order, { from: 0, to: order.length }, [key, scheme, version]);
  const groups = groupsOf(names.length, plain, special);
  const taken = (numbers: Uint32Array, order: Uint32Array) => order.map((place) => numbers[place] as number);
  const arrays = [
    ...groups.arrays,
    ...[taken(plain.version, plain.order), taken(filled(points.component), plain.order)],
    ...[taken(special.version, special.order), taken(renumbered(others.before, versions.rank), special.order)],
    Uint8Array.from(special.order, (place) => others.way.numbers[place] as number),
    taken(filled(others.component), special.order),
  ];
  const [{ interned }, strings] = [keys, joined(versions.sorted)];
  const fixed = [interned.bytes, interned.start, interned.slots, strings.bytes, strings.start];
  return openPortfolio(pack(packKind, [...fixed, ...arrays])) as Portfolio;
}

type Sorted = { key: Uint32Array; scheme: Uint32Array; version: Uint32Array; order: Uint32Array };

const renumbered = (numbers: Column, rank: Uint32Array) => filled(numbers).map((number) => rank[number] ?? 0);

/** Both kinds of entries by key and scheme. */
function groupsOf(keyCount: number, plain: Sorted, special: Sorted) {
  const [schemes, pointEnds, otherEnds]: [Column, Column, Column] = [column(), column(), column()];
  const keyFirst = new Uint32Array(keyCount + 1);
  let [p, s] = [0, 0];
  for (let key = 0; key < keyCount; key++) {
    for (;;) {
      const scheme = Math.min(schemeAt(plain, p, key), schemeAt(special, s, key));
      if (scheme === Number.POSITIVE_INFINITY) break;
      push(pointEnds, p);
      push(otherEnds, s);
      while (schemeAt(plain, p, key) === scheme) p += 1;
      while (schemeAt(special, s, key) === scheme) s += 1;
      push(schemes, scheme);
    }
    keyFirst[key + 1] = schemes.count;
  }
  push(pointEnds, p);
  push(otherEnds, s);
  return { arrays: [keyFirst, Uint8Array.from(filled(schemes)), filled(pointEnds), filled(otherEnds)] };
}

/** The scheme of an entry if it is of this key. */
function schemeAt({ key, scheme, order }: Sorted, at: number, wanted: number): number {
  const place = order[at];
  return place !== undefined && key[place] === wanted ? (scheme[place] as number) : Number.POSITIVE_INFINITY;
}

/** The portfolio in a buffer that another thread gave; null when it is none of this version. */
export function openPortfolio(buffer: SharedArrayBuffer): Portfolio | null {
  const arrays = unpack(packKind, buffer);
  if (!arrays) return null;
  let at = 0;
  const next = <Kind extends Uint8Array | Uint32Array>() => arrays[at++] as Kind;
  return {
    buffer,
    keys: { bytes: next(), start: next(), slots: next() },
    versions: { bytes: next(), start: next() },
    ...{ keyFirst: next(), groupScheme: next(), groupPoints: next(), groupOthers: next() },
    ...{ version: next(), component: next() },
    ...{ otherFrom: next(), otherBefore: next(), otherWay: next(), otherComponent: next() },
  };
}

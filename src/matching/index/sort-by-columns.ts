export type Stretch = { from: number; to: number };

const fewEnough = 16;
/** So many rows of one stretch can be numbered beside a value of 32 bits in one double. */
const mostRows = 2 ** 21;

/** Puts the rows of a stretch of `order` in the order of the first column, those alike in that of the next, and so on. */
export function sortByColumns(order: Uint32Array, { from, to }: Stretch, columns: readonly Uint32Array[]): void {
  const [first, ...others] = columns;
  if (!first || to - from < 2) return;
  if (to - from <= fewEnough || to - from > mostRows) {
    sortFew(order, { from, to }, columns);
    return;
  }
  // A native sort of doubles, each a value with the place of its row, is several times as fast as comparing rows.
  const part = order.slice(from, to);
  const keyed = new Float64Array(part.length);
  for (let at = 0; at < part.length; at++) keyed[at] = (first[part[at] as number] as number) * mostRows + at;
  keyed.sort();
  for (let at = 0; at < part.length; at++) order[from + at] = part[(keyed[at] as number) % mostRows] as number;
  let begun = from;
  for (let at = from + 1; at <= to; at++) {
    if (at < to && first[order[at] as number] === first[order[begun] as number]) continue;
    if (at - begun > 1) sortByColumns(order, { from: begun, to: at }, others);
    begun = at;
  }
}

function sortFew(order: Uint32Array, { from, to }: Stretch, columns: readonly Uint32Array[]): void {
  const part = order.subarray(from, to);
  if (part.length > fewEnough) {
    part.sort((a, b) => compareRows(a, b, columns));
    return;
  }
  for (let next = 1; next < part.length; next++) {
    const row = part[next] as number;
    let at = next;
    while (at > 0 && compareRows(part[at - 1] as number, row, columns) > 0) {
      part[at] = part[at - 1] as number;
      at -= 1;
    }
    part[at] = row;
  }
}

function compareRows(a: number, b: number, columns: readonly Uint32Array[]): number {
  for (const column of columns) {
    const difference = (column[a] as number) - (column[b] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

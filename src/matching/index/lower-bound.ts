import type { Numbers } from './packed.ts';

/** The first place from `from` on whose number is not below `wanted`, or `to`. */
export function lowerBound(numbers: Numbers, wanted: number, { from, to }: { from: number; to: number }): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

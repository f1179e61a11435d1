/** Marks of an axis of counts from 0 to just above the largest: whole numbers, at most five steps. */
export function countMarks(largest: number): number[] {
  const step = stepFor(Math.max(1, largest));
  const marks = Math.max(1, Math.ceil(largest / step));
  return Array.from({ length: marks + 1 }, (_, place) => place * step);
}

function stepFor(largest: number): number {
  for (let power = 1; ; power *= 10) for (const step of [1, 2, 5]) if (largest <= step * power * 5) return step * power;
}

/**
 * Places of labels, each as near to where it wants to be as the others let it.
 * @param gap  the least distance between two
 */
export function spread(
  wanted: readonly number[],
  gap: number,
  { top, bottom }: { top: number; bottom: number },
): number[] {
  const order = wanted.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at || a.index - b.index);
  let least = top;
  for (const one of order) {
    one.at = Math.max(one.at, least);
    least = one.at + gap;
  }
  let most = bottom;
  for (const one of order.toReversed()) {
    one.at = Math.min(one.at, most);
    most = one.at - gap;
  }
  return order.toSorted((a, b) => a.index - b.index).map(({ at }) => at);
}

/** A line through what is known; it breaks where nothing is. */
export function linePath(points: readonly { x: number; y: number | null }[]): string {
  let isDrawing = false;
  return points
    .flatMap(({ x, y }) => {
      if (y === null) {
        isDrawing = false;
        return [];
      }
      const piece = `${isDrawing ? 'L' : 'M'}${round(x)} ${round(y)}`;
      isDrawing = true;
      return [piece];
    })
    .join('');
}

const round = (value: number) => Math.round(value * 10) / 10;

const mostWays = 20;
// Modules that share modules have more ways than anybody could read; what is found by then are the shortest.
const mostSteps = 20_000;

/** One release directly in another, by their keys. */
export type DirectPart = { whole: number; part: number };

/**
 * By which modules a release comes to another one inside it: the keys in between, each way once, the shortest first,
 * at most 20. [[]] where it is the same or directly inside.
 */
export function waysDown(parts: readonly DirectPart[], from: number, to: number): number[][] {
  if (from === to) return [[]];
  const wholesOf = Map.groupBy(parts, ({ part }) => part);
  const found: number[][] = [];
  let layer: number[][] = [[]];
  for (let steps = 0; layer.length > 0 && steps < mostSteps; ) {
    const next: number[][] = [];
    for (const way of layer) {
      for (const { whole } of wholesOf.get(way[0] ?? to) ?? []) {
        steps++;
        if (whole === from) found.push(way);
        else if (next.length < mostSteps) next.push([whole, ...way]);
      }
    }
    if (found.length >= mostWays) break;
    layer = next;
  }
  return found.slice(0, mostWays);
}

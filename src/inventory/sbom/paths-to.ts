import type { SbomContents } from './contents.ts';

const mostPaths = 20;
// A tangled graph has more paths than anybody could read; what is found by then are the shortest.
const mostSteps = 20_000;

/**
 * How a document comes to a component: paths of positions from the thing that it describes (or, where it does not say,
 * from what nothing contains) down to a part with this component; the shortest first, at most 20. No path meets itself.
 */
export function pathsTo(contents: SbomContents, componentId: number): number[][] {
  const targets = [...contents.componentIds.keys()].filter((at) => contents.componentIds[at] === componentId);
  const parents = neighbours(contents, 'up');
  const distances = distancesFrom(startsOf(contents, parents), neighbours(contents, 'down'));
  const found: number[][] = [];
  // By the length that a path has when it is complete, which the distances tell exactly.
  const byLength: number[][][] = [];
  const put = (path: number[]) => {
    const rest = distances.get(path[0] as number);
    if (rest === undefined) return;
    const length = path.length + rest;
    byLength[length] ??= [];
    byLength[length].push(path);
  };
  for (const target of targets) {
    if (distances.has(target)) put([target]);
    else found.push([target]);
  }
  for (let length = 0, steps = 0; length < byLength.length && steps < mostSteps; length++) {
    for (let path = byLength[length]?.pop(); path; path = byLength[length]?.pop()) {
      if (++steps > mostSteps || found.length >= mostPaths) return found.slice(0, mostPaths);
      const first = path[0] as number;
      if (distances.get(first) === 0) found.push(path);
      else for (const parent of parents.get(first) ?? []) if (!path.includes(parent)) put([parent, ...path]);
    }
  }
  return found.slice(0, mostPaths);
}

type Neighbours = ReadonlyMap<number, readonly number[]>;

function neighbours({ edges: { from, to } }: SbomContents, way: 'up' | 'down'): Neighbours {
  const [keys, values] = way === 'up' ? [to, from] : [from, to];
  const map = new Map<number, number[]>();
  for (const [at, key] of keys.entries()) {
    const value = values[at] as number;
    const known = map.get(key);
    if (known) known.push(value);
    else map.set(key, [value]);
  }
  return map;
}

function startsOf({ head, refs }: SbomContents, parents: Neighbours): number[] {
  const subject = head.subject === null ? -1 : refs.indexOf(head.subject);
  const tops = [...refs.keys()].filter((at) => !parents.has(at));
  return subject < 0 ? tops : [subject];
}

function distancesFrom(starts: readonly number[], children: Neighbours): Map<number, number> {
  const distances = new Map(starts.map((start) => [start, 0]));
  for (let layer = [...starts], distance = 1; layer.length > 0; distance++) {
    const next: number[] = [];
    for (const child of layer.flatMap((at) => children.get(at) ?? [])) {
      if (distances.has(child)) continue;
      distances.set(child, distance);
      next.push(child);
    }
    layer = next;
  }
  return distances;
}

type Edge = { releaseId: string; partId: string };

/** The releases from which one can come back to where one was; what only leads there or away is left out. */
export function nodesInCircles(edges: readonly Edge[]): Set<string> {
  let left = [...edges];
  for (;;) {
    const containing = new Set(left.map(({ releaseId }) => releaseId));
    const contained = new Set(left.map(({ partId }) => partId));
    const rest = left.filter(({ releaseId, partId }) => contained.has(releaseId) && containing.has(partId));
    if (rest.length === left.length) return containing;
    left = rest;
  }
}

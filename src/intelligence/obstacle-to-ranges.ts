import { compareVersions, versionKey } from '#versions/version-key';
import type { SetRange } from './model.ts';

/** Why these are no ranges of versions, with the bound that is wrong; null when they are. */
export function obstacleToRanges(
  ranges: readonly SetRange[],
): { reason: 'no-order' | 'ends-before-it-begins'; bound: string } | null {
  for (const { from, fromIncluded, to, toIncluded } of ranges) {
    for (const bound of [from, to])
      if (bound !== null && !versionKey('generic', bound)) return { reason: 'no-order', bound };
    if (from === null || to === null) continue;
    const order = compareVersions('generic', from, to) ?? 0;
    if (order > 0 || (order === 0 && !(fromIncluded && toIncluded)))
      return { reason: 'ends-before-it-begins', bound: `${from} – ${to}` };
  }
  return null;
}

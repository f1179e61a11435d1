import { orderOfVers, readVers, stretchesOf, VersFault } from '#versions/vers';
import { compareVersions, type VersionRange } from '#versions/version-key';

/** Whether a version lies in a range as documents write it; null where the range or its order is not known. */
export function isInRange(range: string, version: string): boolean | null {
  try {
    const vers = readVers(range);
    const order = orderOfVers(vers.scheme) ?? 'generic';
    const compare = (other: string) => compareVersions(order, version, other);
    const { meant, leftOut } = stretchesOf(vers);
    if (leftOut.some((other) => compare(other) === 0)) return false;
    const inside = meant.map((stretch) => isWithin(stretch, compare));
    if (inside.includes(true)) return true;
    return inside.includes(null) ? null : false;
  } catch (fault) {
    if (!(fault instanceof VersFault)) throw fault;
    return null;
  }
}

function isWithin(stretch: VersionRange, compare: (other: string) => number | null): boolean | null {
  const lower = stretch.from === null ? 1 : compare(stretch.from);
  const upper = stretch.to === null ? -1 : compare(stretch.to);
  if (lower === null || upper === null) return null;
  return (lower > 0 || (lower === 0 && stretch.fromIncluded)) && (upper < 0 || (upper === 0 && stretch.toIncluded));
}

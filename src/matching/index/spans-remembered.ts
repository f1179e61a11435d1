import type { Range } from '#intelligence/pure';
import { type Scheme, schemes, spanOfVersion } from '#versions/version-key';
import { branchEnd, isZero, packaged, patchLevelsOf, shapeOf } from '../evaluate/place.ts';
import type { Order } from './rows-of.ts';
import { asKeySpan, beginning, end, type KeySpan } from './version-keys.ts';

/** What a text is where it ends a range, worked out once. */
type Bound = {
  isZero: boolean;
  isDay: boolean;
  asLow: KeySpan | null;
  asHigh: KeySpan | null;
  /** Of "6.6.*": where the branch ends. */
  branchEnd: string | null | undefined;
  /** All patch levels of it, once they were asked for. */
  patches?: KeySpan | null;
};

const withEpochs: readonly Scheme[] = ['deb', 'rpm'];

/**
 * Reads ranges as `evaluate/place.ts` does, but each bound once: records name the same versions again and again.
 * A bound without an epoch is read with epoch 0 alone; packages that have another are looked up without it as well.
 */
export function spansRemembered(): Order['spansIn'] {
  const known = new Map(schemes.map((scheme) => [scheme, new Map<string, Bound>()]));
  return ({ from, to, anyUpdate }: Range, scheme: Scheme) => {
    const bounds = known.get(scheme) as Map<string, Bound>;
    const low = from && boundOf(bounds, scheme, from.version);
    const high = to && boundOf(bounds, scheme, to.version);
    if (low?.isDay || high?.isDay) return null;
    const lowest =
      low && !(low.isZero && !high?.isZero) ? (low.asLow?.[from?.included ? 'from' : 'before'] ?? null) : beginning;
    const highest = high ? endOf(high, to?.included ?? false) : end;
    if (lowest === null || highest === null) return null;
    const span = { from: lowest, before: highest };
    const patches = anyUpdate && to && high && scheme === 'generic' ? patchesOf(high, to.version) : null;
    return patches ? [span, patches] : [span];
  };
}

function patchesOf(bound: Bound, version: string): KeySpan | null {
  if (bound.patches !== undefined) return bound.patches;
  const patches = patchLevelsOf(version);
  bound.patches = patches && asKeySpan(patches);
  return bound.patches;
}

function endOf(high: Bound, included: boolean): string | null {
  if (high.branchEnd !== undefined) return high.branchEnd;
  return high.asHigh && (included ? high.asHigh.before : high.asHigh.from);
}

function boundOf(bounds: Map<string, Bound>, scheme: Scheme, version: string): Bound {
  const kept = bounds.get(version);
  if (kept) return kept;
  const bound = readBound(scheme, version);
  bounds.set(version, bound);
  return bound;
}

function readBound(scheme: Scheme, version: string): Bound {
  const span = spanAt(scheme, version);
  const front = version.replace(/\.[*x]$/, '');
  const branch = packaged.includes(scheme) ? null : branchEnd(version);
  return {
    isZero: isZero({ version, included: true }),
    isDay: !/^[0.]+$/.test(version) && shapeOf(version) !== 'counted',
    asLow: front === version ? span : spanAt(scheme, front),
    asHigh: span,
    branchEnd: branch === null ? undefined : (spanAt(scheme, branch)?.from.slice(0, -1) ?? null),
  };
}

/** The keys that an exact version holds. */
function spanAt(scheme: Scheme, version: string): KeySpan | null {
  const span = spanOfVersion(scheme, version);
  if (!span || !withEpochs.includes(scheme) || /^\s*\d+:/.test(version)) return span && asKeySpan(span);
  const withEpoch = spanOfVersion(scheme, `0:${version.trim()}`);
  return withEpoch && asKeySpan(withEpoch);
}

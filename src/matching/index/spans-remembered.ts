import type { Range } from '#intelligence/pure';
import { type Scheme, type Span, spansOf, type VersionRange, versionKey } from '#versions/version-key';
import { makeSpans } from '../evaluate/place.ts';
import type { Order } from './rows-of.ts';

type Bound = { from: Uint8Array; before: Uint8Array };

const [openBelow, openAbove] = [new Uint8Array(), Uint8Array.of(0xff)];
const withEpochs: readonly Scheme[] = ['deb', 'rpm'];

/**
 * Reads ranges as `evaluate/` does, but each bound once: records name the same versions again and again.
 * A bound without an epoch is read with epoch 0 alone; packages that have another are looked up without it as well.
 */
export function spansRemembered(): Order['spansIn'] {
  const known = new Map<Scheme, Map<string, Bound | null>>();
  const boundOf = (scheme: Scheme, version: string): Bound | null => {
    const bounds = known.get(scheme) ?? new Map<string, Bound | null>();
    known.set(scheme, bounds);
    const kept = bounds.get(version);
    if (kept !== undefined) return kept;
    const bound = readBound(scheme, version);
    bounds.set(version, bound);
    return bound;
  };
  const spans = (scheme: Scheme, { from, fromIncluded, to, toIncluded }: VersionRange): Span[] | null => {
    const low = from === null ? null : boundOf(scheme, from);
    const high = to === null ? null : boundOf(scheme, to);
    if ((from !== null && !low) || (to !== null && !high)) return null;
    const lowest = low ? (fromIncluded ? low.from : low.before) : openBelow;
    const highest = high ? (toIncluded ? high.before : high.from) : openAbove;
    return [{ from: lowest, before: highest }];
  };
  return (range: Range, scheme: Scheme) => makeSpans(range, scheme, spans);
}

/** The keys that an exact version holds. */
function readBound(scheme: Scheme, version: string): Bound | null {
  if (versionKey(scheme, version) === null) return null;
  const text = withEpochs.includes(scheme) && !/^\s*\d+:/.test(version) ? `0:${version.trim()}` : version;
  return spansOf(scheme, { from: text, fromIncluded: true, to: text, toIncluded: true })?.[0] ?? null;
}

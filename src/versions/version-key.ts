import { alpm } from './alpm.ts';
import { apk } from './apk.ts';
import { cargo } from './cargo.ts';
import { conan } from './conan.ts';
import { datetime } from './datetime.ts';
import { deb } from './deb.ts';
import { gem } from './gem.ts';
import { generic } from './generic.ts';
import { gentoo } from './gentoo.ts';
import { intdot } from './intdot.ts';
import { type Key, number, type Reading, type VersionScheme } from './key.ts';
import { lexicographic } from './lexicographic.ts';
import { maven } from './maven.ts';
import { none } from './none.ts';
import { nuget } from './nuget.ts';
import { pep440 } from './pep440.ts';
import { rpm } from './rpm.ts';
import { semver } from './semver.ts';
import { isUnordered } from './unordered.ts';

const orders = {
  ...{ generic, semver, deb, rpm, apk, pep440, maven, gentoo, alpm, gem, nuget, conan, cargo },
  ...{ intdot, datetime, lexicographic, none },
} satisfies Record<string, VersionScheme>;

/** How versions are ordered: by one of the ecosystems' rules, or as firmware and C software do it (generic). */
export type Scheme = keyof typeof orders;
export const schemes = Object.keys(orders) as Scheme[];

/**
 * Bytes whose order is the order of versions within a scheme.
 * @returns null when the text has no order: empty, a word such as unknown, a commit hash, against the scheme's rules, over 300 characters
 */
export function versionKey(scheme: Scheme, version: string): Uint8Array | null {
  const reading = readVersion(scheme, version);
  return reading && Uint8Array.from(reading.key);
}

/** The keys that a person means by an exact version, as `spansOf` has them; null when the text has no order. */
export function spanOfVersion(scheme: Scheme, version: string): Span | null {
  const reading = readVersion(scheme, version);
  return reading && { from: Uint8Array.from(reading.from), before: Uint8Array.from(reading.before) };
}

/** Below 0, 0 or above 0 as the first is older, the same or newer; null when one of the two has no order. */
export function compareVersions(scheme: Scheme, first: string, second: string): number | null {
  const [a, b] = [readVersion(scheme, first), readVersion(scheme, second)];
  return a && b && compareKeys(a.key, b.key);
}

/** Bounds as people write them; null leaves a side open. An exact version is both bounds, included. */
export type VersionRange = { from: string | null; fromIncluded: boolean; to: string | null; toIncluded: boolean };

/** Keys that are at least `from` and below `before`. */
export type Span = { from: Uint8Array; before: Uint8Array };

/**
 * The keys of all versions within a range, as intervals that an index can be asked for.
 * A bound without a distribution's revision or epoch stands for all of them: up to 1.1.1k includes 1:1.1.1k-7.el8.
 * @returns null when a bound has no order in this scheme
 */
export function spansOf(scheme: Scheme, range: VersionRange): Span[] | null {
  const { epochs }: VersionScheme = orders[scheme];
  const bounds = [range.from, range.to].filter((bound) => bound !== null);
  if (!epochs || bounds.length === 0 || bounds.some((bound) => /^\s*\d+:/.test(bound))) {
    const span = spanOf(scheme, range, { from: [], before: [0xff] });
    return span && [span];
  }
  // With an epoch in front words become versions: "1:master" begins with a digit.
  if (bounds.some((bound) => !readVersion(scheme, bound))) return null;
  const spans = epochs.map((epoch) => {
    const within = (bound: string | null) => bound && `${epoch}:${bound.trim()}`;
    const limits = { from: number(`${epoch}`), before: [...number(`${epoch}`), 0xff] };
    return spanOf(scheme, { ...range, from: within(range.from), to: within(range.to) }, limits);
  });
  return spans.includes(null) ? null : spans.filter((span) => span !== null);
}

function spanOf(scheme: Scheme, range: VersionRange, limits: { from: Key; before: Key }): Span | null {
  const from = range.from === null ? null : readVersion(scheme, range.from);
  const to = range.to === null ? null : readVersion(scheme, range.to);
  if ((range.from !== null && !from) || (range.to !== null && !to)) return null;
  const low = from ? (range.fromIncluded ? from.from : from.before) : limits.from;
  const high = to ? (range.toIncluded ? to.before : to.from) : limits.before;
  return { from: Uint8Array.from(low), before: Uint8Array.from(high) };
}

function readVersion(scheme: Scheme, version: string): Reading | null {
  const said = version.trim();
  const order: VersionScheme = orders[scheme];
  return isUnordered(said) || (!order.readsWords && !/\d/.test(said)) ? null : order.read(said);
}

function compareKeys(a: Key, b: Key): number {
  const differs = a.findIndex((byte, index) => byte !== b[index]);
  if (differs < 0) return a.length - b.length;
  return (a[differs] ?? 0) - (b[differs] ?? -1);
}

import { type Scheme, schemes } from '#versions/version-key';
import { releaseAfter } from '../evaluate/judge-versions.ts';
import { ourVersion } from '../evaluate/our-version.ts';
import { patchLevelsOf, shapeOf, withAndWithoutTails } from '../evaluate/place.ts';
import type { Candidate, Component } from '../evidence.ts';
import { candidatesOf } from '../identity/candidates.ts';
import { asKey, type KeySpan, keyOf, type VersionKey } from './version-keys.ts';

/** Where a component's version may stand in an order. */
export type Spot = {
  /** A place in `schemes`. */
  scheme: number;
  /** Keys of what its version may mean as to one range or another. Empty: nothing is known of it, so every row may be its own. */
  points: VersionKey[];
  /** Where its name leaves the patch level open: from it to the last that begins with it, with what lies between (1.1.1k). */
  patches: KeySpan[];
  /** A package into which fixes are carried back: what begins with a later version may be in it too. */
  isCarriedBack: boolean;
};

/** What an index is asked of a component: the keys of products that it may be, with its version as one of them. */
export type Asked = { keys: string[]; spot: Spot };

export function askedOf(component: Component): Asked[] {
  const spots = new Map<string, Asked>();
  for (const candidate of candidatesOf(component)) {
    const ours = candidate.product.space === 'purl' ? candidate.key : 'named';
    const asked = spots.get(ours) ?? { keys: [], spot: spotOf(component, candidate) };
    asked.keys.push(candidate.key);
    spots.set(ours, asked);
  }
  return [...spots.values()];
}

function spotOf(component: Component, candidate: Candidate): Spot {
  const { text, scheme, isPatchLevelOpen, packager } = ourVersion(component, candidate);
  const isCarriedBack = packager === 'rpm' && candidate.product.space !== 'purl';
  const nowhere: Spot = { scheme: schemes.indexOf(scheme), points: [], patches: [], isCarriedBack };
  // Days are compared with days only; what else there is says nothing definite of them.
  if (text === null || shapeOf(text) !== 'counted') return nowhere;
  const texts = withAndWithoutTails(text);
  const points = texts.map((one) => keyOf(scheme, one));
  if (points.includes(null)) return nowhere;
  const more = texts.flatMap((one) => [...withoutEpoch(scheme, one), ...candidateFor(one)]);
  const isOpen = isPatchLevelOpen && scheme === 'generic';
  return {
    ...nowhere,
    points: [...new Set([...points, ...more.map((one) => keyOf(scheme, one))].filter((key) => key !== null))],
    patches: isOpen ? texts.flatMap(untilLastPatch) : [],
  };
}

function untilLastPatch(text: string): KeySpan[] {
  const [from, patches] = [keyOf('generic', text), patchLevelsOf(text)];
  return from && patches ? [{ from, before: asKey(patches.before) }] : [];
}

function withoutEpoch(scheme: Scheme, text: string): string[] {
  return scheme === 'deb' || scheme === 'rpm' ? [text.trim().replace(/^\d+:/, '')] : [];
}

/** A candidate of a release may be in a range that begins with that. */
function candidateFor(text: string): string[] {
  const release = releaseAfter(text);
  return release === undefined ? [] : withAndWithoutTails(release);
}

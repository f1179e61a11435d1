import type { Criterion, Range } from '#intelligence/pure';
import { versionKey } from '#versions/version-key';
import type { MatchValue, Reason } from '../evidence.ts';
import { compareBytes } from './bytes.ts';
import type { OurVersion } from './our-version.ts';
import { type Place, placeOf } from './place.ts';

/** What the versions of a criterion say, before anything else is asked. */
export type Finding = { value: MatchValue; reason: Reason; range: Range | null; detail: string | null };

type Placed = { range: Range; place: Place };

/** Marks of vendors that keep an old version's name and change what is in it. */
const forkMarks = /_rtw_|atbm|-imx|-ti(?![a-z])|-xilinx|stm32mp/i;

/** Unaffected ranges go before affected ones; a range that contradicts itself never makes a component safe. */
export function judgeVersions(ours: OurVersion, criterion: Criterion): Finding {
  const { ranges, otherVersions } = criterion;
  if (ranges.length === 0) return withoutRanges(criterion);
  const [only] = ranges;
  if (only && ranges.length === 1 && isAll(only))
    return only.status === 'affected'
      ? found('applies', 'all-versions', only)
      : found('does-not-apply', 'unaffected-range', only, only.basis === 'person' ? (only.text ?? '') : undefined);
  if (ours.text === null) return found('may-apply', 'no-version', null);

  const isListing = criterion.role === 'ecosystem';
  const placed = ranges.map((range) => ({
    range,
    place: isAll(range) ? anywhere : isListing && isExact(range) ? placeInList(ours, range) : placeOf(ours, range),
  }));
  const affected = placed.filter(({ range }) => range.status === 'affected');
  const safe = placed.find(({ range, place }) => range.status === 'unaffected' && place.at === 'inside');
  if (safe) return found('does-not-apply', 'unaffected-range', safe.range);
  const hits = affected.filter(({ place }) => place.at === 'inside');
  if (hits.length > 0) return inside(ours, hits);
  const partly = placed.find(({ place }) => place.at === 'partly');
  if (partly) return found('may-apply', 'patch-level-unknown', partly.range);
  const early = candidateOf(ours, affected, criterion);
  if (early) return found('may-apply', 'pre-release-of-bound', early);
  const open = undecided(affected) ?? (affected.length === 0 ? undecided(placed) : null);
  if (open) return open;
  if (criterion.unread.length > 0) return found('may-apply', 'unread-phrase', null, criterion.unread[0]);
  // Versions that are listed one by one beside commits are those that somebody has found.
  if (criterion.commits.length > 0 && otherVersions === 'unknown' && affected.every(({ range }) => isExact(range)))
    return found('may-apply', 'no-range', null);
  return otherVersions === 'affected' ? others(ours, criterion) : outside(ours, affected, otherVersions);
}

const nowhere = { at: 'below', before: new Uint8Array() } satisfies Place;
const anywhere = { at: 'inside', before: new Uint8Array() } satisfies Place;
export const isExact = ({ from, to }: Range): boolean =>
  from !== null && to !== null && from.included && to.included && from.version === to.version;

/** A package database means the very text: what has no order is at most itself, and no version that has one. */
function placeInList(ours: OurVersion, range: Range): Place {
  if (ours.text === range.from?.version) return anywhere;
  const place = placeOf(ours, range);
  return place.at === 'no-order' && versionKey(ours.scheme, ours.text ?? '') ? nowhere : place;
}

export const isAll = ({ from, to }: Range) => from === null && to === null;

function found(value: MatchValue, reason: Reason, range: Range | null, detail?: string): Finding {
  return { value, reason, range, detail: detail ?? null };
}

function withoutRanges({ unread, otherVersions, commits, exceptions = [] }: Criterion): Finding {
  if (unread[0] !== undefined) return found('may-apply', 'unread-phrase', null, unread[0]);
  if (commits.length > 0) return found('may-apply', 'no-range', null);
  if (otherVersions === 'affected' && exceptions[0] !== undefined)
    return found('may-apply', 'unread-exception', null, exceptions[0]);
  if (otherVersions === 'affected') return found('applies', 'all-versions', null);
  if (otherVersions === 'unaffected') return found('does-not-apply', 'unaffected-range', null);
  return found('may-apply', 'no-range', null);
}

/** A range with a lower bound tells more than one without. */
function inside(ours: OurVersion, hits: Placed[]): Finding {
  const range = (hits.find((hit) => !isOpenBelow(hit.range)) ?? hits[0])?.range ?? null;
  if (ours.packager !== 'upstream') return found('may-apply', 'distribution-decides', range);
  if (range && isAll(range)) return found('applies', 'all-versions', range);
  const isFork = range !== null && isOpenBelow(range) && forkMarks.test(ours.text ?? '');
  return isFork ? found('may-apply', 'fork', range) : found('applies', 'in-range', range);
}

/** No lower bound, or one that is zero. */
export function isOpenBelow({ from }: Range): boolean {
  return from === null || /^[0.]+$/.test(from.version);
}

const preRelease =
  /^(.*?\d)[-_.~]?(?:alpha|beta|rc|cr|pre(?:view|release)?|devel|dev|test|snapshot|nightly|milestone)(?![a-z]).*$/i;

/** The release of which a version is a candidate: 6.7 of 6.7-rc3. */
export const releaseAfter = (version: string): string | undefined => preRelease.exec(version)?.[1];

/** The range that begins with the release of which ours is a candidate: 6.7-rc3 as to 6.7. Package databases mean what they write. */
function candidateOf(ours: OurVersion, affected: Placed[], { role }: Criterion): Range | null {
  const release = releaseAfter(ours.text ?? '');
  if (release === undefined || role === 'ecosystem') return null;
  const next = { ...ours, text: release };
  const begun = affected.find(({ range, place }) => place.at === 'below' && placeOf(next, range).at === 'inside');
  return begun?.range ?? null;
}

function undecided(placed: Placed[]): Finding | null {
  for (const { range, place } of placed) {
    if (place.at === 'empty') return found('may-apply', 'empty-range', range);
    if (place.at === 'other-scheme') return found('may-apply', 'other-scheme', range);
    if (place.at === 'no-order') return found('cannot-compare', 'no-order', range);
  }
  return null;
}

/** All versions that are not excepted are affected; ours may be an exception that nobody has read yet. */
function others(ours: OurVersion, { exceptions = [] }: Criterion): Finding {
  if (ours.packager !== 'upstream') return found('may-apply', 'distribution-decides', null);
  if (exceptions[0] !== undefined) return found('may-apply', 'unread-exception', null, exceptions[0]);
  return found('applies', 'in-range', null, 'others');
}

function outside(ours: OurVersion, affected: Placed[], others: Criterion['otherVersions']): Finding {
  if (others === 'unknown' && affected.length > 0 && affected.every(({ range }) => isExact(range)))
    return found('does-not-apply', 'not-listed', null);
  const passed = affected
    .filter(({ place }) => place.at === 'above')
    .sort((a, b) => compareBytes(endOf(b), endOf(a)))[0];
  if (passed) return found('does-not-apply', 'out-of-range', passed.range);
  if (affected.length === 0 && others === 'unknown') return found('may-apply', 'no-range', null);
  // What came with a later version is carried back into old packages there (a kernel 5.14 has much of 6.x).
  if (ours.packager === 'rpm') return found('may-apply', 'distribution-decides', affected[0]?.range ?? null);
  const ahead = affected.toSorted((a, b) => compareBytes(endOf(a), endOf(b)))[0];
  return found('does-not-apply', 'out-of-range', ahead?.range ?? null);
}

function endOf({ place }: Placed): Uint8Array {
  return 'before' in place ? place.before : anywhere.before;
}

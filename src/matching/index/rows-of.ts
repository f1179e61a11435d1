import type { Criterion, Range, Statement } from '#intelligence/pure';
import type { Scheme } from '#versions/version-key';
import { isAll, isExact } from '../evaluate/judge-versions.ts';
import { tellsPatchLevels } from '../evaluate/opinion-of.ts';
import { hasTail, isForeign } from '../evaluate/place.ts';
import { beginning, end, type KeySpan, type VersionKey } from './version-keys.ts';

/**
 * What a row of the index stands for.
 * 'range', 'exact': versions that are affected. 'all': all are, the record says so. 'others': all but those that it excepts.
 * 'unread': whatever the version, nothing definite is said (bounds without order, contradictory ones, phrases, commits, "-").
 * 'unaffected': versions that are not affected, where a name that leaves its patch level open may be another.
 * 'unplaced': no version at all meets it; it stands for those whose version is not known.
 */
export const rowKinds = ['range', 'exact', 'all', 'others', 'unread', 'unaffected', 'unplaced'] as const;
export type RowKind = (typeof rowKinds)[number];

/** A half-open stretch of version keys; null leaves a side open. Those of an 'unplaced' row mean nothing. */
export type Row = { kind: RowKind; from: VersionKey | null; before: VersionKey | null };

/** A scheme, and the keys of a range within it: null when a bound has no order there, or is a day. */
export type Order = { scheme: Scheme; spansIn: (range: Range, scheme: Scheme) => KeySpan[] | null };

const everywhere = (kind: RowKind): Row => ({ kind, from: null, before: null });

/**
 * The stretches of versions of which a criterion does not say for sure that they are not affected. A version outside of all
 * is out of range by `evaluate/`; one inside may still be found not to be affected there.
 */
export function rowsOf(statement: Statement, criterion: Criterion, { scheme, spansIn }: Order): Row[] {
  const { ranges, otherVersions } = criterion;
  const [only] = ranges;
  if (statement.state !== 'published') return [];
  if (criterion.isNegated) return [everywhere('unread')];
  if (!only) return withoutRanges(criterion);
  if (ranges.length === 1 && isAll(only)) return only.status === 'affected' ? [everywhere('all')] : [];
  const affected = ranges.filter(({ status }) => status === 'affected');
  const excepted = ranges.filter(({ status }) => status === 'unaffected');
  if (excepted.some(isAll)) return [everywhere('unplaced')];
  if (isOpen(criterion, affected)) return [everywhere('unread')];
  const spansOf = (range: Range) => (isForeign(range, scheme) ? null : spansIn(range, scheme));
  if (otherVersions === 'affected') return allBut(excepted, spansOf);
  if (affected.length === 0 && excepted.some((range) => !spansOf(range)?.some(isFilled))) return [everywhere('unread')];
  const rows = affected.flatMap((range) => rowsOfRange(range, criterion, spansOf(range)));
  if (excepted.length > 0 && tellsPatchLevels(statement))
    rows.push(...excepted.flatMap((range) => filledIn(spansOf(range)).map((span) => rowOf('unaffected', span))));
  return rows.length > 0 ? rows : [everywhere('unplaced')];
}

function withoutRanges({ unread, commits, otherVersions }: Criterion): Row[] {
  if (unread.length > 0 || commits.length > 0) return [everywhere('unread')];
  if (otherVersions === 'unaffected') return [];
  return [everywhere(otherVersions === 'affected' ? 'all' : 'unread')];
}

/** Words, commits or silence beside the ranges leave every version open that these do not hold. */
function isOpen({ unread, commits, otherVersions }: Criterion, affected: readonly Range[]): boolean {
  if (unread.length > 0) return true;
  if (otherVersions !== 'unknown') return false;
  return affected.length === 0 || (commits.length > 0 && affected.every(isExact));
}

function rowsOfRange(range: Range, { role }: Criterion, spans: KeySpan[] | null): Row[] {
  if (isAll(range)) return [everywhere('all')];
  const listed = role === 'ecosystem' && isExact(range);
  const filled = filledIn(spans);
  // A list of a package database means the very text: one without order is no version that has one.
  if (filled.length === 0) return listed && spans === null && range.scheme === null ? [] : [everywhere('unread')];
  return filled.map((span) => rowOf(isExact(range) ? 'exact' : 'range', span));
}

/**
 * The stretches between what is excepted for sure. An exception that has a tail, or that cannot be placed, excepts nothing
 * here: which versions it holds depends on how the component's is written.
 */
function allBut(excepted: readonly Range[], spansOf: (range: Range) => KeySpan[] | null): Row[] {
  const safe = excepted
    .filter((range) => !hasTail(range))
    .flatMap((range) => filledIn(spansOf(range)))
    .map((span) => rowOf('others', span))
    .sort((a, b) => ((a.from ?? beginning) < (b.from ?? beginning) ? -1 : 1));
  const rows: Row[] = [];
  let from: Row['from'] = beginning;
  for (const one of safe) {
    if (from !== null && from < (one.from ?? beginning)) rows.push(between(from, one.from));
    if (from !== null && (one.before === null || from < one.before)) from = one.before;
  }
  if (from !== null) rows.push(between(from, null));
  return rows.length > 0 ? rows : [everywhere('unplaced')];
}

const between = (from: VersionKey, before: VersionKey | null): Row => ({
  kind: 'others',
  from: from === beginning ? null : from,
  before,
});

const filledIn = (spans: KeySpan[] | null) => spans?.filter(isFilled) ?? [];
const isFilled = ({ from, before }: KeySpan) => from < before;
function rowOf(kind: RowKind, { from, before }: KeySpan): Row {
  return { kind, from: from === beginning ? null : from, before: before === end ? null : before };
}

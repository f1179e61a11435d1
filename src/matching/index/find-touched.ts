import { numberOf, positionAmong } from './byte-strings.ts';
import { type Column, column, push } from './columns.ts';
import { lowerBound } from './lower-bound.ts';
import { type Portfolio, ways } from './portfolio.ts';
import type { Row } from './rows-of.ts';

/** A product with what a record says of its versions. */
export type Said = { keys: readonly string[]; scheme: number; rows: readonly Row[] };

/** Components that a record touches: slices of the portfolio's own, from and before, and single ones besides. */
export type Touched = { sliceFrom: Column; sliceBefore: Column; single: Column };

export const nothingTouched = (): Touched => ({ sliceFrom: column(), sliceBefore: column(), single: column() });

/** The components of a portfolio that meet what a new record says; each may be told more than once. */
export function findTouched(portfolio: Portfolio, said: readonly Said[], touched: Touched): void {
  for (const { keys, scheme, rows } of said) {
    if (rows.length === 0) continue;
    const stretches = rows.map((row) => stretchOf(portfolio, row));
    for (const key of keys) {
      const number = numberOf(portfolio.keys, key);
      if (number < 0) continue;
      const last = portfolio.keyFirst[number + 1] as number;
      for (let group = portfolio.keyFirst[number] as number; group < last; group++)
        if (portfolio.groupScheme[group] !== scheme) takeGroup(portfolio, group, touched);
        else for (const stretch of stretches) takeMet(portfolio, { group, ...stretch }, touched);
    }
  }
}

/** A row among the versions of the portfolio: 2n + 1 is version n, 2n what lies before it. */
type Stretch = { kind: Row['kind']; low: number; end: number };

function stretchOf({ versions }: Portfolio, { kind, from, before }: Row): Stretch {
  if (kind === 'unplaced') return { kind, low: Number.POSITIVE_INFINITY, end: Number.POSITIVE_INFINITY };
  const low = from ? positionAmong(versions, from) : 0;
  return { kind, low, end: before ? (positionAmong(versions, before) >>> 1) * 2 : Number.POSITIVE_INFINITY };
}

function takeGroup({ groupPoints, groupOthers, otherComponent }: Portfolio, group: number, touched: Touched): void {
  slice(touched, groupPoints[group] as number, groupPoints[group + 1] as number);
  for (let at = groupOthers[group] as number; at < (groupOthers[group + 1] as number); at++)
    push(touched.single, otherComponent[at] as number);
}

function takeMet(portfolio: Portfolio, { group, ...row }: Stretch & { group: number }, touched: Touched): void {
  const { groupPoints, groupOthers, version, otherComponent } = portfolio;
  const [from, to] = [groupPoints[group] as number, groupPoints[group + 1] as number];
  if (row.kind !== 'unaffected' && row.kind !== 'unplaced') {
    const first = lowerBound(version, row.low >>> 1, { from, to });
    const end = row.end === Number.POSITIVE_INFINITY ? to : lowerBound(version, row.end >>> 1, { from: first, to });
    slice(touched, first, end);
  }
  for (let at = groupOthers[group] as number; at < (groupOthers[group + 1] as number); at++)
    if (isMet(portfolio, at, row)) push(touched.single, otherComponent[at] as number);
}

function isMet({ otherWay, otherFrom, otherBefore }: Portfolio, at: number, { kind, low, end }: Stretch): boolean {
  const way = otherWay[at] as number;
  if (way & ways.any) return true;
  if (kind === 'unplaced') return (way & ways.carriedBack) !== 0;
  if (kind === 'unaffected' && !(way & ways.open)) return false;
  const first = (otherFrom[at] as number) * 2 + 1;
  const last = way & ways.span ? (otherBefore[at] as number) * 2 : first;
  return first <= end && (way & ways.carriedBack ? true : low <= last);
}

function slice({ sliceFrom, sliceBefore }: Touched, from: number, before: number): void {
  if (from >= before) return;
  push(sliceFrom, from);
  push(sliceBefore, before);
}

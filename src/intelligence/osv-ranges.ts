import type { OsvRange } from '#formats/osv';
import { compareVersions, type Scheme } from '#versions/version-key';
import type { Bound, Criterion, Range } from './statement.ts';

const plain = (scheme: Scheme | null) =>
  ({ status: 'affected', scheme, anyUpdate: false, basis: 'stated', text: null }) as const;

/**
 * Versions that stand in a list, each by itself; those that one of the ranges holds already are left out, since a list
 * spells out its ranges as far as somebody has counted.
 */
export function listedVersions(versions: readonly string[], scheme: Scheme | null, held: readonly Range[]): Range[] {
  return [...new Set(versions)]
    .filter((version) => !held.some((range) => isWithin(version, range)))
    .map((version) => {
      const bound = { version, included: true };
      return { ...plain(scheme), from: bound, to: bound };
    });
}

function isWithin(version: string, { from, to, scheme }: Range): boolean {
  const order = (bound: Bound) => compareVersions(scheme ?? 'generic', version, bound.version);
  const [low, high] = [from && order(from), to && order(to)];
  if ((from && low === null) || (to && high === null)) return false;
  const isAbove = !from || (low ?? 0) > 0 || (low === 0 && from.included);
  return isAbove && (!to || (high ?? 0) < 0 || (high === 0 && to.included));
}

type Step = { version: string; is: 'introduced' | 'fixed' | 'last_affected' };

/**
 * The versions of a range as its events tell them: each introduction holds until what ends it next, and nothing holds from
 * the highest limit on. Events that have no order among each other are taken as they stand, so that their range has none.
 * @source OSV schema, Evaluation
 */
export function rangesOfEvents({ events }: OsvRange, scheme: Scheme | null): Range[] {
  const steps = events.flatMap((event) =>
    (['introduced', 'fixed', 'last_affected'] as const).flatMap((is): Step[] =>
      event[is] === undefined ? [] : [{ version: event[is], is }],
    ),
  );
  const fixes = new Set(steps.flatMap(({ version, is }) => (is === 'fixed' ? version : [])));
  const ranges: Range[] = [];
  let open: { from: Bound | null } | null = null;
  for (const { version, is } of inOrder(steps, scheme)) {
    const to = { version, included: is === 'last_affected' };
    if (is !== 'introduced') {
      if (open) ranges.push({ ...plain(scheme), from: open.from, to });
      open = null;
    } else if (!open && fixes.has(version) && ranges.at(-1)?.to?.version !== version) {
      // Introduced where it is fixed, and nothing before: kept as the empty range that it is, so that it is seen.
      ranges.push({ ...plain(scheme), from: { version, included: true }, to });
    } else open ??= { from: version === '0' ? null : { version, included: true } };
  }
  if (open) ranges.push({ ...plain(scheme), from: open.from, to: null });
  const limits = events.flatMap(({ limit }) => limit ?? []);
  return limits.length === 0 || limits.includes('*') ? ranges : below(limits, ranges, scheme);
}

/** 0 is before everything; at one version what ends comes before what begins, but a last affected one after. */
function inOrder(steps: Step[], scheme: Scheme | null): Step[] {
  const isFirst = ({ version, is }: Step) => version === '0' && is === 'introduced';
  const rank = { fixed: 0, introduced: 1, last_affected: 2 };
  const order = (a: Step, b: Step) => compareVersions(scheme ?? 'generic', a.version, b.version);
  const counted = steps.filter((step) => !isFirst(step));
  if (counted.some((step) => order(step, step) === null)) return steps;
  return [...steps.filter(isFirst), ...counted.sort((a, b) => (order(a, b) ?? 0) || rank[a.is] - rank[b.is])];
}

/** A version counts that is before any of the limits. */
function below(limits: readonly string[], ranges: readonly Range[], scheme: Scheme | null): Range[] {
  const order = (a: string, b: string) => compareVersions(scheme ?? 'generic', a, b);
  // A limit without an order is an end without one.
  const highest =
    limits.find((limit) => order(limit, limit) === null) ?? limits.toSorted((a, b) => order(b, a) ?? 0)[0];
  if (highest === undefined) return [...ranges];
  const end: Bound = { version: highest, included: false };
  return ranges.flatMap((range) => {
    if (range.from && (order(range.from.version, highest) ?? -1) >= 0) return [];
    const endsBefore = range.to !== null && (order(range.to.version, highest) ?? 1) < 0;
    return [endsBefore ? range : { ...range, to: end }];
  });
}

/** Commits as the events tell them: each fix with what was introduced before it; what has no fix stands alone. */
export function commitsOfEvents({ events }: OsvRange): Criterion['commits'] {
  const commits: Criterion['commits'] = [];
  let introduced: string | null = null;
  let isOpen = false;
  for (const event of events) {
    if (event.introduced !== undefined) {
      if (isOpen) commits.push({ introduced, fixed: null });
      [introduced, isOpen] = [event.introduced, true];
    }
    if (event.fixed !== undefined) {
      commits.push({ introduced, fixed: event.fixed });
      isOpen = false;
    }
  }
  if (isOpen) commits.push({ introduced, fixed: null });
  return commits;
}

import { type Constraint, orderOfVers, stretchesOf } from '../vers.ts';
import { compareVersions, type VersionRange, versionKey } from '../version-key.ts';
import { noRange } from './constraints-of.ts';

/**
 * What parts mean that hold together: ">=1, <2, <1.5" is ">=1, <1.5". Versions that are left out stay beside them.
 * @throws VersFault 'no-native-range' where nothing is left, or a version has no order
 */
export function together(scheme: string, parts: readonly Constraint[][]): Constraint[] {
  const order = orderOfVers(scheme) ?? 'generic';
  const strange = parts.flat().find(([, version]) => versionKey(order, version) === null);
  if (strange) throw noRange(strange.join(''));
  const compare: Compare = (a, b) => compareVersions(order, a, b) ?? 0;
  const leftOut = parts.flat().filter(([comparator]) => comparator === '!=');
  const meant = parts
    .map((part) => part.filter(([comparator]) => comparator !== '!='))
    .filter((part) => part.length > 0)
    .map((constraints) => stretchesOf({ scheme, constraints }).meant)
    .reduce<VersionRange[]>(
      (all, stretches) => all.flatMap((one) => stretches.flatMap((other) => meeting(compare, one, other))),
      [{ from: null, fromIncluded: false, to: null, toIncluded: false }],
    );
  if (meant.length === 0) throw noRange(parts.flat().flat().join(''));
  return [...meant.flatMap((stretch) => constraintsOf(compare, stretch)), ...leftOut];
}

type Compare = (a: string, b: string) => number;

/** What two stretches share; of two bounds at one version the later one's words are kept. */
function meeting(compare: Compare, one: VersionRange, other: VersionRange): VersionRange[] {
  const low = one.from === null || other.from === null ? null : compare(one.from, other.from);
  const high = one.to === null || other.to === null ? null : compare(one.to, other.to);
  const [lower, upper] = [low ?? (one.from === null ? -1 : 1), high ?? (one.to === null ? 1 : -1)];
  const from = lower > 0 ? one : other;
  const to = upper < 0 ? one : other;
  const shared = {
    from: from.from,
    fromIncluded: lower === 0 ? one.fromIncluded && other.fromIncluded : from.fromIncluded,
    to: to.to,
    toIncluded: upper === 0 ? one.toIncluded && other.toIncluded : to.toIncluded,
  };
  if (shared.from === null || shared.to === null) return [shared];
  const size = compare(shared.from, shared.to);
  return size < 0 || (size === 0 && shared.fromIncluded && shared.toIncluded) ? [shared] : [];
}

function constraintsOf(compare: Compare, { from, fromIncluded, to, toIncluded }: VersionRange): Constraint[] {
  if (from !== null && to !== null && compare(from, to) === 0) return [['=', to]];
  return [
    ...(from === null ? [] : [[fromIncluded ? '>=' : '>', from] satisfies Constraint]),
    ...(to === null ? [] : [[toIncluded ? '<=' : '<', to] satisfies Constraint]),
  ];
}

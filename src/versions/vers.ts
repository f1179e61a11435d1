import { compareVersions, type Scheme, spansOf, type VersionRange, versionKey } from './version-key.ts';

export type Comparator = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type Constraint = readonly [comparator: Comparator, version: string];

/** A range of versions as the standard writes it: "vers:npm/>=1.0.0|<2.0.0". No constraints: all versions ("*"). */
export type Vers = { scheme: string; constraints: Constraint[] };

export type VersRule =
  | 'no-vers'
  | 'whitespace'
  | 'empty-constraint'
  | 'bad-encoding'
  | 'needless-encoding'
  | 'lower-case'
  | 'only-star'
  | 'unknown-scheme'
  | 'unsorted'
  | 'repeated-version'
  | 'needless-constraint'
  | 'no-native-range';

/** What a text breaks that is no range, or not written in the one canonical way. */
export class VersFault extends Error {
  override readonly name = 'VersFault';
  readonly rule: VersRule;
  constructor(rule: VersRule, message: string) {
    super(message);
    this.rule = rule;
  }
}

/** The schemes whose order is built, by the names that the standard has for them. */
const orders: Record<string, Scheme> = {
  ...{ npm: 'semver', semver: 'semver', golang: 'semver', cargo: 'cargo', pypi: 'pep440', maven: 'maven', gem: 'gem' },
  ...{ nuget: 'nuget', conan: 'conan', deb: 'deb', rpm: 'rpm', alpine: 'apk', apk: 'apk', alpm: 'alpm', arch: 'alpm' },
  ...{ gentoo: 'gentoo', ebuild: 'gentoo', openssl: 'generic', nginx: 'generic', generic: 'generic' },
  ...{ intdot: 'intdot', datetime: 'datetime', lexicographic: 'lexicographic', none: 'none' },
} satisfies Record<string, Scheme>;

/** How the versions of a scheme are ordered, null for one that is not built. */
export const orderOfVers = (scheme: string): Scheme | null =>
  Object.hasOwn(orders, scheme) ? (orders[scheme] ?? null) : null;

/**
 * Reads a range that is written in the canonical way.
 * @throws VersFault with the rule that it breaks: 'unsorted' when the constraints are not in the order of their versions,
 *   'repeated-version' when two name the same one, 'needless-constraint' when one says what its neighbour says already
 * @source VERS, a universal notation for version ranges (package-url/vers-spec), Normalized, canonical representation and validation
 */
export function parseVers(text: string): Vers {
  const vers = readVers(text);
  if (!isSame(vers, canonicalVers(vers)))
    throw new VersFault('unsorted', 'The constraints are not in the order of their versions');
  const order = orderOfVers(vers.scheme) ?? 'generic';
  const said = vers.constraints.filter(([comparator]) => comparator !== '!=');
  if (vers.constraints.some(([, one], at) => at > 0 && isEqual(order, one, vers.constraints[at - 1]?.[1])))
    throw new VersFault('repeated-version', 'A version stands there twice');
  if (said.some(([comparator], at) => at > 0 && isNeedless(said[at - 1]?.[0] ?? '=', comparator)))
    throw new VersFault('needless-constraint', 'A constraint says what its neighbour says already');
  return vers;
}

const isEqual = (order: Scheme, one: string, other: string | undefined) =>
  one === other || (other !== undefined && compareVersions(order, one, other) === 0);

/** After a lower bound stands an upper one; before an upper bound nothing else. */
function isNeedless(comparator: Comparator, next: Comparator): boolean {
  return comparator.startsWith('>') !== next.startsWith('<');
}

/** Reads a range whatever the order of its constraints. @throws VersFault as parseVers, but neither for order nor for repetition */
export function readVers(text: string): Vers {
  const [, scheme, list] = /^vers:([a-z][a-z0-9.-]*)\/(.*)$/s.exec(text) ?? [];
  if (scheme === undefined || list === undefined)
    throw new VersFault('no-vers', 'It begins with vers:, a scheme and a slash');
  if (/\s/.test(list)) throw new VersFault('whitespace', 'It holds whitespace');
  if (list === '*') return { scheme, constraints: [] };
  if (scheme === 'all' || scheme === 'none') throw new VersFault('only-star', `Behind ${scheme} stands a star alone`);
  const constraints = list.split('|').map((one) => constraintOf(one));
  if (orderOfVers(scheme) === null) throw new VersFault('unknown-scheme', `The order of ${scheme} is not known`);
  if (scheme === 'datetime' && constraints.some(([, version]) => /[tz]/.test(version)))
    throw new VersFault('lower-case', 'A moment has an upper-case T and Z');
  return { scheme, constraints };
}

/** The same with its constraints in the order of their versions. */
export function canonicalVers({ scheme, constraints }: Vers): Vers {
  const order = orderOfVers(scheme) ?? 'generic';
  return { scheme, constraints: constraints.toSorted(([, a], [, b]) => compareVersions(order, a, b) ?? 0) };
}

export function formatVers({ scheme, constraints }: Vers): string {
  if (constraints.length === 0) return `vers:${scheme}/*`;
  const texts = constraints.map(
    ([comparator, version]) => `${comparator === '=' ? '' : comparator}${encoded(version)}`,
  );
  return `vers:${scheme}/${texts.join('|')}`;
}

/** What a range says as stretches of versions, and the versions that it leaves out. Only left out: all others are meant. */
export function stretchesOf(vers: Vers): { meant: VersionRange[]; leftOut: string[] } {
  const { constraints } = canonicalVers(vers);
  const of = (wanted: Comparator) =>
    constraints.filter(([comparator]) => comparator === wanted).map(([, version]) => version);
  const exact = of('=').map((version) => ({ from: version, fromIncluded: true, to: version, toIncluded: true }));
  const leftOut = of('!=');
  const bounds = constraints.filter(([comparator]) => /[<>]/.test(comparator));
  const isOpen = exact.length + bounds.length === 0 && vers.scheme !== 'none';
  return { meant: [...exact, ...(isOpen ? [all] : between(bounds))], leftOut };
}

/**
 * Whether a version lies within a range. A bound without a distribution's revision stands for all its revisions;
 * a version without an order lies only where all do ("*").
 */
export function isWithinVers(vers: Vers, version: string): boolean {
  const order = orderOfVers(vers.scheme) ?? 'generic';
  const { meant, leftOut } = stretchesOf(vers);
  if (vers.constraints.length === 0) return meant.length > 0;
  const key = versionKey(order, version);
  const holds = (range: VersionRange) =>
    key !== null &&
    (spansOf(order, range) ?? []).some(({ from, before }) => isBelow(key, before) && !isBelow(key, from));
  const exactly = (one: string) => ({ from: one, fromIncluded: true, to: one, toIncluded: true });
  return meant.some(holds) && !leftOut.some((one) => holds(exactly(one)));
}

function isBelow(key: Uint8Array, limit: Uint8Array): boolean {
  const differs = key.findIndex((byte, place) => byte !== limit[place]);
  return differs < 0 ? key.length < limit.length : (key[differs] ?? 0) < (limit[differs] ?? -1);
}

const all: VersionRange = { from: null, fromIncluded: false, to: null, toIncluded: false };

/** From each bound that opens to the next that closes; of several that open the first counts, of several that close the last. */
function between(bounds: readonly Constraint[]): VersionRange[] {
  const stretches: VersionRange[] = [];
  let current: VersionRange | null = null;
  for (const [comparator, version] of bounds) {
    const included = comparator.endsWith('=');
    if (comparator.startsWith('>')) {
      if (current !== null && current.to === null) continue;
      current = { ...all, from: version, fromIncluded: included };
      stretches.push(current);
    } else if (current === null) {
      current = { ...all, to: version, toIncluded: included };
      stretches.push(current);
    } else Object.assign(current, { to: version, toIncluded: included });
  }
  return stretches;
}

function constraintOf(text: string): Constraint {
  const [, comparator, version = ''] = /^(!=|<=|>=|<|>|=)?(.*)$/s.exec(text) ?? [];
  if (version === '') throw new VersFault('empty-constraint', 'Between two pipes stands a version');
  return [(comparator as Comparator | undefined) ?? '=', decoded(version)];
}

function decoded(text: string): string {
  let version: string;
  try {
    version = decodeURIComponent(text);
  } catch {
    throw new VersFault('bad-encoding', `${text} is not percent-encoded`);
  }
  for (const [triplet] of text.matchAll(/%[0-9a-f]{2}/gi)) {
    const code = Number.parseInt(triplet.slice(1), 16);
    if (triplet !== triplet.toUpperCase() || (code < 0x80 && /[\w.:~-]/.test(String.fromCharCode(code))))
      throw new VersFault('needless-encoding', `${triplet} is not how the standard writes it`);
  }
  return version;
}

const encoded = (version: string) =>
  encodeURIComponent(version)
    .replaceAll('%3A', ':')
    .replaceAll('%2B', '+')
    .replaceAll('!', '%21')
    .replaceAll('*', '%2A');
const isSame = (one: Vers, other: Vers) => JSON.stringify(one) === JSON.stringify(other);

import { fold } from '#platform/browser/fold';
import type { VexPart, VexProduct, VexStatement } from '#verdicts';
import type { Justification, VerdictStatus } from '#verdicts/model';
import type { VexIgnored } from '../contract/vex.ts';
import type { Component } from '../evidence.ts';
import { candidatesOf } from '../identity/candidates.ts';
import { isInRange } from './in-range.ts';

/** A release that a file may speak of. */
export type VexRelease = { id: string; version: string; modelName: string; modelSlug: string };

/** A place of such a release, with the verdict that counts there now. */
export type VexPlace = {
  releaseId: string;
  vulnerabilityId: number;
  vulnerability: string;
  product: string;
  wallId: string | null;
  component: { name: string; version: string | null; purl: string | null; cpes: string[] } | null;
  verdict: { status: VerdictStatus; justification: Justification | null; decidedAt: Temporal.Instant } | null;
};

export type House = {
  releases: readonly VexRelease[];
  /** By any name that the file has for it. */
  vulnerabilityIds: ReadonlyMap<string, number>;
  places: readonly VexPlace[];
};

/** What becomes of a statement: the places that it decides, or why none. */
export type Placed = { statement: VexStatement; places: VexPlace[]; ignored: VexIgnored | null };

/**
 * Which places each statement decides. Of two statements on one place the newer counts, of two of one time the later in
 * the file; what somebody decided here after the statement was made stays.
 */
export function placeStatements(statements: readonly VexStatement[], house: House): Placed[] {
  const placesById = Map.groupBy(house.places, ({ vulnerabilityId }) => vulnerabilityId);
  const placed = statements.map((statement): Placed => placeOne(statement, house, placesById));
  const winner = new Map<VexPlace, Placed>();
  for (const one of placed) {
    for (const place of one.places) {
      const before = winner.get(place);
      if (!before || !isOlder(one.statement, before.statement)) winner.set(place, one);
    }
  }
  return placed.map((one) => {
    const places = one.places.filter((place) => winner.get(place) === one);
    return one.ignored === null && places.length === 0 ? ignored(one.statement, 'newer-statement') : { ...one, places };
  });
}

const ignored = (statement: VexStatement, why: VexIgnored): Placed => ({ statement, places: [], ignored: why });

const instantOf = ({ at }: VexStatement) => (at === null ? null : Temporal.Instant.from(at));

function isOlder(one: VexStatement, other: VexStatement): boolean {
  const [first, second] = [instantOf(one), instantOf(other)];
  return first !== null && second !== null && Temporal.Instant.compare(first, second) < 0;
}

function placeOne(statement: VexStatement, house: House, placesById: ReadonlyMap<number, VexPlace[]>): Placed {
  if (statement.status === 'not-affected' && statement.justification === null)
    return ignored(statement, 'not-justified');
  const id = [statement.vulnerability, ...statement.aliases]
    .map((name) => house.vulnerabilityIds.get(name))
    .find((one) => one !== undefined);
  if (id === undefined) return ignored(statement, 'unknown-vulnerability');
  const subject = subjectOf(statement, house.releases);
  if ('ignored' in subject) return ignored(statement, subject.ignored);
  const releases = new Set(subject.releases.map((release) => release.id));
  const touched = (placesById.get(id) ?? []).filter(({ releaseId }) => releases.has(releaseId));
  if (touched.length === 0) return ignored(statement, subject.isOurs ? 'not-touched' : 'other-product');
  const meant = touched.filter((place) => subject.part === null || isOfPart(place, subject.part));
  if (meant.length === 0) return ignored(statement, subject.isOurs ? 'other-part' : 'other-product');
  return decidable(statement, meant);
}

function decidable(statement: VexStatement, meant: VexPlace[]): Placed {
  const at = instantOf(statement);
  const open = meant.filter(({ verdict }) => !isSame(verdict, statement));
  if (open.length === 0) return ignored(statement, 'same-verdict');
  const older = open.filter(
    ({ verdict }) => at === null || !verdict || Temporal.Instant.compare(verdict.decidedAt, at) <= 0,
  );
  return older.length === 0 ? ignored(statement, 'newer-verdict') : { statement, places: older, ignored: null };
}

const isSame = (verdict: VexPlace['verdict'], { status, justification }: VexStatement): boolean =>
  verdict !== null &&
  verdict.status === status &&
  (status !== 'not-affected' || verdict.justification === justification);

type Subject = { releases: readonly VexRelease[]; part: VexPart | null; isOurs: boolean };

/** Which releases a statement is about. A product that is none of ours may be a part of ours: a supplier's own statement. */
function subjectOf(
  { product, part }: VexStatement,
  releases: readonly VexRelease[],
): Subject | { ignored: VexIgnored } {
  if (product === null) return { releases, part, isOurs: true };
  const byId = releases.filter(({ id }) => product.id.toLowerCase() === `urn:uuid:${id}`);
  if (byId.length > 0) return { releases: byId, part, isOurs: true };
  const named = releases.filter((release) => isNamed(product, release));
  if (named.length === 0)
    return part === null ? { releases, part: product, isOurs: false } : { ignored: 'other-product' };
  const inVersion = named.map((release) => ({ release, fits: fitsVersion(product, release) }));
  const meant = inVersion.filter(({ fits }) => fits === true).map(({ release }) => release);
  if (meant.length > 0) return { releases: meant, part, isOurs: true };
  return { ignored: inVersion.some(({ fits }) => fits === null) ? 'not-understood' : 'other-version' };
}

const plain = (text: string): string => fold(text).replaceAll(/\s/g, '');

const isNamed = ({ name }: VexProduct, { modelName, modelSlug, version }: VexRelease): boolean =>
  [modelName, modelSlug, `${modelName}${version}`, `${modelSlug}${version}`].some(
    (ours) => plain(ours) === plain(name),
  );

function fitsVersion({ version, range }: VexProduct, release: VexRelease): boolean | null {
  if (range !== null) return isInRange(range, release.version);
  return version === null || plain(version) === plain(release.version);
}

/** The component itself, or another package of the same product in the same version. */
function isOfPart({ component, product }: VexPlace, part: VexPart): boolean {
  const named: Component = {
    ...{ name: part.name, version: part.version, purl: part.purl, cpes: part.cpe === null ? [] : [part.cpe] },
    ...{ supplier: null, distribution: null },
  };
  const isOfVersion = part.version === null || !component?.version || plain(part.version) === plain(component.version);
  if (!isOfVersion) return false;
  if (component && part.purl !== null && component.purl === part.purl) return true;
  if (candidatesOf(named).some(({ key }) => key === product)) return true;
  return component !== null && plain(component.name) === plain(part.name);
}
